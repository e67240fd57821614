# METADATA
# title: 第八条 政府工作部门的职责
package hubei_joint_accountability.v2020.articles.a08

import data.facts
import data.hubei_joint_accountability.v2020.duty
import data.hubei_joint_accountability.v2020.identity
import data.logic

# METADATA
# title: 政府工作部门的职责
# description: |
#   Every government department: its own field, and what its function adds.
# custom:
#   provision: art_8__para_1
#   modality: must
#   class: X
#   human: [/departmentDuties, /dutyEvaluations]
#   quote: 各级政府工作部门应当依照法律法规，在职责规定范围内，坚持“谁主管、谁负责”、“谁审批、谁负责”的原则，落实“管行业必须管安全、管业务必须管安全、管生产经营必须管安全”的要求，对本行业、领域内的安全生产工作负责直接监管，国有资产监督管理部门做到管资产必须管安全，应急管理部门对本地区安全生产工作实施综合监管。有关安全生产专业委员会成员单位还应当按照要求落实专业委员会的相关工作。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := duty.item(duty.government_department, sentences, rego.metadata.rule().custom.provision)

# METADATA
# title: 直接监管、管资产必须管安全、综合监管
# description: |
#   Three limbs: direct supervision of the own field by all, 管资产 by the asset supervisor, 综合监管 by the emergency
#   department.
# custom:
#   provision: art_8__para_1__s1
#   modality: must
#   class: X
#   human: [/departmentDuties]
#   quote: 各级政府工作部门应当依照法律法规，在职责规定范围内，坚持“谁主管、谁负责”、“谁审批、谁负责”的原则，落实“管行业必须管安全、管业务必须管安全、管生产经营必须管安全”的要求，对本行业、领域内的安全生产工作负责直接监管，国有资产监督管理部门做到管资产必须管安全，应急管理部门对本地区安全生产工作实施综合监管。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := object.union(
	duty.norm(duty.government_department, logic.all_of([duty.demand(limb) | some limb in limbs])),
	routed,
)

limbs := [
	limb("直接监管", logic.always([]), facts.departmentDuties.directSupervision),
	limb("管资产必须管安全", duty.is_department_of(["国有资产监督管理"]), facts.departmentDuties.assetSupervision),
	limb("综合监管", duty.is_department_of(["应急管理"]), facts.departmentDuties.overallSupervision),
]

limb(name, applies, performed) := {"of": name, "applies": applies, "kept": logic.given(performed)}

routed := duty.each(duty.government_department, array.concat(limbs, fields))

# 本行业、领域: what the list of industries assigns to the department; whether it is supervised is the first limb.
fields := [object.union(
	{
		"of": $"/responsibilitySystem/assignments/{i}",
		"applies": is_assigned(i),
		"kept": logic.given(facts.departmentDuties.directSupervision),
	},
	shared(i),
) |
	facts.subject.organ.value != null
	some i, _ in facts.responsibilitySystem_assignments
]

is_assigned(i) := identity.same(identity.subject, identity.assigned[i])

# 几个部门监管同一行业、领域的，各自负责。
shared(i) := {"code": "industry_shared"} if {
	is_assigned(i).is == true
	some j, _ in facts.responsibilitySystem_assignments
	facts.responsibilitySystem_assignments[j].industry.value == facts.responsibilitySystem_assignments[i].industry.value
	facts.responsibilitySystem_assignments[j].organ.value != null
	is_assigned(j).is == false
}

else := {}

# METADATA
# title: 专业委员会成员单位
# custom:
#   provision: art_8__para_1__s2
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 有关安全生产专业委员会成员单位还应当按照要求落实专业委员会的相关工作。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := duty.by_evaluation(
	logic.all_of([duty.government_department, logic.given(facts.departmentDuties.committeeMember)]),
	rego.metadata.rule().custom.provision,
)

# METADATA
# title: 人社、财政部门的保障义务
# description: In addition to the duties of the first paragraph.
# custom:
#   provision: art_8__para_2
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 各级人社、财政部门除履行前款规定的相应责任外，还应当对安全生产工作履行必要的保障义务。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := duty.by_evaluation(
	logic.all_of([duty.government_department, duty.is_department_of(["人力资源和社会保障", "财政"])]),
	rego.metadata.rule().custom.provision,
)
