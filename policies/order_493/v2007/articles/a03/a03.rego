# METADATA
# title: 第三条 事故等级
# description: 以上包括本数，以下不包括本数；各项标准以“或者”相连，取最高的等级。
package order_493.v2007.articles.a03

import data.facts
import data.logic
import data.order_493.v2007.counts
import data.order_493.v2007.criteria
import data.special_equipment.v2009.grades as special_equipment_grades
import data.special_equipment.v2009.scale as special_equipment

# METADATA
# title: 特别重大事故
# custom:
#   provision: order_493__art_3__para_1__item_1
#   modality: definition
#   class: M
#   quote: 特别重大事故，是指造成30人以上死亡，或者100人以上重伤（包括急性工业中毒，下同），或者1亿元以上直接经济损失的事故；
#   questions: [grade]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_the_numbers.extraordinary)

# METADATA
# title: 重大事故
# custom:
#   provision: order_493__art_3__para_1__item_2
#   modality: definition
#   class: M
#   quote: 重大事故，是指造成10人以上30人以下死亡，或者50人以上100人以下重伤，或者5000万元以上1亿元以下直接经济损失的事故；
#   questions: [grade]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_the_numbers.major)

# METADATA
# title: 较大事故
# custom:
#   provision: order_493__art_3__para_1__item_3
#   modality: definition
#   class: M
#   quote: 较大事故，是指造成3人以上10人以下死亡，或者10人以上50人以下重伤，或者1000万元以上5000万元以下直接经济损失的事故；
#   questions: [grade]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_the_numbers.larger)

# METADATA
# title: 一般事故
# custom:
#   provision: order_493__art_3__para_1__item_4
#   modality: definition
#   class: M
#   quote: 一般事故，是指造成3人以下死亡，或者10人以下重伤，或者1000万元以下直接经济损失的事故。
#   questions: [grade]
findings[rego.metadata.rule().custom.provision] := logic.finding(of_the_numbers.general)

# The definitions of article 3 speak of the numbers; which grade prevails in the end is the interval.
of_the_numbers := criteria.exactly(criteria.reached)

# The higher of the two scales: an event of special equipment lifts what the numbers give (article 45).
lifted(steps) := {grade: logic.any_of([state, special_equipment.by_event[grade]]) | some grade, state in steps} if {
	special_equipment.is_chosen.is == true
}

else := steps

computed := lifted(criteria.reached)

# The grade that the approved report of the investigation states prevails (article 32); the computed one stays beside it.
official := facts.accident.officialGrade

rank := {name: place | some place, name in ["无等级", "一般", "较大", "重大", "特别重大"]}

names := {"general": "一般", "larger": "较大", "major": "重大", "extraordinary": "特别重大"}

# Where no accident happened there is none to grade.
no_accident if facts.accident.occurred.value == false

at_least := {grade: logic.never([facts.accident.occurred.fact]) | some grade, _ in names} if no_accident

else := {grade: {"is": rank[official.value] >= rank[name], "on": [official.fact]} | some grade, name in names} if {
	official.value != null
}

else := computed

grades := criteria.exactly(at_least)

rungs := criteria.ladder(at_least)

prevailing := criteria.span_of(rungs)

least := prevailing.least

most := prevailing.most

# The criteria that by themselves give the least grade: they drive it.
least_key := {"特别重大": "extraordinary", "重大": "major", "较大": "larger"}[least]

default numbers_that_drive := []

numbers_that_drive := [criterion |
	some criterion in ["deaths", "serious", "loss"]
	counts[criterion].low >= criteria.thresholds[least_key][criterion]
]

events_that_drive := ["event" |
	some grade, name in names
	name == least
	special_equipment.by_event[grade].is == true
]

undecided := [p |
	some step in rungs
	step.reached.is == null
	some p in step.reached.on
]

# METADATA
# title: 等级区间
# description: |
#   The least and the most grade that the facts admit, whether the counts are final, and what is missing. Beside it, where
#   they are not the same thing: what each scale gives, what the counts give against an official grade, and what the
#   first report gave.
interval := object.union(beside, {
	"least": least,
	"most": most,
	"final": logic.tidy(final),
	"drivers": drivers,
	"missing": sort({p | some p in undecided; not startswith(p, "/options/")}),
})

drivers := numbers_that_drive if special_equipment.is_chosen.is != true

else := array.concat(numbers_that_drive, events_that_drive)

beside := object.union_n([scales, against_the_official, first_report])

final := logic.always([facts.accident.occurred.fact]) if no_accident

else := counts.are_final

default scales := {}

scales := {"scales": {
	"order_493": criteria.span(criteria.reached),
	"special_equipment": criteria.span(special_equipment_grades.steps),
}} if {
	special_equipment.is_chosen.is == true
}

default against_the_official := {}

against_the_official := {"official": official.value, "computed": criteria.span(computed)} if official.value != null

# The grade as first reported, by the deaths of the first report and all else as it is known now.
default first_report := {}

first_report := {"firstReported": criteria.span(lifted(criteria.reached_by(counts.exact(facts.accident.firstReportedDeaths), counts.serious)))} if {
	facts.accident.firstReportedDeaths.value != null
	facts.accident.firstReportedDeaths.value != facts.accident.deaths.value
}

notes["no_separate_count"] := sort({p |
	some leaf in [facts.accident.acutePoisonings, facts.accident.missing]
	leaf.value == null
	facts.accident.deaths.value != null
	p := leaf.fact
})

notes["kind_not_stated"] := [facts.accident.kind.fact] if facts.accident.kind.value == null

notes["official_grade_differs"] := [official.fact] if rank[official.value] < rank[criteria.span(computed).least]

else := [official.fact] if rank[official.value] > rank[criteria.span(computed).most]

# An official grade counts only with its organ, day and document.
notes["official_grade_without_report"] := [official.fact] if {
	official.value == null
	object.get(facts.root, ["accident", "officialGrade", "value"], null) != null
}

notes["counts_are_provisional"] := sort({p | some p in counts.are_final.on; not startswith(p, "/options/")}) if {
	counts.are_final.is != true
}

notes["no_harm_no_grade"] := sort({p | some p in computed.general.on}) if computed.general.is == false
