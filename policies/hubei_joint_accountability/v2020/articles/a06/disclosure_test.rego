package test.hubei_a06_disclosure

import data.hubei_joint_accountability.v2020.articles.a06

# Whether the results of a closed case were published, where the submitting organ names thirty days as the limit.
published(case) := found if {
	found := a06.every_closed_case_published.is with input as {"facts": {
		"act": {"on": "2022-06-01"},
		"accidentCases": {"casesComplete": true, "cases": [object.union({"investigatedBy": "本级政府", "closed": true}, case)]},
		"disclosure": {"dueDays": 30, "dueSource": "公布制度（假定）"},
	}}
}

# 自发布之日起施行
test_results_that_came_late_before_the_measures_are_no_breach_of_them if {
	late := {"occurredOn": "2018-03-01", "closedOn": "2018-06-01", "published": true}
	published(object.union(late, {"publishedOn": "2019-06-01"})) == true
	published(object.union(late, {"publishedOn": "2021-06-01"})) == false
	published(late) == null
}
