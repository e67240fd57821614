# METADATA
# title: 所问的对象
# description: |
#   Articles 9, 12 and 13 are answered for the body or person that the question is about (a group `subject` is given),
#   else for the accident and whomever it concerns.
package hubei_joint_accountability.v2020.asked

import data.facts
import data.hubei_joint_accountability.v2020.performance
import data.hubei_joint_accountability.v2020.scope
import data.logic

default of_subject := false

of_subject if is_object(facts.root.subject)

covered := scope.subject_covered if of_subject

else := scope.covered

established := performance.by_subject if of_subject

else := performance.established

# Whether a failure is one of the body asked about, else of any body that the measures are about.
concerns(i) := performance.is_of_subject(i) if of_subject

else := performance.of_the_measures(i)

is_organ := logic.is_one_of(facts.subject.role, ["机关"])

# 有关党委和政府及其主要负责人、党委职能部门和政府工作部门及其主要负责人
is_organ_or_principal := logic.is_one_of(facts.subject.role, ["机关", "主要负责人"])

is_person := logic.negate(is_organ)
