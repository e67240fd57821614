# METADATA
# title: 第二十条 提级调查
package order_493.v2007.articles.a20

import data.facts
import data.logic
import data.order_493.v2007.articles.a03
import data.order_493.v2007.counts
import data.order_493.v2007.criteria
import data.order_493.v2007.investigation

# METADATA
# title: 上级人民政府可以调查
# description: A higher government may take over; the grade and whom article 11 of the measures reaches stay what they are.
# custom:
#   provision: order_493__art_20__para_1
#   modality: may
#   class: M
#   quote: 上级人民政府认为必要时，可以调查由下级人民政府负责调查的事故。
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := object.union_n([
	logic.finding(investigation.below_extraordinary),
	{"range": {"decidedBy": "上级人民政府", "options": ["调查由下级人民政府负责调查的事故"], "openEnded": false, "factors": ["认为必要"]}},
	taken_over,
])

default taken_over := {}

taken_over := {"hint": "taken_over_by_higher_level"} if {
	some grade in ["major", "larger", "general"]
	a03.grades[grade].is == true
	investigation.is_above(investigation.regular[grade]).is == true
	investigation.below_extraordinary.is == true
}

# METADATA
# title: 等级变化后另行组织调查
# description: Deaths inside the window that lift the grade to one whose investigator stands higher.
# custom:
#   provision: order_493__art_20__para_2
#   modality: may
#   class: M
#   quote: 自事故发生之日起30日内（道路交通事故、火灾事故自发生之日起7日内），因事故伤亡人数变化导致事故等级发生变化，依照本条例规定应当由上级人民政府负责调查的，上级人民政府可以另行组织事故调查组进行调查。
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(logic.all_of([investigation.is_ordinary, lifted_by_later_deaths])),
	{"range": {"decidedBy": "上级人民政府", "options": ["另行组织事故调查组进行调查"], "openEnded": false}},
)

lifted_by_later_deaths := logic.open([facts.accident.laterDeaths.fact]) if facts.accident.laterDeaths.value == null

else := logic.never([facts.accident.laterDeaths.fact]) if count(facts.accident_later_deaths) == 0

else := logic.any_of([logic.all_of([criteria.reached[grade], logic.negate(before_them[grade])]) |
	some grade in ["extraordinary", "major", "larger"]
])

# The grade by the numbers of the first count.
before_them := criteria.reached_by(counts.first_deaths, counts.first_serious)
