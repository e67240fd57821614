# METADATA
# title: 第十二条 免予或者不予政务处分
package public_official_sanctions.v2020.articles.a12

import data.facts
import data.logic
import data.public_official_sanctions.v2020.articles.a11
import data.public_official_sanctions.v2020.forms
import data.public_official_sanctions.v2020.whom

# METADATA
# title: 情节轻微
# custom:
#   provision: public_official_sanctions__art_12__para_1
#   modality: may
#   class: H
#   human: [/sanction]
#   quote: 公职人员违法行为情节轻微，且具有本法第十一条规定的情形之一的，可以对其进行谈话提醒、批评教育、责令检查或者予以诫勉，免予或者不予政务处分。
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := spared(minor_and_eased, forms.measures)

minor_and_eased := logic.all_of([
	whom.is_public_official,
	logic.given(facts.sanction.minor),
	logic.any_of([finding.applies | some finding in a11.findings]),
])

spared(applies, options) := logic.finding(applies) if applies.is == false

else := object.union(
	logic.finding(applies),
	{"range": {"decidedBy": "政务处分或者处分的决定机关", "options": options}},
)

# METADATA
# title: 被裹挟或者被胁迫
# custom:
#   provision: public_official_sanctions__art_12__para_2
#   modality: may
#   class: H
#   human: [/sanction/coerced]
#   quote: 公职人员因不明真相被裹挟或者被胁迫参与违法活动，经批评教育后确有悔改表现的，可以减轻、免予或者不予政务处分。
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := spared(
	logic.all_of([whom.is_public_official, logic.given(facts.sanction.coerced)]),
	["减轻政务处分", "免予政务处分", "不予政务处分"],
)
