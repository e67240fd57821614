# METADATA
# title: 是否及于所问的对象
# description: |
#   Responsibility reaches a body and its principal by a failure (art. 9), and a body and the leaders concerned by an
#   accident (art. 11). A deputy is reached only by the second; what else the deputy answers for is judged by other rules.
#   Articles 12 and 13 speak of 负责人, deputies among them, and of no staff.
package hubei_joint_accountability.v2020.reach

import data.facts
import data.hubei_joint_accountability.v2020.articles.a11
import data.hubei_joint_accountability.v2020.asked
import data.logic

by_failure := logic.all_of([asked.covered, asked.established, asked.is_organ_or_principal])

# 上述党委、政府和监管部门，以及相关负责人
by_accident := logic.any_of([object.get(a11.findings[item], "reachesSubject", unknown_subject) |
	some item in ["art_11__para_1__item_1", "art_11__para_1__item_2", "art_11__para_1__item_3"]
])

unknown_subject := logic.open([facts.subject.organ.fact])

by_either := logic.any_of([by_failure, by_accident])

# 有关党委、政府及其工作部门和负责人 of whom 违反本办法规定 is said: another leader than the principal is one by the accident or by
# what the leader's own duties were; staff is none.
by_violation := logic.all_of([asked.covered, asked.established, is_body_or_leader])

is_body_or_leader := logic.always([]) if not asked.of_subject

else := logic.open([facts.subject.role.fact]) if facts.subject.role.value == null

else := logic.always([]) if asked.is_organ_or_principal.is == true

else := logic.never([facts.subject.role.fact]) if facts.subject.role.value == "其他人员"

else := logic.any_of([by_accident, logic.given(facts.personal.dutiesNotPerformed)])
