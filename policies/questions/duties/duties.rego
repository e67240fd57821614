# METADATA
# title: 职责及其履行
# description: The duties of a body under arts. 5 to 8 and the state of each, sentence by sentence.
package questions.duties

import data.facts
import data.hubei_joint_accountability.v2020.duty
import data.hubei_joint_accountability.v2020.scope
import data.questions.collect
import data.questions.found as questions_found

found := questions_found.duties

own_notes["duties_of_the_body"] := [facts.subject.role.fact |
	not facts.subject.role.value in ["机关", null]
]

own_notes["adaptation_is_interpretation"] := sort({facts.subject.kind.fact |
	some finding in found
	object.get(finding, "adaptation", "") != ""
})

own_notes["duty_evaluations_conflict"] := duty.conflicting_evaluations

own_notes["spent_wording"] := ["/dutyEvaluations/evaluations" | speaks("art_5__para_1__item_4__s1")]

own_notes["interval_not_in_text"] := gap_paths("interval_not_in_text", ["/meetings/intervalMonths", "/meetings/intervalSource"])

own_notes["due_not_in_text"] := gap_paths("due_not_in_text", ["/disclosure/dueDays", "/disclosure/dueSource"])

own_notes["regulator_not_designated"] := coded("regulator_not_designated")

own_notes["industry_shared"] := coded("industry_shared")

own_notes["stock_short"] := coded("stock_short")

own_notes["stock_expired"] := coded("stock_expired")

own_notes["not_published"] := coded("not_published")

own_notes["publication_late"] := coded("publication_late")

own_notes["report_late"] := coded("report_late")

own_notes["approval_late"] := coded("approval_late")

own_notes["rectification_evaluation_late"] := coded("rectification_evaluation_late")

own_notes["rectification_result_not_published"] := coded("rectification_result_not_published")

speaks(eid) if found[eid].applies.is == true

gap_paths(code, paths) := [path |
	some finding in found
	object.get(finding, "gap", null) == code
	some path in paths
]

# The elements of the registers that have a code, while the clause speaks of them.
coded(code) := sort({instance.of |
	some finding in found
	some instance in object.get(finding, "each", [])
	object.get(instance, "code", null) == code
})

own_notes["version_question"] := collect.version_question(found, scope.act_in_force)

notes := object.union(collect.subject_notes, own_notes)

# METADATA
# title: 职责及其履行（状态）
# entrypoint: true
# custom:
#   facts: [subject, act, dutyEvaluations, township, meetings, assessmentSystem, plans, responsibilitySystem, safetyCommittee, enforcement, budget, accidentCases, emergency, disclosure, departmentDuties]
answer := {
	"question": "duties",
	"status": collect.status(found, scope.subject_covered),
	"findings": found,
	"notes": {code: on | some code, on in notes; count(on) > 0},
} if {
	collect.is_asked
}

# METADATA
# title: 职责及其履行（附条文）
# entrypoint: true
decision := collect.with_texts(answer, {
	"findings": collect.explained(found),
	"summary": collect.summary(found),
	"missing": collect.unknowns(found),
	"notes": collect.texts(notes),
	"law": collect.law,
})
