# METADATA
# title: 从轻和从重的情形
# description: |
#   The lenient grounds of art. 12 and the severe ones of art. 13, with those that they import from other instruments:
#   each by itself, side by side, never set off. About the body or person asked about, else about the accident.
package questions.grounds

import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.conflicts
import data.hubei_joint_accountability.v2020.opposite_evaluations
import data.hubei_joint_accountability.v2020.register
import data.order_493.v2007.articles.a03 as order_493
import data.questions.collect
import data.questions.found as questions_found

found := questions_found.grounds

notes := object.union_n([accident_notes, scope_notes, conflicts.notes, opposite_evaluations.notes, hints])

hints["subject_of_another_level"] := sort({"/subject/level" |
	some finding in found
	object.get(finding, "hint", null) == "subject_of_another_level"
})

hints["subject_of_another_area"] := sort({"/subject/divisionCode" |
	some finding in found
	object.get(finding, "hint", null) == "subject_of_another_area"
})

default accident_notes := {}

accident_notes := order_493.notes if register.of_an_accident

scope_notes := collect.subject_notes if asked.of_subject

else := collect.accident_notes

# METADATA
# title: 从轻和从重的情形（状态）
# entrypoint: true
# custom:
#   facts: [accident, specialEquipment, zone, subject, act, accountability, performance, register, conduct, consequences, personal, party, sanction, cooperation, imports]
answer := {
	"question": "grounds",
	"status": collect.status(found, asked.covered),
	"grade": order_493.interval,
	"place": register.place,
	"findings": found,
	"notes": {code: on | some code, on in notes; count(on) > 0},
} if {
	collect.is_asked
}

# METADATA
# title: 从轻和从重的情形（附条文）
# entrypoint: true
decision := collect.with_texts(answer, {
	"findings": collect.explained(found),
	"summary": collect.summary(found),
	"missing": collect.unknowns(found),
	"notes": collect.texts(notes),
	"law": collect.law,
})
