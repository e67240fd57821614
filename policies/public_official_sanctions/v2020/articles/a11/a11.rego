# METADATA
# title: 第十一条 从轻或者减轻
package public_official_sanctions.v2020.articles.a11

import data.facts
import data.logic
import data.public_official_sanctions.v2020.whom

# METADATA
# title: 从轻或者减轻的情形
# custom:
#   provision: public_official_sanctions__art_11__para_1
#   modality: may
#   class: chapeau
#   quote: "公职人员有下列情形之一的，可以从轻或者减轻给予政务处分："
#   reason: 各项各自回答；本款只是总领。
without_rule[rego.metadata.rule().custom.provision] := "renvoi"

eased(leaf) := logic.finding(of_an_official(leaf)) if of_an_official(leaf).is == false

else := object.union(
	logic.finding(of_an_official(leaf)),
	{"range": {"decidedBy": "政务处分或者处分的决定机关", "options": ["从轻", "减轻"]}},
)

of_an_official(leaf) := logic.all_of([whom.is_public_official, logic.given(leaf)])

# METADATA
# title: 主动交代
# custom:
#   provision: public_official_sanctions__art_11__para_1__item_1
#   modality: may
#   class: H
#   human: [/sanction/confessed]
#   quote: 主动交代本人应当受到政务处分的违法行为的；
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := eased(facts.sanction.confessed)

# METADATA
# title: 配合调查，如实说明
# custom:
#   provision: public_official_sanctions__art_11__para_1__item_2
#   modality: may
#   class: H
#   human: [/sanction/admitted]
#   quote: 配合调查，如实说明本人违法事实的；
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := eased(facts.sanction.admitted)

# METADATA
# title: 检举属实
# custom:
#   provision: public_official_sanctions__art_11__para_1__item_3
#   modality: may
#   class: H
#   human: [/sanction/reportedOthers]
#   quote: 检举他人违纪违法行为，经查证属实的；
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := eased(facts.sanction.reportedOthers)

# METADATA
# title: 避免、挽回损失
# custom:
#   provision: public_official_sanctions__art_11__para_1__item_4
#   modality: may
#   class: H
#   human: [/sanction/harmAvoided]
#   quote: 主动采取措施，有效避免、挽回损失或者消除不良影响的；
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := eased(facts.sanction.harmAvoided)

# METADATA
# title: 次要或者辅助作用
# custom:
#   provision: public_official_sanctions__art_11__para_1__item_5
#   modality: may
#   class: H
#   human: [/sanction/minorRole]
#   quote: 在共同违法行为中起次要或者辅助作用的；
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := eased(facts.sanction.minorRole)

# METADATA
# title: 上交或者退赔
# custom:
#   provision: public_official_sanctions__art_11__para_1__item_6
#   modality: may
#   class: H
#   human: [/sanction/gainsReturned]
#   quote: 主动上交或者退赔违法所得的；
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := eased(facts.sanction.gainsReturned)

# METADATA
# title: 其他情节
# custom:
#   provision: public_official_sanctions__art_11__para_1__item_7
#   modality: may
#   class: R
#   quote: 法律、法规规定的其他从轻或者减轻情节。
#   refersTo: 其他法律、法规
#   reason: 其他法律、法规没有收入；有的由调用者在 /imports 连同出处载明。
without_rule[rego.metadata.rule().custom.provision] := "renvoi"
