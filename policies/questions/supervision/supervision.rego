# METADATA
# title: 监督检查台账
# description: One body's year under arts. 16 to 18; what was owed, filed, missing, misdirected, not copied, not asked.
package questions.supervision

import data.facts
import data.hubei_joint_accountability.v2020.ledger
import data.hubei_joint_accountability.v2020.scope
import data.questions.collect
import data.questions.found as questions_found

found := questions_found.supervision

own_notes["assessment_bearer_implied"] := [p |
	object.get(found.art_18__para_1, "presumed", false)
	some p in ["/supervision/assessments"]
]

own_notes["adaptation_is_interpretation"] := [facts.subject.kind.fact | scope.subject_is_by_reference.is == true]

# The clause itself does not say 每年.
own_notes["appraisal_year_implied"] := ["/supervision/appraisals" |
	finding := found.art_17__para_2
	object.get(finding, ["kept", "is"], null) == false
	"/supervision/asOf" in finding.kept.on
]

own_notes["version_question"] := collect.version_question(found, ledger.in_force)

notes := object.union_n([
	collect.code_notes(found),
	collect.scope_notes(scope.subject_in_province, ledger.in_force),
	own_notes,
])

# METADATA
# title: 监督检查台账（状态）
# entrypoint: true
# custom:
#   facts: [subject, supervision]
answer := {
	"question": "supervision",
	"status": collect.status(found, ledger.covered),
	"findings": found,
	"notes": {code: on | some code, on in notes; count(on) > 0},
} if {
	collect.is_asked
}

# METADATA
# title: 监督检查台账（附条文）
# entrypoint: true
decision := collect.with_texts(answer, {
	"findings": collect.explained(found),
	"summary": collect.summary(found),
	"missing": collect.unknowns(found),
	"notes": collect.texts(notes),
	"law": collect.law,
})
