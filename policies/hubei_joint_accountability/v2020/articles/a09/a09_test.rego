package test.hubei_a09

import data.hubei_joint_accountability.v2020.articles.a09

established := {
	"value": true,
	"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "意见（假定）"}],
}

government := "竹山县人民政府"

committee := "中共竹山县委员会"

decision(organ, subject) := {"kind": "问责", "on": "2022-08-01", "organ": organ, "subject": subject}

pursued(organs) := found if {
	found := a09.failures_pursued.is with input as {"facts": {
		"accident": {"occurredOn": "2022-03-01", "divisionCode": "420323103"},
		"performance": {"failures": [{"organ": organ, "established": established} | some organ in [government, committee]], "complete": true},
		"accountability": {
			"decisions": [decision(organ, subject) | some organ in organs; some subject in ["机关", "主要负责人"]],
			"decisionsComplete": true,
			"concludedOn": "2022-09-01",
		},
	}}
}

hint(role) := object.get(found, "hint", null) if {
	found := a09.failure_pursued with input as {"facts": {"subject": {"kind": "政府", "role": role, "organ": government}}}
}

# 第二条第二款：负责人履行个人安全生产职责的
test_only_another_leader_is_told_of_the_detailed_rules if {
	hint("分管安全生产工作的负责人") == "own_duties_by_detailed_rules"
	hint("其他负责人") == "own_duties_by_detailed_rules"
	hint("其他人员") == "staff_by_other_rules"
	[hint(role) | some role in ["机关", "主要负责人", null]] == [null, null, null]
}

# 对有关党委和政府……予以责任追究
test_of_an_accident_every_organ_that_failed_is_pursued_or_the_duty_is_not_kept if {
	pursued([government, committee]) == true
	pursued([government]) == false
	pursued([committee]) == false
	pursued([]) == false
}

of_body(role, decisions) := found if {
	found := a09.subject_pursued with input as {"facts": {
		"subject": {"kind": "政府", "role": role, "organ": government, "level": "县（市、区）", "divisionCode": "420323"},
		"act": {"on": "2022-03-01"},
		"accountability": {"decisions": decisions, "decisionsComplete": true, "concludedOn": "2022-09-01"},
	}}
}

test_of_a_subject_whose_role_is_not_said_the_role_is_asked_for_unless_both_were_pursued if {
	on_body := decision(government, "机关")
	of_body("机关", [on_body]).is == true
	of_body("主要负责人", [on_body]).is == false
	of_body(null, [on_body]) == {"is": null, "on": ["/subject/role"]}
	of_body(null, [on_body, decision(government, "主要负责人")]).is == true
	of_body(null, []).is == false
}

test_a_decision_on_leaders_concerned_does_not_say_that_the_principal_was_pursued if {
	of_body("主要负责人", [decision(government, "相关负责人")]) == {"is": null, "on": ["/accountability/decisions/0/subject"]}
	of_body("主要负责人", [decision(government, "主要负责人")]).is == true
}
