# METADATA
# title: 第四十七条 回避
# description: |
#   The grounds for the recusal of those who investigate a public official. Near kin are those whom every definition in force
#   counts: spouse, parents, children, full brothers and sisters.
package public_official_sanctions.v2020.articles.a47

import data.facts
import data.logic

near_kin(i) := logic.is_one_of(facts.procedure_investigators[i].relation, ["配偶", "父母、子女", "同胞兄弟姐妹"])

witness(i) := logic.given(facts.procedure_investigators[i].wasWitness)

interest(i) := logic.any_of([
	logic.given(facts.procedure_investigators[i].hasInterest),
	logic.given(facts.procedure_investigators[i].relativeHasInterest),
])

other_circumstance(i) := logic.given(facts.procedure_investigators[i].mayAffectFairness)

ground(i) := logic.any_of([near_kin(i), witness(i), interest(i), other_circumstance(i)])

beyond_the_list := logic.never([facts.procedure.investigators.fact, facts.procedure.investigatorsComplete.fact]) if {
	facts.procedure.investigators.value != null
	facts.procedure.investigatorsComplete.value == true
}

else := logic.open([facts.procedure.investigators.fact, facts.procedure.investigatorsComplete.fact])

withdrew(i) := logic.given(facts.procedure_investigators[i].withdrew)

# A ground of recusal, given for each investigator in order: whether anyone has it, and whether all who have it withdrew.
recusal(states) := logic.norm(
	logic.any_of(array.concat(states, [beyond_the_list])),
	logic.all_of(array.concat(
		[logic.any_of([logic.negate(state), withdrew(i)]) | some i, state in states],
		[logic.negate(beyond_the_list)],
	)),
)

# METADATA
# title: 调查人员应当回避
# custom:
#   provision: public_official_sanctions__art_47__para_1
#   modality: must
#   class: chapeau
#   human: [/procedure/investigators]
#   quote: 参与公职人员违法案件调查、处理的人员有下列情形之一的，应当自行回避，被调查人、检举人及其他有关人员也有权要求其回避：
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := recusal([ground(i) | some i, _ in facts.procedure_investigators])

# METADATA
# title: 近亲属
# custom:
#   provision: public_official_sanctions__art_47__para_1__item_1
#   modality: must
#   class: M
#   quote: 是被调查人或者检举人的近亲属的；
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := recusal([near_kin(i) | some i, _ in facts.procedure_investigators])

# METADATA
# title: 证人
# custom:
#   provision: public_official_sanctions__art_47__para_1__item_2
#   modality: must
#   class: M
#   quote: 担任过本案的证人的；
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := recusal([witness(i) | some i, _ in facts.procedure_investigators])

# METADATA
# title: 利害关系
# custom:
#   provision: public_official_sanctions__art_47__para_1__item_3
#   modality: must
#   class: M
#   quote: 本人或者其近亲属与调查的案件有利害关系的；
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := recusal([interest(i) | some i, _ in facts.procedure_investigators])

# METADATA
# title: 可能影响公正的其他情形
# custom:
#   provision: public_official_sanctions__art_47__para_1__item_4
#   modality: must
#   class: H
#   human: [/procedure/investigators]
#   quote: 可能影响案件公正调查、处理的其他情形。
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := recusal([other_circumstance(i) | some i, _ in facts.procedure_investigators])
