package hubei_joint_accountability.v2020.articles.a05

import data.calendar.asked
import data.facts
import data.hubei_joint_accountability.v2020.duty
import data.hubei_joint_accountability.v2020.scope
import data.lists
import data.logic

# METADATA
# title: 考核评价体系
# custom:
#   provision: art_5__para_1__item_4__s1
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 严格安全生产履职绩效考核，建立与全面建成小康社会相适应和体现安全发展水平的考核评价体系。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := duty.norm(duty.committee, logic.all_of([
	logic.given(facts.assessmentSystem.established),
	duty.evaluated(rego.metadata.rule().custom.provision),
]))

# METADATA
# title: 考核权重
# description: The weight was raised in both assessments that the sentence names; what “等” adds is left to the evaluation.
# custom:
#   provision: art_5__para_1__item_4__s2
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 完善考核制度，统筹整合、科学设定安全生产考核指标，加大安全生产在社会治安综合治理、精神文明建设等考核中的权重。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := object.union(
	duty.norm(duty.committee, logic.all_of([
		raised_in("社会治安综合治理"),
		raised_in("精神文明建设"),
		duty.evaluated(rego.metadata.rule().custom.provision),
	])),
	each_weight,
)

raised_in(assessment) := lists.some_holds(
	[logic.all_of([logic.is_one_of(facts.assessmentSystem_weights[i].assessment, [assessment]), raised(i)]) |
		some i, _ in facts.assessmentSystem_weights
	],
	facts.assessmentSystem.weights,
	facts.assessmentSystem.weightsComplete,
)

raised(i) := logic.open(lists.unknown(weights_of(i))) if null in [leaf.value | some leaf in weights_of(i)]

else := {
	"is": facts.assessmentSystem_weights[i].currentPermille.value > facts.assessmentSystem_weights[i].previousPermille.value,
	"on": [leaf.fact | some leaf in weights_of(i)],
}

weights_of(i) := [facts.assessmentSystem_weights[i].currentPermille, facts.assessmentSystem_weights[i].previousPermille]

each_weight := duty.each(
	duty.committee,
	[{"of": $"/assessmentSystem/weights/{i}", "applies": logic.always([]), "kept": raised(i)} |
		some i, _ in facts.assessmentSystem_weights
	],
)

# METADATA
# title: 挂钩制度和一票否决
# description: Every event that must be vetoed has a recorded veto.
# custom:
#   provision: art_5__para_1__item_4__s3
#   modality: must
#   class: M
#   quote: 建立安全生产绩效与履职评定、职务晋升、奖励惩处挂钩制度，严格执行安全生产“一票否决”制度。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := object.union(
	duty.norm(duty.committee, logic.all_of([
		logic.given(facts.assessmentSystem.linkedToAppraisal),
		logic.given(facts.assessmentSystem.linkedToPromotion),
		logic.given(facts.assessmentSystem.linkedToRewards),
		every_veto_recorded,
	])),
	each_veto,
)

every_veto_recorded := lists.all_hold(
	[logic.any_of([logic.negate(occurred(i)), vetoed(i)]) | some i, _ in facts.assessmentSystem_veto_events],
	facts.assessmentSystem.vetoEvents,
	facts.assessmentSystem.vetoEventsComplete,
)

occurred(i) := logic.all_of([
	asked.by_then(facts.assessmentSystem_veto_events[i].on),
	scope.binds_on(facts.assessmentSystem_veto_events[i].on),
])

vetoed(i) := logic.all_of([
	logic.is_one_of(facts.assessmentSystem_veto_events[i].decision, ["一票否决"]),
	decided_by_then(facts.assessmentSystem_veto_events[i].decidedOn),
])

# The sentence sets no limit: a veto decided after the day asked may have been due on that day or not.
decided_by_then(leaf) := logic.open([asked.day.fact]) if asked.by_then(leaf).is == false

else := asked.by_then(leaf)

each_veto := duty.each(
	duty.committee,
	[{"of": $"/assessmentSystem/vetoEvents/{i}", "applies": occurred(i), "kept": vetoed(i)} |
		some i, _ in facts.assessmentSystem_veto_events
	],
)
