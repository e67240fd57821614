# METADATA
# title: 第八十六条 整改和防范措施的评估
package work_safety_law.v2021.articles.a86

import data.calendar
import data.calendar.asked
import data.facts
import data.lists
import data.logic
import data.order_493.v2007.cases as register

# METADATA
# title: 批复后一年内评估整改
# description: |
#   Of accidents whose report was approved after the law came into force; the year ends on the same day. 及时 has no number:
#   whether the result was published is asked, not when.
# custom:
#   provision: work_safety_law__art_86__para_3
#   modality: must
#   class: M
#   quote: 负责事故调查处理的国务院有关部门和地方人民政府应当在批复事故调查报告后一年内，组织有关部门对事故整改和防范措施落实情况进行评估，并及时向社会公开评估结果；
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.norm(logic.all_of([register.is_government, register.some_case(cases)]), register.every_case(cases)),
	each_case,
)

default each_case := {}

each_case := {"each": [object.union({"of": $"/accidentCases/cases/{i}"}, logic.norm(owed, case.kept)) |
	some i, case in cases
	owed := logic.all_of([register.is_government, case.applies])
]} if {
	register.is_government.is != false
	count(cases) > 0
}

in_force_from := "2021-09-01"

months_to_evaluate := 12

# One entry a case of the register, in its order.
cases := [{
	"applies": logic.all_of([register.investigated_here(i), approved_under_the_law(i)]),
	"inTime": evaluated_in_time(i),
	"kept": logic.all_of([evaluated_in_time(i), result_published(i)]),
} |
	some i, _ in facts.accidentCases_cases
]

approved_under_the_law(i) := logic.all_of([
	logic.is_one_of(facts.accidentCases_cases[i].stage, ["已批复"]),
	since_in_force(facts.accidentCases_cases[i].approvedOn),
	asked.by_then(facts.accidentCases_cases[i].approvedOn),
])

since_in_force(leaf) := logic.open([leaf.fact]) if leaf.value == null

else := {"is": leaf.value >= in_force_from, "on": [leaf.fact]}

# Whether it was evaluated by the day asked; an evaluation of a later day was not.
evaluated(i) := asked.by_then(facts.accidentCases_cases[i].rectificationEvaluatedOn) if {
	facts.accidentCases_cases[i].rectificationEvaluatedOn.value != null
}

else := logic.given(facts.accidentCases_cases[i].rectificationEvaluated)

# Whether the day asked still lies within the year.
within_the_year(i) := by_the_last_day(i, asked.day)

# 并及时向社会公开评估结果: before it is evaluated there is no result to be published; 及时 has no number, so what is not
# published is late for certain once the year is over.
result_published(i) := publication_waits(i) if {
	facts.accidentCases_cases[i].rectificationPublished.value == false
	within_the_year(i).is != false
}

else := logic.given(facts.accidentCases_cases[i].rectificationPublished)

publication_waits(i) := waits_for_evaluation(i) if evaluated(i).is != true

else := logic.open([asked.day.fact]) if within_the_year(i).is == true

else := within_the_year(i)

evaluated_in_time(i) := by_the_last_day(i, facts.accidentCases_cases[i].rectificationEvaluatedOn) if evaluated(i).is == true

# Not evaluated is late once the year is over.
else := logic.never(array.concat(evaluated(i).on, within_the_year(i).on)) if {
	evaluated(i).is == false
	within_the_year(i).is == false
}

else := waits_for_evaluation(i)

# What is not evaluated within the year waits for a later day.
waits_for_evaluation(i) := logic.open([asked.day.fact]) if {
	evaluated(i).is == false
	within_the_year(i).is == true
}

else := within_the_year(i) if evaluated(i).is == false

else := logic.open(lists.unknown([facts.accidentCases_cases[i].rectificationEvaluatedOn, asked.day]))

by_the_last_day(i, leaf) := logic.open(lists.unknown([facts.accidentCases_cases[i].approvedOn, leaf])) if {
	null in [facts.accidentCases_cases[i].approvedOn.value, leaf.value]
}

else := {
	"is": calendar.ymd(leaf.value) <= calendar.ymd_after_months(facts.accidentCases_cases[i].approvedOn.value, months_to_evaluate),
	"on": [facts.accidentCases_cases[i].approvedOn.fact, leaf.fact],
}
