# METADATA
# title: 第十八条 考核和评比表彰
package hubei_joint_accountability.v2020.articles.a18

import data.facts
import data.hubei_joint_accountability.v2020.ledger
import data.logic

# METADATA
# title: 每年考核下级党委、政府和工作部门
# description: |
#   The sentence names no one and no 应当: that the Party committee and the government of each level must assess is implied
#   (各级党委和政府……考核制度，对下级……), and a breach stands under that understanding only.
# custom:
#   provision: art_18__para_1
#   modality: must
#   class: X
#   human: [/supervision/assessments]
#   quote: 建立完善地方各级党委和政府安全生产责任考核制度，每年对下级党委和政府及其工作部门的安全生产工作实施考核，将考核结果与有关地方党政领导干部履职评定挂钩。
#   questions: [supervision]
findings[rego.metadata.rule().custom.provision] := object.union_n([
	logic.norm(assesses, assessed),
	implied,
	assessment_entries,
	ledger.part_of_the_year(assesses),
])

assesses := logic.all_of([
	logic.any_of([ledger.is_body(["党委", "政府"]), ledger.branch_as(["党委", "政府"])]),
	ledger.has_lower_level,
])

default implied := {}

implied := {"presumed": true, "bearers": ["本级党委", "本级政府"]} if assesses.is != false

list := facts.supervision.assessments

complete := facts.supervision.assessmentsComplete

assessed := logic.all_of([ledger.by_the_end(facts.supervision.assessmentSystem), every_one])

every_one := ledger.absent(list, complete, ledger.reviews_over) if count(facts.supervision_assessments) == 0

else := logic.all_of(array.concat(
	[assessed_one(i) | some i, _ in facts.supervision_assessments],
	[ledger.listed_completely(list, complete)],
))

done(i) := ledger.by_the_end(facts.supervision_assessments[i].done)

linked(i) := ledger.by_the_end(facts.supervision_assessments[i].linked)

assessed_one(i) := logic.all_of([done(i), linked(i)])

assessment_entries := ledger.each(assesses, array.concat(
	[object.union_n([
		{"of": $"/supervision/assessments/{i}"},
		logic.norm(assesses, assessed_one(i)),
		fault_of(i),
	]) |
		some i, _ in facts.supervision_assessments
	],
	none_at_all,
))

none_at_all := [object.union_n([
	{"of": $"{facts.supervision.year.value} 考核"},
	logic.norm(assesses, every_one),
	{"code": "missing_at_year_end"},
])] if {
	count(facts.supervision_assessments) == 0
	every_one.is == false
}

else := []

fault_of(i) := {"code": "not_assessed"} if facts.supervision_assessments[i].done.value == false

else := {"code": "not_linked"} if facts.supervision_assessments[i].linked.value == false

else := {}

# METADATA
# title: 评比表彰征求应急管理部门意见
# description: Whoever organises the award asks first; an opinion asked for after the decision came too late.
# custom:
#   provision: art_18__para_2
#   modality: must
#   class: M
#   quote: 党政领导干部参与综合性评比表彰时，组织单位应当就其履行安全生产工作职责情况征求应急管理部门意见。
#   questions: [supervision]
findings[rego.metadata.rule().custom.provision] := object.union_n([
	logic.norm(organised, all_consulted),
	{"bearers": ["组织单位"]},
	ledger.each(organised, [award(i) | some i, _ in facts.supervision_awards]),
])

organised := logic.all_of([ledger.covered, some_award])

with_leaders(i) := logic.all_of([
	logic.given(facts.supervision_awards[i].comprehensive),
	logic.given(facts.supervision_awards[i].leadersTakePart),
	ledger.in_force_for(decided_on(i)),
])

some_award := ledger.some_entry(
	[with_leaders(i) | some i, _ in facts.supervision_awards],
	facts.supervision.awards, facts.supervision.awardsComplete,
)

asked_on(i) := facts.supervision_awards[i].consultedOn

decided_on(i) := facts.supervision_awards[i].on

asked_first(i) := logic.open([leaf.fact | some leaf in [asked_on(i), decided_on(i)]; leaf.value == null]) if {
	null in [asked_on(i).value, decided_on(i).value]
}

else := {"is": asked_on(i).value <= decided_on(i).value, "on": [asked_on(i).fact, decided_on(i).fact]}

# Before the award is decided one can still ask: one that stands in the register is decided unless its day is later.
asked(i) := logic.always([asked_on(i).fact]) if asked_on(i).value != null

else := logic.open([decided_on(i).fact]) if {
	facts.supervision_awards[i].consulted.value == false
	decided_on(i).value == null
}

else := logic.open([ledger.as_of.fact]) if {
	facts.supervision_awards[i].consulted.value == false
	ledger.is_after(decided_on(i).value, ledger.as_of.value)
}

else := logic.given(facts.supervision_awards[i].consulted)

consulted(i) := logic.all_of([asked(i), asked_first(i)])

all_consulted := logic.all_of(array.concat(
	[logic.any_of([logic.negate(with_leaders(i)), consulted(i)]) | some i, _ in facts.supervision_awards],
	[ledger.listed_completely(facts.supervision.awards, facts.supervision.awardsComplete)],
))

award(i) := object.union_n([
	{"of": $"/supervision/awards/{i}"},
	logic.norm(with_leaders(i), consulted(i)),
	fault_of_award(i),
])

fault_of_award(i) := {} if with_leaders(i).is == false

else := {"code": "not_consulted"} if asked(i).is == false

else := {"code": "consulted_after"} if asked_first(i).is == false

else := {}
