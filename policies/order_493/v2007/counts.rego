# METADATA
# title: 计入等级的人数和损失
# description: |
#   Deaths, serious injuries and loss as intervals {low, high, known, bound, missing}, as
#   logic.at_least takes them.
# custom:
#   readings:
#     firstDay:
#       default: excluded
#       alternatives: [included]
#       reason: 民法典第二百零一条，按照日计算期间的，开始的当日不计入；条例没有另行规定。
package order_493.v2007.counts

import data.calendar
import data.facts
import data.logic
import data.readings.readings

first_day_counts := 1 if readings.firstDay.value == "included"

else := 0

# METADATA
# title: 补报期
# description: 道路交通事故、火灾事故自发生之日起7日内，其他事故30日内。
# custom:
#   days:
#     /accident/countedOn:
#       - from: /accident/occurredOn
#         after: [7, 30]
#       - from: /accident/missingSince
#         after: [7, 30]
#     /accident/missingSince:
#       - from: /accident/occurredOn
#         after: [0]
is_short_window := logic.is_one_of(facts.accident.kind, ["道路交通", "火灾"])

days_counted := calendar.days_between(facts.accident.occurredOn.value, facts.accident.countedOn.value)

# Day n is n days after the accident; with the first day counted it is one day earlier.
window_ends_after(days) := days - first_day_counts

# The accident's day lies `days` back or more, seen from the day of counting. While a day is missing no reading of the
# first day could tell.
reached(days) := logic.open(unknown_days) if days_counted == null

else := {"is": days_counted >= window_ends_after(days), "on": count_days_paths}

unknown_days := [leaf.fact |
	some leaf in [facts.accident.countedOn, facts.accident.occurredOn]
	leaf.value == null
]

count_days_paths := ["/accident/countedOn", "/accident/occurredOn", readings.firstDay.option]

# The counts are final once the window for corrections is over.
are_final := logic.any_of([reached(30), logic.all_of([is_short_window, reached(7)])])

# Persons who died after the first count: inside the window, outside it, or undecided while the kind is unknown.
later_day(i) := calendar.days_between(facts.accident.occurredOn.value, facts.accident_later_deaths[i].on.value)

later_in_time(i) := logic.open(["/accident/occurredOn"]) if later_day(i) == null

else := {"is": true, "on": later_paths(i)} if later_day(i) <= window_ends_after(7)

else := {"is": false, "on": later_paths(i)} if later_day(i) > window_ends_after(30)

else := {"is": short.is, "on": array.concat(later_paths(i), short.on)} if {
	short := logic.negate(is_short_window)
	short.is != null
}

else := logic.open(array.concat(is_short_window.on, [readings.firstDay.option]))

later_paths(i) := [facts.accident_later_deaths[i].on.fact, "/accident/occurredOn", readings.firstDay.option]

later_count(i) := facts.accident_later_deaths[i].count.value

later_certain := sum([later_count(i) | some i, _ in facts.accident_later_deaths; later_in_time(i).is == true])

later_possible := sum([later_count(i) | some i, _ in facts.accident_later_deaths; later_in_time(i).is != false])

later_open := [p |
	some i, _ in facts.accident_later_deaths
	later_in_time(i).is == null
	some p in later_in_time(i).on
]

later_known := [p | some i, _ in facts.accident_later_deaths; some p in later_in_time(i).on]

# A seriously injured or missing person who dies in time moves to the deaths and is not counted twice.
moved_for_certain(from) := sum([later_count(i) |
	some i, _ in facts.accident_later_deaths
	later_in_time(i).is == true
	facts.accident_later_deaths[i].countedBefore.value == from
])

moved_at_most(from) := sum([later_count(i) |
	some i, _ in facts.accident_later_deaths
	later_in_time(i).is != false
	facts.accident_later_deaths[i].countedBefore.value in {from, null}
])

unclear_moves := [facts.accident_later_deaths[i].countedBefore.fact |
	some i, _ in facts.accident_later_deaths
	later_in_time(i).is != false
	facts.accident_later_deaths[i].countedBefore.value == null
]

# Not reported apart means contained in the count itself; the answer says so (note `no_separate_count`).
apart(leaf) := 0 if leaf.value == null

else := leaf.value

