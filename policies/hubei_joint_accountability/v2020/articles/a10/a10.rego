# METADATA
# title: 第十条 责任认定的因素
# description: |
#   Whether every factor was weighed, each by a human evaluation. What the evaluations say never decides anything here.
package hubei_joint_accountability.v2020.articles.a10

import data.facts
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.term
import data.logic

# METADATA
# title: 机关责任的因素
# custom:
#   provision: art_10__para_1
#   modality: must
#   class: X
#   human: [/factors]
#   quote: 对党委和政府及其工作部门安全生产工作责任认定，应当依据党委和政府及其工作部门的工作研究、安排部署、组织实施、责任落实、社会效果等因素合理确定。
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := weighed(of_an_organ, [
	facts.factors.workStudy,
	facts.factors.deployment,
	facts.factors.organisation,
	facts.factors.implementation,
	facts.factors.socialEffect,
])

of_an_organ := logic.all_of([asked.covered, asked.is_organ])

# METADATA
# title: 主要负责人责任的因素
# description: A term of office that does not reach the failure asks for the factor 履职时间; it decides nothing by itself.
# custom:
#   provision: art_10__para_2
#   modality: must
#   class: X
#   human: [/factors]
#   quote: 对主要负责人安全生产工作责任认定，应当依据岗位职责、履职依据、履职情况、履职条件、履职时间等因素合理确定相应责任。
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := weighed(of_a_principal, [
	facts.factors.postDuties,
	facts.factors.basis,
	facts.factors.performance,
	facts.factors.conditions,
	facts.factors.time,
])

of_a_principal := logic.all_of([asked.covered, logic.is_one_of(facts.subject.role, ["主要负责人"])])

weighed(applies, leaves) := logic.finding(applies) if applies.is == false

else := object.union(
	logic.norm(applies, logic.all_of([evaluated(leaf) | some leaf in leaves])),
	{"each": [object.union(
		{"of": leaf.fact, "applies": logic.tidy(applies), "kept": logic.tidy(evaluated(leaf))},
		why(leaf),
	) |
		some leaf in leaves
	]},
)

evaluated(leaf) := logic.always([leaf.fact]) if leaf.value != null

else := logic.never([leaf.fact, facts.factors.complete.fact]) if facts.factors.complete.value == true

else := logic.open([leaf.fact])

why(leaf) := {"code": "term_began_after_the_failure"} if {
	leaf.fact == facts.factors.time.fact
	term.began_after_the_act
}

else := {"code": "term_ended_before_the_failure"} if {
	leaf.fact == facts.factors.time.fact
	term.ended_before_the_act
}

else := {"code": "factor_not_evaluated"} if leaf.value == null

else := {}
