# METADATA
# title: 第十八条 应当问责的情形
# description: A person’s own responsibility; the measures leave it to these rules and the detailed rules of the province.
package leaders_safety.v2018.articles.a18

import data.facts
import data.leaders_safety.v2018.whom
import data.logic

# METADATA
# title: 应当问责的情形
# custom:
#   provision: leaders_safety__art_18__para_1
#   modality: must
#   class: chapeau
#   human: [/personal]
#   gist: 地方党政领导干部在落实安全生产工作责任中有所列情形之一的，应当按照有关规定进行问责
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := logic.finding(logic.any_of([of_a_leader(leaf) | some leaf in situations]))

situations := [
	facts.personal.dutiesNotPerformed,
	facts.personal.interfered,
	facts.personal.misreporting,
	facts.personal.leadershipForAccident,
	facts.personal.otherSituation,
]

of_a_leader(leaf) := logic.all_of([whom.is_leading_cadre, logic.given(leaf)])

# METADATA
# title: 本人职责履行不到位
# custom:
#   provision: leaders_safety__art_18__para_1__item_1
#   modality: must
#   class: H
#   human: [/personal/dutiesNotPerformed]
#   gist: 履行该规定第二章所规定的职责不到位
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_a_leader(facts.personal.dutiesNotPerformed))

# METADATA
# title: 阻挠、干涉
# custom:
#   provision: leaders_safety__art_18__para_1__item_2
#   modality: must
#   class: H
#   human: [/personal/interfered]
#   gist: 阻挠、干涉安全生产监管执法或者生产安全事故调查处理工作
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_a_leader(facts.personal.interfered))

# METADATA
# title: 迟报、漏报、谎报、瞒报
# custom:
#   provision: leaders_safety__art_18__para_1__item_3
#   modality: must
#   class: H
#   human: [/personal/misreporting]
#   gist: 对迟报、漏报、谎报或者瞒报生产安全事故负有领导责任
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_a_leader(facts.personal.misreporting))

# METADATA
# title: 对事故负有领导责任
# custom:
#   provision: leaders_safety__art_18__para_1__item_4
#   modality: must
#   class: H
#   human: [/personal/leadershipForAccident]
#   gist: 对发生生产安全事故负有领导责任
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_a_leader(facts.personal.leadershipForAccident))

# METADATA
# title: 其他情形
# custom:
#   provision: leaders_safety__art_18__para_1__item_5
#   modality: must
#   class: H
#   human: [/personal/otherSituation]
#   gist: 有其他应当问责的情形
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_a_leader(facts.personal.otherSituation))
