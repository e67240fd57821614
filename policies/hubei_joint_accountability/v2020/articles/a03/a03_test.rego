package test.hubei_a03

import data.hubei_joint_accountability.v2020.articles.a03

pairs(code) := found if {
	accident := {"occurredOn": "2022-03-01", "divisionCode": code}
	found := a03.findings.art_3__para_1.pairs with input as {"facts": {"accident": accident}}
}

named(entries) := [row |
	some entry in entries
	row := [entry.role, entry.organ, entry.persons]
]

test_every_tier_has_committee_and_government_with_their_heads if {
	found := pairs("420323103")
	named(found["乡镇"]) == [["党委", "中共竹山县宝丰镇委员会", "主要负责人"], ["政府", "竹山县宝丰镇人民政府", "主要负责人"]]
	named(found["县（市、区）"]) == [["党委", "中共竹山县委员会", "主要负责人"], ["政府", "竹山县人民政府", "主要负责人"]]
	named(found["市（州）"]) == [["党委", "中共十堰市委员会", "主要负责人"], ["政府", "十堰市人民政府", "主要负责人"]]
	named(found["省"]) == [["党委", "中共湖北省委员会", "主要负责人"], ["政府", "湖北省人民政府", "主要负责人"]]
}

test_a_pair_that_is_not_known_stays_a_pair if {
	found := pairs("420323")
	[entry.status | some entry in found["乡镇"]] == ["undetermined", "undetermined"]
}

test_no_pair_is_named_outside_the_province if {
	not pairs("350623115")
}

county := "竹山县人民政府"

# Another name that the table gives to the same government.
short := "竹山县政府"

# Whose name this is the facts do not tell.
vague := "县里"

performed(value) := {
	"value": value,
	"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "意见（假定）"}],
}

duty(organ, value) := {"organ": organ, "list": "责任清单（假定）", "duty": "一项", "performed": performed(value)}

unevaluated(organ) := {"organ": organ, "list": "责任清单（假定）", "duty": "一项"}

bureau(code, value) := object.union(duty("应急管理局", value), {"organCode": code, "organKind": "政府工作部门"})

numbered(organ, reference, value) := object.union(duty(organ, value), {"organReference": reference})

exempt(duties) := {name: exemption.supported.is |
	some name, exemption in in_accident(duties, true).exemptions
}

in_accident(duties, complete) := found if {
	found := a03.findings.art_3__para_4 with input as {"facts": {
		"accident": {"occurredOn": "2022-03-01", "divisionCode": "420323103"},
		"dutyList": {"duties": duties, "complete": complete},
	}}
}

of_county(duties) := as_of_county("机关", duties, true)

as_of_county(role, duties, complete) := applies if {
	applies := a03.findings.art_3__para_4.applies with input as {"facts": {
		"subject": {"organ": county, "kind": "政府", "role": role, "level": "县（市、区）", "divisionCode": "420323"},
		"act": {"on": "2022-06-01"},
		"dutyList": {"duties": duties, "complete": complete},
	}}
}

# 尽职照单免责、失职照单问责: the whole list counts, not one of its duties.
test_an_organ_is_exempt_only_if_every_listed_duty_is_performed if {
	exempt([duty(county, true), duty(county, true)]) == {county: true}
	exempt([duty(county, true), duty(county, false)]) == {county: false}
	exempt([duty(county, false), duty(county, true)]) == {county: false}
	exempt([duty(county, true), unevaluated(county)]) == {county: null}
}

test_a_duty_that_nobody_evaluated_is_what_has_to_be_found_out if {
	found := in_accident([duty(county, true), unevaluated(county)], true).exemptions[county]
	found.supported == {"is": null, "on": ["/dutyList/duties/1/performed"]}
}

test_a_list_that_may_go_on_exempts_nobody_yet if {
	every complete in [false, null] {
		found := in_accident([duty(county, true)], complete).exemptions[county]
		found.supported == {"is": null, "on": ["/dutyList/complete"]}
	}
}

test_what_another_name_of_the_same_organ_failed_or_left_open_is_the_organs if {
	exempt([duty(county, true), duty(short, false)]) == {county: false, short: false}
	exempt([duty(county, true), unevaluated(short)]) == {county: null, short: null}
	exempt([duty(county, true), duty(short, true)]) == {county: true, short: true}
}

test_organs_are_compared_each_by_its_own_place if {
	committee := "中共竹山县委员会"
	listed := [duty(committee, true), duty(county, true), duty(short, false)]
	exempt(listed) == {committee: true, county: false, short: false}
}

test_a_failure_under_a_name_that_may_be_anyones_leaves_the_others_open if {
	exempt([duty(county, true), duty(vague, false)]) == {county: null, vague: false}
	exempt([duty(county, true), unevaluated(vague)]) == {county: null, vague: null}
}

