# METADATA
# title: 从重情形
# description: The grounds of art. 13, each by itself.
package questions.grounds

import data.hubei_joint_accountability.v2020.scope
import data.order_493.v2007.articles.a03 as order_493
import data.questions.collect
import data.questions.found as questions_found

found := questions_found.grounds

notes := object.union(order_493.notes, collect.accident_notes)

# METADATA
# title: 从重情形（状态）
# entrypoint: true
# custom:
#   facts: [accident, specialEquipment, zone, accountability, performance, register, conduct, consequences]
answer := {
	"question": "grounds",
	"status": collect.status(found, scope.covered),
	"grade": order_493.interval,
	"place": scope.place,
	"findings": found,
	"notes": {code: on | some code, on in notes; count(on) > 0},
} if {
	collect.is_asked
}

# METADATA
# title: 从重情形（附条文）
# entrypoint: true
decision := object.union(answer, {
	"findings": collect.explained(found),
	"summary": collect.summary(found),
	"missing": collect.unknowns(found),
	"notes": collect.texts(notes),
	"law": collect.law,
})
