package test.order_493_limits

import data.order_493.v2007.limits

leaf(name, value) := {"fact": $"/investigation/{name}", "value": value}

report(submitted, extended, appraisal) := limits.report_in_time(
	leaf("occurredOn", "2022-03-01"),
	leaf("reportSubmittedOn", submitted),
	leaf("reportExtendedDays", extended),
	leaf("appraisalDays", appraisal),
)

approval(approved, extraordinary, extended) := limits.approval_in_time(
	leaf("reportSubmittedOn", "2022-03-01"),
	leaf("approvedOn", approved),
	{"is": extraordinary, "on": ["/accident/deaths"]},
	leaf("approvalExtendedDays", extended),
)

test_a_report_is_in_time_on_day_sixty_and_late_on_day_sixty_one if {
	report("2022-04-30", 0, 0).is == true
	report("2022-05-01", 0, 0).is == false
	report("2022-05-01", 0, null).is == null
}

test_with_the_first_day_counted_the_last_day_is_one_earlier if {
	report("2022-04-30", 0, 0).is == false with input as {"options": {"firstDay": "included"}}
	report("2022-04-29", 0, 0).is == true with input as {"options": {"firstDay": "included"}}
}

test_an_extension_counts_up_to_sixty_days if {
	report("2022-06-29", 60, 0).is == true
	report("2022-06-30", 60, 0).is == false
	report("2022-06-30", 90, 0).is == false
	report("2022-05-10", 10, 0).is == true
	report("2022-05-11", 10, 0).is == false
}

test_time_for_technical_appraisal_does_not_count if {
	report("2022-05-31", 0, 31).is == true
	report("2022-06-01", 0, 31).is == false
}

test_what_is_not_known_leaves_it_open_and_is_named if {
	report(null, 0, 0) == {"is": null, "on": ["/investigation/reportSubmittedOn"]}
	report("2022-05-10", null, 0).on == ["/options/firstDay", "/investigation/reportExtendedDays"]
	report("2022-05-01", null, 0).is == null
	report("2022-06-29", null, 0).is == null
	report("2022-06-30", null, 0).is == false
	report("2023-07-30", null, null).on == ["/options/firstDay", "/investigation/reportExtendedDays", "/investigation/appraisalDays"]
	report("2022-04-30", null, null).is == true
}

test_a_decision_rests_on_what_is_known if {
	days := ["/investigation/occurredOn", "/investigation/reportSubmittedOn", "/options/firstDay"]
	report("2022-04-30", null, null).on == days
	report("2022-04-30", 0, null).on == array.concat(days, ["/investigation/reportExtendedDays"])
	report("2022-07-30", null, 0).on == array.concat(days, ["/investigation/appraisalDays"])
}

test_an_approval_is_in_time_on_day_fifteen if {
	approval("2022-03-16", false, null).is == true
	approval("2022-03-17", false, 30).is == false
}

test_an_extraordinary_accident_has_thirty_days_and_up_to_thirty_more if {
	approval("2022-03-31", true, 0).is == true
	approval("2022-04-01", true, 0).is == false
	approval("2022-04-30", true, 30).is == true
	approval("2022-05-01", true, 30).is == false
	approval("2022-05-01", true, 60).is == false
	approval("2022-03-31", true, null).is == true
	approval("2022-04-01", true, null).is == null
	approval("2022-04-30", true, null).is == null
	approval("2022-05-01", true, null).is == false
}

test_a_grade_that_is_not_known_leaves_the_days_between_open if {
	approval("2022-03-16", null, null).is == true
	approval("2022-03-20", null, 0).is == null
	"/accident/deaths" in approval("2022-03-20", null, 0).on
	approval("2022-06-20", null, 0).is == false
	approval(null, null, 0).is == null
}
