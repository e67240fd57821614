# METADATA
# title: 第二十三条 不予追究
package leaders_safety.v2018.articles.a23

import data.facts
import data.leaders_safety.v2018.whom
import data.logic

# METADATA
# title: 全面履行职责的不予追究
# description: The exemption of a person; that of a body stands in art. 3(4) of the measures.
# custom:
#   provision: leaders_safety__art_23__para_1
#   modality: must
#   class: H
#   human: [/personal]
#   quote: 对职责范围内发生生产安全事故，经查实已经全面履行了本规定第二章所规定职责、法律法规规定有关职责，并全面落实了党委和政府有关工作部署的，不予追究地方有关党政领导干部的领导责任。
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := logic.finding(logic.all_of([
	whom.is_leading_cadre,
	accident_happened,
	logic.given(facts.personal.dutiesPerformed),
	logic.given(facts.personal.deploymentsCarriedOut),
]))

accident_happened := logic.never([facts.accident.occurred.fact]) if facts.accident.occurred.value == false

else := logic.known(facts.accident.occurredOn)
