# METADATA
# title: 第十八条 从轻或者减轻
package party_accountability.v2019.articles.a18

import data.facts
import data.logic
import data.party_accountability.v2019.whom

# METADATA
# title: 从轻或者减轻的情形
# custom:
#   provision: party_accountability__art_18__para_1
#   modality: may
#   class: chapeau
#   gist: 有所列情形之一的，可以从轻或者减轻问责
#   reason: 各项各自回答；本款只是总领。
without_rule[rego.metadata.rule().custom.provision] := "renvoi"

# METADATA
# title: 及时补救
# custom:
#   provision: party_accountability__art_18__para_1__item_1
#   modality: may
#   class: H
#   human: [/party]
#   gist: 及时采取补救措施，有效挽回损失或者消除不良影响
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := eased(remedied)

remedied := logic.all_of([
	whom.is_accountable,
	logic.given(facts.party.remedied),
	logic.any_of([logic.given(facts.party.lossRecovered), logic.given(facts.party.effectsRemoved)]),
])

eased(applies) := logic.finding(applies) if applies.is == false

else := object.union(
	logic.finding(applies),
	{"range": {"decidedBy": "有管理权限的党组织", "options": ["从轻", "减轻"]}},
)

# METADATA
# title: 配合问责调查、主动承担责任
# custom:
#   provision: party_accountability__art_18__para_1__item_2
#   modality: may
#   class: H
#   human: [/cooperation]
#   gist: 积极配合问责调查工作，主动承担责任
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := eased(cooperated)

cooperated := logic.all_of([
	whom.is_accountable,
	logic.given(facts.cooperation.cooperated),
	logic.given(facts.cooperation.acceptedResponsibility),
])

# METADATA
# title: 其他情形
# custom:
#   provision: party_accountability__art_18__para_1__item_3
#   modality: may
#   class: R
#   gist: 党内法规规定的其他从轻、减轻情形
#   refersTo: 其他党内法规
#   reason: 其他党内法规没有收入；有的由调用者在 /imports 连同出处载明。
without_rule[rego.metadata.rule().custom.provision] := "renvoi"
