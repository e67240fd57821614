package test.order_493_counts

import data.order_493.v2007.counts

accident := {
	"occurredOn": "2022-03-01", "countedOn": "2022-06-01", "kind": "其他",
	"deaths": 0, "seriousInjuries": 0, "acutePoisonings": 0, "missing": 0, "injuredTotal": 0, "directLossYuan": 0,
}

with_facts(changed) := {"facts": {"accident": object.union(accident, changed)}}

test_serious_injuries_rest_on_the_poisonings_only_where_they_are_reported if {
	reported := counts.serious with input as with_facts({"acutePoisonings": 5})
	reported.known == ["/accident/seriousInjuries", "/accident/acutePoisonings"]
	not_reported := counts.serious with input as with_facts({"acutePoisonings": null})
	not_reported.known == ["/accident/seriousInjuries"]
}

test_unknown_serious_injuries_are_at_least_the_poisonings_that_are_reported if {
	reported := counts.serious with input as with_facts({"seriousInjuries": null, "acutePoisonings": 5, "injuredTotal": 9})
	[reported.low, reported.high, reported.known] == [5, 9, ["/accident/acutePoisonings"]]
	not_reported := counts.serious with input as with_facts({"seriousInjuries": null, "acutePoisonings": null, "injuredTotal": 9})
	[not_reported.low, not_reported.high, not_reported.known] == [0, 9, []]
}

test_deaths_are_bounded_by_the_injured_while_the_counts_are_not_final if {
	early := counts.deaths with input as with_facts({"seriousInjuries": 2, "countedOn": "2022-03-05"})
	[early.low, early.high] == [0, 2]
	"/accident/seriousInjuries" in early.bound
	at_the_end := counts.deaths with input as with_facts({"seriousInjuries": 2})
	[at_the_end.low, at_the_end.high] == [0, 0]
	not "/accident/seriousInjuries" in at_the_end.bound
}
