# METADATA
# title: 第十三条 从重的条件和其他规范的情形
# description: What rests on the grounds of other instruments; apart from the items, so that they do not pay for it.
package hubei_joint_accountability.v2020.articles.a13_other_law

import data.hubei_joint_accountability.v2020.articles.a13
import data.hubei_joint_accountability.v2020.imports
import data.hubei_joint_accountability.v2020.reach
import data.logic

# METADATA
# title: 从重的条件
# custom:
#   provision: art_13__para_1
#   modality: must
#   class: chapeau
#   human: [/performance, /conduct, /consequences, /accident/isResponsibilityAccident, /imports, /personal, /party, /sanction]
#   quote: 违反本办法规定，有下列情形之一的，应当对有关党委、政府及其工作部门和负责人从重追究责任：
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := logic.finding(logic.all_of([
	reach.by_violation,
	any_ground,
]))

any_ground := logic.any_of([
	a13.political_impact,
	a13.concerned_by_two,
	a13.concerned_by_a_larger,
	a13.concerned_by_a_major,
	a13.mass_incident,
	a13.failed_rescue,
	a13.obstruction,
	imports.severe,
])

# METADATA
# title: 其他应当从重的情形
# description: Each ground of another instrument is a finding of its own, with its own citation; this item holds when one does.
# custom:
#   provision: art_13__para_1__item_8
#   modality: must
#   class: R
#   human: [/performance, /imports, /personal, /party, /sanction]
#   quote: 党内法规和国家法律法规规定的其他应当从重追究责任的情形。
#   refersTo: 中国共产党问责条例；地方党政领导干部安全生产责任制规定；公职人员政务处分法
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := object.union(
	a13.severe(imports.severe),
	{"imported": imports.holding(imports.severe_grounds)},
)
