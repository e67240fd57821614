# METADATA
# title: 第九条 责任追究
package hubei_joint_accountability.v2020.articles.a09

import data.hubei_joint_accountability.v2020.accountability
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.identity
import data.hubei_joint_accountability.v2020.performance
import data.hubei_joint_accountability.v2020.reach
import data.hubei_joint_accountability.v2020.scope
import data.logic
import data.roles

# METADATA
# title: 履职不到位的责任追究
# description: |
#   A failure in a duty of chapter II reaches the organ and its principal, not a deputy; the failure is a human
#   evaluation. Asked about a body or person, the answer is about it; else about every organ with a failure and its principal.
# custom:
#   provision: art_9__para_1
#   modality: must
#   class: M
#   human: [/performance]
#   quote: 各级党委和政府及其工作部门履行本办法第二章所规定职责不到位的，应当按照有关党内法规、法律法规和本办法规定，对有关党委和政府及其主要负责人、党委职能部门和政府工作部门及其主要负责人，予以责任追究。
#   questions: [accountability, addressees]
findings[rego.metadata.rule().custom.provision] := failure_pursued

failure_pursued := object.union_n([
	logic.norm(reach.by_failure, subject_pursued),
	own_duties,
	adaptation,
]) if {
	asked.of_subject
}

else := logic.norm(logic.all_of([asked.covered, asked.established]), failures_pursued)

failures_pursued := logic.open(["/performance/failures"]) if count(performance.failing_organs) == 0

else := accountability.pursued_with_principals(performance.failing_organs)

# Only the organ and its principal are reached; of a deputy nothing is demanded.
subject_pursued := accountability.agreed([accountability.pursued(identity.subject, kind, "act") |
	some kind in accountability.asked_kinds
	kind != "其他负责人"
])

# A deputy is no 主要负责人: without an accident the detailed rules of art. 2(2) are what the deputy answers under. They are
# for 负责人; whoever is none answers under other law.
default own_duties := {}

own_duties := {"hint": "own_duties_by_detailed_rules"} if {
	asked.is_organ_or_principal.is == false
	roles.is_leader.is == true
}

else := {"hint": "staff_by_other_rules"} if asked.is_organ_or_principal.is == false

default adaptation := {}

adaptation := {"adaptation": "参照本办法执行，按其相当的层级和职责变通"} if scope.subject_is_by_reference.is == true
