package test.logic

import data.logic

states := [true, false, null]

v(state, name) := {"is": state, "on": [$"/{name}"]}

pairs := [[a, b] | some a in states; some b in states]

triples := [[a, b, c] | some a in states; some b in states; some c in states]

# Kleene's tables, written out.
conjunction := {
	[true, true]: true, [true, false]: false, [true, null]: null,
	[false, true]: false, [false, false]: false, [false, null]: false,
	[null, true]: null, [null, false]: false, [null, null]: null,
}

disjunction := {
	[true, true]: true, [true, false]: true, [true, null]: true,
	[false, true]: true, [false, false]: false, [false, null]: null,
	[null, true]: true, [null, false]: null, [null, null]: null,
}

test_all_of_follows_the_table if {
	every pair in pairs {
		logic.all_of([v(pair[0], "a"), v(pair[1], "b")]).is == conjunction[pair]
	}
}

test_any_of_follows_the_table if {
	every pair in pairs {
		logic.any_of([v(pair[0], "a"), v(pair[1], "b")]).is == disjunction[pair]
	}
}

test_negate_follows_the_table if {
	logic.negate(v(true, "a")).is == false
	logic.negate(v(false, "a")).is == true
	logic.negate(v(null, "a")).is == null
}

test_nothing_is_all_true_and_none_true if {
	logic.all_of([]).is == true
	logic.any_of([]).is == false
}

test_de_morgan_holds_for_value_and_reasons if {
	every triple in triples {
		vs := [v(state, $"x{i}") | some i, state in triple]
		not_vs := [logic.negate(x) | some x in vs]
		logic.tidy(logic.negate(logic.all_of(vs))) == logic.tidy(logic.any_of(not_vs))
		logic.tidy(logic.negate(logic.any_of(vs))) == logic.tidy(logic.all_of(not_vs))
	}
}

# Filling in an unknown never changes what was already decided.
at_most_refined(null, _)

at_most_refined(before, after) if before == after

test_filling_in_an_unknown_keeps_what_is_decided if {
	every pair in pairs {
		every filled in [true, false] {
			before := [v(null, "a"), v(pair[0], "b"), v(pair[1], "c")]
			after := [v(filled, "a"), v(pair[0], "b"), v(pair[1], "c")]
			at_most_refined(logic.all_of(before).is, logic.all_of(after).is)
			at_most_refined(logic.any_of(before).is, logic.any_of(after).is)
		}
	}
}

test_an_open_conjunction_names_only_what_is_missing if {
	logic.all_of([v(null, "a"), v(true, "b"), v(null, "c")]).on == ["/a", "/c"]
}

test_a_decided_reading_beside_an_open_fact_is_kept if {
	logic.all_of([v(null, "a"), {"is": true, "on": ["/b", "/options/gate"]}]).on == ["/a", "/options/gate"]
}

interval := {"low": 3, "high": 9, "known": ["/k"], "bound": ["/b"], "missing": ["/m"]}

test_an_interval_meets_its_lower_bound if {
	logic.at_least(interval, 3) == {"is": true, "on": ["/k"]}
	logic.at_least(interval, 4) == {"is": null, "on": ["/m"]}
	logic.at_least(interval, 9).is == null
	logic.at_least(interval, 10) == {"is": false, "on": ["/k", "/b"]}
	logic.at_least(object.union(interval, {"high": null}), 10).is == null
}

test_a_leaf_is_true_false_or_unknown if {
	logic.given({"fact": "/a", "value": true}).is == true
	logic.given({"fact": "/a", "value": false}).is == false
	logic.given({"fact": "/a", "value": null}).is == null
	logic.given({"fact": "/a", "value": "true"}).is == null
}

test_a_norm_that_does_not_apply_is_not_asked_whether_it_was_kept if {
	not logic.norm(v(false, "a"), v(false, "b")).kept
	logic.norm(v(null, "a"), v(false, "b")).kept.is == false
}
