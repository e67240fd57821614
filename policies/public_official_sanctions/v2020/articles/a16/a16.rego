# METADATA
# title: 第十六条 不得重复处分
package public_official_sanctions.v2020.articles.a16

import data.facts
import data.logic
import data.public_official_sanctions.v2020.proposed
import data.public_official_sanctions.v2020.whom

# METADATA
# title: 不得重复处分
# custom:
#   provision: public_official_sanctions__art_16__para_1
#   modality: must_not
#   class: M
#   quote: 对公职人员的同一违法行为，监察机关和公职人员任免机关、单位不得重复给予政务处分和处分。
#   questions: [forms]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	logic.all_of([whom.is_public_official, proposed.sanction]),
	logic.negate(logic.given(facts.proposal.sameActSanctioned)),
)
