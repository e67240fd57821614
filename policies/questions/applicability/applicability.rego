# METADATA
# title: 是否适用
# description: |
#   Whether and how the measures cover a body, a person or an accident, under which version; and for an accident who
#   investigates, by which day. The findings speak of the body or person where the facts state one, else of the accident.
package questions.applicability

import data.hubei_joint_accountability.v2020.coverage
import data.order_493.v2007.articles.a03 as order_493
import data.questions.collect
import data.questions.found as questions_found

found := questions_found.applicability

# Whether the measures cover what was asked; what else the findings wait for does not matter to that.
state := {true: "determined", false: "not_applicable", null: "indeterminate"}[coverage.covered.is]

notes := object.union_n([coverage.notes, accident_notes, own_notes])

default accident_notes := {}

accident_notes := object.union(order_493.notes, collect.place_notes) if coverage.accident_is_stated

own_notes["no_prefecture_investigator"] := ["/accident/divisionCode" |
	some finding in found
	some entry in object.get(finding, "investigators", [])
	object.get(entry, "gap", null) == "no_prefecture_investigator"
]

own_notes["coal_mine_investigation"] := [fact | some fact in coverage.coal_mine]

own_notes["investigator_does_not_tell_the_grade"] := ["/investigation/investigatorLevel" |
	some finding in found
	object.get(finding, "hint", null) == "taken_over_by_higher_level"
]

# METADATA
# title: 是否适用（状态）
# entrypoint: true
# custom:
#   facts: [accident, specialEquipment, zone, subject, act, portfolio, investigation]
answer := {
	"question": "applicability",
	"status": state,
	"coverage": coverage.answer,
	"findings": found,
	"notes": {code: on | some code, on in notes; count(on) > 0},
} if {
	collect.is_asked
}

# METADATA
# title: 是否适用（附条文）
# entrypoint: true
decision := collect.with_texts(answer, {
	"findings": collect.explained(found),
	"summary": collect.summary(found),
	"missing": collect.unknowns(found),
	"notes": collect.texts(notes),
	"law": collect.law,
})
