# Generated from the METADATA of the articles by scripts/build; do not edit.
# METADATA
# title: 各问题的条款
# description: 每个问题所答复的条款的结论；缺少规则的条款不在其中，引擎因此拒绝。
package questions.found

addressees := object.filter(
	object.union_n([
		data.hubei_joint_accountability.v2020.articles.a02.findings,
		data.hubei_joint_accountability.v2020.articles.a03.findings,
		data.hubei_joint_accountability.v2020.articles.a09.findings,
		data.hubei_joint_accountability.v2020.articles.a11.findings,
		data.hubei_joint_accountability.v2020.articles.a13.findings,
		data.hubei_joint_accountability.v2020.articles.a19.findings,
		data.hubei_joint_accountability.v2020.articles.a20.findings,
	]),
	data.catalogue.questions.addressees,
)

applicability := object.filter(
	object.union_n([
		data.hubei_joint_accountability.v2020.articles.a02.findings,
		data.hubei_joint_accountability.v2020.articles.a03.findings,
		data.order_493.v2007.articles.a13.findings,
		data.order_493.v2007.articles.a19.findings,
		data.order_493.v2007.articles.a20.findings,
		data.order_493.v2007.articles.a21.findings,
		data.order_493.v2007.articles.a29.findings,
		data.order_493.v2007.articles.a32.findings,
		data.special_equipment.v2009.articles.a67.findings,
		data.hubei_joint_accountability.v2020.articles.a02.applicability,
		data.hubei_joint_accountability.v2020.articles.a19.applicability,
		data.hubei_joint_accountability.v2020.articles.a20.applicability,
	]),
	data.catalogue.questions.applicability,
)

grade := object.filter(
	object.union_n([
		data.order_493.v2007.articles.a03.findings,
		data.special_equipment.v2009.articles.a61.findings,
		data.special_equipment.v2009.articles.a62.findings,
		data.special_equipment.v2009.articles.a63.findings,
		data.special_equipment.v2009.articles.a64.findings,
	]),
	data.catalogue.questions.grade,
)

grounds := object.filter(
	object.union_n([
		data.hubei_joint_accountability.v2020.articles.a13.findings,
	]),
	data.catalogue.questions.grounds,
)

# One article by the name of its rule.
article("hubei_joint_accountability.v2020.articles.a02.applicability") := data.hubei_joint_accountability.v2020.articles.a02.applicability

article("hubei_joint_accountability.v2020.articles.a02.findings") := data.hubei_joint_accountability.v2020.articles.a02.findings

article("hubei_joint_accountability.v2020.articles.a03.findings") := data.hubei_joint_accountability.v2020.articles.a03.findings

article("hubei_joint_accountability.v2020.articles.a09.findings") := data.hubei_joint_accountability.v2020.articles.a09.findings

article("hubei_joint_accountability.v2020.articles.a11.findings") := data.hubei_joint_accountability.v2020.articles.a11.findings

article("hubei_joint_accountability.v2020.articles.a13.findings") := data.hubei_joint_accountability.v2020.articles.a13.findings

article("hubei_joint_accountability.v2020.articles.a19.applicability") := data.hubei_joint_accountability.v2020.articles.a19.applicability

article("hubei_joint_accountability.v2020.articles.a19.findings") := data.hubei_joint_accountability.v2020.articles.a19.findings

article("hubei_joint_accountability.v2020.articles.a20.applicability") := data.hubei_joint_accountability.v2020.articles.a20.applicability

article("hubei_joint_accountability.v2020.articles.a20.findings") := data.hubei_joint_accountability.v2020.articles.a20.findings

article("order_493.v2007.articles.a03.findings") := data.order_493.v2007.articles.a03.findings

article("order_493.v2007.articles.a13.findings") := data.order_493.v2007.articles.a13.findings

article("order_493.v2007.articles.a19.findings") := data.order_493.v2007.articles.a19.findings

article("order_493.v2007.articles.a20.findings") := data.order_493.v2007.articles.a20.findings

article("order_493.v2007.articles.a21.findings") := data.order_493.v2007.articles.a21.findings

article("order_493.v2007.articles.a29.findings") := data.order_493.v2007.articles.a29.findings

article("order_493.v2007.articles.a32.findings") := data.order_493.v2007.articles.a32.findings

article("special_equipment.v2009.articles.a61.findings") := data.special_equipment.v2009.articles.a61.findings

article("special_equipment.v2009.articles.a62.findings") := data.special_equipment.v2009.articles.a62.findings

article("special_equipment.v2009.articles.a63.findings") := data.special_equipment.v2009.articles.a63.findings

article("special_equipment.v2009.articles.a64.findings") := data.special_equipment.v2009.articles.a64.findings

article("special_equipment.v2009.articles.a67.findings") := data.special_equipment.v2009.articles.a67.findings
