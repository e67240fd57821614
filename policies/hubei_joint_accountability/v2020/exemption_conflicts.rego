# METADATA
# title: 免责与履职不到位并存
# description: |
#   What is said when the list of duties shows an organ as exempt (art. 3(4)) and a failure of the same organ is
#   established, where the measures apply: the evaluations conflict. Both stand side by side; neither is taken back by the
#   other.
package hubei_joint_accountability.v2020.exemption_conflicts

import data.facts
import data.hubei_joint_accountability.v2020.articles.a03
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.identity
import data.hubei_joint_accountability.v2020.performance

notes.exemption_and_failure := sort({path | some path in paths})

paths contains path if {
	some i in conflicting
	path := performance.failure(i).established.fact
}

paths contains path if {
	count(conflicting) > 0
	path := facts.dutyList.duties.fact
}

# The failures of an organ that is exempt under some name.
conflicting contains i if {
	asked.covered.is != false
	some name, exemption in a03.exemptions
	exemption.supported.is == true
	organ := a03.first_as_named[name]
	some key in identity.keys(organ)
	some i in failing[key]
	identity.is_same(organ, identity.failures[i])
}

# By what could make them the same: the lists are long.
failing[key] contains i if {
	some i, organ in identity.failures
	performance.is_established(i).is == true
	some key in identity.keys(organ)
}
