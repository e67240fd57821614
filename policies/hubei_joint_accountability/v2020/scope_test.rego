package test.hubei_scope

import data.hubei_joint_accountability.v2020.scope

bounds := {"not_before": "2020-02-01", "not_after": "2020-11-01", "not_after_certainty": "M"}

force(day) := found if {
	found := scope.in_force with input as {"facts": {"accident": {"occurredOn": day}}}
		with data.hubei_joint_accountability.v2020.publication as bounds
}

test_the_measures_are_in_force_from_the_day_of_publication_on if {
	force("2020-11-01") == {"is": true, "on": ["/accident/occurredOn"]}
	force("2020-01-31") == {"is": false, "on": ["/accident/occurredOn"]}
	force(null) == {"is": null, "on": ["/accident/occurredOn"]}
}

test_between_the_bounds_it_is_a_question_of_the_version if {
	force("2020-10-31") == {"is": null, "on": ["/publication"]}
	force("2020-02-01") == {"is": null, "on": ["/publication"]}
	scope.is_version_question(force("2020-02-01"))
	not scope.is_version_question(force(null))
	not scope.is_version_question(force("2020-11-01"))
}

test_an_answer_says_that_it_rests_on_a_bound_that_no_official_source_gives if {
	scope.rests_on_bound({"is": true, "on": []}) with data.hubei_joint_accountability.v2020.publication as bounds
	official := object.union(bounds, {"not_after_certainty": "S"})
	not official_rests(official)
	not scope.rests_on_bound({"is": null, "on": []}) with data.hubei_joint_accountability.v2020.publication as bounds
}

official_rests(publication) if {
	scope.rests_on_bound({"is": true, "on": []}) with data.hubei_joint_accountability.v2020.publication as publication
}

act_force(act, options) := found if {
	found := scope.act_in_force.is with input as {"facts": {"subject": {}, "act": act}, "options": options}
		with data.hubei_joint_accountability.v2020.publication as bounds
}

test_an_act_that_went_on_is_reached_by_a_part_of_it if {
	act_force({"from": "2019-01-01", "until": "2021-01-01"}, {}) == true
	act_force({"from": "2019-01-01", "until": "2020-01-31"}, {}) == false
	act_force({"from": "2019-01-01", "until": "2020-10-31"}, {}) == null
	act_force({"from": "2019-01-01", "continuing": true}, {}) == true
	act_force({"from": "2021-01-01"}, {}) == true
	act_force({"from": "2019-01-01", "continuing": false}, {}) == null
	act_force({"until": "2020-01-31"}, {}) == false
	act_force({}, {}) == null
}

test_the_day_of_an_act_goes_before_its_beginning_and_end if {
	act_force({"on": "2020-01-31", "until": "2021-01-01"}, {}) == false
	act_force({"on": "2020-11-01", "from": "2019-01-01"}, {}) == true
	how_it_spans({"on": "2020-11-01", "from": "2019-01-01", "continuing": true}) == {}
}

how_it_spans(act) := {code: on |
	some code in ["act_spans_publication", "act_may_span_publication"]
	on := noted[code]
	count(on) > 0
} if {
	noted := scope.act_notes with input as {"facts": {"subject": {}, "act": act}}
		with data.hubei_joint_accountability.v2020.publication as bounds
}

certainly := {"act_spans_publication": ["/act/from"]}

perhaps(on) := {"act_may_span_publication": on}

test_an_act_spans_publication_where_a_part_of_it_lies_before if {
	how_it_spans({"from": "2020-01-31", "until": "2020-11-01"}) == certainly
	how_it_spans({"from": "2019-01-01", "continuing": true}) == certainly
	how_it_spans({"from": "2020-11-01", "until": "2021-01-01"}) == {}
	how_it_spans({"from": "2019-01-01", "until": "2020-01-31"}) == {}
	how_it_spans({"on": "2020-05-01"}) == {}
}

