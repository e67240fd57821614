# METADATA
# title: 年度台账
# description: |
#   One body's year of supervision (arts. 16 to 18). What a list lacks is a failure only when the list is complete and its day
#   lies after the year's end; late is only what came after a due date that the submitter gives with its source.
package hubei_joint_accountability.v2020.ledger

import data.facts
import data.hubei_joint_accountability.v2020.publication
import data.hubei_joint_accountability.v2020.scope
import data.logic
import data.readings

year := facts.supervision.year

as_of := facts.supervision.asOf

year_start := null if year.value == null

else := $"{year.value}-01-01"

year_end := null if year.value == null

else := $"{year.value}-12-31"

# The measures bind a year whose last day they cover.
covered := logic.always([]) if readings.as_if_in_force

else := logic.all_of([
	scope.subject_in_province,
	logic.any_of([scope.subject_is_direct, scope.subject_is_by_reference]),
	in_force,
])

established := facts.supervision.establishedOn

abolished := facts.supervision.abolishedOn

is_after(day, other) if {
	not null in [day, other]
	day > other
}

# “每年” says nothing of a part of a year: neither of a body that was there for a part only nor of the measures themselves.
# A body of which nothing is said was there.
for_part_of_the_year if is_after(established.value, year_start)

for_part_of_the_year if is_after(year_end, abolished.value)

for_part_of_the_year if began_within_the_year

# 自发布之日起施行: of the year of publication the measures bind a part, and of a year in which it may lie perhaps a part.
began_within_the_year if in_force_for({"fact": year.fact, "value": year_start}).is != true

# How great a part, only the day of publication tells; once that is known there is nothing left to find out.
part_on := ["/publication" | began_within_the_year; publication.not_before != publication.not_after]

# Whether less than the year may have sufficed: of a part of it nothing is said.
of_a_part := logic.open(part_on) if for_part_of_the_year

else := logic.never([])

# Whether what is done once, on a day that the register does not give, may have been done before the measures.
perhaps_before_the_measures := logic.open(part_on) if began_within_the_year

else := logic.never([])

in_force := scope.in_force_on({"fact": year.fact, "value": year_end})

# The day of an entry within a year that began before the measures; a year that they bind whole needs no day.
in_force_for(day) := logic.always([]) if readings.as_if_in_force

else := scope.in_force_on(day) if day.value != null

else := logic.always([]) if year.value == null

else := logic.always([]) if scope.in_force_on({"fact": year.fact, "value": year_start}).is == true

else := logic.open([day.fact])

# A due date counts only with its source.
due(on, source) := on if {
	on.value != null
	source.value != null
} else := null

# Over is what lies behind the year and behind the due date that was given for what is asked.
over(due_on) := {"is": false, "on": [as_of.fact, due_on.fact]} if {
	as_of.value != null
	as_of.value <= due_on.value
}

else := year_over

year_over := logic.open([leaf.fact | some leaf in [year, as_of]; leaf.value == null]) if null in [year.value, as_of.value]

else := {"is": as_of.value > year_end, "on": [year.fact, as_of.fact]}

# A list that is not given is not a complete one, whatever is said of it.
is_complete(list, complete) if {
	list.value != null
	complete.value == true
}

# What a list does not show: not done once the list is complete and the time over, else still open.
absent(list, complete, period) := of_a_part if for_part_of_the_year

else := logic.never(array.concat([list.fact, complete.fact], period.on)) if {
	is_complete(list, complete)
	period.is == true
}

else := logic.open(array.concat(waits_for_list(list, complete), waits_for(period)))

waits_for_list(list, complete) := [] if is_complete(list, complete)

else := [list.fact, complete.fact]

waits_for(period) := period.on if period.is == null

else := [as_of.fact] if period.is == false

else := []

listed_completely(list, complete) := logic.negate(beyond(list, complete))

# Appraisals and assessments of a year, which are often finished in the next.
reviews_over := over(due(facts.supervision.reviewsDueOn, facts.supervision.reviewsDueSource))

# A thing stated as done or not done; what is not done can still be done until its time is over.
by_the_end(leaf) := not_done(leaf) if leaf.value == false

else := logic.given(leaf)

not_done(leaf) := of_a_part if for_part_of_the_year

else := logic.never(array.concat([leaf.fact], reviews_over.on)) if reviews_over.is == true

else := logic.open(waits_for(reviews_over))

# Some entry of a list is as asked; beyond an incomplete list there may be others.
some_entry(states, list, complete) := logic.any_of(array.concat(states, [beyond(list, complete)]))

beyond(list, complete) := logic.never([list.fact, complete.fact]) if is_complete(list, complete)

else := logic.open([list.fact, complete.fact])

fault(code, state) := {"code": code} if state.is == false

else := {}

is_body(kinds) := logic.all_of([covered, logic.is_one_of(facts.subject.kind, kinds)])

branches := ["派出机关", "功能区管理机构"]

institutions := ["直属事业单位", "国有（控股）企业"]

# 参照: such a body does what the organ does to which it corresponds; which one that is, is a fact.
branch_as(kinds) := logic.all_of([is_body(branches), logic.is_one_of(facts.subject.counterpart, kinds)])

corresponds_to(kinds) := logic.all_of([by_reference, logic.is_one_of(facts.subject.counterpart, kinds)])

by_reference := is_body(array.concat(branches, institutions))

counterpart_unknown if facts.subject.counterpart.value == null

part_of_the_year(applies) := {"gap": "part_of_the_year"} if {
	for_part_of_the_year
	applies.is != false
}

else := {}

# 乡镇 has no lower level.
has_lower_level := logic.is_one_of(facts.subject.level, ["省", "市（州）", "县（市、区）"])

# The entries of a clause, while it may speak.
each(applies, entries) := {} if applies.is == false

else := {"each": entries}

# What a sentence demands, where it speaks: what does not speak cannot be failed.
where(applies, kept) := logic.any_of([logic.negate(applies), kept])
