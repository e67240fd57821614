# METADATA
# title: 调查和批复的期限
# description: |
#   The time limits of articles 27, 29 and 32 as functions of leaves {fact, value}, for any register of investigations.
#   Each gives a truth value: in time, late, or open with the facts that are missing. Days run as in counts.rego.
package order_493.v2007.limits

import data.calendar
import data.logic
import data.order_493.v2007.counts
import data.readings.readings

# 自事故发生之日起60日内提交事故调查报告；延长的期限最长不超过60日（第二十九条）；技术鉴定所需时间不计入（第二十七条）。
report_in_time(occurred_on, submitted_on, extended_days, appraisal_days) := in_time(
	occurred_on, submitted_on,
	with_appraisal(extendable(60, extended_days, 60), appraisal_days),
)

# 自收到事故调查报告之日起15日内做出批复；特别重大事故30日内，可以延长，最长不超过30日（第三十二条第一款）。
# Whether the accident is 特别重大 is a truth value.
approval_in_time(received_on, approved_on, is_extraordinary, extended_days) := logic.any_of([
	in_time(received_on, approved_on, fixed(15)),
	logic.all_of([is_extraordinary, in_time(received_on, approved_on, extendable(30, extended_days, 30))]),
])

# A limit of so many days for certain, of more as far as the leaves of `on` may allow.
fixed(days) := {"certain": days, "possible": days, "on": []}

extendable(days, extended_days, most) := {
	"certain": days + granted(extended_days, most, 0),
	"possible": days + granted(extended_days, most, most),
	"on": [extended_days],
}

with_appraisal(limit, appraisal_days) := {
	"certain": limit.certain + appraisal(appraisal_days, 0),
	"possible": limit.possible + appraisal(appraisal_days, without_end),
	"on": array.concat(limit.on, [appraisal_days]),
}

# In time for certain up to `certain` days, late for certain after `possible`; between them the leaves of `on` decide.
in_time(from, done, limit) := logic.open([leaf.fact | some leaf in [from, done]; leaf.value == null]) if {
	null in [from.value, done.value]
}

else := logic.always(decided_on(from, done, limit)) if days(from, done) <= counts.window_ends_after(limit.certain)

else := logic.never(decided_on(from, done, limit)) if days(from, done) > counts.window_ends_after(limit.possible)

else := logic.open(array.concat([readings.firstDay.option], [leaf.fact | some leaf in limit.on; leaf.value == null]))

days(from, done) := calendar.days_between(from.value, done.value)

decided_on(from, done, limit) := array.concat(
	[from.fact, done.fact, readings.firstDay.option],
	[leaf.fact | some leaf in limit.on; leaf.value != null],
)

# What was granted beyond the most that may be granted does not lengthen the limit.
granted(leaf, most, unknown) := unknown if leaf.value == null

else := min([leaf.value, most])

# The longest span of days that the calendar knows.
without_end := calendar.days_between("1970-01-01", "2129-12-31")

appraisal(leaf, unknown) := unknown if leaf.value == null

else := leaf.value
