package test.appeals

import data.appeals
import data.party_accountability.v2019.articles.a20

appeal(facts) := {"facts": {"appeal": object.union({"decisionReceivedOn": "2022-01-31", "step": "申诉"}, facts)}}

in_time(facts) := state if {
	state := appeals.in_time(a20.deadlines, a20.starts).is with input as appeal(facts)
}

test_the_last_day_is_in_time_and_the_next_is_not if {
	in_time({"filedOn": "2022-02-28"}) == true
	in_time({"filedOn": "2022-03-01", "lastDayIsHoliday": false}) == false
}

test_after_the_last_day_a_holiday_decides if {
	in_time({"filedOn": "2022-03-01"}) == null
	in_time({"filedOn": "2022-03-01", "lastDayIsHoliday": true}) == null
	in_time({"filedOn": "2022-03-01", "lastDayIsHoliday": true, "extendedUntil": "2022-03-01"}) == true
	in_time({"filedOn": "2022-03-02", "lastDayIsHoliday": true, "extendedUntil": "2022-03-01"}) == false
}

test_an_unknown_day_or_step_leaves_it_open if {
	in_time({}) == null
	in_time({"filedOn": "2022-02-01", "decisionReceivedOn": null}) == null
	in_time({"filedOn": "2022-02-01", "step": null}) == null
}

period(facts) := value if {
	value := appeals.period(a20.deadlines, a20.starts) with input as appeal(facts)
}

test_of_a_step_that_the_instrument_does_not_know_nothing_is_said if {
	not period({"filedOn": "2022-02-01", "step": "复审"}).inTime
	period({"filedOn": "2022-02-01", "step": "复审"}).deadlines
}

test_of_no_appeal_nothing_is_said if {
	not period({"filed": false}).inTime
	period({"filed": true}).inTime.is == null
}

test_an_appeal_before_the_decision_is_a_day_written_wrongly if {
	in_time({"filedOn": "2022-01-30"}) == null
	in_time({"filedOn": "2022-01-31"}) == true
}

test_an_extension_that_extends_nothing_is_a_day_written_wrongly if {
	late := {"filedOn": "2022-03-01", "lastDayIsHoliday": true}
	in_time(object.union(late, {"extendedUntil": "2022-02-28"})) == null
}

in_force(facts) := state if {
	state := appeals.in_force("2018-03-20", "2025-05-31").is with input as {"facts": {"appeal": facts}}
}

test_the_day_of_the_appeal_selects_the_version if {
	in_force({"decisionReceivedOn": "2025-05-06", "filedOn": "2025-05-31"}) == true
	in_force({"decisionReceivedOn": "2025-05-06", "filedOn": "2025-06-01"}) == false
}

test_without_an_appeal_the_decision_says_only_what_no_later_day_could_change if {
	in_force({"decisionReceivedOn": "2025-05-06"}) == null
	in_force({"decisionReceivedOn": "2025-06-01"}) == false
	in_force({}) == null
}

version(facts, until) := found if {
	found := appeals.in_force("2018-03-20", until) with input as {"facts": {"appeal": facts}}
}

received := "/appeal/decisionReceivedOn"

filed := "/appeal/filedOn"

test_the_version_of_a_law_is_that_of_the_day_of_the_appeal if {
	last := "2025-05-31"
	version({"filedOn": "2025-05-31"}, last) == {"is": true, "on": [filed]}
	version({"filedOn": "2025-06-01"}, last) == {"is": false, "on": [filed]}
	version({"filedOn": "2018-03-20"}, last).is == true
	version({"filedOn": "2018-03-19"}, last) == {"is": false, "on": [filed]}
	version({"filedOn": "2018-03-20"}, null).is == true
	version({"filedOn": "2018-03-19"}, null).is == false
}

test_before_the_appeal_the_day_of_the_decision_tells_only_what_no_later_day_changes if {
	last := "2025-05-31"
	version({"decisionReceivedOn": "2025-06-01"}, last) == {"is": false, "on": [received]}
	version({"decisionReceivedOn": "2025-05-31"}, last) == {"is": null, "on": [filed]}
	version({"decisionReceivedOn": "2018-03-20"}, null) == {"is": true, "on": [received]}
	version({"decisionReceivedOn": "2018-03-19"}, null) == {"is": null, "on": [filed]}
	version({}, null) == {"is": null, "on": [received]}
}

test_the_day_that_is_missing_is_named if {
	waiting := appeals.in_time(a20.deadlines, a20.starts).on with input as appeal({})
	waiting == ["/appeal/filedOn"]
	other := appeals.in_time(a20.deadlines, a20.starts).on with input as appeal({"filedOn": "2022-02-01", "decisionReceivedOn": null})
	other == [received]
}