# A person missing for more than thirty days (seven) is counted as dead.
missing_days := calendar.days_between(facts.accident.missingSince.value, facts.accident.countedOn.value)

missing_paths := ["/accident/missingSince", "/accident/countedOn"]

missing_longer_than(days) := logic.open([leaf.fact |
	some leaf in [facts.accident.missingSince, facts.accident.countedOn]
	leaf.value == null
]) if {
	missing_days == null
}

else := {"is": missing_days > days, "on": missing_paths}

missing_count_as_dead := logic.any_of([
	missing_longer_than(30),
	logic.all_of([is_short_window, missing_longer_than(7)]),
])

missing_low := max([0, apart(facts.accident.missing) - moved_at_most("失踪")])

missing_high := max([0, apart(facts.accident.missing) - moved_for_certain("失踪")])

missing_dead := {"low": 0, "known": [], "missing": []} if missing_high == 0

else := {"low": missing_low, "known": missing_known, "missing": unclear_moves} if {
	missing_count_as_dead.is == true
}

else := {"low": 0, "known": missing_known, "missing": later_count_or(missing_count_as_dead)}

# Where it is known that the time has not come, only a later count can tell.
later_count_or(state) := array.concat(["/accident/countedOn"], logic.readings_in(state.on)) if state.is == false

else := state.on

missing_known := array.concat(["/accident/missing"], missing_count_as_dead.on)

# Serious injuries include acute poisonings (包括急性工业中毒，下同); the total of the injured bounds them.
injured_at_most := facts.accident.injuredTotal.value

serious_reported := facts.accident.seriousInjuries.value

serious := {
	"low": max([0, (serious_reported + apart(facts.accident.acutePoisonings)) - moved_at_most("重伤")]),
	"high": max([0, (serious_reported + apart(facts.accident.acutePoisonings)) - moved_for_certain("重伤")]),
	"known": array.concat(serious_paths, later_known),
	"bound": [],
	"missing": array.concat(unclear_moves, later_open),
} if {
	serious_reported != null
}

else := {
	"low": apart(facts.accident.acutePoisonings),
	"high": injured_at_most,
	"known": ["/accident/acutePoisonings" | facts.accident.acutePoisonings.value != null],
	"bound": ["/accident/injuredTotal"],
	"missing": ["/accident/seriousInjuries"],
}

# The first counts, before anyone died later.
first_deaths := exact(facts.accident.deaths)

first_serious := {
	"low": serious_reported + apart(facts.accident.acutePoisonings),
	"high": serious_reported + apart(facts.accident.acutePoisonings),
	"known": serious_paths,
	"bound": [],
	"missing": [],
} if {
	serious_reported != null
}

else := serious

exact(leaf) := {"low": 0, "high": null, "known": [], "bound": [], "missing": [leaf.fact]} if leaf.value == null

else := {"low": leaf.value, "high": leaf.value, "known": [leaf.fact], "bound": [], "missing": []}

serious_paths := array.concat(
	["/accident/seriousInjuries"],
	["/accident/acutePoisonings" | facts.accident.acutePoisonings.value != null],
)

# While the counts are not final, every seriously injured or missing person may still be counted as dead.
still_at_risk := serious.high if are_final.is != true

else := 0

risk_missing := array.concat(later_count_or(are_final), serious.missing) if are_final.is != true

else := []

risk_bound := array.concat(serious.known, serious.bound) if are_final.is != true

else := []

deaths_low := (facts.accident.deaths.value + later_certain) + missing_dead.low if facts.accident.deaths.value != null

else := later_certain + missing_dead.low

deaths_high := null if facts.accident.deaths.value == null

else := null if still_at_risk == null

else := ((facts.accident.deaths.value + later_possible) + still_at_risk) + missing_high

deaths := {
	"low": deaths_low,
	"high": deaths_high,
	"known": array.concat(array.concat(["/accident/deaths"], missing_dead.known), later_known),
	"bound": array.concat(are_final.on, risk_bound),
	"missing": array.concat(
		array.concat(["/accident/deaths" | facts.accident.deaths.value == null], missing_dead.missing),
		array.concat(later_open, risk_missing),
	),
}

loss := exact(facts.accident.directLossYuan)

# Lightly injured persons alone make a general accident [I]; without any harm there is no grade.
injured := exact(facts.accident.injuredTotal)
