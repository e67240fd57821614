# METADATA
# title: 机关或者人员的责任追究
# description: |
#   Whether responsibility reaches a body or person: by a failure (arts. 4, 9), by an accident (art. 11), with what must
#   be weighed (art. 10), what exempts, and what stands in the way.
package questions.accountability

import data.hubei_joint_accountability.v2020.bearers
import data.hubei_joint_accountability.v2020.exemption_conflicts
import data.hubei_joint_accountability.v2020.notes as own
import data.hubei_joint_accountability.v2020.opposite_evaluations
import data.hubei_joint_accountability.v2020.scope
import data.questions.collect
import data.questions.found as questions_found

found := questions_found.accountability

notes := object.union_n([
	collect.subject_notes,
	own.of_accountability(found),
	exemption_conflicts.notes,
	opposite_evaluations.notes,
	bearers.notes,
])

# METADATA
# title: 机关或者人员的责任追究（状态）
# entrypoint: true
# custom:
#   facts: [accident, specialEquipment, zone, subject, act, investigation, accountability, performance, dutyList, proposal, suspicion, factors, principles, personal, party, sanction]
answer := {
	"question": "accountability",
	"status": collect.status(found, scope.subject_covered),
	"findings": found,
	"notes": {code: on | some code, on in notes; count(on) > 0},
} if {
	collect.is_asked
}

# METADATA
# title: 机关或者人员的责任追究（附条文）
# entrypoint: true
decision := collect.with_texts(answer, {
	"findings": collect.explained(found),
	"summary": collect.summary(found),
	"missing": collect.unknowns(found),
	"notes": collect.texts(notes),
	"law": collect.law,
})
