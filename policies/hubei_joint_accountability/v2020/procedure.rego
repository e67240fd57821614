# METADATA
# title: 第十四条程序的步骤
# description: |
#   The events of one case: whether each step was valid, what is still to be done, and by whom. A step that is not there is a
#   failure only when the list is complete and the case closed: the text sets no time limits.
package hubei_joint_accountability.v2020.procedure

import data.facts
import data.hubei_joint_accountability.v2020.levels
import data.logic
import data.readings.readings

event(i) := facts.procedure_events[i]

of_kind(kind) := [i | some i, _ in facts.procedure_events; event(i).kind.value == kind]

# METADATA
# title: 部门的上一级安全生产委员会
# custom:
#   readings:
#     supervisorOfDepartment:
#       default: nextLevel
#       alternatives: [ownGovernment]
#       reason: “上一级安全生产委员会”按字面是比部门高一级的；第十七条的报告却交本级安全生产委员会，故也可以理解为部门所属本级的。
department_goes_up := logic.reads(readings.supervisorOfDepartment, "nextLevel")

# What belongs to a government or committee of its own level; by reference also its institutions and enterprises.
departments := ["党委职能部门", "政府工作部门", "直属事业单位", "国有（控股）企业"]

is_department := logic.any_of([logic.is_one_of(facts.subject.kind, departments), is_branch_of_department])

# 参照: a branch or a zone that corresponds to a department.
is_branch_of_department := logic.all_of([
	logic.is_one_of(facts.subject.kind, ["派出机关", "功能区管理机构"]),
	logic.is_one_of(facts.subject.counterpart, ["党委职能部门", "政府工作部门"]),
])

# The level whose 安全生产委员会 conducts the case. A body of unknown kind may be a department, and so may a branch of which
# no counterpart is stated.
required := levels.superior if is_department.is == false

else := under_reading(levels.superior) if department_goes_up.is == true

else := under_reading(levels.own) if is_department.is == true

else := under_reading(levels.unknown(what_tells_a_department))

what_tells_a_department := [facts.subject.kind.fact] if facts.subject.kind.value == null

else := is_branch_of_department.on

under_reading(wanted) := object.union(wanted, {"on": array.concat(wanted.on, department_goes_up.on)})

at_level(i) := levels.matches(event(i).level, required)

authority := facts.procedure.decisionOrgan

# 干部管理权限 is stated, or the organ is the one that is stated to have it. Of another name nothing follows: several
# organs may decide (相关责任追究决定机关), and one organ is written in several ways.
has_authority(i) := logic.given(event(i).hasAuthority) if event(i).hasAuthority.value != null

else := logic.always([event(i).organ.fact, authority.fact]) if {
	authority.value != null
	authority.value == event(i).organ.value
}

else := logic.open([event(i).hasAuthority.fact])

# An organ beside the one that is stated to decide.
of_another_organ(i) if {
	event(i).kind.value in ["建议书送达", "追究决定"]
	event(i).hasAuthority.value == null
	not null in [authority.value, event(i).organ.value]
	authority.value != event(i).organ.value
}

by_level := ["报请同意", "党委同意", "政府同意", "开始调查", "提出建议书"]

# Whether the step was taken by, or sent to, the organ that the clause names.
proper(i) := at_level(i) if event(i).kind.value in by_level

else := has_authority(i)

# A list that is not given is not a complete one, whatever is said of it.
is_complete if {
	facts.procedure.events.value != null
	facts.procedure.eventsComplete.value == true
}

beyond_the_list := logic.never(list_paths) if is_complete

else := logic.open(list_paths)

list_paths := [facts.procedure.events.fact, facts.procedure.eventsComplete.fact]

not_after(j, i) := logic.open([leaf.fact | some leaf in [event(j).on, event(i).on]; leaf.value == null]) if {
	null in [event(j).on.value, event(i).on.value]
}

else := {"is": event(j).on.value <= event(i).on.value, "on": [event(j).on.fact, event(i).on.fact]}

taken(kind) := logic.any_of(array.concat([proper(j) | some j in of_kind(kind)], [beyond_the_list]))

taken_before(kind, i) := logic.any_of(array.concat(
	[logic.all_of([proper(j), not_after(j, i)]) | some j in of_kind(kind)],
	[beyond_the_list],
))

