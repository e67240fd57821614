# METADATA
# title: 第七条 政务处分的种类
package public_official_sanctions.v2020.articles.a07

import data.logic
import data.public_official_sanctions.v2020.forms
import data.public_official_sanctions.v2020.whom

# METADATA
# title: 政务处分的种类
# custom:
#   provision: public_official_sanctions__art_7__para_1
#   modality: definition
#   class: M
#   quote: "政务处分的种类为："
#   questions: [forms]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(whom.is_public_official),
	kinds,
)

kinds := {} if whom.is_public_official.is == false

else := {"range": {"decidedBy": "监察机关", "options": forms.kinds}}
