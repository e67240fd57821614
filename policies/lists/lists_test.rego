package test.lists

import data.lists
import data.logic

list := {"fact": "/g/list", "value": []}

absent := {"fact": "/g/list", "value": null}

whole := {"fact": "/g/complete", "value": true}

partial := {"fact": "/g/complete", "value": false}

unsaid := {"fact": "/g/complete", "value": null}

yes := logic.always(["/a"])

no := logic.never(["/b"])

open := logic.open(["/c"])

test_all_of_a_whole_list_hold if lists.all_hold([yes, yes], list, whole).is == true

test_one_that_does_not_hold_decides_even_in_a_partial_list if lists.all_hold([yes, no], list, partial).is == false

test_a_partial_list_never_says_that_all_hold if {
	some complete in [partial, unsaid]
	lists.all_hold([yes], list, complete) == {"is": null, "on": ["/g/list", "/g/complete"]}
}

test_some_holds_even_in_a_partial_list if lists.some_holds([no, yes], list, partial).is == true

test_none_holds_only_in_a_whole_list if {
	lists.some_holds([no], list, whole) == {"is": false, "on": ["/b", "/g/list", "/g/complete"]}
	lists.some_holds([no], list, partial).is == null
	lists.some_holds([no, open], list, whole).is == null
}

test_an_empty_whole_list_holds_nothing_and_misses_nothing if {
	lists.some_holds([], list, whole).is == false
	lists.all_hold([], list, whole).is == true
}

test_a_list_that_is_not_given_is_not_empty if {
	lists.some_holds([], absent, whole) == {"is": null, "on": ["/g/list"]}
	lists.all_hold([], absent, unsaid) == {"is": null, "on": ["/g/list", "/g/complete"]}
}

test_an_unknown_number_has_no_upper_bound if {
	logic.at_least(lists.number({"fact": "/n", "value": null}), 1) == {"is": null, "on": ["/n"]}
	logic.at_least(lists.number({"fact": "/n", "value": 0}), 1).is == false
	logic.at_least(lists.number({"fact": "/n", "value": 1}), 1).is == true
}
