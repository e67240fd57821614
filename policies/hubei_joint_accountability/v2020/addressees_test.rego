package test.hubei_addressees

import data.hubei_joint_accountability.v2020.addressees

named(organ) := {
	"role": "党委", "tier": "县（市、区）", "status": "named", "organ": organ, "short": "竹山县委",
	"code": "420323", "basis": "direct",
}

regulator := {
	"role": "监管部门", "tier": "市（州）", "status": "named", "organ": "十堰市住房和城乡建设局",
	"source": "/accident/regulators/0/organ", "missing": ["/zone/level"],
}

undetermined := {"role": "政府", "status": "undetermined", "missing": ["/accident/divisionCode"]}

absent := {"role": "监管部门", "status": "absent", "gap": "no_prefecture_regulator"}

among(entries, organ) := found if {
	found := addressees.among(entries) with input as {"facts": {
		"accident": {"occurredOn": "2022-03-01", "divisionCode": "420323103"},
		"subject": {"organ": organ, "kind": "党委"},
	}}
}

test_a_body_is_among_the_organs_by_its_full_or_its_short_name if {
	entries := [named("中共竹山县委员会"), regulator, absent]
	among(entries, "中共竹山县委员会") == {"is": true, "on": ["/subject/organ", "/accident/divisionCode"]}
	among(entries, "竹山县委").is == true
	among(entries, null) == {"is": null, "on": ["/subject/organ"]}
}

test_a_body_with_another_name_is_among_them_or_not_by_its_unit if {
	entries := [named("中共竹山县委员会"), regulator, absent]
	among(entries, "县里的党委") == {"is": null, "on": ["/subject/level"]}
	state := addressees.among(entries).is with input as {"facts": {
		"accident": {"occurredOn": "2022-03-01", "divisionCode": "420323103"},
		"subject": {"organ": "房县县委", "kind": "党委", "level": "县（市、区）", "divisionCode": "420325"},
	}}
	state == false
}

test_an_organ_that_is_not_named_yet_may_be_the_body if {
	entries := [named("中共竹山县委员会"), regulator, undetermined]
	among(entries, "竹山县委").is == true
	among(entries, "房县县委").is == null
	"/accident/divisionCode" in among(entries, "房县县委").on
}

concerned(role, related) := found if {
	found := addressees.is_concerned.is with input as {"facts": {
		"subject": {"role": role},
		"personal": {"relatedToAccident": {
			"value": related,
			"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
			"on": "2022-06-15",
			"evidence": [{"number": "意见（假定）"}],
		}},
	}}
}

# 上述党委、政府和监管部门，以及相关负责人
test_organs_their_principals_and_those_in_charge_of_safety_are_concerned_and_others_by_evaluation if {
	every role in ["机关", "主要负责人", "分管安全生产工作的负责人"] {
		concerned(role, false) == true
	}
	[concerned("其他负责人", related) | some related in [true, false, null]] == [true, false, null]
	concerned("其他人员", true) == false
}

drafted(entry, subject, listed, complete) := found if {
	found := addressees.drafted(entry, subject) with input as {"facts": {
		"accident": {"occurredOn": "2022-03-01", "divisionCode": "420323103"},
		"proposal": {"addressees": listed, "addresseesComplete": complete},
	}}
}

committee := named("中共竹山县委员会")

whole := "/proposal/addresseesComplete"

test_a_draft_names_an_organ_by_its_name_and_kind if {
	drafted(committee, "机关", [{"organ": "竹山县委", "subject": "机关"}], false).is == true
	drafted(committee, "相关负责人", [{"organ": "竹山县委", "subject": "机关"}], true).is == false
	drafted(committee, "机关", [{"organ": "竹山县政府", "subject": "机关"}], true).is == false
	drafted(committee, "机关", [{"organ": "县委", "subject": "机关"}], true) == {"is": null, "on": [
		"/proposal/addressees/0/organCode",
		"/proposal/addressees/0/organKind",
	]}
	drafted(committee, "机关", [], false) == {"is": null, "on": [whole]}
	drafted(undetermined, "机关", [], true) == {"is": null, "on": ["/accident/divisionCode"]}
}

test_a_draft_that_does_not_say_which_kind_leaves_it_open_for_this_organ_alone if {
	listed := [{"organ": "竹山县政府"}, {"organ": "竹山县委", "subject": "相关负责人"}, {"organ": "竹山县委"}]
	drafted(committee, "机关", listed, true) == {"is": null, "on": ["/proposal/addressees/2/subject"]}
	drafted(committee, "机关", [listed[0], listed[1]], true).is == false
}

draft(entries, listed) := found if {
	found := addressees.draft(entries).draft with input as {"facts": {
		"accident": {"occurredOn": "2022-03-01", "divisionCode": "420323103"},
		"proposal": {"addressees": listed, "addresseesComplete": true},
	}}
}

both := [{"organ": "竹山县委", "subject": "机关"}, {"organ": "竹山县委", "subject": "相关负责人"}]

test_a_draft_lacks_no_organ_that_there_is_none_of if {
	draft([committee, absent], both).complete.is == true
	draft([committee, absent], both).lacks == []
	draft([committee, undetermined], both) == {"complete": {"is": null, "on": ["/accident/divisionCode"]}, "lacks": []}
	draft([committee, absent], [both[0]]).lacks == ["党委 中共竹山县委员会 相关负责人"]
}

other_reading(chosen) := found if {
	found := addressees.list("市（州）", "市（州）").otherReading.value with input as {
		"facts": {"accident": {"divisionCode": "429004"}},
		"options": {"directlyGoverned": chosen},
	}
}

test_the_other_reading_of_a_unit_governed_directly_is_named if {
	other_reading("county") == "prefecture"
	other_reading("prefecture") == "county"
}

placed(zone) := found if {
	found := addressees.organ_of(regulator).code.value with input as {"facts": {
		"accident": {"occurredOn": "2022-03-01", "divisionCode": "420323103"},
		"zone": zone,
	}}
}

# The code of the place is that of a county or prefecture, not that of a zone.
test_a_regulator_is_one_of_the_unit_of_its_tier_and_of_no_known_unit_in_a_zone if {
	placed({}) == "420300"
	placed({"level": "市级"}) == null
	placed({"name": "竹山某开发区（假定）"}) == null
}

test_there_being_no_regulator_makes_nobody_one_and_rules_nobody_out if {
	among([absent], "竹山县委") == {"is": false, "on": ["/subject/organ"]}
	among([absent, named("中共竹山县委员会")], "竹山县委").is == true
}

in_a_zone(subject) := found if {
	found := addressees.is_subject(regulator) with input as {"facts": {
		"accident": {"occurredOn": "2022-03-01", "divisionCode": "420323103"},
		"zone": {"level": "县级"},
		"subject": object.union({"level": "县（市、区）", "divisionCode": "420323"}, subject),
	}}
}

# 监管部门: of what kind a zone has made its regulators, its name does not tell; a committee or a government they are not.
test_no_regulator_in_a_zone_is_a_committee_or_a_government if {
	every kind in ["党委", "政府"] {
		in_a_zone({"organ": "房县机关", "kind": kind}) == {"is": false, "on": ["/subject/kind"]}
	}
	in_a_zone({"organ": "房县住建局", "kind": "政府工作部门"}).is == null
	in_a_zone({"organ": "房县住建局"}).is == null
	in_a_zone({"organ": regulator.organ, "kind": "政府工作部门"}).is == true
}
