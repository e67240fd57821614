package test.hubei_performance

import data.hubei_joint_accountability.v2020.performance

evaluated(value) := {
	"value": value,
	"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "意见（假定）"}],
}

failure(organ, value) := {"organ": organ, "established": evaluated(value)}

group(failures, complete) := {"facts": {
	"subject": {"organ": "竹山县人民政府", "kind": "政府", "level": "县（市、区）", "divisionCode": "420323"},
	"performance": {"failures": failures, "complete": complete},
}}

states(failures, complete) := [of_any, of_subject] if {
	of_any := performance.established.is with input as group(failures, complete)
	of_subject := performance.by_subject.is with input as group(failures, complete)
}

test_a_failure_is_established_by_an_evaluation if {
	states([failure("竹山县人民政府", true)], false) == [true, true]
	states([failure("竹山县人民政府", false)], true) == [false, false]
	states([{"organ": "竹山县人民政府"}], true) == [null, null]
}

test_a_failure_of_another_body_is_not_one_of_the_body_asked_about if {
	elsewhere := object.union(failure("房县人民政府", true), {"organCode": "420325", "organKind": "政府"})
	states([elsewhere], true) == [true, false]
	performance.by_subject.is == null with input as {"facts": {
		"subject": {},
		"performance": {"failures": [failure("房县人民政府", true)], "complete": true},
	}}
}

test_a_failure_under_another_name_may_be_one_of_the_body_asked_about if {
	states([failure("竹山县府", true)], true) == [true, null]
	states([failure("竹山县政府", true)], true) == [true, true]
}

test_no_failure_is_established_only_where_the_list_is_given_and_whole if {
	states([], true) == [false, false]
	states([], false) == [null, null]
	performance.established.is == null with input as {"facts": {"performance": {"complete": true}}}
}

test_the_bodies_that_failed_are_those_with_an_established_failure if {
	listed := [failure("竹山县人民政府", true), failure("房县人民政府", false)]
	names := [organ.name.value | some organ in performance.failing_organs] with input as group(listed, true)
	names == ["竹山县人民政府"]
}
