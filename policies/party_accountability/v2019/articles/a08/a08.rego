# METADATA
# title: 第八条 问责的方式
package party_accountability.v2019.articles.a08

import data.logic
import data.party_accountability.v2019.whom

# METADATA
# title: 对党组织的方式
# custom:
#   provision: party_accountability__art_8__para_1
#   modality: may
#   class: chapeau
#   quote: "对党组织的问责，根据危害程度以及具体情况，可以采取以下方式："
#   questions: [forms]
findings[rego.metadata.rule().custom.provision] := offered(whom.is_organisation, ["检查", "通报", "改组"])

offered(applies, options) := logic.finding(applies) if applies.is == false

else := object.union(
	logic.finding(applies),
	{"range": {"decidedBy": "有管理权限的党组织", "options": options, "factors": ["危害程度", "具体情况"]}},
)

# METADATA
# title: 检查
# custom:
#   provision: party_accountability__art_8__para_1__item_1
#   modality: may
#   class: M
#   quote: 检查。责令作出书面检查并切实整改。
#   questions: [forms]
findings[rego.metadata.rule().custom.provision] := logic.finding(whom.is_organisation)

# METADATA
# title: 通报
# custom:
#   provision: party_accountability__art_8__para_1__item_2
#   modality: may
#   class: M
#   quote: 通报。责令整改，并在一定范围内通报。
#   questions: [forms]
findings[rego.metadata.rule().custom.provision] := logic.finding(whom.is_organisation)

# METADATA
# title: 改组
# custom:
#   provision: party_accountability__art_8__para_1__item_3
#   modality: may
#   class: H
#   quote: 改组。对失职失责，严重违犯党的纪律、本身又不能纠正的，应当予以改组。
#   refersTo: 中国共产党纪律处分条例
#   reason: 严重违犯党的纪律、本身又不能纠正的，由党的组织依照纪律处分条例判断。
without_rule[rego.metadata.rule().custom.provision] := "renvoi"

# METADATA
# title: 对党的领导干部的方式
# custom:
#   provision: party_accountability__art_8__para_2
#   modality: may
#   class: chapeau
#   quote: "对党的领导干部的问责，根据危害程度以及具体情况，可以采取以下方式："
#   questions: [forms]
findings[rego.metadata.rule().custom.provision] := offered(whom.is_leading_cadre, ["通报", "诫勉", "组织调整或者组织处理", "纪律处分"])

# METADATA
# title: 通报
# custom:
#   provision: party_accountability__art_8__para_2__item_1
#   modality: may
#   class: M
#   quote: 通报。进行严肃批评，责令作出书面检查、切实整改，并在一定范围内通报。
#   questions: [forms]
findings[rego.metadata.rule().custom.provision] := logic.finding(whom.is_leading_cadre)

# METADATA
# title: 诫勉
# custom:
#   provision: party_accountability__art_8__para_2__item_2
#   modality: may
#   class: M
#   quote: 诫勉。以谈话或者书面方式进行诫勉。
#   questions: [forms]
findings[rego.metadata.rule().custom.provision] := logic.finding(whom.is_leading_cadre)

# METADATA
# title: 组织调整或者组织处理
# custom:
#   provision: party_accountability__art_8__para_2__item_3
#   modality: may
#   class: M
#   quote: 组织调整或者组织处理。对失职失责、危害较重，不适宜担任现职的，应当根据情况采取停职检查、调整职务、责令辞职、免职、降职等措施。
#   questions: [forms]
findings[rego.metadata.rule().custom.provision] := logic.finding(whom.is_leading_cadre)

# METADATA
# title: 纪律处分
# custom:
#   provision: party_accountability__art_8__para_2__item_4
#   modality: may
#   class: H
#   quote: 纪律处分。对失职失责、危害严重，应当给予纪律处分的，依照《中国共产党纪律处分条例》追究纪律责任。
#   refersTo: 中国共产党纪律处分条例
#   reason: 依照纪律处分条例追究纪律责任。
without_rule[rego.metadata.rule().custom.provision] := "renvoi"
