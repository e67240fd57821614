# METADATA
# title: 事故等级
# description: The grade of the accident under Order 493, as an interval.
package questions.grade

import data.order_493.v2007.articles.a03 as order_493
import data.questions.collect
import data.questions.found as questions_found

found := questions_found.grade

state := "determined" if order_493.least == order_493.most

else := "indeterminate"

# METADATA
# title: 事故等级（状态）
# entrypoint: true
# custom:
#   facts: [accident, specialEquipment]
answer := {
	"question": "grade",
	"status": state,
	"grade": order_493.interval,
	"findings": found,
	"notes": {code: on | some code, on in order_493.notes; count(on) > 0},
} if {
	collect.is_asked
}

# METADATA
# title: 事故等级（附条文）
# entrypoint: true
decision := collect.with_texts(answer, {
	"findings": collect.explained(found),
	"summary": collect.summary(found),
	"missing": collect.unknowns(found),
	"notes": collect.texts(order_493.notes),
})
