# METADATA
# title: 第七条 党委职能部门的职责
package hubei_joint_accountability.v2020.articles.a07

import data.facts
import data.hubei_joint_accountability.v2020.duty
import data.logic

# METADATA
# title: 党委职能部门履行职责和支持安全生产
# description: |
#   The list ends in 等: a Party department that is not named is reached where it is evaluated as owing support.
# custom:
#   provision: art_7__para_1
#   modality: must
#   class: H
#   human: [/dutyEvaluations, /departmentDuties/hasSupportDuty]
#   quote: 各级组织、宣传、政法、机构编制等对安全生产工作负有保障义务的党委职能部门应当在职责范围内，全面履行安全生产工作职责和大力支持安全生产工作。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := duty.by_evaluation(
	logic.all_of([duty.party_department, owes_support]),
	rego.metadata.rule().custom.provision,
)

owes_support := logic.any_of([
	duty.is_department_of(["组织", "宣传", "政法", "机构编制"]),
	logic.given(facts.departmentDuties.hasSupportDuty),
])
