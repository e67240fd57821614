# METADATA
# title: 全部条款
# description: |
#   Everything that any question answers, about the same facts: for a memo on the whole case.
package questions.memo

import data.hubei_joint_accountability.v2020.scope
import data.logic
import data.order_493.v2007.articles.a03 as order_493
import data.questions.accountability
import data.questions.addressees
import data.questions.applicability
import data.questions.collect
import data.questions.duties
import data.questions.forms
import data.questions.found as questions_found
import data.questions.grounds
import data.questions.procedure
import data.questions.supervision

found := questions_found.memo

# Outside only where both the accident and the body or person are.
covered := logic.any_of([scope.covered, scope.subject_covered])

noted := [
	order_493.notes,
	accountability.notes,
	addressees.notes,
	applicability.notes,
	duties.notes,
	forms.notes,
	grounds.notes,
	procedure.notes,
	supervision.notes,
]

# A note that several questions give stands once, with all that it rests on.
notes := {code: sort({p | some given in noted; some p in object.get(given, code, [])}) |
	some given in noted
	some code, _ in given
}

# METADATA
# title: 全部条款（状态）
# entrypoint: true
# custom:
#   facts: all
answer := {
	"question": "memo",
	"status": collect.status(found, covered),
	"grade": order_493.interval,
	"place": scope.place,
	"findings": found,
	"notes": {code: on | some code, on in notes; count(on) > 0},
} if {
	collect.is_asked
}

# METADATA
# title: 全部条款（附条文）
# entrypoint: true
decision := collect.with_texts(answer, {
	"findings": collect.explained(found),
	"summary": collect.summary(found),
	"missing": collect.unknowns(found),
	"notes": collect.texts(notes),
	"law": collect.law,
})
