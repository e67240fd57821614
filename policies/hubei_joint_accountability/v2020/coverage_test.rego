package test.hubei_coverage

import data.hubei_joint_accountability.v2020.coverage

bounds := {"not_before": "2020-02-01", "not_after": "2020-11-01", "not_after_certainty": "M"}

of_subject(subject, act) := found if {
	found := coverage.answer with input as {"facts": {"subject": object.union({"divisionCode": "420323"}, subject), "act": act}}
		with data.hubei_joint_accountability.v2020.publication as bounds
}

of_accident(accident, act) := found if {
	found := coverage.answer with input as {"facts": {"accident": accident, "act": act}}
		with data.hubei_joint_accountability.v2020.publication as bounds
}

basis(subject) := of_subject(subject, {"on": "2022-05-10"}).basis

test_each_kind_of_body_has_its_basis if {
	basis({"kind": "政府"}) == "direct"
	basis({"kind": "党委职能部门"}) == "direct"
	basis({"kind": "派出机关"}) == "byReference"
	basis({"kind": "国有（控股）企业", "ownership": "省属"}) == "byReference"
	basis({"kind": "国有（控股）企业"}) == "undetermined"
	basis({"kind": "直属事业单位", "hasSafetyFunctions": true}) == "byReference"
	basis({"kind": "其他企业"}) == "outside"
	basis({"kind": null, "role": "机关"}) == "undetermined"
	basis({"kind": "政府", "divisionCode": "410100"}) == "outside"
	basis({"kind": "政府", "divisionCode": null}) == "undetermined"
}

test_only_enterprises_of_the_centre_are_in_doubt_by_their_owner if {
	basis({"kind": "国有（控股）企业", "ownership": "中央"}) == "doubtful"
	basis({"kind": "政府", "ownership": "中央"}) == "direct"
	basis({"kind": "直属事业单位", "ownership": "中央", "hasSafetyFunctions": true}) == "byReference"
}

test_only_public_institutions_are_in_doubt_by_their_functions if {
	basis({"kind": "直属事业单位"}) == "doubtful"
	basis({"kind": "直属事业单位", "hasSafetyFunctions": false}) == "outside"
	basis({"kind": "国有（控股）企业", "ownership": "省属", "hasSafetyFunctions": null}) == "byReference"
}

adaptation(subject) := of_subject(subject, {"on": "2022-05-10"}).adaptation

test_streets_are_carried_over_as_townships_and_others_by_their_level if {
	adaptation({"kind": "派出机关", "level": "乡镇"}) == "街道党工委、办事处相当于乡镇党委、政府"
	adaptation({"kind": "派出机关", "level": "县（市、区）"}) == "派出机关的党委（党工委）和行政机关按其层级相当于该级党委、政府"
	adaptation({"kind": "功能区管理机构", "level": "乡镇"}) == "功能区党工委、管委会按其层级相当于该级党委、政府"
	adaptation({"kind": "功能区管理机构"}) == "功能区党工委、管委会按其层级相当于该级党委、政府"
}

reason(subject) := of_subject(subject, {"on": "2022-05-10"}).reason

test_a_body_outside_says_why if {
	reason({"kind": "其他企业"}) == "private_enterprise"
	reason({"kind": "直属事业单位", "hasSafetyFunctions": false}) == "public_institution_without_safety_functions"
	reason({"kind": "其他"}) == "kind_not_listed"
	reason({"kind": "其他企业", "divisionCode": "410100"}) == "other_province"
}

# 2014年6月印发，哪一日没有载明。
test_the_measures_of_2014_begin_on_an_unknown_day_of_june if {
	states := [state |
		some day in ["2014-05-31", "2014-06-01", "2014-06-29", "2014-06-30", "2020-01-31"]
		state := of_subject({"kind": "政府"}, {"on": day}).versions.v2014.inForce.is
	]
	states == [false, null, null, true, true]
}

in_2014(act) := of_subject({"kind": "政府"}, act).versions.v2014.inForce

# Whether the act began before publication is not known where it began between the bounds.
test_an_act_is_under_the_measures_of_2014_where_it_began_before_publication if {
	in_2014({"from": "2020-01-31", "continuing": true}) == {"is": true, "on": ["/act/from"]}
	in_2014({"from": "2020-02-01", "continuing": true}) == {"is": null, "on": ["/publication"]}
	in_2014({"from": "2020-02-01", "until": "2020-10-31"}) == {"is": null, "on": ["/publication"]}
	in_2014({"from": "2020-11-01", "continuing": true}).is == false
	in_2014({"until": "2021-01-01"}) == {"is": null, "on": ["/act/from"]}
	in_2014({"from": "2014-06-01", "continuing": true}) == {"is": null, "on": ["/act/from"]}
}

test_an_accident_before_any_version_is_under_none if {
	found := of_accident({"divisionCode": "420323", "occurredOn": "2013-05-10"}, {}).versions
	[found.v2014.inForce.is, found.v2020.inForce.is] == [false, false]
	between := of_accident({"divisionCode": "420323", "occurredOn": "2019-05-10"}, {}).versions
	[between.v2014.inForce.is, between.v2020.inForce.is] == [true, false]
	after := of_accident({"divisionCode": "420323", "occurredOn": "2022-05-10"}, {}).versions
	[after.v2014.inForce.is, after.v2020.inForce.is] == [false, true]
}

