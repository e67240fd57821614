package test.hubei_opposite_evaluations

import data.hubei_joint_accountability.v2020.opposite_evaluations

evaluation(value) := {
	"value": value,
	"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "评价意见（案例假定）"}],
}

failed(changes) := object.union(
	{"organ": "竹山县人民政府", "provision": "art_6__para_1__item_6", "established": evaluation(true)},
	changes,
)

noted(failures) := noted_of("2022-06-01", failures)

noted_of(day, failures) := found if {
	found := opposite_evaluations.notes.opposite_evaluations with input as {"facts": {
		"subject": {"kind": "政府", "level": "县（市、区）", "divisionCode": "420323", "organ": "竹山县人民政府"},
		"act": {"on": day},
		"performance": {"failures": failures},
	}}
}

denied := {"established": evaluation(false)}

both := ["/performance/failures/0/established", "/performance/failures/1/established"]

test_opposite_evaluations_of_one_duty_of_one_organ_are_pointed_out if {
	noted([failed({}), failed(denied)]) == both
	noted([failed(denied), failed({})]) == both
	noted([failed({}), failed(object.union(denied, {"organ": "竹山县政府"}))]) == both
	numbered := {"organ": "某府", "organReference": "O-1"}
	noted([failed({"organReference": "O-1"}), failed(object.union(denied, numbered))]) == both
}

test_each_that_stands_against_another_is_named_once if {
	noted([failed({}), failed(denied), failed({}), failed(denied)]) == [
	$"/performance/failures/{i}/established" |
		some i in [0, 1, 2, 3]
	]
}

test_what_agrees_or_is_not_of_one_duty_and_organ_is_not if {
	noted([failed({}), failed({})]) == []
	noted([failed(denied), failed(denied)]) == []
	noted([failed({}), failed({"established": null})]) == []
	noted([failed({}), failed(object.union(denied, {"provision": "art_6__para_1__item_5"}))]) == []
	noted([failed({"provision": null}), failed(object.union(denied, {"provision": null}))]) == []
	noted([failed({}), failed(object.union(denied, {"organ": "房县人民政府"}))]) == []
	noted([failed({"organReference": "O-1"}), failed(object.union(denied, {"organReference": "O-2"}))]) == []
}

test_where_the_measures_do_not_apply_nothing_is if {
	noted_of("2019-06-01", [failed({}), failed(denied)]) == []
	noted_of(null, [failed({}), failed(denied)]) == both
}
