# METADATA
# title: 第五十二条 暂停履行职务
package public_official_sanctions.v2020.articles.a52

import data.facts
import data.logic
import data.public_official_sanctions.v2020.whom

# METADATA
# title: 立案调查期间暂停履行职务
# description: A measure during a case, no form of accountability; not the form 停职检查.
# custom:
#   provision: public_official_sanctions__art_52__para_1
#   modality: may
#   class: M
#   human: [/sanction/unfitToContinue]
#   gist: 公职人员涉嫌违法，已经被立案调查，不宜继续履行职责的，任免机关、单位可以决定暂停其履行职务
#   questions: [forms]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(filed_against_an_official),
	choice,
)

filed_against_an_official := logic.all_of([
	whom.is_public_official,
	filed,
	logic.given(facts.sanction.unfitToContinue),
])

filed := logic.always([facts.accountability.decisions.fact]) if {
	some decision in facts.accountability_decisions
	decision.kind.value == "立案"
}

else := logic.never([facts.accountability.decisions.fact, facts.accountability.decisionsComplete.fact]) if {
	facts.accountability.decisionsComplete.value == true
	facts.accountability.decisions.value != null
}

else := logic.open([facts.accountability.decisions.fact, facts.accountability.decisionsComplete.fact])

choice := {} if filed_against_an_official.is == false

else := {"range": {"decidedBy": "任免机关、单位", "options": ["暂停履行职务"]}}

# METADATA
# title: 调查期间的限制
# custom:
#   provision: public_official_sanctions__art_52__para_2
#   modality: must_not
#   class: M
#   gist: 被调查人员在调查期间不得出境、辞去公职等；有管理权限的机关可以要求其不得交流、晋升
#   refersTo: 中华人民共和国监察法
#   reason: 对被调查人的限制，不是对责任追究形式的规定。
without_rule[rego.metadata.rule().custom.provision] := "renvoi"
