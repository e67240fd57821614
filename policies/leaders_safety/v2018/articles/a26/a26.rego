# METADATA
# title: 第二十六条 问责的机关
package leaders_safety.v2018.articles.a26

import data.leaders_safety.v2018.articles.a18
import data.logic

# METADATA
# title: 问责的机关
# custom:
#   provision: leaders_safety__art_26__para_1
#   modality: must
#   class: H
#   human: [/personal]
#   quote: 存在本规定第十八条情形应当问责的，由纪检监察机关、组织人事部门和安全生产监管部门按照权限和职责分别负责。
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(a18.findings.leaders_safety__art_18__para_1.applies),
	bodies,
)

bodies := {} if a18.findings.leaders_safety__art_18__para_1.applies.is == false

else := {"range": {"decidedBy": "纪检监察机关、组织人事部门和安全生产监管部门"}}
