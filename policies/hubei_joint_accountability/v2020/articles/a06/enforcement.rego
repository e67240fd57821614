package hubei_joint_accountability.v2020.articles.a06

import data.calendar
import data.calendar.asked
import data.facts
import data.hubei_joint_accountability.v2020.duty
import data.lists
import data.logic

# METADATA
# title: 监管执法
# custom:
#   provision: art_6__para_1__item_6
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 依法认真履行安全生产监管职责。加强安全生产执法效能建设，组织有关部门按照职责分工，对本行政区域内容易发生重大生产安全事故的生产经营单位进行严格检查。打击生产、经营、建设领域各种非法行为，依法查处和取缔无证照生产经营单位，依法关闭不具备安全生产条件的生产经营单位。严格安全准入标准，加强安全风险管控，城乡规划布局、设计、建设、管理等各项工作必须以安全为前提。加强新材料、新工艺、新业态安全风险评估和管控，建立完善重大安全风险联防联控机制。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := item(rego.metadata.rule().custom.provision)

# METADATA
# title: 履行监管职责
# custom:
#   provision: art_6__para_1__item_6__s1
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 依法认真履行安全生产监管职责。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 严格检查
# description: Every unit of the list was inspected; how strictly is evaluated. The sentence asks for no plan.
# custom:
#   provision: art_6__para_1__item_6__s2
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 加强安全生产执法效能建设，组织有关部门按照职责分工，对本行政区域内容易发生重大生产安全事故的生产经营单位进行严格检查。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := duty.norm(duty.government, logic.all_of([
	every_risk_unit_inspected,
	duty.evaluated(rego.metadata.rule().custom.provision),
]))

every_risk_unit_inspected := lists.all_hold(
	[logic.given(facts.enforcement_risk_units[i].inspected) | some i, _ in facts.enforcement_risk_units],
	facts.enforcement.riskUnits,
	facts.enforcement.riskUnitsComplete,
)

# METADATA
# title: 查处取缔和关闭
# description: Every unit of the list was banned or closed; the fight against unlawful acts is evaluated.
# custom:
#   provision: art_6__para_1__item_6__s3
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 打击生产、经营、建设领域各种非法行为，依法查处和取缔无证照生产经营单位，依法关闭不具备安全生产条件的生产经营单位。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := duty.norm(duty.government, logic.all_of([
	every_illegal_unit_handled,
	duty.evaluated(rego.metadata.rule().custom.provision),
]))

every_illegal_unit_handled := lists.all_hold(
	[logic.given(facts.enforcement_illegal_units[i].handled) | some i, _ in facts.enforcement_illegal_units],
	facts.enforcement.illegalUnits,
	facts.enforcement.illegalUnitsComplete,
)

# METADATA
# title: 准入标准和风险管控
# custom:
#   provision: art_6__para_1__item_6__s4
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 严格安全准入标准，加强安全风险管控，城乡规划布局、设计、建设、管理等各项工作必须以安全为前提。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 新风险和联防联控机制
# custom:
#   provision: art_6__para_1__item_6__s5
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 加强新材料、新工艺、新业态安全风险评估和管控，建立完善重大安全风险联防联控机制。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := duty.norm(duty.government, logic.all_of([
	logic.given(facts.enforcement.jointPrevention),
	duty.evaluated(rego.metadata.rule().custom.provision),
]))

# METADATA
# title: 监管保障能力
# custom:
#   provision: art_6__para_1__item_7
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 加强安全生产监管保障能力建设。为安全生产监管工作提供必需的经费保障。进一步加强基层监管保障能力建设，改善基层监管监察装备和条件。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := item(rego.metadata.rule().custom.provision)

# METADATA
# title: 保障能力建设
# custom:
#   provision: art_6__para_1__item_7__s1
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 加强安全生产监管保障能力建设。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 经费保障
# description: A budget line of the year of the day asked exists; whether it is what is needed is evaluated.
# custom:
#   provision: art_6__para_1__item_7__s2
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 为安全生产监管工作提供必需的经费保障。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := duty.norm(duty.government, logic.all_of([
	budget_line,
	duty.evaluated(rego.metadata.rule().custom.provision),
]))

budget_line := lists.some_holds(
	[logic.all_of([of_the_year(i), logic.at_least(lists.number(facts.budget_lines[i].amountYuan), 1)]) |
		some i, _ in facts.budget_lines
	],
	facts.budget.lines,
	facts.budget.linesComplete,
)

of_the_year(i) := logic.open([asked.day.fact]) if asked.day.value == null

else := {
	"is": calendar.year_of(asked.day.value) == facts.budget_lines[i].year.value,
	"on": [facts.budget_lines[i].year.fact, asked.day.fact],
}

# METADATA
# title: 基层监管保障
# custom:
#   provision: art_6__para_1__item_7__s3
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 进一步加强基层监管保障能力建设，改善基层监管监察装备和条件。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)
