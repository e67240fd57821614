# METADATA
# title: 申诉的期限
# description: |
#   One decision and one appeal against it, counted by the instrument that the decision rests on. Periods leave out the day
#   on which they begin; a month ends on its corresponding day or, where there is none, on the month's last (Civil Code,
#   arts. 201 and 202). A last day that is a holiday moves (art. 203): there is no calendar of holidays here, so it is asked.
package appeals

import data.facts
import data.logic

decision_made := logic.always([facts.appeal.decisionReceivedOn.fact]) if facts.appeal.decisionReceivedOn.value != null

else := logic.given(facts.appeal.decisionMade)

filed := logic.always([facts.appeal.filedOn.fact]) if facts.appeal.filedOn.value != null

else := logic.given(facts.appeal.filed)

rests_on(instrument) := logic.is_one_of(facts.appeal.basis, [instrument])

received := facts.appeal.decisionReceivedOn

filed_on := facts.appeal.filedOn

# The day of the appeal selects the version of a law; while it is not known, it is no earlier than the decision.
in_force(from, until) := within(from, until) if filed_on.value != null

else := logic.open([received.fact]) if received.value == null

else := logic.never([received.fact]) if after_the_last(until)

else := logic.always([received.fact]) if {
	until == null
	from <= received.value
}

else := logic.open([filed_on.fact])

after_the_last(until) if {
	until != null
	received.value > until
}

within(from, until) := {"is": from <= filed_on.value, "on": [filed_on.fact]} if until == null

else := {"is": filed_on.value <= until, "on": [filed_on.fact]} if from <= filed_on.value

else := logic.never([filed_on.fact])

against(instrument, from, until) := logic.all_of([decision_made, rests_on(instrument), in_force(from, until)])

appealed(instrument, from, until) := logic.all_of([against(instrument, from, until), filed])

# What the laws on officials and civil servants give is for persons, not for organs.
is_person := logic.negate(logic.is_one_of(facts.subject.role, ["机关"]))

against_person(instrument, from, until) := logic.all_of([is_person, against(instrument, from, until)])

appealed_by_person(instrument, from, until) := logic.all_of([is_person, appealed(instrument, from, until)])

# Who may choose among the routes, while there may be an appeal.
choice(available, decided_by, routes) := {} if available.is == false

else := {"range": {"decidedBy": decided_by, "options": routes}}

not_suspended := logic.negate(logic.given(facts.appeal.executionSuspended))

deadline(step, length, from, last_day) := {"step": step, "length": length} if from.value == null

else := {"step": step, "length": length, "from": from.value, "lastDay": last_day}

step := facts.appeal.step

# The time limits of an instrument and, of an appeal by one of its routes, whether it came in time.
period(deadlines, starts) := {"deadlines": deadlines} if is_beside(deadlines)

else := {"deadlines": deadlines, "inTime": logic.tidy(in_time(deadlines, starts))}

# No appeal, or one by a route that the instrument does not know: of neither can it be said whether it came in time.
is_beside(_) if filed.is == false

is_beside(deadlines) if is_no_route(deadlines)

is_no_route(deadlines) if {
	step.value != null
	not step.value in [d.step | some d in deadlines]
}

# Whether the appeal came in time; `deadlines` are those of its instrument, `starts` the leaves from which they run.
in_time(deadlines, starts) := logic.open([step.fact]) if step.value == null

else := logic.open([p |
	some leaf in [starts[step.value], facts.appeal.filedOn]
	leaf.value == null
	p := leaf.fact
]) if {
	null in [starts[step.value].value, facts.appeal.filedOn.value]
}

else := before([d.lastDay | some d in deadlines; d.step == step.value][0], starts[step.value])

holiday := facts.appeal.lastDayIsHoliday

extended := facts.appeal.extendedUntil

# An appeal before the decision that it is against, or an extension that extends nothing, is a day written wrongly.
before(last_day, start) := logic.open([start.fact, filed_on.fact]) if filed_on.value < start.value

else := logic.always([start.fact, filed_on.fact]) if filed_on.value <= last_day

else := logic.open([holiday.fact]) if holiday.value == null

else := logic.never([start.fact, filed_on.fact, holiday.fact]) if holiday.value == false

else := logic.open([extended.fact]) if extended.value == null

else := logic.open([extended.fact]) if extended.value <= last_day

else := {"is": filed_on.value <= extended.value, "on": [start.fact, filed_on.fact, extended.fact]}
