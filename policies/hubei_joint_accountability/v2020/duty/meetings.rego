# METADATA
# title: 研究安全生产工作的会议
# description: |
#   “定期” (art. 5, item 2) and “及时” (art. 6, item 3) have no number in the text. The submitting organ names the interval
#   with its source; without it a register with meetings decides nothing, and the finding names the gap.
package hubei_joint_accountability.v2020.duty.meetings

import data.calendar
import data.calendar.asked
import data.facts
import data.lists
import data.logic

inside_the_interval := lists.some_holds(
	[state(i) | some i, _ in facts.meetings_meetings],
	facts.meetings.meetings,
	facts.meetings.meetingsComplete,
)

state(i) := logic.all_of([
	logic.given(facts.meetings_meetings[i].studiedSafety),
	asked.by_then(facts.meetings_meetings[i].on),
	recent(i),
])

interval_leaves := [facts.meetings.intervalMonths, facts.meetings.intervalSource]

recent(i) := logic.open(lists.unknown(array.concat(interval_leaves, [asked.day]))) if {
	null in [leaf.value | some leaf in array.concat(interval_leaves, [asked.day])]
}

else := {"is": last_day(i) >= calendar.ymd(asked.day.value), "on": array.concat(
	[leaf.fact | some leaf in interval_leaves],
	[facts.meetings_meetings[i].on.fact, asked.day.fact],
)}

last_day(i) := calendar.ymd_after_months(facts.meetings_meetings[i].on.value, facts.meetings.intervalMonths.value)

# Said while the duty may speak and nobody has named the interval.
gap(applies) := {"gap": "interval_not_in_text"} if {
	applies.is != false
	count(lists.unknown(interval_leaves)) > 0
}

else := {}
