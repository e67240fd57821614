package test.work_safety_law_a86

import data.work_safety_law.v2021.articles.a86

approved := {"investigatedBy": "本级政府", "stage": "已批复", "approvedOn": "2022-01-10"}

asked_on(day, changed) := {"facts": {
	"subject": {"kind": "政府"},
	"act": {"on": day},
	"accidentCases": {"cases": [object.union(approved, changed)], "casesComplete": true},
}}

in_time(day, changed) := found if {
	found := a86.cases[0].inTime with input as asked_on(day, changed)
}

published(day, changed) := found if {
	found := a86.result_published(0) with input as asked_on(day, changed)
}

applies(day, changed) := found if {
	found := a86.cases[0].applies.is with input as asked_on(day, changed)
}

evaluated_on := "/accidentCases/cases/0/rectificationEvaluatedOn"

# 在批复事故调查报告后一年内
test_an_evaluation_counts_from_its_day_on if {
	evaluation := {"rectificationEvaluatedOn": "2022-12-01"}
	in_time("2022-12-01", evaluation).is == true
	in_time("2022-11-30", evaluation) == {"is": null, "on": ["/act/on"]}
	in_time(null, evaluation) == {"is": null, "on": ["/act/on"]}
}

test_a_late_evaluation_is_late_once_the_year_is_over_on_the_day_asked if {
	evaluation := {"rectificationEvaluatedOn": "2023-03-01"}
	in_time("2023-01-10", evaluation).is == null
	in_time("2023-01-11", evaluation).is == false
	in_time("2023-03-01", evaluation).is == false
}

test_what_is_not_evaluated_is_late_after_the_year_only if {
	in_time("2023-01-10", {"rectificationEvaluated": false}) == {"is": null, "on": ["/act/on"]}
	in_time("2023-01-11", {"rectificationEvaluated": false}).is == false
	in_time(null, {"rectificationEvaluated": false}) == {"is": null, "on": ["/act/on"]}
	in_time("2023-01-11", {"rectificationEvaluated": false, "approvedOn": null}) == {"is": null, "on": ["/accidentCases/cases/0/approvedOn"]}
}

test_an_evaluation_of_unknown_day_waits_for_it if {
	every evaluated in [true, null] {
		in_time("2023-06-01", {"rectificationEvaluated": evaluated}) == {"is": null, "on": [evaluated_on]}
	}
}

# 并及时向社会公开评估结果
test_before_the_evaluation_there_is_no_result_to_publish if {
	unpublished := {"rectificationPublished": false}
	published("2023-01-11", object.union(unpublished, {"rectificationEvaluatedOn": "2022-12-01"})).is == false
	published("2023-01-10", object.union(unpublished, {"rectificationEvaluatedOn": "2022-12-01"})) == {"is": null, "on": ["/act/on"]}
	published(null, object.union(unpublished, {"rectificationEvaluated": true})) == {"is": null, "on": ["/act/on"]}
	approved := "/accidentCases/cases/0/approvedOn"
	published("2023-01-11", object.union(unpublished, {"rectificationEvaluated": true, "approvedOn": null})) == {"is": null, "on": [approved]}
	published("2022-11-30", object.union(unpublished, {"rectificationEvaluatedOn": "2022-12-01"})).is == null
	published("2022-11-30", object.union(unpublished, {"rectificationEvaluated": false})) == {"is": null, "on": ["/act/on"]}
	published("2022-11-30", unpublished) == {"is": null, "on": [evaluated_on]}
	published("2023-01-11", object.union(unpublished, {"rectificationEvaluated": true})).is == false
	published("2022-11-30", object.union(unpublished, {"rectificationEvaluated": true})) == {"is": null, "on": ["/act/on"]}
	published("2023-01-11", unpublished).is == false
	published("2022-11-30", {"rectificationPublished": true}).is == true
}

test_a_report_approved_after_the_day_asked_demands_nothing_yet if {
	applies("2022-01-10", {}) == true
	applies("2022-01-09", {}) == false
	applies("2022-02-01", {"stage": "已提交报告"}) == false
	applies("2022-02-01", {"approvedOn": "2021-08-31"}) == false
	applies(null, {}) == null
}

owed(kind) := found if {
	found := a86.each_case.each[0] with input as object.union(
		asked_on("2023-06-01", {"rectificationEvaluated": false}),
		{"facts": {"subject": {"kind": kind}}},
	)
}

test_of_a_body_of_unknown_kind_no_case_is_known_to_be_owed if {
	owed("政府").applies.is == true
	owed("政府").kept.is == false
	owed(null).applies == {"is": null, "on": ["/subject/kind"]}
}
