# METADATA
# title: 事故调查台账
# description: |
#   The cases that a government investigates, each against the time limits of this Order. A step that is known not to be
#   taken is late once the day asked lies beyond its limit, and open before.
package order_493.v2007.cases

import data.calendar.asked
import data.facts
import data.lists
import data.logic
import data.order_493.v2007.limits

# 负责事故调查的人民政府.
is_government := logic.is_one_of(facts.subject.kind, ["政府"])

investigated_here(i) := logic.all_of([
	logic.is_one_of(facts.accidentCases_cases[i].investigatedBy, ["本级政府"]),
	happened(i),
])

# What stands in the register has happened, unless on a day after the one asked.
happened(i) := logic.always([]) if facts.accidentCases_cases[i].occurredOn.value == null

else := asked.by_then(facts.accidentCases_cases[i].occurredOn)

# Some case of the register has the state that makes the clause speak.
some_case(states) := lists.some_holds(
	[state.applies | some state in states],
	facts.accidentCases.cases,
	facts.accidentCases.casesComplete,
)

# Every case of which something is demanded has it.
every_case(states) := lists.all_hold(
	[logic.any_of([logic.negate(state.applies), state.kept]) | some state in states],
	facts.accidentCases.cases,
	facts.accidentCases.casesComplete,
)

reported_in_time(i) := taken_in_time(
	logic.is_one_of(facts.accidentCases_cases[i].stage, ["调查中"]),
	facts.accidentCases_cases[i].reportedOn,
	report_by(i, facts.accidentCases_cases[i].reportedOn),
	report_by(i, asked.day),
)

report_by(i, done) := limits.report_in_time(
	facts.accidentCases_cases[i].occurredOn,
	done,
	facts.accidentCases_cases[i].reportExtensionDays,
	facts.accidentCases_cases[i].appraisalDays,
)

# Until the report is there, no approval is owed.
is_reported(i) := logic.never([facts.accidentCases_cases[i].reportedOn.fact, asked.day.fact]) if {
	asked.by_then(facts.accidentCases_cases[i].reportedOn).is == false
}

else := logic.is_one_of(facts.accidentCases_cases[i].stage, ["已提交报告", "已批复"])

approved_in_time(i) := taken_in_time(
	logic.is_one_of(facts.accidentCases_cases[i].stage, ["已提交报告"]),
	facts.accidentCases_cases[i].approvedOn,
	approval_by(i, facts.accidentCases_cases[i].approvedOn),
	approval_by(i, asked.day),
)

approval_by(i, done) := limits.approval_in_time(
	facts.accidentCases_cases[i].reportedOn,
	done,
	logic.is_one_of(facts.accidentCases_cases[i].grade, ["特别重大"]),
	facts.accidentCases_cases[i].approvalExtensionDays,
)

# A step in time by its own day; without one, late if it would be late on the day asked.
taken_in_time(not_taken, step, by_its_day, by_the_day_asked) := by_its_day if {
	step.value != null
	asked.by_then(step).is != false
}

else := logic.never(array.concat(not_taken.on, by_the_day_asked.on)) if {
	not_taken.is == true
	by_the_day_asked.is == false
}

# A step of a later day was not taken on the day asked.
else := logic.never(array.concat(asked.by_then(step).on, by_the_day_asked.on)) if {
	asked.by_then(step).is == false
	by_the_day_asked.is == false
}

# In time, for its limit lies beyond it and so beyond the day asked.
else := by_its_day if by_its_day.is == true

# The day asked may lie beyond the limit under another reading.
else := logic.open(array.concat([step.fact], logic.readings_in(by_the_day_asked.on)))