later(day) := [change.instrument | some change in of_subject({"kind": "政府"}, {"on": day}).laterLaw]

test_law_in_force_on_the_day_is_no_later_law if {
	amended := "中华人民共和国安全生产法（2021年修正）"
	amended in later("2021-08-31")
	not amended in later("2021-09-01")
}

parts(facts) := found if {
	found := coverage.parts with input as {"facts": facts}
		with data.hubei_joint_accountability.v2020.publication as bounds
}

body := {"kind": "政府", "divisionCode": "420323"}

test_an_act_across_publication_has_two_parts_and_the_first_is_open if {
	[before, after] := parts({"subject": body, "act": {"from": "2019-01-01", "until": "2021-01-01"}}).each
	before.applies == {"is": null, "on": ["/publication"]}
	after.applies == {"is": true, "on": ["/act/until"]}
	[unknown, _] := parts({"subject": body, "act": {"until": "2021-01-01"}}).each
	unknown.applies == {"is": null, "on": ["/act/from", "/publication"]}
	[before.code, unknown.code] == ["act_spans_publication", "act_may_span_publication"]
}

test_an_accident_has_no_parts_whatever_act_is_stated if {
	parts({"accident": {"divisionCode": "420323", "occurredOn": "2022-05-10"}, "act": {"from": "2019-01-01", "until": "2021-01-01"}}) == {}
	parts({"subject": body, "act": {"on": "2022-05-10"}}) == {}
}

notes(facts, options) := {code: on | some code, on in found; count(on) > 0} if {
	found := coverage.notes with input as {"facts": facts, "options": options}
		with data.hubei_joint_accountability.v2020.publication as bounds
}

outside := {"divisionCode": "410100", "occurredOn": "2022-05-10"}

lighter := {
	"value": true,
	"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "意见（假定）"}],
}

earlier := {"on": "2020-01-31", "openAfterPublication": true, "laterRuleLighter": lighter}

test_where_an_accident_happened_is_noted_only_of_an_accident if {
	notes({"accident": outside}, {}).outside_territory == ["/accident/divisionCode"]
	not "outside_territory" in object.keys(notes({"accident": outside, "subject": body, "act": {"on": "2022-05-10"}}, {}))
}

test_what_concerns_an_act_is_not_noted_of_an_accident if {
	accident := {"divisionCode": "420323", "occurredOn": "2019-05-10"}
	on := {"lighterLaterRule": "on"}
	notes({"subject": body, "act": earlier}, on).lighter_later_rule == ["/options/lighterLaterRule"]
	not "lighter_later_rule" in object.keys(notes({"accident": accident, "act": earlier}, on))
	spanning := {"from": "2019-01-01", "until": "2021-01-01"}
	notes({"subject": body, "act": spanning}, {}).act_spans_publication == ["/act/from"]
	not "act_spans_publication" in object.keys(notes({"accident": accident, "act": spanning}, {}))
	perhaps := {"from": "2020-02-01", "until": "2021-01-01"}
	notes({"subject": body, "act": perhaps}, {}).act_may_span_publication == ["/publication"]
	not "act_may_span_publication" in object.keys(notes({"accident": accident, "act": perhaps}, {}))
}

test_not_yet_in_force_rests_on_the_day_and_not_on_a_reading if {
	notes({"subject": body, "act": {"on": "2019-05-10"}}, {}).not_yet_in_force == ["/act/on"]
}

test_later_law_is_noted_by_the_day_after_which_it_came if {
	notes({"subject": body, "act": {"on": "2022-05-10"}}, {}).later_law == ["/act/on"]
	notes({"subject": body, "act": {"from": "2022-01-01", "until": "2022-05-10"}}, {}).later_law == ["/act/until"]
	notes({"subject": body, "act": {"on": "2025-05-31"}}, {}).later_law == ["/act/on"]
	not "later_law" in object.keys(notes({"subject": body, "act": {"on": "2025-06-01"}}, {}))
}

of_own_duties(role, concerns) := object.get(found, "person_follows_detailed_rules", []) if {
	found := notes({"subject": object.union(body, {"role": role}), "act": {"on": "2022-05-10", "concerns": concerns}}, {})
}

test_the_detailed_rules_are_noted_of_own_duties_of_whoever_may_be_a_leader if {
	[of_own_duties(role, "个人履职") | some role in ["其他负责人", null]] == [["/act/concerns"], ["/act/concerns"]]
	[of_own_duties(role, "个人履职") | some role in ["其他人员", "机关"]] == [[], []]
	of_own_duties("其他负责人", "机关履职") == []
}

test_why_a_body_is_outside_rests_on_its_place_or_on_its_kind if {
	notes({"subject": object.union(body, {"divisionCode": "320902"}), "act": {"on": "2022-05-10"}}, {}).other_province == ["/subject/divisionCode"]
	notes({"subject": object.union(body, {"kind": "其他企业"}), "act": {"on": "2022-05-10"}}, {}).private_enterprise == ["/subject/kind"]
}
