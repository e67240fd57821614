# METADATA
# title: 责任追究的形式
# description: |
#   Which forms are listed for a body or person, how each proposed form stands, and what bars it now. None is chosen.
package questions.forms

import data.hubei_joint_accountability.v2020.bearers
import data.hubei_joint_accountability.v2020.notes as own
import data.hubei_joint_accountability.v2020.opposite_evaluations
import data.hubei_joint_accountability.v2020.scope
import data.questions.collect
import data.questions.found as questions_found

found := questions_found.forms

notes := object.union_n([collect.subject_notes, own.of_forms(found), opposite_evaluations.notes, bearers.notes])

# METADATA
# title: 责任追究的形式（状态）
# entrypoint: true
# custom:
#   facts: [accident, specialEquipment, zone, subject, act, investigation, accountability, performance, proposal, suspicion, personal, party, sanction]
answer := {
	"question": "forms",
	"status": collect.status(found, scope.subject_covered),
	"findings": found,
	"notes": {code: on | some code, on in notes; count(on) > 0},
} if {
	collect.is_asked
}

# METADATA
# title: 责任追究的形式（附条文）
# entrypoint: true
decision := collect.with_texts(answer, {
	"findings": collect.explained(found),
	"summary": collect.summary(found),
	"missing": collect.unknowns(found),
	"notes": collect.texts(notes),
	"law": collect.law,
})
