# METADATA
# title: 第十九条 从重或者加重
package party_accountability.v2019.articles.a19

import data.facts
import data.logic
import data.party_accountability.v2019.whom

# METADATA
# title: 从重或者加重的情形
# custom:
#   provision: party_accountability__art_19__para_1
#   modality: must
#   class: chapeau
#   gist: 有所列情形之一的，应当从重或者加重问责
#   reason: 各项各自回答；本款只是总领。
without_rule[rego.metadata.rule().custom.provision] := "renvoi"

# METADATA
# title: 三令五申不执行
# custom:
#   provision: party_accountability__art_19__para_1__item_1
#   modality: must
#   class: H
#   human: [/party]
#   gist: 对党中央、上级党组织三令五申的指示要求，不执行或者执行不力
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := logic.finding(logic.all_of([whom.is_accountable, logic.given(facts.party.ordersIgnored)]))

# METADATA
# title: 干扰问责
# custom:
#   provision: party_accountability__art_19__para_1__item_2
#   modality: must
#   class: H
#   human: [/party]
#   gist: 在接受问责调查和处理中，不如实报告情况，敷衍塞责、推卸责任，或者唆使、默许有关部门和人员弄虚作假，阻扰问责工作
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := logic.finding(logic.all_of([whom.is_accountable, logic.given(facts.party.inquiryObstructed)]))

# METADATA
# title: 其他情形
# custom:
#   provision: party_accountability__art_19__para_1__item_3
#   modality: must
#   class: R
#   gist: 党内法规规定的其他从重、加重情形
#   refersTo: 其他党内法规
#   reason: 其他党内法规没有收入；有的由调用者在 /imports 连同出处载明。
without_rule[rego.metadata.rule().custom.provision] := "renvoi"
