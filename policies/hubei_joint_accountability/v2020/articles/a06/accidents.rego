package hubei_joint_accountability.v2020.articles.a06

import data.facts
import data.hubei_joint_accountability.v2020.duty
import data.hubei_joint_accountability.v2020.scope
import data.lists
import data.logic
import data.order_493.v2007.cases as register
import data.work_safety_law.v2021.articles.a86

# METADATA
# title: 事故调查处理
# description: Speaks once there is an accident that this government, a lower or a higher one investigates.
# custom:
#   provision: art_6__para_1__item_9
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 依法组织事故调查处理。按照规定组织生产安全事故指挥救援、善后和调查处理工作，严格责任追究，督促相关部门和单位严格落实生产安全事故处理意见。加强对下级政府查处事故的挂牌督办和审核备案。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := duty.item(
	logic.all_of([duty.government, logic.any_of([
		some_case_is_investigated_by(own_rescue),
		some_case_is_investigated_by(["下级政府"]),
	])]),
	sentences,
	rego.metadata.rule().custom.provision,
)

# METADATA
# title: 组织事故调查处理
# custom:
#   provision: art_6__para_1__item_9__s1
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 依法组织事故调查处理。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := duty.by_evaluation(
	logic.all_of([duty.government, some_case_is_investigated_by(["本级政府"])]),
	rego.metadata.rule().custom.provision,
)

# METADATA
# title: 救援、善后和调查处理
# description: |
#   按照规定: the time limits of Order 493 and the evaluation within a year of the work safety law; the rest is
#   evaluated. Where a higher government investigates (提级调查) the limits are its own; rescue, aftermath and the carrying
#   out of what was decided stay this government's.
# custom:
#   provision: art_6__para_1__item_9__s2
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 按照规定组织生产安全事故指挥救援、善后和调查处理工作，严格责任追究，督促相关部门和单位严格落实生产安全事故处理意见。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := object.union(
	duty.norm(logic.all_of([duty.government, some_case_is_investigated_by(own_rescue)]), logic.all_of([
		register.every_case(own_cases),
		duty.evaluated(rego.metadata.rule().custom.provision),
	])),
	duty.each(duty.government, own_cases),
)

own_rescue := ["本级政府", "上级政府"]

own_cases := [object.union(
	{
		"of": $"/accidentCases/cases/{i}",
		"applies": is_investigated_by(i, ["本级政府"]),
		"kept": taken(logic.all_of(steps(i)), steps(i)),
	},
	what_is_late(i),
) |
	some i, _ in facts.accidentCases_cases
]

steps(i) := [reported_where_owed(i), approved_where_owed(i), rectification_where_owed(i)]

# A report that came late before the measures was late under other law.
reported_where_owed(i) := register.reported_in_time(i) if facts.accidentCases_cases[i].reportedOn.value == null

else := logic.any_of([
	logic.negate(scope.binds_on(facts.accidentCases_cases[i].reportedOn)),
	register.reported_in_time(i),
])

# Which step is late may follow a reading even where another is late in any case.
taken(together, states) := {"is": together.is, "on": array.concat(together.on, readings_of(states))}

readings_of(states) := [path | some state in states; some path in logic.readings_in(state.on)]

approved_where_owed(i) := logic.any_of([logic.negate(register.is_reported(i)), register.approved_in_time(i)])

rectification_where_owed(i) := logic.any_of([logic.negate(a86.cases[i].applies), a86.cases[i].kept])

what_is_late(i) := {} if is_investigated_by(i, ["本级政府"]).is == false

else := {"code": "report_late"} if reported_where_owed(i).is == false

else := {"code": "approval_late"} if approved_where_owed(i).is == false

else := {"code": "rectification_evaluation_late"} if {
	rectification_where_owed(i).is == false
	a86.cases[i].inTime.is == false
}

else := {"code": "rectification_result_not_published"} if rectification_where_owed(i).is == false

else := {}

# METADATA
# title: 挂牌督办和审核备案
# description: |
#   The text does not say which cases are 挂牌督办: where the rules do not ask for it, the register says so.
# custom:
#   provision: art_6__para_1__item_9__s3
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 加强对下级政府查处事故的挂牌督办和审核备案。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := object.union(
	duty.norm(logic.all_of([duty.government, some_case_is_investigated_by(["下级政府"])]), logic.all_of([
		every_lower_case_supervised,
		duty.evaluated(rego.metadata.rule().custom.provision),
	])),
	each_lower_case,
)

some_case_is_investigated_by(levels) := lists.some_holds(
	[is_investigated_by(i, levels) | some i, _ in facts.accidentCases_cases],
	facts.accidentCases.cases,
	facts.accidentCases.casesComplete,
)

is_investigated_by(i, levels) := logic.all_of([
	logic.is_one_of(facts.accidentCases_cases[i].investigatedBy, levels),
	register.happened(i),
	is_bound(i),
])

# A case is of the measures' time while it was not approved before.
is_bound(i) := logic.always([]) if scope.binds_on(facts.accidentCases_cases[i].occurredOn).is == true

else := logic.always([]) if facts.accidentCases_cases[i].approvedOn.value == null

else := scope.binds_on(facts.accidentCases_cases[i].approvedOn)

every_lower_case_supervised := lists.all_hold(
	[logic.any_of([logic.negate(is_investigated_by(i, ["下级政府"])), supervised_and_filed(i)]) |
		some i, _ in facts.accidentCases_cases
	],
	facts.accidentCases.cases,
	facts.accidentCases.casesComplete,
)

supervised_and_filed(i) := logic.all_of([
	logic.is_one_of(facts.accidentCases_cases[i].supervision, ["已挂牌督办", "按照规定不需要"]),
	logic.given(facts.accidentCases_cases[i].filed),
])

each_lower_case := duty.each(
	duty.government,
	[{
		"of": $"/accidentCases/cases/{i}",
		"applies": is_investigated_by(i, ["下级政府"]),
		"kept": supervised_and_filed(i),
	} |
		some i, _ in facts.accidentCases_cases
	],
)
