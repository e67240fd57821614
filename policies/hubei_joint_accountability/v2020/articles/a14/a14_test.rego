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
