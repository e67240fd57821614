# METADATA
# title: 追责对象
# description: Whom an accident reaches under art. 11, with what stands in the way and what aggravates.
package questions.addressees

import data.hubei_joint_accountability.v2020.bearers
import data.hubei_joint_accountability.v2020.exemption_conflicts
import data.hubei_joint_accountability.v2020.opposite_evaluations
import data.hubei_joint_accountability.v2020.scope
import data.order_493.v2007.articles.a03 as order_493
import data.questions.collect
import data.questions.found as questions_found

found := questions_found.addressees

own_notes["regulator_not_designated"] := entries_with("regulator_not_designated")

own_notes["no_prefecture"] := array.concat(entries_with("no_prefecture"), entries_with("no_prefecture_regulator"))

own_notes["no_county_in_zone"] := entries_with("no_county_in_zone")

own_notes["suspension_is_not_accountability"] := [$"/accountability/decisions/{i}" |
	some i, decision in data.facts.accountability_decisions
	decision.kind.value in ["立案", "暂停履行职务"]
]

entries_with(gap) := sort({"/accident/divisionCode" |
	some finding in found
	some entry in object.get(finding, "addressees", [])
	object.get(entry, "gap", null) == gap
})

notes := object.union_n([
	order_493.notes,
	collect.accident_notes,
	own_notes,
	exemption_conflicts.notes,
	opposite_evaluations.notes,
	bearers.notes,
])

# METADATA
# title: 追责对象（状态）
# entrypoint: true
# custom:
#   facts: [accident, specialEquipment, zone, subject, act, investigation, accountability, performance, dutyList, register, conduct, proposal, personal]
answer := {
	"question": "addressees",
	"status": collect.status(found, scope.covered),
	"grade": order_493.interval,
	"place": scope.place,
	"findings": found,
	"notes": {code: on | some code, on in notes; count(on) > 0},
} if {
	collect.is_asked
}

# METADATA
# title: 追责对象（附条文）
# entrypoint: true
decision := collect.with_texts(answer, {
	"findings": collect.explained(found),
	"summary": collect.summary(found),
	"missing": collect.unknowns(found),
	"notes": collect.texts(notes),
	"law": collect.law,
})