# Whether the act began before publication, or went on after it, may not be known.
test_an_act_may_span_publication_where_a_day_of_it_or_that_of_publication_is_not_known if {
	how_it_spans({"from": "2020-02-01", "continuing": true}) == perhaps(["/publication"])
	how_it_spans({"from": "2020-02-01", "until": "2020-10-31"}) == perhaps(["/publication"])
	how_it_spans({"from": "2019-01-01", "until": "2020-10-31"}) == perhaps(["/publication"])
	how_it_spans({"from": "2019-01-01"}) == perhaps(["/act/until"])
	how_it_spans({"until": "2021-01-01"}) == perhaps(["/act/from"])
	how_it_spans({"until": "2020-01-31"}) == {}
	how_it_spans({"from": "2020-11-01"}) == {}
}

lighter(value) := {
	"value": value,
	"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "意见（假定）"}],
}

earlier := {"on": "2020-01-31", "openAfterPublication": true, "laterRuleLighter": lighter(true)}

on := {"lighterLaterRule": "on"}

test_the_lighter_later_rule_needs_its_reading_an_open_case_and_a_lighter_rule if {
	act_force(earlier, {}) == false
	act_force(earlier, on) == true
	act_force(object.union(earlier, {"openAfterPublication": false}), on) == false
	act_force(object.union(earlier, {"laterRuleLighter": lighter(false)}), on) == false
	act_force(object.remove(earlier, ["laterRuleLighter"]), on) == null
}

binds(day, act, options) := found if {
	found := scope.binds_on({"fact": "/accidentCases/cases/0/approvedOn", "value": day}).is with input as {
		"facts": {"subject": {}, "act": act},
		"options": options,
	}
		with data.hubei_joint_accountability.v2020.publication as bounds
}

# 自发布之日起施行
test_what_a_register_holds_of_a_day_is_judged_by_the_measures_of_that_day if {
	act := {"on": "2022-01-01"}
	[binds(day, act, {}) | some day in ["2020-11-01", "2020-10-31", "2020-01-31", null]] == [true, null, false, null]
}

test_where_the_measures_are_taken_as_in_force_they_bind_on_every_day if {
	binds("2020-01-31", {"on": "2022-01-01"}, {"asIfInForce": true}) == true
}

# An earlier act that is dealt with by the measures is so in all that its registers hold.
test_by_the_lighter_later_rule_the_measures_bind_on_earlier_days if {
	binds("2020-01-31", earlier, on) == true
	binds("2020-01-31", earlier, {}) == false
	binds("2020-01-31", object.union(earlier, {"laterRuleLighter": lighter(false)}), on) == false
	binds("2020-01-31", object.union(earlier, {"on": "2020-11-01"}), on) == false
}

reference(subject) := found if {
	found := scope.subject_is_by_reference.is with input as {"facts": {"subject": subject}}
}

test_article_19_lists_whom_it_reaches_by_reference if {
	reference({"kind": "派出机关"}) == true
	reference({"kind": "功能区管理机构"}) == true
	reference({"kind": "政府"}) == false
	reference({"kind": "其他企业", "ownership": "省属"}) == false
	reference({}) == null
}

test_only_public_institutions_with_functions_of_work_safety_are_meant if {
	reference({"kind": "直属事业单位", "hasSafetyFunctions": true}) == true
	reference({"kind": "直属事业单位", "hasSafetyFunctions": false}) == false
	reference({"kind": "直属事业单位"}) == null
	reference({"kind": "其他企业", "hasSafetyFunctions": true}) == false
}

test_enterprises_of_the_centre_stay_open if {
	reference({"kind": "国有（控股）企业", "ownership": "中央"}) == null
	reference({"kind": "国有（控股）企业", "ownership": "省属"}) == true
	reference({"kind": "国有（控股）企业"}) == null
}

covered(subject, options) := found if {
	found := scope.subject_covered.is with input as {
		"facts": {"subject": subject, "act": {"on": "2022-01-01"}},
		"options": options,
	}
		with data.hubei_joint_accountability.v2020.publication as bounds
}

test_a_body_is_covered_by_its_kind_its_place_and_its_day if {
	covered({"kind": "政府", "divisionCode": "420323"}, {}) == true
	covered({"kind": "功能区管理机构", "divisionCode": "420323"}, {}) == true
	covered({"kind": "其他企业", "divisionCode": "420323"}, {}) == false
	covered({"kind": "政府", "divisionCode": "410100"}, {}) == false
	covered({"kind": "政府"}, {}) == null
	covered({"kind": "其他企业", "divisionCode": "410100"}, {"asIfInForce": true}) == true
}
