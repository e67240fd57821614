package test.hubei_procedure

import data.hubei_joint_accountability.v2020.procedure

department(kind) := found if {
	found := procedure.is_department.is with input as {"facts": {"subject": {"kind": kind}}}
}

test_departments_institutions_and_enterprises_belong_to_an_organ_of_their_level if {
	every kind in ["党委职能部门", "政府工作部门", "直属事业单位", "国有（控股）企业"] {
		department(kind) == true
	}
	every kind in ["党委", "政府"] {
		department(kind) == false
	}
	every kind in ["派出机关", "功能区管理机构", null] {
		department(kind) == null
	}
}

required(subject, reading) := found if {
	found := procedure.required with input as {
		"facts": {"subject": object.union({"level": "市（州）"}, subject)},
		"options": {"supervisorOfDepartment": reading},
	}
}

# 参照: a branch stands under the committee of its own level only where it corresponds to a department and is so read.
test_a_branch_of_which_no_counterpart_is_stated_may_be_a_department if {
	every kind in ["派出机关", "功能区管理机构"] {
		required({"kind": kind}, "ownGovernment").state == "unknown"
		"/subject/counterpart" in required({"kind": kind}, "ownGovernment").on
		required({"kind": kind}, "nextLevel").level == "省"
		required({"kind": kind, "counterpart": "政府"}, "ownGovernment").level == "省"
		required({"kind": kind, "counterpart": "党委"}, "ownGovernment").level == "省"
		required({"kind": kind, "counterpart": "政府工作部门"}, "ownGovernment").level == "市（州）"
		required({"kind": kind, "counterpart": "党委职能部门"}, "ownGovernment").level == "市（州）"
	}
	required({}, "ownGovernment").on == ["/subject/kind", "/options/supervisorOfDepartment"]
}

authority(event, organ) := found if {
	found := procedure.has_authority(0) with input as {"facts": {"procedure": {"events": [event], "decisionOrgan": organ}}}
}

test_an_organ_has_the_authority_that_is_stated_or_that_of_the_deciding_organ if {
	authority({"organ": "竹山县委", "hasAuthority": false}, "竹山县委").is == false
	authority({"organ": "竹山县委"}, "竹山县委").is == true
	authority({"organ": "竹山县纪委"}, "竹山县委").is == null
	authority({"organ": null}, null).is == null
}

# A county government: 上一级 is the prefecture.
with_events(events, changed) := {"facts": {
	"subject": {"kind": "政府", "level": "县（市、区）", "divisionCode": "420323"},
	"procedure": object.union({"events": events, "eventsComplete": true}, changed),
}}

prefecture := "市（州）"

another_organ(event, organ) if {
	procedure.of_another_organ(0) with input as with_events([event], {"decisionOrgan": organ})
}

test_an_organ_beside_the_one_that_is_stated_to_decide if {
	another_organ({"kind": "建议书送达", "organ": "竹山县纪委"}, "竹山县委")
	another_organ({"kind": "追究决定", "organ": "竹山县纪委"}, "竹山县委")
	not another_organ({"kind": "提出建议书", "organ": "竹山县纪委"}, "竹山县委")
	not another_organ({"kind": "追究决定", "organ": "竹山县委"}, "竹山县委")
	not another_organ({"kind": "追究决定", "organ": null}, "竹山县委")
	not another_organ({"kind": "追究决定", "organ": "竹山县纪委"}, null)
	not another_organ({"kind": "追究决定", "organ": "竹山县纪委", "hasAuthority": true}, "竹山县委")
}

test_a_list_of_steps_that_is_not_given_is_not_complete if {
	procedure.is_complete with input as with_events([], {})
	not procedure.is_complete with input as with_events(null, {})
	not procedure.is_complete with input as with_events([], {"eventsComplete": null})
}

test_of_two_steps_the_day_that_is_missing_is_named if {
	steps := [{"kind": "党委同意", "on": "2022-05-01"}, {"kind": "开始调查", "on": "2022-05-01"}, {"kind": "开始调查"}]
	procedure.not_after(0, 1).is == true with input as with_events(steps, {})
	procedure.not_after(0, 2) == {"is": null, "on": ["/procedure/events/2/on"]} with input as with_events(steps, {})
	procedure.not_after(2, 1) == {"is": null, "on": ["/procedure/events/2/on"]} with input as with_events(steps, {})
}

consent(organ, level, day) := {"kind": $"{organ}同意", "level": level, "on": day}

begun := {"kind": "开始调查", "level": prefecture, "on": "2022-05-10", "withDepartments": true}

faults(events) := found if {
	found := procedure.faults(0) with input as with_events(events, {})
}

