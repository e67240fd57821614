# METADATA
# title: 第二条 适用范围
package hubei_joint_accountability.v2020.articles.a02

import data.facts
import data.hubei_joint_accountability.v2020.coverage
import data.hubei_joint_accountability.v2020.scope
import data.logic
import data.roles

# METADATA
# title: 直接适用的机关
# description: The measures cover the Party committees, governments and departments of the province.
# custom:
#   provision: art_2__para_1
#   modality: scope
#   class: M
#   quote: 本办法适用于全省各级党委和政府及其工作部门。
#   questions: [addressees]
findings[rego.metadata.rule().custom.provision] := logic.finding(scope.in_territory)

# METADATA
# title: 直接适用的机关（所问的机关或者人员）
# description: Of a body or person, by its kind and place; where only an accident is stated, by the place of the accident.
# custom:
#   restates: art_2__para_1
#   questions: [applicability]
applicability[rego.metadata.rule().custom.restates] := logic.finding(coverage.directly)

# METADATA
# title: 负责人个人履职的依据
# description: A leader's own duties are judged by the province's detailed rules, not by the measures.
# custom:
#   provision: art_2__para_2
#   modality: renvoi
#   class: R
#   quote: 各级党委和政府及其工作部门负责人履行个人安全生产职责的，依照《湖北省地方党政领导干部安全生产责任制细则》等规定执行。
#   refersTo: 湖北省地方党政领导干部安全生产责任制细则
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := logic.finding(logic.all_of([
	scope.subject_in_province,
	scope.subject_is_direct,
	roles.is_leader,
	logic.is_one_of(facts.act.concerns, ["个人履职"]),
	scope.act_in_force,
]))
