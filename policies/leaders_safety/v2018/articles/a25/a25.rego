# METADATA
# title: 第二十五条 责任认定的因素
package leaders_safety.v2018.articles.a25

import data.leaders_safety.v2018.whom
import data.logic

# METADATA
# title: 责任认定的因素
# custom:
#   provision: leaders_safety__art_25__para_1
#   modality: must
#   class: H
#   quote: 实施安全生产责任追究，应当依法依规、实事求是、客观公正，根据岗位职责、履职情况、履职条件等因素合理确定相应责任。
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(whom.is_leading_cadre),
	{"weigh": ["岗位职责", "履职情况", "履职条件"]},
)
