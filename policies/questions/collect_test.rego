package test.collect

import data.questions.collect

found := {
	"art_11__para_1__item_1": {"applies": {"is": true, "on": ["/accident/deaths", "/options/gate"]}, "kept": {"is": false, "on": ["/accountability/decisions"]}},
	"art_11__para_1__item_2": {"applies": {"is": null, "on": ["/accident/laterDeaths/0/on", "/options/gate"]}},
	"art_11__para_2": {"applies": {"is": true, "on": []}, "kept": {"is": null, "on": ["/accountability/track"]}},
	"art_11__para_3": {"applies": {"is": false, "on": ["/accident/deaths"]}},
}

test_a_summary_lists_what_holds_what_is_breached_and_what_is_open if {
	collect.summary(found) == {
		"holds": ["art_11__para_1__item_1", "art_11__para_2"],
		"breached": ["art_11__para_1__item_1"],
		"open": ["art_11__para_1__item_2"],
	}
}

test_what_may_not_apply_is_not_breached if {
	perhaps := {"art_11__para_2": {"applies": {"is": null, "on": ["/a"]}, "kept": {"is": false, "on": ["/b"]}}}
	collect.summary(perhaps) == {"holds": [], "breached": [], "open": ["art_11__para_2"]}
}

test_a_finding_is_explained_with_what_it_waits_for_and_the_readings_it_consulted if {
	explained := collect.explained(found)
	explained.art_11__para_1__item_2.missing == ["/accident/laterDeaths/0/on"]
	explained.art_11__para_1__item_2.readings == ["gate"]
	explained.art_11__para_1__item_1.missing == []
	explained.art_11__para_2.missing == []
}

test_an_unknown_has_its_title_and_the_provisions_that_wait_for_it if {
	unknowns := collect.unknowns(found)
	object.keys(unknowns) == {"/accident/laterDeaths/0/on", "/accountability/track"}
	unknowns["/accountability/track"].decides == ["art_11__para_2"]
	unknowns["/accident/laterDeaths/0/on"].decides == ["art_11__para_1__item_2"]
	unknowns["/accident/laterDeaths/0/on"].title == data.catalogue.facts["/accident/laterDeaths/*/on"]
	unknowns["/accountability/track"].title == data.catalogue.facts["/accountability/track"]
}

test_the_unknowns_of_instances_grounds_and_addressees_are_among_them if {
	waiting := collect.all_missing_of({
		"applies": {"is": true, "on": ["/a"]},
		"ground": {"is": null, "on": ["/b", "/options/area"]},
		"each": [{
			"of": "x",
			"applies": {"is": true, "on": []},
			"kept": {"is": null, "on": ["/c"]},
			"area": {"is": null, "on": ["/not_said_of_an_instance"]},
		}],
		"area": {"is": null, "on": ["/not_said_of_the_clause"]},
		"forms": [{"admissible": {"is": null, "on": ["/d"]}, "bar": {"is": null, "on": ["/e"]}}],
		"draft": {"complete": {"is": null, "on": ["/f"]}, "lacks": []},
		"addressees": [{"missing": ["/g"]}, {}],
	})
	waiting == ["/b", "/c", "/d", "/e", "/f", "/g"]
}

test_the_state_of_a_question_follows_its_scope_and_what_is_open if {
	collect.status(found, {"is": false, "on": []}) == "not_applicable"
	collect.status(found, {"is": true, "on": []}) == "indeterminate"
	collect.status(object.remove(found, ["art_11__para_1__item_2"]), {"is": null, "on": []}) == "determined"
}

test_only_notes_that_rest_on_something_are_given if {
	object.keys(collect.texts({"counterfactual": ["/options/asIfInForce"], "version_question": []})) == {"counterfactual"}
}

test_not_yet_in_force_rests_on_facts_and_not_on_a_reading if {
	notes := collect.scope_notes({"is": true, "on": []}, {"is": false, "on": ["/act/on", "/options/lighterLaterRule"]})
	notes.not_yet_in_force == ["/act/on"]
}

# An entry of its own day asks for the version even where the whole does not.
test_the_version_is_asked_of_the_whole_or_of_an_entry_that_waits_for_it if {
	settled := {"is": true, "on": ["/act/on"]}
	collect.version_question({}, settled) == []
	waits := {"is": null, "on": ["/publication"]}
	collect.version_question({}, waits) == ["/publication"]
	collect.version_question({"a": {"applies": settled}}, settled) == []
	collect.version_question({"a": {"applies": settled, "each": [{"applies": waits}]}}, settled) == ["/publication"]
	collect.version_question({"a": {"applies": {"is": null, "on": ["/subject/kind"]}}}, settled) == []
	collect.version_question({"a": {"applies": {"is": true, "on": ["/publication"]}}}, settled) == []
}

test_each_code_rests_on_what_has_it if {
	findings := {
		"a": {"gap": "one", "applies": {"is": true, "on": ["/a"]}},
		"b": {"gap": "two", "applies": {"is": true, "on": ["/b"]}, "each": [
			{"code": "three", "applies": {"is": true, "on": ["/c"]}, "kept": {"is": false, "on": ["/d"]}},
			{"code": "four", "applies": {"is": true, "on": ["/e"]}},
			{"applies": {"is": true, "on": ["/f"]}},
		]},
	}
	collect.code_notes(findings) == {"one": ["/a"], "two": ["/b"], "three": ["/d"], "four": ["/e"]}
}
