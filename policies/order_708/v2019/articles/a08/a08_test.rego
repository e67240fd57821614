package test.order_708_a08

import data.order_708.v2019.articles.a08

drilled(day, drills) := found if {
	found := a08.drilled.is with input as {"facts": {
		"act": {"on": day},
		"emergency": {"drills": drills, "drillsComplete": true},
	}}
}

# 至少每2年: from the day on which the Order came into force.
test_no_drill_is_missed_before_the_first_two_years_of_the_order_have_run if {
	before := [{"on": "2018-12-01"}]
	drilled("2020-12-31", before) == null
	drilled("2021-04-01", before) == null
	drilled("2021-04-02", before) == false
	drilled("2021-04-01", [{"on": "2019-04-01"}]) == true
}
