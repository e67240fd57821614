package test.hubei_a14

import data.hubei_joint_accountability.v2020.articles.a14

case_of(accident) := found if {
	found := a14.accident_case with input as {"facts": {"accident": accident}}
}

test_while_nothing_is_known_of_an_accident_the_first_question_is_whether_there_was_one if {
	case_of({}) == {"is": null, "on": ["/accident/occurred"]}
	case_of({"divisionCode": "410100"}).is == false
	case_of({"occurred": false}).is == false
	every known in [{"occurredOn": "2022-03-01", "divisionCode": "420323103"}, {"occurred": true, "divisionCode": "420323103"}] {
		found := case_of(known)
		found.is == null
		not "/accident/occurred" in found.on
	}
}

barred(on_track, consented) := found if {
	found := a14.no_investigation_yet with input as {"facts": {"subject": {"kind": "政府", "level": "县（市、区）", "divisionCode": "420323"}}}
		with data.hubei_joint_accountability.v2020.articles.a14.on_this_track as {"is": on_track, "on": []}
		with data.hubei_joint_accountability.v2020.procedure.both_consented as {"is": consented, "on": []}
}

test_no_investigation_begins_before_both_consented if {
	barred(true, false) == {"bar": {"is": true, "on": []}}
	barred(null, null) == {"bar": {"is": null, "on": []}}
	barred(true, true) == {}
	barred(false, false) == {}
}

gap(on_track) := found if {
	found := a14.gap with input as {"facts": {"subject": {"kind": "政府", "role": "机关", "level": "省", "divisionCode": "420000"}}}
		with data.hubei_joint_accountability.v2020.articles.a14.on_this_track as {"is": on_track, "on": []}
}

test_that_no_level_stands_above_the_province_matters_on_this_track_only if {
	[gap(on_track) | some on_track in [true, null, false]] == [{"gap": "no_superior_in_province"}, {"gap": "no_superior_in_province"}, {}]
}

steps(subject, options) := found if {
	found := a14.steps_to_proposal with input as {"facts": {"subject": subject}, "options": options}
}

# 由上一级安全生产委员会: whose steps they were no fact can tell; of a department another reading can.
test_nothing_is_missing_of_the_steps_of_a_level_that_does_not_exist if {
	steps({"kind": "政府", "level": "省", "divisionCode": "420000"}, {}) == {"is": null, "on": []}
	department := {"kind": "政府工作部门", "level": "省", "divisionCode": "420000"}
	steps(department, {}) == {"is": null, "on": ["/options/supervisorOfDepartment"]}
	"/procedure/events" in steps(department, {"supervisorOfDepartment": "ownGovernment"}).on
}

unsuspicious := {"relation": "没有亲属关系", "wasWitness": false, "hasInterest": false, "relativeHasInterest": false}

reasons(investigator) := found if {
	found := a14.reasons(0) with input as {"facts": {"procedure": {"investigators": [investigator]}}}
}

test_a_witness_must_withdraw_by_the_law_on_sanctions_alone if {
	witness := object.union(unsuspicious, {"wasWitness": true})
	a14.must_withdraw(0).is == true with input as {"facts": {"procedure": {"investigators": [witness]}}}
	reasons(witness) == ["witness"]
}

test_who_comes_from_the_organ_under_inquiry_is_a_reason_to_evaluate_while_nothing_else_is_known if {
	reasons({"fromSubjectOrgan": true}) == ["from_subject_organ"]
	reasons({"fromSubjectOrgan": false}) == []
	reasons({"fromSubjectOrgan": null}) == []
	reasons({"fromSubjectOrgan": true, "wasWitness": true}) == ["witness"]
}

bearers(level) := found if {
	found := a14.bearers with input as {"facts": {
		"subject": {"kind": "政府", "level": level, "divisionCode": "420323"},
		"act": {"on": "2022-05-10"},
	}}
}

# 由上一级安全生产委员会
test_the_committee_that_must_act_is_named_where_its_level_is_known if {
	bearers("县（市、区）") == {"bearers": ["十堰市安全生产委员会"]}
	bearers("省") == {}
	bearers(null) == {}
}

evaluation(value) := {
	"value": value,
	"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "意见（假定）"}],
}

# Whether an organ that article 11 reaches fails otherwise than in what led to the accident.
fails(changed) := found if {
	found := a14.fails_otherwise.is with input as {"facts": {
		"subject": {"kind": "政府", "role": "机关", "level": "县（市、区）", "divisionCode": "420323"},
		"act": {"on": "2022-05-10"},
		"performance": {"complete": true, "failures": [object.union(
			{
				"organ": "竹山县人民政府", "organCode": "420323", "organKind": "政府",
				"established": evaluation(true), "ledToAccident": false,
			},
			changed,
		)]},
	}}
		with data.hubei_joint_accountability.v2020.articles.a14.accident_case as {"is": true, "on": []}
}

# 履行本办法第二章所规定的职责不到位，应当追究……责任的
test_beside_an_accident_an_established_failure_of_the_organ_itself_that_did_not_lead_to_it_is_on_this_track if {
	fails({}) == true
	fails({"ledToAccident": true}) == false
	fails({"ledToAccident": null}) == null
	fails({"established": evaluation(false)}) == false
	fails({"established": null}) == null
	fails({"organ": "房县人民政府", "organCode": "420325"}) == false
	fails({"organ": null, "organCode": null, "organKind": null}) == null
}

follow_up(day, complete) := found if {
	found := a14.follow_up with input as {"facts": {
		"subject": {"kind": "政府", "role": "机关", "level": "县（市、区）", "divisionCode": "420323"},
		"act": {"on": day},
		"procedure": {"eventsComplete": complete, "events": [{"kind": "追究决定", "on": "2022-08-01"}]},
	}}
}

# 责任追究决定机关收到安全生产委员会责任追究建议书后
test_a_decision_without_a_proposal_is_shown_only_where_the_measures_may_apply if {
	[entry.of | some entry in follow_up("2022-05-10", true).each] == ["/procedure/events/0"]
	[entry.of | some entry in follow_up(null, true).each] == ["/procedure/events/0"]
	follow_up("2019-05-10", true) == {}
	follow_up("2022-05-10", false) == {}
}
