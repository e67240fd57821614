# METADATA
# title: 第十九条 问责的方式
package leaders_safety.v2018.articles.a19

import data.leaders_safety.v2018.articles.a18
import data.leaders_safety.v2018.forms
import data.logic

# METADATA
# title: 问责的方式
# custom:
#   provision: leaders_safety__art_19__para_1
#   modality: must
#   class: H
#   human: [/personal]
#   gist: 有第十八条情形的，采取通报、诫勉、停职检查、调整职务、责令辞职、降职、免职或者处分等方式问责；涉嫌职务违法犯罪的，由监察机关依法调查处置
#   questions: [accountability, forms]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(a18.findings.leaders_safety__art_18__para_1.applies),
	choice,
)

choice := {} if a18.findings.leaders_safety__art_18__para_1.applies.is == false

else := {"range": {"decidedBy": "有管理权限的机关", "options": forms.names, "openEnded": true}}
