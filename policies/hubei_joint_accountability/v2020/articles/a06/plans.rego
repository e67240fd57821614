package hubei_joint_accountability.v2020.articles.a06

import data.calendar.asked
import data.facts
import data.hubei_joint_accountability.v2020.duty
import data.lists
import data.logic

# METADATA
# title: 纳入规划
# custom:
#   provision: art_6__para_1__item_2
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 将安全生产工作纳入政府重要工作范围。把安全生产纳入经济社会发展总体规划，制定实施安全生产专项规划。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := item(rego.metadata.rule().custom.provision)

# METADATA
# title: 纳入政府重要工作范围
# custom:
#   provision: art_6__para_1__item_2__s1
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 将安全生产工作纳入政府重要工作范围。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 总体规划和专项规划
# description: Both plans are in force on the day; whether the special plan is carried out is evaluated.
# custom:
#   provision: art_6__para_1__item_2__s2
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 把安全生产纳入经济社会发展总体规划，制定实施安全生产专项规划。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := duty.norm(duty.government, logic.all_of([
	general_plan_includes_safety,
	special_plan_in_force,
	duty.evaluated(rego.metadata.rule().custom.provision),
]))

general_plan_includes_safety := some_plan([logic.all_of([
	is_kind(i, "经济社会发展总体规划"),
	in_force(i),
	logic.given(facts.plans_plans[i].includesSafety),
]) |
	some i, _ in facts.plans_plans
])

special_plan_in_force := some_plan([logic.all_of([is_kind(i, "安全生产专项规划"), in_force(i)]) |
	some i, _ in facts.plans_plans
])

some_plan(states) := lists.some_holds(states, facts.plans.plans, facts.plans.plansComplete)

is_kind(i, kind) := logic.is_one_of(facts.plans_plans[i].kind, [kind])

in_force(i) := logic.all_of([asked.by_then(facts.plans_plans[i].from), asked.not_over(facts.plans_plans[i].until)])
