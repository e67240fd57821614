package test.hubei_ledger

import data.hubei_joint_accountability.v2020.ledger

leaf(name, value) := {"fact": $"/supervision/{name}", "value": value}

due(on, source) := ledger.due(leaf("reviewsDueOn", on), leaf("reviewsDueSource", source))

test_a_due_date_counts_only_with_its_source if {
	due("2022-03-31", "通知（假定）").value == "2022-03-31"
	due("2022-03-31", null) == null
	due(null, "通知（假定）") == null
}

over(as_of, due_on) := found if {
	found := ledger.over(due_on) with input as {"facts": {"supervision": {"year": 2021, "asOf": as_of}}}
}

year_and_day := ["/supervision/year", "/supervision/asOf"]

test_a_year_is_over_after_its_last_day_and_after_the_due_date if {
	over("2022-01-01", null) == {"is": true, "on": year_and_day}
	over("2021-12-31", null) == {"is": false, "on": year_and_day}
	over("2022-03-31", leaf("reviewsDueOn", "2022-03-31")) == {"is": false, "on": ["/supervision/asOf", "/supervision/reviewsDueOn"]}
	over("2022-04-01", leaf("reviewsDueOn", "2022-03-31")) == {"is": true, "on": year_and_day}
	over(null, leaf("reviewsDueOn", "2022-03-31")) == {"is": null, "on": ["/supervision/asOf"]}
}

test_the_year_or_the_day_that_is_missing_is_named if {
	found := ledger.year_over with input as {"facts": {"supervision": {"asOf": "2022-01-01"}}}
	found == {"is": null, "on": ["/supervision/year"]}
	neither := ledger.year_over with input as {"facts": {"supervision": {}}}
	neither == {"is": null, "on": year_and_day}
}

test_a_list_that_is_not_given_is_not_complete if {
	ledger.is_complete(leaf("reports", []), leaf("reportsComplete", true))
	not ledger.is_complete(leaf("reports", null), leaf("reportsComplete", true))
	not ledger.is_complete(leaf("reports", []), leaf("reportsComplete", null))
}

test_what_is_not_over_waits_for_the_day if {
	ledger.waits_for({"is": null, "on": ["/x"]}) == ["/x"]
	ledger.waits_for({"is": false, "on": ["/x"]}) == ["/supervision/asOf"]
	ledger.waits_for({"is": true, "on": ["/x"]}) == []
}

covered(subject, options) := found if {
	found := ledger.covered.is with input as {
		"facts": {"subject": subject, "supervision": {"year": 2018}},
		"options": options,
	}
}

test_a_year_before_the_measures_is_covered_only_as_if_they_had_been_in_force if {
	body := {"kind": "政府", "divisionCode": "420323"}
	covered(body, {}) == false
	covered(body, {"asIfInForce": true}) == true
}

corresponds(code) := found if {
	found := ledger.corresponds_to(["政府工作部门"]).is with input as {"facts": {
		"subject": {"kind": "直属事业单位", "counterpart": "政府工作部门", "divisionCode": code, "hasSafetyFunctions": true},
		"supervision": {"year": 2022},
	}}
}

test_an_institution_corresponds_to_an_organ_only_where_the_measures_cover_it if {
	corresponds("420323") == true
	corresponds("410100") == false
}

# A day within a year of which nothing is known is asked for by the year, not by itself.
test_a_day_of_an_unknown_year_is_not_asked_for if {
	day := leaf("awards/0/on", null)
	of_no_year := ledger.in_force_for(day) with input as {"facts": {"supervision": {}}}
	of_no_year == {"is": true, "on": []}
	within_2022 := ledger.in_force_for(day) with input as {"facts": {"supervision": {"year": 2022}}}
	within_2022 == {"is": true, "on": []}
	within_2020 := ledger.in_force_for(day) with input as {"facts": {"supervision": {"year": 2020}}}
	within_2020 == {"is": null, "on": [day.fact]}
}

# 自发布之日起施行；每年
on_day(day) := {"not_before": day, "not_after": day}

between := {"not_before": "2020-02-01", "not_after": "2020-12-31"}

of_a_part(publication, supervision, options) := found if {
	found := ledger.of_a_part with input as {"facts": {"supervision": supervision}, "options": options}
		with data.hubei_joint_accountability.v2020.publication as publication
}

whole := {"is": false, "on": []}

test_of_the_year_of_publication_only_a_part_is_bound if {
	of_a_part(between, {"year": 2020}, {}) == {"is": null, "on": ["/publication"]}
	of_a_part(between, {"year": 2021}, {}) == whole
	of_a_part(on_day("2020-01-02"), {"year": 2020}, {}) == {"is": null, "on": []}
	of_a_part(on_day("2020-01-01"), {"year": 2020}, {}) == whole
	of_a_part(between, {"year": 2020}, {"asIfInForce": true}) == whole
	of_a_part(between, {}, {}) == whole
}

test_a_year_in_which_the_measures_may_have_begun_is_perhaps_bound_in_part if {
	across := {"not_before": "2019-11-01", "not_after": "2020-02-01"}
	of_a_part(across, {"year": 2020}, {}) == {"is": null, "on": ["/publication"]}
	of_a_part(across, {"year": 2021}, {}) == whole
}

test_for_a_body_that_was_there_for_a_part_no_day_of_publication_is_missing if {
	of_a_part(between, {"year": 2021, "establishedOn": "2021-01-02"}, {}) == {"is": null, "on": []}
	of_a_part(between, {"year": 2020, "establishedOn": "2020-01-02"}, {}) == {"is": null, "on": ["/publication"]}
}

before_the_measures(supervision) := found if {
	found := ledger.perhaps_before_the_measures with input as {"facts": {"supervision": supervision}}
		with data.hubei_joint_accountability.v2020.publication as between
}

test_only_in_the_year_of_publication_may_a_thing_of_no_day_be_older_than_the_measures if {
	before_the_measures({"year": 2020}) == {"is": null, "on": ["/publication"]}
	before_the_measures({"year": 2021}) == whole
	before_the_measures({"year": 2021, "establishedOn": "2021-01-02"}) == whole
}

test_what_a_complete_list_of_a_year_that_is_over_lacks_is_open_where_a_part_is_bound if {
	over := {"is": true, "on": year_and_day}
	list := [leaf("reports", []), leaf("reportsComplete", true)]
	in_part := ledger.absent(list[0], list[1], over) with input as {"facts": {"supervision": {"year": 2020}}}
	in_part == {"is": null, "on": ["/publication"]}
	not_done := ledger.not_done(leaf("assessmentSystem", false)) with input as {"facts": {"supervision": {"year": 2020, "asOf": "2021-02-01"}}}
	not_done == {"is": null, "on": ["/publication"]}
	in_whole := ledger.absent(list[0], list[1], over) with input as {"facts": {"supervision": {"year": 2021}}}
	in_whole.is == false
}