test_a_performed_duty_stands_in_nobodys_way_whosever_it_is if {
	exempt([duty(county, true), duty(vague, true)]) == {county: true, vague: true}
}

# 照单: every organ by its own list; what is said under a name that two organs bear would be read as said of both.
test_nothing_is_said_under_a_name_that_two_organs_bear if {
	exempt([bureau("420323", true), bureau("420325", false)]) == {"应急管理局": null}
	exempt([bureau("420323", true), bureau("420325", true)]) == {"应急管理局": null}
	exempt([bureau("420323", false), bureau("420323", true)]) == {"应急管理局": false}
}

# An entry that does not say whose it is hides no difference between the others.
test_two_organs_of_one_name_are_seen_beside_an_entry_of_nobody if {
	nobody := duty("应急管理局", true)
	exempt([nobody, bureau("420323", true), bureau("420325", false)]) == {"应急管理局": null}
	exempt([bureau("420323", true), nobody, bureau("420325", false)]) == {"应急管理局": null}
	exempt([nobody, numbered("应急管理局", "甲", true), numbered("应急管理局", "乙", false)]) == {"应急管理局": null}
	exempt([nobody, bureau("420323", false)]) == {"应急管理局": false}
	exempt([nobody, numbered("应急管理局", "甲", true)]) == {"应急管理局": true}
}

# The entry that says most of its organ may be either one's.
test_two_numbers_under_one_name_are_two_organs_whatever_else_is_said_of_a_third_entry if {
	exempt([bureau("420323", true), numbered("应急管理局", "甲", true), numbered("应急管理局", "乙", false)]) == {"应急管理局": null}
	exempt([bureau("420323", true), numbered("应急管理局", "甲", true), numbered("应急管理局", "甲", false)]) == {"应急管理局": false}
}

test_the_names_that_two_organs_bear_are_what_has_to_be_found_out if {
	found := in_accident([duty(county, true), bureau("420323", true), bureau("420325", true)], true).exemptions
	found["应急管理局"].supported == {"is": null, "on": ["/dutyList/duties/1/organ", "/dutyList/duties/2/organ"]}
	found[county].supported.is == true
}

test_another_name_is_compared_with_the_organ_of_a_name if {
	bureau_two := numbered("应急管理局", "R-2", true)
	exempt([bureau_two, numbered("应急局", "R-2", false)]) == {"应急管理局": false, "应急局": false}
	exempt([bureau_two, numbered("应急局", "R-1", false)]) == {"应急管理局": true, "应急局": false}
}

test_the_body_asked_about_is_exempt_by_its_own_duties if {
	of_county([duty(county, true), bureau("420325", false)]).is == true
	of_county([duty(county, false), bureau("420325", true)]).is == false
}

test_duties_that_may_be_anyones_neither_exempt_the_body_asked_about_nor_fail_it if {
	of_county([duty(vague, true)]).is == null
	of_county([duty(county, true), duty(vague, false)]).is == null
	of_county([duty(county, true), duty(vague, true)]).is == true
}

test_the_reasons_of_an_exemption_name_no_duty_of_another_body if {
	found := of_county([duty(county, true), bureau("420325", false)])
	[path | some path in found.on; startswith(path, "/dutyList/")] == [
		"/dutyList/complete",
		"/dutyList/duties/0/organ",
		"/dutyList/duties/0/performed",
	]
}

# 党政领导干部任期安全生产责任制……照单: the head answers for all that his organ has to do, nobody else does.
test_the_list_of_an_organ_is_its_heads_and_not_that_of_others_in_it if {
	every role in ["机关", "主要负责人"] {
		as_of_county(role, [duty(county, true)], true).is == true
		as_of_county(role, [duty(county, false)], true).is == false
	}
	own_list := {"is": null, "on": ["/dutyList/duties"]}
	every role in ["分管安全生产工作的负责人", "其他负责人", "其他人员"] {
		as_of_county(role, [duty(county, true)], true) == own_list
		as_of_county(role, [duty(county, false)], true) == own_list
		as_of_county(role, [], true) == own_list
	}
}

test_of_whom_it_is_not_known_whether_he_is_the_head_nothing_follows_from_the_list if {
	as_of_county(null, [duty(county, true)], true) == {"is": null, "on": ["/subject/role"]}
	as_of_county(null, [duty(county, false)], true) == {"is": null, "on": ["/subject/role"]}
	as_of_county(null, [duty(county, true)], false) == {"is": null, "on": ["/dutyList/complete", "/subject/role"]}
	as_of_county(null, [], true) == {"is": null, "on": ["/dutyList/duties", "/subject/role"]}
}
