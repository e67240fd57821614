package test.hubei_exemption_conflicts

import data.hubei_joint_accountability.v2020.exemption_conflicts

evaluation(value) := {
	"value": value,
	"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "评价意见（案例假定）"}],
}

county := "竹山县人民政府"

noted(duty, failure, complete) := noted_of("2022-06-01", duty, failure, complete)

noted_of(day, duty, failure, complete) := found if {
	found := exemption_conflicts.notes.exemption_and_failure with input as {"facts": {
		"subject": {"kind": "政府", "level": "县（市、区）", "divisionCode": "420323", "organ": county},
		"act": {"on": day},
		"dutyList": {"complete": complete, "duties": [object.union({"organ": county, "duty": "监管", "performed": evaluation(true)}, duty)]},
		"performance": {"failures": [object.union(
			{"organ": county, "provision": "art_6__para_1__item_6", "established": evaluation(true)},
			failure,
		)]},
	}}
}

both := ["/dutyList/duties", "/performance/failures/0/established"]

test_an_exemption_beside_an_established_failure_of_the_same_organ_is_pointed_out if {
	noted({}, {}, true) == both
	noted({"organ": "竹山县政府"}, {}, true) == both
	noted({"organ": "某局", "organReference": "O-1"}, {"organ": "某某局", "organReference": "O-1"}, true) == both
	noted({"organ": "县政府", "organCode": "420323", "organKind": "政府"}, {}, true) == both
	placed := {"organCode": "420323", "organKind": "政府", "organReference": "O-1"}
	noted(object.union({"organ": "县政府"}, placed), object.union({"organ": "某政府"}, placed), true) == both
}

test_without_one_of_the_two_nothing_is if {
	noted({"performed": evaluation(false)}, {}, true) == []
	noted({"performed": null}, {}, true) == []
	noted({}, {}, false) == []
	noted({}, {"established": evaluation(false)}, true) == []
	noted({}, {"established": null}, true) == []
	noted({}, {"organ": "房县人民政府"}, true) == []
	noted({"organReference": "O-1"}, {"organReference": "O-2"}, true) == []
}

test_where_the_measures_do_not_apply_nothing_is if {
	noted_of("2019-06-01", {}, {}, true) == []
	noted_of(null, {}, {}, true) == both
}
