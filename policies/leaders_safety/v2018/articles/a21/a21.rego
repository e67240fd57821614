# METADATA
# title: 第二十一条 从重
package leaders_safety.v2018.articles.a21

import data.facts
import data.leaders_safety.v2018.whom
import data.logic

# METADATA
# title: 工作不力、造成严重社会影响
# custom:
#   provision: leaders_safety__art_21__para_1
#   modality: must
#   class: H
#   human: [/personal]
#   gist: 工作不力导致事故人员伤亡和经济损失扩大，或者造成严重社会影响负有主要领导责任的，应当从重追究责任
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := logic.finding(logic.all_of([
	whom.is_leading_cadre,
	logic.any_of([
		loss_enlarged,
		logic.given(facts.personal.severeImpactMainResponsibility),
	]),
]))

# The loss of an accident that did not happen cannot grow; a severe social impact may come without one.
loss_enlarged := logic.never([facts.accident.occurred.fact]) if facts.accident.occurred.value == false

else := logic.given(facts.personal.lossEnlarged)
