# METADATA
# title: 履职不到位的认定
# description: |
#   Whether a failure in a duty of chapter II is established: always by a human evaluation.
package hubei_joint_accountability.v2020.performance

import data.facts
import data.logic

established := logic.any_of(array.concat(
	[logic.given(failure.established) | some failure in facts.performance_failures],
	[beyond_the_list],
))

# What is not in the list is "no" only once the evaluations are complete.
beyond_the_list := logic.never(["/performance/failures", "/performance/complete"]) if {
	facts.performance.complete.value == true
}

else := logic.open(["/performance/failures", "/performance/complete"])

organs_with_failures := [failure.organ.value |
	some failure in facts.performance_failures
	failure.established.value == true
]
