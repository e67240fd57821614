# METADATA
# title: 年度台账
# description: |
#   One body's year of supervision (arts. 16 to 18). What a list lacks is a failure only when the list is complete and its day
#   lies after the year's end; late is only what came after a due date that the submitter gives with its source.
package hubei_joint_accountability.v2020.ledger

import data.facts
import data.hubei_joint_accountability.v2020.scope
import data.logic
import data.readings

year := facts.supervision.year

as_of := facts.supervision.asOf

year_end := null if year.value == null

else := $"{year.value}-12-31"

# The measures bind a year whose last day they cover.
covered := logic.always([]) if readings.as_if_in_force

else := logic.all_of([
	scope.subject_in_province,
	logic.any_of([scope.subject_is_direct, scope.subject_is_by_reference]),
	in_force,
])

in_force := scope.in_force_on({"fact": year.fact, "value": year_end})

year_over := logic.open([leaf.fact | some leaf in [year, as_of]; leaf.value == null]) if null in [year.value, as_of.value]

else := {"is": as_of.value > year_end, "on": [year.fact, as_of.fact]}

# A list that is not given is not a complete one, whatever is said of it.
is_complete(list, complete) if {
	list.value != null
	complete.value == true
}

# What a list does not show: not done once the list is complete and the year over, else still open.
absent(list, complete) := logic.never(array.concat([list.fact, complete.fact], year_over.on)) if {
	is_complete(list, complete)
	year_over.is == true
}

else := logic.open(array.concat(waits_for_list(list, complete), waits_for_year))

waits_for_list(list, complete) := [] if is_complete(list, complete)

else := [list.fact, complete.fact]

waits_for_year := year_over.on if year_over.is == null

else := [as_of.fact] if year_over.is == false

else := []

listed_completely(list, complete) := logic.negate(beyond(list, complete))

# A thing stated as done or not done; what is not done can still be done until the year is over.
by_year_end(leaf) := not_done(leaf) if leaf.value == false

else := logic.given(leaf)

not_done(leaf) := logic.never(array.concat([leaf.fact], year_over.on)) if year_over.is == true

else := logic.open(waits_for_year)

# Some entry of a list is as asked; beyond an incomplete list there may be others.
some_entry(states, list, complete) := logic.any_of(array.concat(states, [beyond(list, complete)]))

beyond(list, complete) := logic.never([list.fact, complete.fact]) if is_complete(list, complete)

else := logic.open([list.fact, complete.fact])

fault(code, state) := {"code": code} if state.is == false

else := {}

is_body(kinds) := logic.all_of([covered, logic.is_one_of(facts.subject.kind, kinds)])

# 乡镇 has no lower level.
has_lower_level := logic.is_one_of(facts.subject.level, ["省", "市（州）", "县（市、区）"])

# The entries of a clause, while it may speak.
each(applies, entries) := {} if applies.is == false

else := {"each": entries}

# What a sentence demands, where it speaks: what does not speak cannot be failed.
where(applies, kept) := logic.any_of([logic.negate(applies), kept])
