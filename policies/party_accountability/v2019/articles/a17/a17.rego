# METADATA
# title: 第十七条 不予或者免予问责
package party_accountability.v2019.articles.a17

import data.facts
import data.logic
import data.party_accountability.v2019.whom

# METADATA
# title: 不予或者免予问责的情形
# custom:
#   provision: party_accountability__art_17__para_1
#   modality: may
#   class: chapeau
#   human: [/party]
#   quote: "有下列情形之一的，可以不予问责或者免予问责："
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := spared(logic.any_of([error_in_reform, dissented, unforeseeable]))

spared(applies) := logic.finding(applies) if applies.is == false

else := object.union(
	logic.finding(applies),
	{"range": {"decidedBy": "有管理权限的党组织", "options": ["不予问责", "免予问责"]}},
)

# METADATA
# title: 改革中的失误
# custom:
#   provision: party_accountability__art_17__para_1__item_1
#   modality: may
#   class: H
#   human: [/party]
#   quote: 在推进改革中因缺乏经验、先行先试出现的失误，尚无明确限制的探索性试验中的失误，为推动发展的无意过失；
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := spared(error_in_reform)

error_in_reform := logic.all_of([whom.is_accountable, logic.given(facts.party.reformError)])

# METADATA
# title: 明确反对或者保留
# custom:
#   provision: party_accountability__art_17__para_1__item_2
#   modality: may
#   class: H
#   human: [/party]
#   quote: 在集体决策中对错误决策提出明确反对意见或者保留意见的；
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := spared(dissented)

dissented := logic.all_of([whom.is_accountable, logic.given(facts.party.dissented)])

# METADATA
# title: 不可抗力等
# custom:
#   provision: party_accountability__art_17__para_1__item_3
#   modality: may
#   class: H
#   human: [/party]
#   quote: 在决策实施中已经履职尽责，但因不可抗力、难以预见等因素造成损失的。
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := spared(unforeseeable)

unforeseeable := logic.all_of([whom.is_accountable, logic.given(facts.party.unforeseeable)])

# METADATA
# title: 对上级提出意见未被采纳
# custom:
#   provision: party_accountability__art_17__para_2
#   modality: may
#   class: H
#   human: [/party]
#   quote: 对上级错误决定提出改正或者撤销意见未被采纳，而出现本条例第七条所列问责情形的，依照前款规定处理。上级错误决定明显违法违规的，应当承担相应的责任。
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := spared(logic.all_of([whom.is_accountable, logic.given(facts.party.objectedToSuperior)]))
