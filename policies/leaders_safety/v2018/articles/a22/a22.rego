# METADATA
# title: 第二十二条 从轻、减轻
package leaders_safety.v2018.articles.a22

import data.facts
import data.leaders_safety.v2018.whom
import data.logic

# METADATA
# title: 主动补救
# description: A remedy after an accident counts here, unlike in art. 12 item 1 of the measures.
# custom:
#   provision: leaders_safety__art_22__para_1
#   modality: may
#   class: H
#   human: [/personal]
#   quote: 对主动采取补救措施，减少生产安全事故损失或者挽回社会不良影响的地方党政领导干部，可以从轻、减轻追究责任。
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(remedied_by_a_leader),
	choice,
)

remedied_by_a_leader := logic.all_of([
	whom.is_leading_cadre,
	logic.given(facts.personal.remedied),
	logic.any_of([
		logic.given(facts.personal.lossReduced),
		logic.given(facts.personal.impactRedeemed),
	]),
])

choice := {} if remedied_by_a_leader.is == false

else := {"range": {"decidedBy": "责任追究决定机关", "options": ["从轻", "减轻"]}}
