# METADATA
# title: 是否及于所问的对象
# description: |
#   Responsibility reaches a body and its principal by a failure (art. 9), and a body and the leaders concerned by an
#   accident (art. 11). A deputy is reached only by the second; what else the deputy answers for is judged by other rules.
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
