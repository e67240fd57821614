# METADATA
# title: 职责属于哪一类机关
# description: |
#   Chapter II gives each kind of body duties of its own. A failure is established by a human evaluation, and by which
#   clause is taken over as it is stated; a clause that speaks to another kind of body is pointed out, not set aside.
package hubei_joint_accountability.v2020.bearers

import data.facts
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.identity
import data.hubei_joint_accountability.v2020.scope

# 各级党委（第五条）、各级政府（第六条）、党委职能部门（第七条）、政府工作部门（第八条）
bearers := {"art_5": "党委", "art_6": "政府", "art_7": "党委职能部门", "art_8": "政府工作部门"}

notes["duty_of_another_kind_of_body"] := [entry.provision.fact |
	asked.covered.is != false
	some i, entry in facts.performance_failures
	entry.established.value == true
	bearer := bearers[split(entry.provision.value, "__")[0]]
	bearer != kind_of[i]
	asked.concerns(i).is == true
]

# Whom art. 19 adds bears the duties of the body that it corresponds to: of such a body nothing is pointed out.
kind_of[i] := kind if {
	some i, organ in identity.failures
	kind := stated_kind(organ)
	kind in scope.direct_kinds
}

stated_kind(organ) := facts.subject.kind.value if asked.of_subject

else := organ.kind.value