# 报同级党委、政府同意
test_an_investigation_needs_the_consent_of_both_before_it_begins if {
	party := consent("党委", prefecture, "2022-05-01")
	government := consent("政府", prefecture, "2022-05-01")
	faults([begun, party, government]) == []
	faults([begun, government]) == ["party_consent_missing", "investigated_before_consent"]
	faults([begun, party]) == ["government_consent_missing", "investigated_before_consent"]
	late := {"on": "2022-05-11"}
	faults([begun, object.union(party, late), government]) == ["investigated_before_consent"]
	faults([begun, party, object.union(government, late)]) == ["investigated_before_consent"]
	faults([begun, object.union(party, {"level": "省"}), government]) == ["party_consent_missing", "investigated_before_consent"]
}

proposal(level) := {"kind": "提出建议书", "level": level, "on": "2022-06-01"}

proposals(levels) := found if {
	found := procedure.proposals with input as with_events([proposal(level) | some level in levels], {})
}

test_the_proposal_of_the_right_level_stands_before_one_of_another if {
	proposals([prefecture]) == [0]
	proposals(["省", prefecture]) == [1]
	proposals(["省", null]) == [1]
	proposals(["省", "县（市、区）"]) == [0, 1]
	proposals([]) == []
}

proposers(levels) := [proposer.level | some proposer in found] if {
	found := procedure.proposers with input as with_events([proposal(level) | some level in levels], {})
}

test_who_proposed_is_named_by_its_level_or_by_the_one_that_must if {
	proposers([]) == [prefecture]
	proposers(["省"]) == ["省"]
	proposers([null]) == [prefecture]
}

reached(level, levels) := found if {
	events := array.concat([{"kind": "反馈", "level": level}], [proposal(other) | some other in levels])
	found := procedure.reached_the_proposer(0).is with input as with_events(events, {})
}

test_feedback_reaches_whoever_proposed_where_that_is_certain if {
	reached(prefecture, [prefecture]) == true
	reached("省", [prefecture]) == false
	reached("省", ["省", "县（市、区）"]) == null
	reached(prefecture, ["省", "县（市、区）"]) == false
}

after_closing(day) := found if {
	found := procedure.after_closing with input as with_events([object.union(begun, {"on": day})], {"closedOn": "2022-07-01"})
}

test_a_case_is_taken_up_again_by_a_step_after_the_day_on_which_it_was_closed if {
	after_closing("2022-07-02") == [0]
	after_closing("2022-07-01") == []
	after_closing(null) == []
}

done(kind, changed) := found if {
	found := procedure.done(kind).is with input as with_events([begun], changed)
}

test_a_step_is_not_done_once_a_case_whose_steps_are_all_listed_is_closed if {
	done("开始调查", {}) == true
	done("提出建议书", {"closedOn": "2022-07-01"}) == false
	done("提出建议书", {}) == null
	done("提出建议书", {"closedOn": "2022-07-01", "eventsComplete": false}) == null
}

passed(kind, changed) if {
	procedure.passed(kind) with input as with_events([begun], changed)
}

test_only_in_a_list_that_may_lack_a_step_is_it_presumed_from_a_later_one if {
	passed("报请同意", {"eventsComplete": false})
	not passed("报请同意", {})
	not passed("提出建议书", {"eventsComplete": false})
	both := [begun, consent("党委", prefecture, "2022-05-01"), consent("政府", prefecture, "2022-05-01")]
	procedure.stands("开始调查") with input as with_events(both, {})
	not procedure.passed("报请同意") with input as with_events(both, {})
}

# Either may consent first, so that one consent says nothing of the request or of the other.
test_no_step_is_presumed_from_a_consent if {
	given := consent("党委", prefecture, "2022-05-01")
	not presumed("报请同意", given)
	not presumed("政府同意", given)
	presumed("党委同意", given)
}

presumed(kind, event) if {
	procedure.passed(kind) with input as with_events([event], {"eventsComplete": false})
}

decision_organ(events, organ) := found if {
	found := procedure.decision_organ with input as with_events(events, {"decisionOrgan": organ})
}

unnamed := "按照干部管理权限确定的责任追究决定机关"

test_the_organ_that_decides_is_the_one_stated_else_the_one_rightly_sent_to if {
	sent := {"kind": "建议书送达", "organ": "竹山县委"}
	decision_organ([sent], "竹山县纪委") == "竹山县纪委"
	decision_organ([proposal(prefecture), object.union(sent, {"hasAuthority": true, "on": "2022-06-02"})], null) == "竹山县委"
	decision_organ([object.union(sent, {"hasAuthority": false})], null) == unnamed
	decision_organ([object.union(sent, {"organ": null})], null) == unnamed
	decision_organ([], null) == unnamed
	rightly := object.union(sent, {"hasAuthority": true, "on": "2022-06-02"})
	decision_organ([proposal(prefecture), object.union(rightly, {"organ": null}), rightly], null) == "竹山县委"
}
