# METADATA
# title: 第十四条 责任追究的程序
package hubei_joint_accountability.v2020.articles.a14

import data.civil_servant_law.v2018.articles.a76
import data.facts
import data.hubei_joint_accountability.v2020.articles.a11
import data.hubei_joint_accountability.v2020.performance
import data.hubei_joint_accountability.v2020.procedure
import data.hubei_joint_accountability.v2020.scope
import data.logic
import data.public_official_sanctions.v2020.articles.a47

# METADATA
# title: 调查和责任追究建议
# description: |
#   A failure in a duty of chapter II, of an organ, other than one for which art. 11 reaches it: the 安全生产委员会 one level
#   up takes it to the Party committee and the government of its level, investigates with the departments, and sends its
#   proposal to the organ with the authority over the cadres. Of a person alone the clause says nothing.
# custom:
#   provision: art_14__para_1
#   modality: must
#   class: M
#   human: [/performance, /accident]
#   quote: 履行本办法第二章所规定的职责不到位，应当追究党委、政府及其工作部门责任的，由上一级安全生产委员会报同级党委、政府同意后，会同相关部门进行调查，提出责任追究建议书并按照干部管理权限送相关责任追究决定机关。
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := object.union_n([
	logic.norm(on_this_track, steps_to_proposal),
	progress,
	no_investigation_yet,
	gap,
])

on_this_track := logic.all_of([
	scope.subject_covered,
	is_organ,
	fails_otherwise,
])

# 履行本办法第二章所规定的职责不到位. Of an organ that the accident reaches, only what led to the accident follows art. 11.
fails_otherwise := logic.all_of([performance.by_subject, logic.negate(accident_case)]) if accident_case.is != true

else := logic.any_of(array.concat(
	[logic.all_of([
		performance.is_of_subject(i),
		logic.given(failure.established),
		logic.negate(logic.given(failure.ledToAccident)),
	]) |
		some i, failure in facts.performance_failures
	],
	[performance.beyond_the_list],
))

is_organ := logic.is_one_of(facts.subject.role, ["机关"])

# While nothing is known of an accident, the first thing to ask is whether there was one.
accident_case := logic.open([facts.accident.occurred.fact]) if {
	facts.accident.occurred.value == null
	facts.accident.occurredOn.value == null
	a11.case_of_whom_is_asked.is == null
}

else := a11.case_of_whom_is_asked

kinds := ["报请同意", "党委同意", "政府同意", "开始调查", "提出建议书", "建议书送达"]

demanded := ["党委同意", "政府同意", "开始调查", "提出建议书", "建议书送达"]

# Above the province stands no 安全生产委员会 that the measures could bind.
beyond_the_province if procedure.required.state == "none"

# Whose steps they must be rests on the reading of 上一级, even while there are none: no fact is missing of them.
steps_to_proposal := logic.open(logic.readings_in(procedure.required.on)) if beyond_the_province

else := {"is": steps.is, "on": array.concat(steps.on, logic.readings_in(procedure.required.on))} if {
	steps := procedure.kept(kinds, demanded)
}

default progress := {}

progress := object.union_n([{"each": procedure.instances(kinds)}, bearers, next]) if on_this_track.is != false

# 由上一级安全生产委员会
bearers := {"bearers": [procedure.safety_committee]} if procedure.required.state == "known"

else := {}

next := {} if beyond_the_province

else := procedure.next_to_proposal

default no_investigation_yet := {}

no_investigation_yet := {"bar": logic.tidy(logic.negate(procedure.both_consented))} if {
	on_this_track.is != false
	not beyond_the_province
	procedure.both_consented.is != true
}

gap := {"gap": "head_follows_cadre_authority"} if is_organ.is == false

else := {"gap": "no_superior_in_province"} if {
	beyond_the_province
	on_this_track.is != false
}

else := {}

# METADATA
# title: 责任追究决定和反馈
# description: The organ that received a proposal decides and reports back to the 安全生产委员会 that made it.
# custom:
#   provision: art_14__para_2
#   modality: must
#   class: M
#   quote: 责任追究决定机关收到安全生产委员会责任追究建议书后，依纪依法开展责任追究，并将责任追究情况反馈提出责任追究建议的安全生产委员会。
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.norm(proposal_received, procedure.kept(["追究决定", "反馈"], ["追究决定", "反馈"])),
	follow_up,
)

proposal_received := logic.all_of([scope.subject_covered, procedure.taken("建议书送达")])

default follow_up := {}

follow_up := object.union_n([
	{"bearers": [procedure.decision_organ]},
	{"each": array.concat(
		procedure.instances(["追究决定", "反馈"]),
		array.concat(
			procedure.outstanding("追究决定", "decision_outstanding"),
			procedure.outstanding("反馈", "feedback_outstanding"),
		),
	)},
	procedure.next_to_feedback,
]) if {
	proposal_received.is == true
}

# A decision or a feedback without a proposal is shown with what it lacks.
follow_up := {"each": procedure.instances(["追究决定", "反馈"])} if {
	proposal_received.is == false
	scope.subject_covered.is != false
	count(procedure.among(["追究决定", "反馈"])) > 0
}

# METADATA
# title: 调查回避
# description: |
#   The measures name no grounds; those of the Civil Servant Law (directly) and of the law on sanctions (by analogy) say when
#   someone must withdraw.
# custom:
#   provision: art_14__para_3
#   modality: must
#   class: M
#   human: [/procedure/investigators]
#   quote: 调查应当遵守回避原则。
#   refersTo: 中华人民共和国公务员法；中华人民共和国公职人员政务处分法
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.norm(under_investigation, recusal_kept),
	recusals,
)

under_investigation := logic.all_of([scope.subject_covered, investigation_opened])

investigation_opened := logic.always([facts.procedure.investigators.fact]) if count(facts.procedure_investigators) > 0

else := logic.always([facts.procedure.events.fact]) if count(procedure.of_kind("开始调查")) > 0

else := procedure.beyond_the_list

must_withdraw(i) := logic.any_of([a76.ground(i), a47.ground(i)])

withdrew(i) := logic.given(facts.procedure_investigators[i].withdrew)

recusal_kept := logic.all_of(array.concat(
	[logic.any_of([logic.negate(must_withdraw(i)), withdrew(i)]) | some i, _ in facts.procedure_investigators],
	[logic.negate(a47.beyond_the_list)],
))

default recusals := {}

recusals := {"each": [recusal(i) | some i, _ in facts.procedure_investigators]} if {
	under_investigation.is != false
}

recusal(i) := object.union(logic.norm(must_withdraw(i), withdrew(i)), {
	"of": $"/procedure/investigators/{i}",
	"code": reasons(i)[0],
}) if {
	reasons(i) != []
}

else := object.union(logic.norm(must_withdraw(i), withdrew(i)), {"of": $"/procedure/investigators/{i}"})

# Why; one who comes from the organ under inquiry is a reason to evaluate, not yet a ground.
reasons(i) := [reason.code |
	some reason in [
		{"code": "near_kin", "is": a47.near_kin(i).is},
		{"code": "kin", "is": a76.interest_of_kin(i).is},
		{"code": "witness", "is": a47.witness(i).is},
		{"code": "interest", "is": a47.interest(i).is},
		{"code": "fairness", "is": a47.other_circumstance(i).is},
		{"code": "from_subject_organ", "is": from_subject_organ(i)},
	]
	reason.is == true
]

from_subject_organ(i) if {
	facts.procedure_investigators[i].fromSubjectOrgan.value == true
	must_withdraw(i).is == null
}

else := false
