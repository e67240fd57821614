package test.hubei_a06

import data.hubei_joint_accountability.v2020.articles.a06

late(changed) := found if {
	found := a06.what_is_late(0) with input as {"facts": {
		"subject": {"kind": "政府", "level": "县（市、区）", "divisionCode": "420323"},
		"act": {"on": "2023-06-01"},
		"accidentCases": {"cases": [object.union(
			{
				"investigatedBy": "本级政府", "stage": "已批复", "approvedOn": "2022-01-10",
				"rectificationEvaluated": true, "rectificationEvaluatedOn": "2023-01-11", "rectificationPublished": true,
			},
			changed,
		)]},
	}}
}

# 应当在批复事故调查报告后一年内……评估，并及时向社会公开评估结果
test_an_evaluation_is_late_only_where_it_is_owed if {
	late({}) == {"code": "rectification_evaluation_late"}
	late({"rectificationEvaluatedOn": "2023-01-10"}) == {}
	late({"rectificationEvaluatedOn": "2023-01-10", "rectificationPublished": false}) == {"code": "rectification_result_not_published"}
	late({"stage": null}) == {}
	late({"approvedOn": "2021-08-31"}) == {}
}

published(made_on, published) := found if {
	found := a06.every_plan_published.is with input as {"facts": {
		"act": {"on": "2022-06-01"},
		"emergency": {"plans": [{"madeOn": made_on, "published": published}], "plansComplete": true},
	}}
}

test_a_plan_need_not_be_published_on_the_day_on_which_it_is_made if {
	published("2022-06-01", false) == null
	published("2022-05-31", false) == false
	published("2022-06-01", true) == true
	published("2022-06-02", false) == true
}
