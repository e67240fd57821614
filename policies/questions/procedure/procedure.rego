# METADATA
# title: 程序和申诉
# description: |
#   A case's events under arts. 14 and 15: which track, which step is next, which was invalid and why, who must withdraw,
#   whether an appeal came in time.
package questions.procedure

import data.appeals
import data.facts
import data.hubei_joint_accountability.v2020.articles.a11
import data.hubei_joint_accountability.v2020.procedure as steps
import data.hubei_joint_accountability.v2020.scope
import data.questions.collect
import data.questions.found as questions_found

found := questions_found.procedure

own_notes["wrong_track"] := ["/accountability/track" |
	a11.case_of_whom_is_asked.is == true
	facts.accountability.track.value == "第十四条程序"
]

own_notes["recusal_grounds_imported"] := ["/procedure/investigators" |
	some instance in object.get(found.art_14__para_3, "each", [])
	instance.applies.is == true
]

own_notes["suspension_is_not_accountability"] := [$"/accountability/decisions/{i}" |
	some i, decision in data.facts.accountability_decisions
	decision.kind.value in ["立案", "暂停履行职务"]
]

own_notes["adaptation_is_interpretation"] := [facts.subject.kind.fact | scope.subject_is_by_reference.is == true]

own_notes["taken_up_again"] := [$"/procedure/events/{i}" | some i in steps.after_closing]

own_notes["periods_by_civil_code"] := sort({finding.applies.on[0] |
	some finding in found
	some deadline in object.get(finding, "deadlines", [])
	deadline.lastDay
})

own_notes["no_such_route"] := sort({facts.appeal.step.fact |
	some finding in found
	deadlines := object.get(finding, "deadlines", [])
	count(deadlines) > 0
	appeals.is_no_route(deadlines)
})

own_notes["law_of_the_day_of_appeal"] := ["/appeal/basis" | facts.appeal.basis.value == "公职人员政务处分法"]

notes := object.union_n([collect.code_notes(found), collect.subject_notes, own_notes])

# METADATA
# title: 程序和申诉（状态）
# entrypoint: true
# custom:
#   facts: [accident, zone, specialEquipment, subject, act, investigation, accountability, procedure, appeal, performance, personal]
answer := {
	"question": "procedure",
	"status": collect.status(found, scope.subject_covered),
	"findings": found,
	"notes": {code: on | some code, on in notes; count(on) > 0},
} if {
	collect.is_asked
}

# METADATA
# title: 程序和申诉（附条文）
# entrypoint: true
decision := collect.with_texts(answer, {
	"findings": collect.explained(found),
	"summary": collect.summary(found),
	"missing": collect.unknowns(found),
	"notes": collect.texts(notes),
	"law": collect.law,
})
