# METADATA
# title: 对同一职责的评价相反
# description: |
#   What is said when one evaluation establishes that an organ failed in a duty and another, of the same organ and duty,
#   says that it did not. One that is established is enough for 履职不到位; which of the two is right is for people.
package hubei_joint_accountability.v2020.opposite_evaluations

import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.identity
import data.hubei_joint_accountability.v2020.performance

notes.opposite_evaluations := sort({performance.failure(i).established.fact | some pair in opposites; some i in pair})

opposites contains [i, j] if {
	asked.covered.is != false
	some j, organ in identity.failures
	performance.failure(j).established.value == false
	some key in identity.keys(organ)
	some i in established[performance.failure(j).provision.value][key]
	identity.is_same(identity.failures[i], organ)
}

# Those that are established, by their duty and by what could make the organs the same: the list is long.
established[provision][key] contains i if {
	some i, organ in identity.failures
	performance.is_established(i).is == true
	provision := performance.failure(i).provision.value
	provision != null
	some key in identity.keys(organ)
}
