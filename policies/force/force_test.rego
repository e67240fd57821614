package test.force

import data.force

start := "2020-07-01"

of_accident(day) := found if {
	found := force.since(start) with input as {"facts": {"accident": {"occurredOn": day}}}
}

of_act(act) := found if {
	found := force.since(start) with input as {"facts": {
		"subject": {},
		"accident": {"occurredOn": "2019-01-01"},
		"act": act,
	}}
}

test_an_accident_is_bound_from_the_first_day_on if {
	of_accident("2020-07-01") == {"is": true, "on": ["/accident/occurredOn"]}
	of_accident("2020-06-30") == {"is": false, "on": ["/accident/occurredOn"]}
	of_accident(null) == {"is": null, "on": ["/accident/occurredOn"]}
}

test_an_act_is_bound_by_its_own_day_and_not_by_that_of_the_accident if {
	of_act({"on": "2020-07-01"}) == {"is": true, "on": ["/act/on"]}
	of_act({"on": "2020-06-30"}) == {"is": false, "on": ["/act/on"]}
	of_act({"on": "2020-06-30", "continuing": true}).is == false
}

test_an_act_that_goes_on_is_bound_whenever_it_began if {
	of_act({"from": "2018-01-01", "continuing": true}) == {"is": true, "on": ["/act/continuing"]}
	of_act({"from": "2018-01-01", "continuing": false}) == {"is": null, "on": ["/act/on"]}
}

test_an_act_that_ended_is_bound_by_its_last_day if {
	of_act({"from": "2018-01-01", "until": "2020-07-01"}) == {"is": true, "on": ["/act/until"]}
	of_act({"from": "2018-01-01", "until": "2020-06-30"}) == {"is": false, "on": ["/act/until"]}
}

test_an_act_that_began_in_force_is_bound_though_its_end_is_unknown if {
	of_act({"from": "2020-07-01"}) == {"is": true, "on": ["/act/from"]}
	of_act({"from": "2020-06-30"}) == {"is": null, "on": ["/act/on"]}
	of_act({}) == {"is": null, "on": ["/act/on"]}
}
