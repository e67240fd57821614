package test.hubei_duty

import data.hubei_joint_accountability.v2020.duty

performed(values) := [{"fact": $"/dutyEvaluations/evaluations/{i}/performed", "value": value} | some i, value in values]

path(i) := $"/dutyEvaluations/evaluations/{i}/performed"

judgement(values) := duty.judgement(performed(values))

test_evaluations_that_agree_are_one_verdict if {
	judgement([true]) == {"is": true, "on": [path(0)]}
	judgement([false, false]) == {"is": false, "on": [path(0), path(1)]}
}

test_evaluations_that_disagree_leave_it_open if judgement([true, false]) == {"is": null, "on": [path(0), path(1)]}

test_an_evaluation_that_does_not_count_says_nothing_beside_one_that_does if {
	judgement([null, true]) == {"is": true, "on": [path(1)]}
	judgement([false, null]) == {"is": false, "on": [path(0)]}
	judgement([null, true, false]) == {"is": null, "on": [path(1), path(2)]}
	judgement([null, null]) == {"is": null, "on": [path(0), path(1)]}
}

element := {"of": "/x", "code": "late", "applies": {"is": true, "on": ["/x"]}, "kept": {"is": false, "on": ["/y"]}}

one(applies, changed) := duty.each(applies, [object.union(element, changed)]).each[0]

# While it is open whose duty it is, no element of the register is failed.
test_an_element_is_owed_as_far_as_the_duty_speaks if {
	one({"is": true, "on": ["/duty"]}, {}).applies == {"is": true, "on": ["/x"]}
	one({"is": null, "on": ["/duty"]}, {}).applies == {"is": null, "on": ["/duty"]}
	one({"is": null, "on": ["/duty"]}, {"applies": {"is": false, "on": ["/x"]}}) == {"of": "/x", "applies": {"is": false, "on": ["/x"]}}
	duty.each({"is": false, "on": ["/duty"]}, [element]) == {}
}
