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
