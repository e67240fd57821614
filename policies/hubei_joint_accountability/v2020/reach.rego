# METADATA
# title: 是否及于所问的对象
# description: |
#   Responsibility reaches a body and its principal by a failure (art. 9), and a body and the leaders concerned by an
#   accident (art. 11). A deputy is reached only by the second; what else the deputy answers for is judged by other rules.
package hubei_joint_accountability.v2020.reach

import data.facts
import data.hubei_joint_accountability.v2020.accident_concern
import data.hubei_joint_accountability.v2020.articles.a11
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.own_area
import data.logic

# 有关党委和政府及其主要负责人、党委职能部门和政府工作部门及其主要负责人
is_organ_or_principal := logic.is_one_of(facts.subject.role, ["机关", "主要负责人"])

by_failure := logic.all_of([asked.covered, asked.established, is_organ_or_principal])

# 上述党委、政府和监管部门，以及相关负责人
by_accident := logic.any_of([object.get(a11.findings[item], "reachesSubject", unknown_subject) |
	some item in ["art_11__para_1__item_1", "art_11__para_1__item_2", "art_11__para_1__item_3"]
])

unknown_subject := logic.open([facts.subject.organ.fact])

by_either := logic.any_of([by_failure, by_accident])

# 发生生产安全事故后……先问责再调查: the bar of art. 11(3) is on handling the accident.
barred := concerned_by_the_accident if concerned_by_the_accident.is == false

else := logic.all_of([a11.standing, concerned_by_the_accident])

# Who is reached by the accident alone answers for nothing else.
concerned_by_the_accident := accident_concern.concerns_subject(
	logic.any_of([own_area.within("township"), by_accident]),
	is_organ_or_principal,
)
