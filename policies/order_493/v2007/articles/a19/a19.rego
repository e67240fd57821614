# METADATA
# title: 第十九条 由谁调查
package order_493.v2007.articles.a19

import data.logic
import data.order_493.v2007.articles.a03
import data.order_493.v2007.investigation

# METADATA
# title: 特别重大事故的调查
# custom:
#   provision: order_493__art_19__para_1
#   modality: must
#   class: M
#   quote: 特别重大事故由国务院或者国务院授权有关部门组织事故调查组进行调查。
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := investigated(["extraordinary"])

# METADATA
# title: 重大、较大、一般事故的调查
# custom:
#   provision: order_493__art_19__para_2
#   modality: must
#   class: M
#   quote: 重大事故、较大事故、一般事故分别由事故发生地省级人民政府、设区的市级人民政府、县级人民政府负责调查。省级人民政府、设区的市级人民政府、县级人民政府可以直接组织事故调查组进行调查，也可以授权或者委托有关部门组织事故调查组进行调查。
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := investigated(["major", "larger", "general"])

investigated(grades) := object.union(
	logic.norm(of_a_grade(grades), investigation.investigated(grades)),
	investigation.named(of_a_grade(grades), grades),
)

of_a_grade(grades) := logic.all_of([
	investigation.is_accident,
	logic.any_of([a03.grades[grade] | some grade in grades]),
])

# METADATA
# title: 未造成人员伤亡的一般事故可以委托事故发生单位调查
# custom:
#   provision: order_493__art_19__para_3
#   modality: may
#   class: M
#   quote: 未造成人员伤亡的一般事故，县级人民政府也可以委托事故发生单位组织事故调查组进行调查。
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(logic.all_of([
		investigation.is_accident,
		a03.grades.general,
		investigation.without_casualties,
	])),
	{"range": {"decidedBy": "县级人民政府", "options": ["委托事故发生单位组织事故调查组进行调查"], "openEnded": false}},
)
