# METADATA
# title: 从轻与从重并存
# description: |
#   What is said when lenient and severe grounds stand together. Art. 12 item 2 concerns the accountability inquiry,
#   art. 13 item 7 the accident investigation: both may hold of one person, but not of one inquiry.
package hubei_joint_accountability.v2020.conflicts

import data.facts
import data.hubei_joint_accountability.v2020.articles.a12
import data.hubei_joint_accountability.v2020.articles.a13
import data.hubei_joint_accountability.v2020.articles.a13_other_law

lenient := a12.findings.art_12__para_1__item_2

severe := a13.findings.art_13__para_1__item_7

both_hold if {
	lenient.ground.is == true
	severe.ground.is == true
}

inquired := facts.cooperation.inquiry

investigated := facts.conduct.inquiry

notes["conflicting_evaluations"] := [inquired.fact, investigated.fact] if {
	both_hold
	inquired.value != null
	inquired.value == investigated.value
}

notes["inquiry_not_stated"] := [leaf.fact | some leaf in [inquired, investigated]; leaf.value == null] if both_hold

# Both chapeaux hold: shown side by side, never set off.
notes["lenient_and_severe"] := [facts.performance.failures.fact] if {
	a12.findings.art_12__para_1.applies.is == true
	a13_other_law.findings.art_13__para_1.applies.is == true
}
