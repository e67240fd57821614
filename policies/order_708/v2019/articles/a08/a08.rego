# METADATA
# title: 第八条 应急救援预案演练
package order_708.v2019.articles.a08

import data.calendar
import data.calendar.asked
import data.facts
import data.lists
import data.logic

# METADATA
# title: 至少每两年演练一次
# description: Asked of governments and of their branches; the departments of the sentence are not asked here.
# custom:
#   provision: order_708__art_8__para_1
#   modality: must
#   class: M
#   quote: 县级以上地方人民政府以及县级以上人民政府负有安全生产监督管理职责的部门，乡、镇人民政府以及街道办事处等地方人民政府派出机关，应当至少每2年组织1次生产安全事故应急救援预案演练。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := logic.norm(logic.all_of([government_or_branch, in_force]), drilled)

in_force_from := "2019-04-01"

# 按所问之日: a body is not measured by the Order before it came into force.
in_force := logic.open([asked.day.fact]) if asked.day.value == null

else := {"is": asked.day.value >= in_force_from, "on": [asked.day.fact]}

government_or_branch := logic.any_of([
	logic.is_one_of(facts.subject.kind, ["政府"]),
	logic.all_of([
		logic.is_one_of(facts.subject.kind, ["派出机关"]),
		logic.is_one_of(facts.subject.counterpart, ["政府"]),
	]),
])

months_between_drills := 24

# The first two years of the Order: nothing was missed before they had run.
first_period_ends := "2021-04-01"

drilled := logic.open([asked.day.fact]) if {
	listed.is == false
	asked.day.value <= first_period_ends
}

else := listed

listed := lists.some_holds(
	[logic.all_of([asked.by_then(facts.emergency_drills[i].on), not_too_long_ago(i)]) | some i, _ in facts.emergency_drills],
	facts.emergency.drills,
	facts.emergency.drillsComplete,
)

not_too_long_ago(i) := logic.open([asked.day.fact]) if asked.day.value == null

else := {
	"is": calendar.ymd_after_months(facts.emergency_drills[i].on.value, months_between_drills) >= calendar.ymd(asked.day.value),
	"on": [facts.emergency_drills[i].on.fact, asked.day.fact],
}
