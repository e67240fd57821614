# METADATA
# title: 第十三条 从重
package public_official_sanctions.v2020.articles.a13

import data.facts
import data.logic
import data.public_official_sanctions.v2020.whom

# METADATA
# title: 应当从重的情形
# custom:
#   provision: public_official_sanctions__art_13__para_1
#   modality: must
#   class: chapeau
#   quote: "公职人员有下列情形之一的，应当从重给予政务处分："
#   reason: 各项各自回答；本款只是总领。
without_rule[rego.metadata.rule().custom.provision] := "renvoi"

of_an_official(leaf) := logic.all_of([whom.is_public_official, logic.given(leaf)])

# METADATA
# title: 处分期内再次违法
# custom:
#   provision: public_official_sanctions__art_13__para_1__item_1
#   modality: must
#   class: H
#   human: [/sanction/reoffended]
#   quote: 在政务处分期内再次故意违法，应当受到政务处分的；
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_an_official(facts.sanction.reoffended))

# METADATA
# title: 阻止检举
# custom:
#   provision: public_official_sanctions__art_13__para_1__item_2
#   modality: must
#   class: H
#   human: [/sanction/reportingBlocked]
#   quote: 阻止他人检举、提供证据的；
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_an_official(facts.sanction.reportingBlocked))

# METADATA
# title: 串供、毁证
# custom:
#   provision: public_official_sanctions__art_13__para_1__item_3
#   modality: must
#   class: H
#   human: [/sanction/evidenceTampered]
#   quote: 串供或者伪造、隐匿、毁灭证据的；
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_an_official(facts.sanction.evidenceTampered))

# METADATA
# title: 包庇
# custom:
#   provision: public_official_sanctions__art_13__para_1__item_4
#   modality: must
#   class: H
#   human: [/sanction/accomplicesShielded]
#   quote: 包庇同案人员的；
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_an_official(facts.sanction.accomplicesShielded))

# METADATA
# title: 胁迫、唆使
# custom:
#   provision: public_official_sanctions__art_13__para_1__item_5
#   modality: must
#   class: H
#   human: [/sanction/othersCoerced]
#   quote: 胁迫、唆使他人实施违法行为的；
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_an_official(facts.sanction.othersCoerced))

# METADATA
# title: 拒不上交或者退赔
# custom:
#   provision: public_official_sanctions__art_13__para_1__item_6
#   modality: must
#   class: H
#   human: [/sanction/gainsKept]
#   quote: 拒不上交或者退赔违法所得的；
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_an_official(facts.sanction.gainsKept))

# METADATA
# title: 其他情节
# custom:
#   provision: public_official_sanctions__art_13__para_1__item_7
#   modality: must
#   class: R
#   gist: 法律、法规规定的其他从重情节
#   refersTo: 其他法律、法规
#   reason: 其他法律、法规没有收入；有的由调用者在 /imports 连同出处载明。
without_rule[rego.metadata.rule().custom.provision] := "renvoi"