# METADATA
# title: 党委、政府同意
# description: 报同级党委、政府同意, of both; without them the investigation of art. 14(1) may not begin.
# custom:
#   barred:
#     art_14__para_1: 开始调查（须先经党委、政府同意）
both_consented := logic.all_of([taken("党委同意"), taken("政府同意")])

# What makes a step valid, in the order of the clause; the first that fails names the fault.
conditions(i) := requested_by_the_right(i) if event(i).kind.value == "报请同意"

else := consented_at_the_level(i) if event(i).kind.value in ["党委同意", "政府同意"]

else := investigated_after_consent(i) if event(i).kind.value == "开始调查"

else := proposed_after_investigation(i) if event(i).kind.value == "提出建议书"

else := sent_to_the_authority(i) if event(i).kind.value == "建议书送达"

else := decided_on_the_proposal(i) if event(i).kind.value == "追究决定"

else := reported_back(i)

requested_by_the_right(i) := [{"code": "wrong_level", "holds": at_level(i)}]

consented_at_the_level(i) := [{"code": "consent_of_wrong_level", "holds": at_level(i)}]

investigated_after_consent(i) := [
	{"code": "wrong_level", "holds": at_level(i)},
	{"code": "party_consent_missing", "holds": taken("党委同意")},
	{"code": "government_consent_missing", "holds": taken("政府同意")},
	{"code": "investigated_before_consent", "holds": logic.all_of([
		taken_before("党委同意", i),
		taken_before("政府同意", i),
	])},
	{"code": "departments_not_joined", "holds": logic.given(event(i).withDepartments)},
]

proposed_after_investigation(i) := [
	{"code": "wrong_level", "holds": at_level(i)},
	{"code": "proposed_before_investigation", "holds": taken_before("开始调查", i)},
]

sent_to_the_authority(i) := [
	{"code": "misdirected", "holds": has_authority(i)},
	{"code": "sent_before_proposal", "holds": taken_before("提出建议书", i)},
]

decided_on_the_proposal(i) := [
	{"code": "decided_without_authority", "holds": has_authority(i)},
	{"code": "decided_before_proposal", "holds": taken_before("建议书送达", i)},
]

reported_back(i) := [
	{"code": "feedback_misdirected", "holds": reached_the_proposer(i)},
	{"code": "feedback_before_decision", "holds": taken_before("追究决定", i)},
]

# 提出责任追究建议的安全生产委员会: who made the proposal that stands, named by its level or by the one that must.
proposals := array.concat(
	[i | some i in of_kind("提出建议书"); at_level(i).is != false],
	[i | some i in of_kind("提出建议书"); every j in of_kind("提出建议书") { at_level(j).is == false }],
)

proposer_of(i) := levels.known(event(i).level.value, [event(i).level.fact]) if event(i).level.value != null

else := required

proposers := [required] if count(proposals) == 0

else := [proposer_of(i) | some i in proposals]

proposer := proposers[0]

# Of several that may have made it nothing follows but what is so of each.
reached_the_proposer(i) := all_match if {
	all_match := logic.all_of(matching(i))
	all_match.is == true
}

else := one_matches if {
	one_matches := logic.any_of(matching(i))
	one_matches.is == false
}

else := logic.open(array.concat([event(i).level.fact], required.on))

matching(i) := [levels.matches(event(i).level, wanted) | some wanted in proposers]

valid(i) := logic.all_of([condition.holds | some condition in conditions(i)])

faults(i) := array.concat(
	[condition.code | some condition in conditions(i); condition.holds.is == false],
	["authority_not_stated" | of_another_organ(i)],
)

instance(i) := {
	"of": $"/procedure/events/{i}",
	"applies": logic.tidy(logic.always([event(i).kind.fact])),
	"kept": logic.tidy(valid(i)),
	"code": faults(i)[0],
} if {
	faults(i) != []
}

else := {
	"of": $"/procedure/events/{i}",
	"applies": logic.tidy(logic.always([event(i).kind.fact])),
	"kept": logic.tidy(valid(i)),
}

among(kinds) := [i | some i, _ in facts.procedure_events; event(i).kind.value in kinds]

instances(kinds) := [instance(i) | some i in among(kinds)]

closed := facts.procedure.closedOn

