package test.hubei_a09

import data.hubei_joint_accountability.v2020.articles.a09

established := {
	"value": true,
	"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "意见（假定）"}],
}

government := "竹山县人民政府"

committee := "中共竹山县委员会"

decision(organ, subject) := {"kind": "问责", "on": "2022-08-01", "organ": organ, "subject": subject}

pursued(organs) := found if {
	found := a09.failures_pursued.is with input as {"facts": {
		"accident": {"occurredOn": "2022-03-01", "divisionCode": "420323103"},
		"performance": {"failures": [{"organ": organ, "established": established} | some organ in [government, committee]], "complete": true},
		"accountability": {
			"decisions": [decision(organ, subject) | some organ in organs; some subject in ["机关", "相关负责人"]],
			"decisionsComplete": true,
			"concludedOn": "2022-09-01",
		},
	}}
}

# 对有关党委和政府……予以责任追究
test_of_an_accident_every_organ_that_failed_is_pursued_or_the_duty_is_not_kept if {
	pursued([government, committee]) == true
	pursued([government]) == false
	pursued([committee]) == false
	pursued([]) == false
}
