# METADATA
# title: 第二十四条 终身追责
package leaders_safety.v2018.articles.a24

import data.facts
import data.leaders_safety.v2018.whom
import data.logic

# METADATA
# title: 离任以后的追究
# custom:
#   provision: leaders_safety__art_24__para_1
#   modality: must
#   class: H
#   human: [/personal]
#   quote: 地方党政领导干部对发生生产安全事故负有领导责任且失职失责性质恶劣、后果严重的，不论是否已调离转岗、提拔或者退休，都应当严格追究其责任。
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := logic.finding(logic.all_of([
	whom.is_leading_cadre,
	logic.given(facts.personal.leadershipForAccident),
	logic.given(facts.personal.grave),
]))
