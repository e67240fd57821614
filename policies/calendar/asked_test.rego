package test.calendar_asked

import data.calendar.asked

by_then(day, act) := found if {
	found := asked.by_then({"fact": "/x", "value": day}) with input as {"facts": {"act": act}}
}

not_over(day, act) := found if {
	found := asked.not_over({"fact": "/x", "value": day}) with input as {"facts": {"act": act}}
}

test_the_day_asked_is_that_of_the_act_or_its_last if {
	by_then("2022-05-10", {"on": "2022-05-10", "until": "2022-01-01"}) == {"is": true, "on": ["/x", "/act/on"]}
	by_then("2022-05-10", {"until": "2022-05-10"}) == {"is": true, "on": ["/x", "/act/until"]}
	by_then("2022-05-10", {}) == {"is": null, "on": ["/act/on"]}
}

test_what_happened_by_the_day_includes_the_day if {
	by_then("2022-05-10", {"on": "2022-05-10"}).is == true
	by_then("2022-05-11", {"on": "2022-05-10"}).is == false
	by_then(null, {"on": "2022-05-10"}) == {"is": null, "on": ["/x"]}
}

test_what_lasts_to_the_day_lasts_on_it if {
	not_over("2022-05-10", {"on": "2022-05-10"}) == {"is": true, "on": ["/x", "/act/on"]}
	not_over("2022-05-09", {"on": "2022-05-10"}).is == false
	not_over(null, {"on": "2022-05-10"}) == {"is": null, "on": ["/x"]}
	not_over("2022-05-10", {}) == {"is": null, "on": ["/act/on"]}
}
