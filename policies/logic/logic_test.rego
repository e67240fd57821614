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

test_a_leaf_is_known_or_not_whatever_it_says if {
	logic.known({"fact": "/a", "value": false}) == {"is": true, "on": ["/a"]}
	logic.known({"fact": "/a", "value": null}) == {"is": null, "on": ["/a"]}
}

test_a_word_is_one_of_the_listed_or_not if {
	logic.is_one_of({"fact": "/a", "value": "党委"}, ["党委", "政府"]) == {"is": true, "on": ["/a"]}
	logic.is_one_of({"fact": "/a", "value": "企业"}, ["党委", "政府"]) == {"is": false, "on": ["/a"]}
	logic.is_one_of({"fact": "/a", "value": null}, ["党委", "政府"]) == {"is": null, "on": ["/a"]}
}

test_a_reading_is_a_reason_whichever_way_it_goes if {
	reading := {"option": "/options/gate", "value": "strict"}
	logic.reads(reading, "strict") == {"is": true, "on": ["/options/gate"]}
	logic.reads(reading, "presumed") == {"is": false, "on": ["/options/gate"]}
	logic.under(logic.reads(reading, "strict"), v(true, "a"), v(null, "b")) == {"is": true, "on": ["/a", "/options/gate"]}
	logic.under(logic.reads(reading, "presumed"), v(true, "a"), v(null, "b")) == {"is": null, "on": ["/b", "/options/gate"]}
}

test_an_open_disjunction_names_what_is_missing_and_the_readings_beside_it if {
	logic.any_of([v(null, "a"), v(false, "b")]).on == ["/a"]
	logic.any_of([v(null, "a"), {"is": false, "on": ["/b", "/options/gate"]}]).on == ["/a", "/options/gate"]
}

test_a_decided_value_names_what_decided_it if {
	logic.all_of([v(false, "a"), v(true, "b"), v(null, "c")]) == {"is": false, "on": ["/a"]}
	logic.any_of([v(true, "a"), v(false, "b"), v(null, "c")]) == {"is": true, "on": ["/a"]}
	logic.all_of([v(true, "a"), v(true, "b")]) == {"is": true, "on": ["/a", "/b"]}
	logic.any_of([v(false, "a"), v(false, "b")]) == {"is": false, "on": ["/a", "/b"]}
}

test_an_open_interval_keeps_the_readings_of_what_bounds_it if {
	bounded := {"low": 3, "high": 9, "known": ["/k", "/options/year"], "bound": ["/b", "/options/area"], "missing": ["/m"]}
	logic.at_least(bounded, 5) == {"is": null, "on": ["/m", "/options/year", "/options/area"]}
}

test_reasons_are_sorted_and_said_once if {
	logic.finding({"is": true, "on": ["/b", "/a", "/b"]}) == {"applies": {"is": true, "on": ["/a", "/b"]}}
	logic.norm({"is": true, "on": []}, {"is": null, "on": ["/b", "/a", "/b"]}).kept == {"is": null, "on": ["/a", "/b"]}
}
