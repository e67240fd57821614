# METADATA
# title: 第十二条 从轻或者减轻责任追究
# description: |
#   Each ground stands by itself (`ground`); the item applies only to an established violation. It may be used, by the
#   deciding organ; it is never netted against the grounds of art. 13.
package hubei_joint_accountability.v2020.articles.a12

import data.facts
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.imports
import data.hubei_joint_accountability.v2020.performance
import data.hubei_joint_accountability.v2020.reach
import data.logic

# 违反本办法规定，有下列情形之一的，……可以从轻或者减轻责任追究
lenient(applies, ground) := object.union_n([
	logic.finding(applies),
	{"ground": logic.tidy(logic.all_of([asked.covered, ground]))},
	choice(applies),
])

choice(applies) := {} if applies.is == false

else := {"range": {"decidedBy": "责任追究决定机关", "options": ["从轻", "减轻"]}}

of_a_violation(ground) := logic.all_of([reach.by_violation, ground])

# METADATA
# title: 从轻或者减轻的条件
# custom:
#   provision: art_12__para_1
#   modality: may
#   class: chapeau
#   human: [/performance, /cooperation, /imports, /personal, /party, /sanction]
#   quote: "违反本办法规定，有下列情形之一的，对有关党委、政府及其工作部门和负责人可以从轻或者减轻责任追究:"
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(any_item),
	choice(any_item),
)

any_item := logic.any_of([remedied_violation, of_a_violation(cooperation), of_a_violation(imports.lenient)])

# METADATA
# title: 积极、主动补救而没有发生事故
# description: |
#   Failure by failure: the remedy was active and of one's own accord, and no accident came of it. A remedy after an
#   accident can only enter by item 3.
# custom:
#   provision: art_12__para_1__item_1
#   modality: may
#   class: X
#   human: [/performance, /personal/dutiesNotPerformed, /personal/relatedToAccident]
#   quote: 积极、主动采取补救和改正措施，没有发生生产安全事故的。
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := object.union(
	lenient(remedied_violation, remedied_failure),
	{"each": [{
		"of": $"/performance/failures/{i}",
		"applies": logic.tidy(remedied_and_established(i)),
	} |
		some i, _ in facts.performance_failures
		asked.concerns(i).is != false
	]},
)

remedied_violation := logic.any_of(array.concat(
	[remedied_and_established(i) | some i, _ in facts.performance_failures],
	[logic.all_of([asked.covered, reach.is_body_or_leader, performance.beyond_the_list])],
))

remedied_and_established(i) := logic.all_of([
	asked.covered,
	reach.is_body_or_leader,
	logic.given(facts.performance_failures[i].established),
	remedied(i),
])

remedied_failure := logic.any_of(array.concat(
	[remedied(i) | some i, _ in facts.performance_failures],
	[performance.beyond_the_list],
))

remedied(i) := logic.all_of([
	asked.concerns(i),
	logic.given(facts.performance_failures[i].remedied),
	logic.given(facts.performance_failures[i].remedyWasActive),
	no_accident_came_of(i),
])

# Where no accident happened, none came of the failure.
no_accident_came_of(i) := logic.always([facts.accident.occurred.fact]) if {
	facts.accident.occurred.value == false
	facts.performance_failures[i].ledToAccident.value == null
}

else := logic.negate(logic.given(facts.performance_failures[i].ledToAccident))

# METADATA
# title: 积极配合问责调查、主动承担责任
# custom:
#   provision: art_12__para_1__item_2
#   modality: may
#   class: H
#   human: [/performance, /cooperation, /personal/dutiesNotPerformed, /personal/relatedToAccident]
#   quote: 积极配合问责调查工作，主动承担责任的。
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := lenient(of_a_violation(cooperation), cooperation)

cooperation := logic.all_of([
	logic.given(facts.cooperation.cooperated),
	logic.given(facts.cooperation.acceptedResponsibility),
])

# METADATA
# title: 其他可以从轻或者减轻的情形
# description: |
#   Each ground of another instrument is a finding of its own, with its own citation; this item holds when one does that
#   the items before do not name themselves.
# custom:
#   provision: art_12__para_1__item_3
#   modality: may
#   class: R
#   human: [/performance, /imports, /personal, /party, /sanction]
#   quote: 党内法规和国家法律法规规定的其他可以从轻或者减轻责任的情形。
#   refersTo: 中国共产党问责条例；地方党政领导干部安全生产责任制规定；公职人员政务处分法
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := object.union(
	lenient(of_a_violation(imports.lenient), imports.lenient),
	{"imported": imports.holding(imports.lenient_grounds)},
)
