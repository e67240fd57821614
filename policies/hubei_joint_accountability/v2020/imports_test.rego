package test.hubei_imports

import data.hubei_joint_accountability.v2020.imports

leaf(name, value) := {"fact": $"/imports/{name}", "value": value}

beyond(list, complete) := imports.beyond(leaf("lenientGrounds", list), leaf("lenientComplete", complete)).is

test_only_a_list_that_is_given_and_whole_says_that_there_is_no_other_ground if {
	beyond([], true) == false
	beyond([], false) == null
	beyond([], null) == null
	beyond(null, true) == null
}

test_the_grounds_that_hold_are_named_in_their_order if {
	imports.holding({"b": {"is": true}, "a": {"is": true}, "c": {"is": false}, "d": {"is": null}}) == ["a", "b"]
}
