# METADATA
# title: 第二十条 一票否决
package leaders_safety.v2018.articles.a20

import data.facts
import data.leaders_safety.v2018.whom
import data.logic

# METADATA
# title: 一票否决
# custom:
#   provision: leaders_safety__art_20__para_1
#   modality: must
#   class: M
#   gist: 因发生生产安全事故被追究领导责任的，在规定时限内实行一票否决，取消考核评优和评选先进的资格，不得晋升或者重用
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	logic.all_of([whom.is_leading_cadre, logic.given(facts.personal.pursuedForAccident)]),
	logic.given(facts.personal.vetoApplied),
)
