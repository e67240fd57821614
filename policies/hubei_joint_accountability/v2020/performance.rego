# METADATA
# title: 履职不到位的认定
# description: |
#   Whether a failure in a duty of chapter II is established: always by a human evaluation.
package hubei_joint_accountability.v2020.performance

import data.facts
import data.hubei_joint_accountability.v2020.identity
import data.logic
import data.readings

failure(i) := facts.performance_failures[i]

# 各级党委和政府及其工作部门 of the province, and whom art. 19 adds: what is known to be neither fails no duty of chapter II.
of_the_measures(i) := logic.never(lies_outside[i]) if lies_outside[i]

else := logic.always([])

lies_outside[i] := paths if {
	not readings.as_if_in_force
	some i, organ in identity.failures
	paths := array.concat(
		[organ.kind.fact | organ.kind.value in ["其他企业", "其他"]],
		[organ.code.fact | organ.in_hubei == false],
	)
	count(paths) > 0
}

is_established(i) := logic.all_of([of_the_measures(i), logic.given(failure(i).established)])

established := logic.any_of(array.concat(
	[is_established(i) | some i, _ in facts.performance_failures],
	[beyond_the_list],
))

# The same of the body asked about; a person answers for the body that the person leads.
by_subject := logic.any_of(array.concat(
	[logic.all_of([is_of_subject(i), logic.given(failure(i).established)]) | some i, _ in facts.performance_failures],
	[beyond_the_list],
))

is_of_subject(i) := identity.same(identity.subject, identity.failures[i])

# What is not in the list is "no" only once the list is given and the evaluations are complete.
beyond_the_list := logic.never(["/performance/failures", "/performance/complete"]) if {
	facts.performance.complete.value == true
	facts.performance.failures.value != null
}

else := logic.open(["/performance/failures", "/performance/complete"])

# The organs of which a failure is established.
failing_organs := [organ |
	some i, organ in identity.failures
	is_established(i).is == true
]
