package hubei_joint_accountability.v2020.articles.a06

import data.facts
import data.hubei_joint_accountability.v2020.duty
import data.hubei_joint_accountability.v2020.duty.meetings
import data.lists
import data.logic

# METADATA
# title: 研究部署和监管责任体系
# description: |
#   Meetings inside the configured interval, a regulator for every industry of the list, and the evaluation of the
#   rest.
# custom:
#   provision: art_6__para_1__item_3
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 及时研究部署安全生产工作，解决安全生产中的重难点问题和事项，建立健全安全生产监管责任体系，明确政府有关部门的安全生产监管职责，严格落实属地监管责任。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := object.union_n([
	duty.norm(duty.government, logic.all_of([
		meetings.inside_the_interval,
		logic.given(facts.responsibilitySystem.departmentDuties),
		every_industry_has_a_regulator,
		duty.evaluated(rego.metadata.rule().custom.provision),
	])),
	meetings.gap(duty.government),
	each_assignment,
])

every_industry_has_a_regulator := lists.all_hold(
	[logic.given(facts.responsibilitySystem_assignments[i].designated) | some i, _ in facts.responsibilitySystem_assignments],
	facts.responsibilitySystem.assignments,
	facts.responsibilitySystem.assignmentsComplete,
)

each_assignment := duty.each(
	duty.government,
	[object.union(
		{
			"of": $"/responsibilitySystem/assignments/{i}",
			"applies": logic.always([]),
			"kept": logic.given(facts.responsibilitySystem_assignments[i].designated),
		},
		not_designated(i),
	) |
		some i, _ in facts.responsibilitySystem_assignments
	],
)

# 安全生产法 art. 10(2): the government at county level or above designates one for a new industry.
not_designated(i) := {"code": "regulator_not_designated"} if {
	facts.responsibilitySystem_assignments[i].designated.value == false
}

else := {}

# METADATA
# title: 责任目标考核和巡查
# custom:
#   provision: art_6__para_1__item_5
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 健全安全生产责任目标考核体系。实施安全生产责任目标管理，严格考核奖惩，坚决防范和有效遏制各类生产安全事故发生。建立安全生产巡查制度，督促各部门和下级政府严格落实责任，做到各司其职、齐抓共管。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := item(rego.metadata.rule().custom.provision)

# METADATA
# title: 健全考核体系
# custom:
#   provision: art_6__para_1__item_5__s1
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 健全安全生产责任目标考核体系。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 责任目标管理
# custom:
#   provision: art_6__para_1__item_5__s2
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 实施安全生产责任目标管理，严格考核奖惩，坚决防范和有效遏制各类生产安全事故发生。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := duty.norm(duty.government, logic.all_of([
	logic.given(facts.responsibilitySystem.targetsSet),
	duty.evaluated(rego.metadata.rule().custom.provision),
]))

# METADATA
# title: 巡查制度
# custom:
#   provision: art_6__para_1__item_5__s3
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 建立安全生产巡查制度，督促各部门和下级政府严格落实责任，做到各司其职、齐抓共管。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := duty.norm(duty.government, logic.all_of([
	logic.given(facts.responsibilitySystem.inspectionSystem),
	duty.evaluated(rego.metadata.rule().custom.provision),
]))
