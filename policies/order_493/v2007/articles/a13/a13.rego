# METADATA
# title: 第十三条 补报
package order_493.v2007.articles.a13

import data.facts
import data.logic
import data.order_493.v2007.counts

# METADATA
# title: 三十日（七日）内伤亡变化的补报
# description: |
#   A change of the casualties inside the window is to be reported. The same window fixes which deaths count for the grade:
#   that is practice and the rule of statistics, for the text orders a report only.
# custom:
#   provision: order_493__art_13__para_2
#   modality: must
#   class: M
#   quote: 自事故发生之日起30日内，事故造成的伤亡人数发生变化的，应当及时补报。道路交通事故、火灾事故自发生之日起7日内，事故造成的伤亡人数发生变化的，应当及时补报。
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.norm(changed, all_reported),
	{"each": [object.union({"of": $"/accident/laterDeaths/{i}"}, logic.norm(counts.later_in_time(i), reported(i))) |
		some i, _ in facts.accident_later_deaths
	]},
)

changed := logic.open([facts.accident.laterDeaths.fact]) if facts.accident.laterDeaths.value == null

else := logic.never([facts.accident.laterDeaths.fact]) if count(facts.accident_later_deaths) == 0

else := logic.any_of([counts.later_in_time(i) | some i, _ in facts.accident_later_deaths])

reported(i) := logic.given(facts.accident_later_deaths[i].reported)

all_reported := logic.open([facts.accident.laterDeaths.fact]) if facts.accident.laterDeaths.value == null

else := logic.all_of([logic.any_of([logic.negate(counts.later_in_time(i)), reported(i)]) |
	some i, _ in facts.accident_later_deaths
])