# Steps after the case was closed: it was taken up again, and what it lacks may still come.
after_closing := [i |
	some i, _ in facts.procedure_events
	not null in [closed.value, event(i).on.value]
	event(i).on.value > closed.value
]

is_closed if {
	closed.value != null
	count(after_closing) == 0
}

# Whether a step was taken at all; its validity is judged by itself.
done(kind) := logic.always([facts.procedure.events.fact]) if count(of_kind(kind)) > 0

else := logic.never(array.concat(list_paths, [closed.fact])) if {
	is_complete
	is_closed
}

else := logic.open(array.concat([facts.procedure.events.fact], array.concat(
	[facts.procedure.eventsComplete.fact | not is_complete],
	[closed.fact | not is_closed],
)))

# A step that must follow and has not: open while the case is, a failure once it is closed.
outstanding(kind, code) := [{
	"of": kind,
	"applies": logic.tidy(logic.always([facts.procedure.events.fact])),
	"kept": logic.tidy(done(kind)),
	"code": code,
}] if {
	count(of_kind(kind)) == 0
}

else := []

kept(kinds, demanded) := logic.all_of(array.concat(
	[rightly_taken(kind) | some kind in kinds; count(of_kind(kind)) > 0],
	[done(kind) | some kind in demanded],
))

# A step taken wrongly and then again rightly is taken; the wrong one stays shown with its fault.
rightly_taken(kind) := logic.any_of(array.concat(
	[logic.all_of([valid(i), is_followed(i)]) | some i in of_kind(kind)],
	[beyond_the_list],
))

what_rests_on := {"开始调查": "提出建议书", "提出建议书": "建议书送达"}

# What rests on the step came after it, so far as there is any: a proposal made before the right investigation lacks one.
is_followed(i) := logic.always([]) if count(resting_on(i)) == 0

else := logic.any_of(array.concat([not_after(i, j) | some j in resting_on(i)], [beyond_the_list]))

resting_on(i) := of_kind(object.get(what_rests_on, event(i).kind.value, null))

# A step stands unless it was certainly invalid.
stands(kind) if {
	some i in of_kind(kind)
	valid(i).is != false
}

order := ["报请同意", "党委同意", "政府同意", "开始调查", "提出建议书", "建议书送达"]

# A step before one that stands was presumably taken while the list is not complete.
passed(kind) if stands(kind)

passed(kind) if {
	not is_complete
	some place, name in order
	name == kind
	some later in array.slice(order, place, count(order))
	not later in ["党委同意", "政府同意"]
	stands(later)
}

safety_committee := levels.safety_committee_of(required.level)

consenting := [name |
	some pair in [
		["党委同意", levels.committee_of(required.level)],
		["政府同意", levels.government_of(required.level)],
	]
	not passed(pair[0])
	name := pair[1]
]

asked_for_consent if {
	some kind in ["报请同意", "党委同意", "政府同意"]
	passed(kind)
}

# The organ that is stated to decide, else the one that the proposal was rightly sent to.
decision_organ := authority.value if authority.value != null

else := sent_to[0] if sent_to != []

else := "按照干部管理权限确定的责任追究决定机关"

sent_to := [event(i).organ.value |
	some i in of_kind("建议书送达")
	valid(i).is != false
	event(i).organ.value != null
]

# The next step on what is known; none where no level is known that could take it.
next_to_proposal := {} if required.state != "known"

else := step("报请党委、政府同意", [safety_committee], consenting) if not asked_for_consent

else := step("同意", consenting, [safety_committee]) if count(consenting) > 0

else := step("会同相关部门调查", [safety_committee], []) if not passed("开始调查")

else := step("提出责任追究建议书", [safety_committee], []) if not passed("提出建议书")

else := step("送责任追究建议书", [safety_committee], [decision_organ]) if not passed("建议书送达")

else := {}

next_to_feedback := step("依纪依法开展责任追究", [decision_organ], []) if not stands("追究决定")

else := step("反馈责任追究情况", [decision_organ], [proposing_committee]) if not stands("反馈")

else := {}

proposing_committee := levels.safety_committee_of(proposer.level) if proposer.state == "known"

else := "提出责任追究建议的安全生产委员会"

step(name, by, []) := {"next": {"step": name, "by": by}}

step(name, by, to) := {"next": {"step": name, "by": by, "to": to}} if count(to) > 0
