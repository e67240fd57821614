package test.order_493_cases

import data.order_493.v2007.cases

asked_on(day, case) := {"facts": {
	"act": {"on": day},
	"accidentCases": {"cases": [object.union(
		{"investigatedBy": "本级政府", "grade": "一般", "occurredOn": "2022-03-01", "reportExtensionDays": 0, "appraisalDays": 0},
		case,
	)]},
}}

reported(day, case) := found if {
	found := cases.reported_in_time(0).is with input as asked_on(day, case)
}

approved(day, case) := found if {
	found := cases.approved_in_time(0).is with input as asked_on(day, case)
}

investigated(day, case) := found if {
	found := cases.investigated_here(0).is with input as asked_on(day, case)
}

# 自事故发生之日起60日内提交事故调查报告: the sixtieth day was 2022-04-30.
test_on_the_day_asked_a_report_of_a_later_day_was_late_only_once_its_limit_was_over if {
	reported("2022-05-01", {"reportedOn": "2022-05-02"}) == false
	reported("2022-04-30", {"reportedOn": "2022-05-02"}) == null
	reported("2022-04-01", {"reportedOn": "2022-04-30"}) == true
	reported("2022-05-02", {"reportedOn": "2022-05-02"}) == false
}

# 自收到事故调查报告之日起15日内做出批复: the fifteenth day was 2022-04-16.
test_on_the_day_asked_an_approval_of_a_later_day_was_late_only_once_its_limit_was_over if {
	approved("2022-04-17", {"reportedOn": "2022-04-01", "approvedOn": "2022-04-18"}) == false
	approved("2022-04-16", {"reportedOn": "2022-04-01", "approvedOn": "2022-04-18"}) == null
	approved("2022-04-10", {"reportedOn": "2022-04-01", "approvedOn": "2022-04-16"}) == true
}

test_a_government_investigates_no_accident_that_happened_after_the_day_asked if {
	investigated("2022-03-01", {}) == true
	investigated("2022-02-28", {}) == false
	investigated("2022-02-28", {"occurredOn": null}) == true
	investigated("2022-03-01", {"investigatedBy": "上级政府"}) == false
}
