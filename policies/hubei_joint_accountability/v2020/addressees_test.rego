package test.hubei_addressees

import data.hubei_joint_accountability.v2020.addressees

named(organ) := {"role": "党委", "status": "named", "organ": organ, "short": "竹山县委"}

regulator := {"role": "监管部门", "status": "named", "organ": "十堰市住房和城乡建设局", "missing": ["/zone/level"]}

undetermined := {"role": "政府", "status": "undetermined", "missing": ["/accident/divisionCode"]}

absent := {"role": "监管部门", "status": "absent", "gap": "no_prefecture_regulator"}

among(entries, organ) := found if {
	found := addressees.among(entries) with input as {"facts": {"subject": {"organ": organ}}}
}

test_a_body_is_among_the_organs_by_its_full_or_its_short_name if {
	entries := [named("中共竹山县委员会"), regulator, absent]
	among(entries, "中共竹山县委员会") == {"is": true, "on": ["/subject/organ"]}
	among(entries, "竹山县委") == {"is": true, "on": ["/subject/organ"]}
	among(entries, "房县县委") == {"is": false, "on": ["/subject/organ"]}
	among(entries, null) == {"is": null, "on": ["/subject/organ"]}
}

test_an_organ_that_is_not_named_yet_may_be_the_body if {
	entries := [named("中共竹山县委员会"), regulator, undetermined]
	among(entries, "竹山县委").is == true
	among(entries, "房县县委") == {"is": null, "on": ["/accident/divisionCode"]}
}
