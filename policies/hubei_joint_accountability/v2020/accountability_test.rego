package test.hubei_accountability

import data.hubei_joint_accountability.v2020.accountability
import data.hubei_joint_accountability.v2020.identity

county := {"role": "机关", "kind": "政府", "organ": "竹山县人民政府"}

act := {"on": "2022-03-01"}

severe_on(organ) := {"kind": "问责", "on": "2022-08-01", "subject": "机关", "organ": organ, "degree": "从重"}

not_severe_on(organ) := {"kind": "问责", "on": "2022-08-01", "subject": "机关", "organ": organ, "degree": "没有从轻从重"}

department := {"organ": "竹山县应急管理局", "organKind": "政府工作部门"}

severe_on_department := object.union(severe_on("竹山县应急管理局"), department)

not_severe_on_department := object.union(not_severe_on("竹山县应急管理局"), department)

decided(decisions) := {"decisions": decisions, "decisionsComplete": true}

test_how_another_body_was_dealt_with_is_no_breach_of_this_one if {
	decisions := decided([severe_on("竹山县人民政府"), not_severe_on_department])
	accountability.severe.is == true with input as {"facts": {"act": act, "subject": county, "accountability": decisions}}
}

test_how_its_leaders_were_dealt_with_is_no_breach_of_the_body if {
	on_a_leader := object.union(not_severe_on("竹山县人民政府"), {"subject": "相关负责人"})
	decisions := decided([severe_on("竹山县人民政府"), on_a_leader])
	accountability.severe.is == true with input as {"facts": {"act": act, "subject": county, "accountability": decisions}}
}

test_a_decision_on_the_body_itself_that_is_not_severe_is if {
	decisions := decided([not_severe_on("竹山县人民政府")])
	accountability.severe.is == false with input as {"facts": {"act": act, "subject": county, "accountability": decisions}}
}

test_while_only_others_were_dealt_with_it_is_open if {
	decisions := decided([severe_on_department])
	accountability.severe.is == null with input as {"facts": {"act": act, "subject": county, "accountability": decisions}}
}

test_a_decision_that_names_no_organ_leaves_it_open if {
	decisions := decided([severe_on("竹山县人民政府"), not_severe_on(null)])
	accountability.severe.is == null with input as {"facts": {"act": act, "subject": county, "accountability": decisions}}
}

test_of_an_accident_every_decision_counts if {
	decisions := decided([severe_on("竹山县人民政府"), not_severe_on_department])
	accountability.severe.is == false with input as {"facts": {"act": act, "accountability": decisions}}
}

decision(changed) := {"facts": {"accountability": {"decisions": [object.union(
	{"organ": "竹山县人民政府", "organCode": "420323", "organKind": "政府", "organReference": "O-1"},
	changed,
)]}}}

asked_of(changed) := found if {
	found := accountability.asked_of(identity.decisions[0]) with input as decision(changed)
}

test_what_a_decision_does_not_say_of_its_organ_is_asked_for_else_its_name if {
	asked_of({}) == ["/accountability/decisions/0/organ"]
	asked_of({"organKind": null}) == ["/accountability/decisions/0/organKind"]
	asked_of({"organCode": null, "organKind": null}) == ["/accountability/decisions/0/organCode", "/accountability/decisions/0/organKind"]
}

whom_not_said(stated, asked_for) := found[asked_for] if {
	found := accountability.whom_not_said with input as decision({"subject": stated})
}

test_only_a_decision_that_does_not_say_whom_it_concerns_is_asked_for_it if {
	whom_not_said("机关", "机关") == [[]]
	whom_not_said(null, "机关") == [["/accountability/decisions/0/subject"]]
}

# 主要负责人 is one of the 相关负责人; which of these a decision means it may not say.
test_a_decision_on_leaders_concerned_is_asked_whether_it_is_on_the_principal if {
	whom_not_said("相关负责人", "主要负责人") == [["/accountability/decisions/0/subject"]]
	whom_not_said("相关负责人", "相关负责人") == [[]]
	whom_not_said("主要负责人", "主要负责人") == [[]]
}

nobody_named(by) := found if {
	found := accountability.nobody_named([{"organ": null, "by": by}]) with input as decision({})
}

test_further_decisions_are_asked_for_only_where_none_may_be_on_the_organ if {
	"/accountability/decisionsComplete" in nobody_named([])
	nobody_named([[0, "open"]]) == []
	nobody_named([[0, "same"]]) == []
}

concluded(decisions) := object.union(decided(decisions), {"concludedOn": "2022-08-02"})

severe_for(role, decisions) := found if {
	found := accountability.severe with input as {"facts": {
		"act": act,
		"subject": object.union(county, {"role": role}),
		"accountability": concluded(decisions),
	}}
}

on_principal := object.union(not_severe_on("竹山县人民政府"), {"subject": "主要负责人"})

on_leaders := object.union(not_severe_on("竹山县人民政府"), {"subject": "相关负责人"})

test_a_role_that_is_not_said_is_asked_for_unless_it_makes_no_difference if {
	both := [severe_on("竹山县人民政府"), on_principal]
	severe_for("机关", both).is == true
	severe_for("主要负责人", both).is == false
	severe_for(null, both) == {"is": null, "on": ["/subject/role"]}
	severe_for(null, []).is == false
}

# 应当……从重追究责任: whoever is not pursued at all is not pursued severely.
test_whom_a_concluded_case_left_out_was_not_pursued_severely if {
	severe_for("主要负责人", [severe_on("竹山县人民政府")]).is == false
	severe_for("机关", [on_principal]).is == false
}

test_a_decision_on_leaders_concerned_may_be_on_the_principal if {
	severe_for("主要负责人", [on_leaders]) == {"is": null, "on": ["/accountability/decisions/0/subject"]}
	severe_for("分管安全生产工作的负责人", [on_leaders]).is == false
	severe_for("分管安全生产工作的负责人", [on_principal]).is == false
}

# A decision of no day may be older than the act, and how severe it was then says nothing.
test_an_undated_decision_on_the_body_leaves_open_whether_it_was_severe if {
	undated := object.union(not_severe_on("竹山县人民政府"), {"on": null})
	severe_for("机关", [severe_on("竹山县人民政府"), undated]) == {"is": null, "on": ["/accountability/decisions/1/on"]}
	severe_for("机关", [severe_on("竹山县人民政府"), object.union(undated, {"on": "2022-02-28"})]).is == true
	severe_for("机关", [severe_on("竹山县人民政府"), object.union(undated, {"on": "2022-03-01"})]).is == false
}
