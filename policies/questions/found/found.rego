# Generated from the METADATA of the articles by scripts/build; do not edit.
# METADATA
# title: 各问题的条款
# description: 每个问题所答复的条款的结论；缺少规则的条款不在其中，引擎因此拒绝。
package questions.found

accountability := object.filter(
	object.union_n([
		data.hubei_joint_accountability.v2020.articles.a03.findings,
		data.hubei_joint_accountability.v2020.articles.a04.findings,
		data.hubei_joint_accountability.v2020.articles.a09.findings,
		data.hubei_joint_accountability.v2020.articles.a09_forms.findings,
		data.hubei_joint_accountability.v2020.articles.a10.findings,
		data.hubei_joint_accountability.v2020.articles.a11.findings,
		data.leaders_safety.v2018.articles.a02.findings,
		data.leaders_safety.v2018.articles.a18.findings,
		data.leaders_safety.v2018.articles.a19.findings,
		data.leaders_safety.v2018.articles.a20.findings,
		data.leaders_safety.v2018.articles.a23.findings,
		data.leaders_safety.v2018.articles.a24.findings,
		data.leaders_safety.v2018.articles.a25.findings,
		data.leaders_safety.v2018.articles.a26.findings,
		data.party_accountability.v2019.articles.a05.findings,
		data.party_accountability.v2019.articles.a17.findings,
		data.public_official_sanctions.v2020.articles.a12.findings,
	]),
	data.catalogue.questions.accountability,
)

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

duties := object.filter(
	object.union_n([
		data.hubei_joint_accountability.v2020.articles.a05.findings,
		data.hubei_joint_accountability.v2020.articles.a05.sentences,
		data.hubei_joint_accountability.v2020.articles.a06.findings,
		data.hubei_joint_accountability.v2020.articles.a06.sentences,
		data.hubei_joint_accountability.v2020.articles.a07.findings,
		data.hubei_joint_accountability.v2020.articles.a08.findings,
		data.hubei_joint_accountability.v2020.articles.a08.sentences,
		data.order_708.v2019.articles.a08.findings,
		data.work_safety_law.v2021.articles.a86.findings,
	]),
	data.catalogue.questions.duties,
)

forms := object.filter(
	object.union_n([
		data.hubei_joint_accountability.v2020.articles.a09_forms.findings,
		data.hubei_joint_accountability.v2020.articles.a11.findings,
		data.leaders_safety.v2018.articles.a19.findings,
		data.party_accountability.v2019.articles.a08.findings,
		data.public_official_sanctions.v2020.articles.a07.findings,
		data.public_official_sanctions.v2020.articles.a16.findings,
		data.public_official_sanctions.v2020.articles.a17.findings,
		data.public_official_sanctions.v2020.articles.a18.findings,
		data.public_official_sanctions.v2020.articles.a50.findings,
		data.public_official_sanctions.v2020.articles.a52.findings,
	]),
	data.catalogue.questions.forms,
)

grade := object.filter(
	object.union_n([
		data.order_493.v2007.articles.a03.findings,
		data.special_equipment.v2009.articles.a61_64.findings,
	]),
	data.catalogue.questions.grade,
)

grounds := object.filter(
	object.union_n([
		data.hubei_joint_accountability.v2020.articles.a12.findings,
		data.hubei_joint_accountability.v2020.articles.a13.findings,
		data.hubei_joint_accountability.v2020.articles.a13_other_law.findings,
		data.leaders_safety.v2018.articles.a21.findings,
		data.leaders_safety.v2018.articles.a22.findings,
		data.party_accountability.v2019.articles.a18.findings,
		data.party_accountability.v2019.articles.a19.findings,
		data.public_official_sanctions.v2020.articles.a11.findings,
		data.public_official_sanctions.v2020.articles.a13.findings,
	]),
	data.catalogue.questions.grounds,
)

memo := object.filter(
	object.union_n([
		data.civil_servant_law.v2018.articles.a76.findings,
		data.civil_servant_law.v2018.articles.a95.findings,
		data.civil_servant_law.v2018.articles.a96.findings,
		data.hubei_joint_accountability.v2020.articles.a02.findings,
		data.hubei_joint_accountability.v2020.articles.a03.findings,
		data.hubei_joint_accountability.v2020.articles.a04.findings,
		data.hubei_joint_accountability.v2020.articles.a05.findings,
		data.hubei_joint_accountability.v2020.articles.a05.sentences,
		data.hubei_joint_accountability.v2020.articles.a06.findings,
		data.hubei_joint_accountability.v2020.articles.a06.sentences,
		data.hubei_joint_accountability.v2020.articles.a07.findings,
		data.hubei_joint_accountability.v2020.articles.a08.findings,
		data.hubei_joint_accountability.v2020.articles.a08.sentences,
		data.hubei_joint_accountability.v2020.articles.a09.findings,
		data.hubei_joint_accountability.v2020.articles.a09_forms.findings,
		data.hubei_joint_accountability.v2020.articles.a10.findings,
		data.hubei_joint_accountability.v2020.articles.a11.findings,
		data.hubei_joint_accountability.v2020.articles.a12.findings,
		data.hubei_joint_accountability.v2020.articles.a13.findings,
		data.hubei_joint_accountability.v2020.articles.a13_other_law.findings,
		data.hubei_joint_accountability.v2020.articles.a14.findings,
		data.hubei_joint_accountability.v2020.articles.a15.findings,
		data.hubei_joint_accountability.v2020.articles.a16.findings,
		data.hubei_joint_accountability.v2020.articles.a17.findings,
		data.hubei_joint_accountability.v2020.articles.a18.findings,
		data.hubei_joint_accountability.v2020.articles.a19.findings,
		data.hubei_joint_accountability.v2020.articles.a20.findings,
		data.leaders_safety.v2018.articles.a02.findings,
		data.leaders_safety.v2018.articles.a18.findings,
		data.leaders_safety.v2018.articles.a19.findings,
		data.leaders_safety.v2018.articles.a20.findings,
		data.leaders_safety.v2018.articles.a21.findings,
		data.leaders_safety.v2018.articles.a22.findings,
		data.leaders_safety.v2018.articles.a23.findings,
		data.leaders_safety.v2018.articles.a24.findings,
		data.leaders_safety.v2018.articles.a25.findings,
		data.leaders_safety.v2018.articles.a26.findings,
		data.order_493.v2007.articles.a03.findings,
		data.order_493.v2007.articles.a13.findings,
		data.order_493.v2007.articles.a19.findings,
		data.order_493.v2007.articles.a20.findings,
		data.order_493.v2007.articles.a21.findings,
		data.order_493.v2007.articles.a29.findings,
		data.order_493.v2007.articles.a32.findings,
		data.order_708.v2019.articles.a08.findings,
		data.party_accountability.v2019.articles.a05.findings,
		data.party_accountability.v2019.articles.a08.findings,
		data.party_accountability.v2019.articles.a17.findings,
		data.party_accountability.v2019.articles.a18.findings,
		data.party_accountability.v2019.articles.a19.findings,
		data.party_accountability.v2019.articles.a20.findings,
		data.public_official_sanctions.v2020.articles.a07.findings,
		data.public_official_sanctions.v2020.articles.a11.findings,
		data.public_official_sanctions.v2020.articles.a12.findings,
		data.public_official_sanctions.v2020.articles.a13.findings,
		data.public_official_sanctions.v2020.articles.a16.findings,
		data.public_official_sanctions.v2020.articles.a17.findings,
		data.public_official_sanctions.v2020.articles.a18.findings,
		data.public_official_sanctions.v2020.articles.a47.findings,
		data.public_official_sanctions.v2020.articles.a50.findings,
		data.public_official_sanctions.v2020.articles.a52.findings,
		data.public_official_sanctions.v2020.articles.a55.findings,
		data.public_official_sanctions.v2020.articles.a56.findings,
		data.special_equipment.v2009.articles.a61_64.findings,
		data.special_equipment.v2009.articles.a67.findings,
		data.supervision_law.v2018.articles.a49.findings,
		data.supervision_law.v2024.articles.a56.findings,
		data.work_safety_law.v2021.articles.a86.findings,
	]),
	data.catalogue.questions.memo,
)

procedure := object.filter(
	object.union_n([
		data.civil_servant_law.v2018.articles.a76.findings,
		data.civil_servant_law.v2018.articles.a95.findings,
		data.civil_servant_law.v2018.articles.a96.findings,
		data.hubei_joint_accountability.v2020.articles.a11.findings,
		data.hubei_joint_accountability.v2020.articles.a14.findings,
		data.hubei_joint_accountability.v2020.articles.a15.findings,
		data.party_accountability.v2019.articles.a20.findings,
		data.public_official_sanctions.v2020.articles.a47.findings,
		data.public_official_sanctions.v2020.articles.a55.findings,
		data.public_official_sanctions.v2020.articles.a56.findings,
		data.supervision_law.v2018.articles.a49.findings,
		data.supervision_law.v2024.articles.a56.findings,
	]),
	data.catalogue.questions.procedure,
)

supervision := object.filter(
	object.union_n([
		data.hubei_joint_accountability.v2020.articles.a16.findings,
		data.hubei_joint_accountability.v2020.articles.a17.findings,
		data.hubei_joint_accountability.v2020.articles.a18.findings,
	]),
	data.catalogue.questions.supervision,
)

# One article by the name of its rule.
article("civil_servant_law.v2018.articles.a76.findings") := data.civil_servant_law.v2018.articles.a76.findings

article("civil_servant_law.v2018.articles.a95.findings") := data.civil_servant_law.v2018.articles.a95.findings

article("civil_servant_law.v2018.articles.a96.findings") := data.civil_servant_law.v2018.articles.a96.findings

article("hubei_joint_accountability.v2020.articles.a02.applicability") := data.hubei_joint_accountability.v2020.articles.a02.applicability

article("hubei_joint_accountability.v2020.articles.a02.findings") := data.hubei_joint_accountability.v2020.articles.a02.findings

article("hubei_joint_accountability.v2020.articles.a03.findings") := data.hubei_joint_accountability.v2020.articles.a03.findings

article("hubei_joint_accountability.v2020.articles.a04.findings") := data.hubei_joint_accountability.v2020.articles.a04.findings

article("hubei_joint_accountability.v2020.articles.a05.findings") := data.hubei_joint_accountability.v2020.articles.a05.findings

article("hubei_joint_accountability.v2020.articles.a05.sentences") := data.hubei_joint_accountability.v2020.articles.a05.sentences

article("hubei_joint_accountability.v2020.articles.a06.findings") := data.hubei_joint_accountability.v2020.articles.a06.findings

article("hubei_joint_accountability.v2020.articles.a06.sentences") := data.hubei_joint_accountability.v2020.articles.a06.sentences

article("hubei_joint_accountability.v2020.articles.a07.findings") := data.hubei_joint_accountability.v2020.articles.a07.findings

article("hubei_joint_accountability.v2020.articles.a08.findings") := data.hubei_joint_accountability.v2020.articles.a08.findings

article("hubei_joint_accountability.v2020.articles.a08.sentences") := data.hubei_joint_accountability.v2020.articles.a08.sentences

article("hubei_joint_accountability.v2020.articles.a09.findings") := data.hubei_joint_accountability.v2020.articles.a09.findings

article("hubei_joint_accountability.v2020.articles.a09_forms.findings") := data.hubei_joint_accountability.v2020.articles.a09_forms.findings

article("hubei_joint_accountability.v2020.articles.a10.findings") := data.hubei_joint_accountability.v2020.articles.a10.findings

article("hubei_joint_accountability.v2020.articles.a11.findings") := data.hubei_joint_accountability.v2020.articles.a11.findings

article("hubei_joint_accountability.v2020.articles.a12.findings") := data.hubei_joint_accountability.v2020.articles.a12.findings

article("hubei_joint_accountability.v2020.articles.a13.findings") := data.hubei_joint_accountability.v2020.articles.a13.findings

article("hubei_joint_accountability.v2020.articles.a13_other_law.findings") := data.hubei_joint_accountability.v2020.articles.a13_other_law.findings

article("hubei_joint_accountability.v2020.articles.a14.findings") := data.hubei_joint_accountability.v2020.articles.a14.findings

article("hubei_joint_accountability.v2020.articles.a15.findings") := data.hubei_joint_accountability.v2020.articles.a15.findings

article("hubei_joint_accountability.v2020.articles.a16.findings") := data.hubei_joint_accountability.v2020.articles.a16.findings

article("hubei_joint_accountability.v2020.articles.a17.findings") := data.hubei_joint_accountability.v2020.articles.a17.findings

article("hubei_joint_accountability.v2020.articles.a18.findings") := data.hubei_joint_accountability.v2020.articles.a18.findings

article("hubei_joint_accountability.v2020.articles.a19.applicability") := data.hubei_joint_accountability.v2020.articles.a19.applicability

article("hubei_joint_accountability.v2020.articles.a19.findings") := data.hubei_joint_accountability.v2020.articles.a19.findings

article("hubei_joint_accountability.v2020.articles.a20.applicability") := data.hubei_joint_accountability.v2020.articles.a20.applicability

article("hubei_joint_accountability.v2020.articles.a20.findings") := data.hubei_joint_accountability.v2020.articles.a20.findings

article("leaders_safety.v2018.articles.a02.findings") := data.leaders_safety.v2018.articles.a02.findings

article("leaders_safety.v2018.articles.a18.findings") := data.leaders_safety.v2018.articles.a18.findings

article("leaders_safety.v2018.articles.a19.findings") := data.leaders_safety.v2018.articles.a19.findings

article("leaders_safety.v2018.articles.a20.findings") := data.leaders_safety.v2018.articles.a20.findings

article("leaders_safety.v2018.articles.a21.findings") := data.leaders_safety.v2018.articles.a21.findings

article("leaders_safety.v2018.articles.a22.findings") := data.leaders_safety.v2018.articles.a22.findings

article("leaders_safety.v2018.articles.a23.findings") := data.leaders_safety.v2018.articles.a23.findings

article("leaders_safety.v2018.articles.a24.findings") := data.leaders_safety.v2018.articles.a24.findings

article("leaders_safety.v2018.articles.a25.findings") := data.leaders_safety.v2018.articles.a25.findings

article("leaders_safety.v2018.articles.a26.findings") := data.leaders_safety.v2018.articles.a26.findings

article("order_493.v2007.articles.a03.findings") := data.order_493.v2007.articles.a03.findings

article("order_493.v2007.articles.a13.findings") := data.order_493.v2007.articles.a13.findings

article("order_493.v2007.articles.a19.findings") := data.order_493.v2007.articles.a19.findings

article("order_493.v2007.articles.a20.findings") := data.order_493.v2007.articles.a20.findings

article("order_493.v2007.articles.a21.findings") := data.order_493.v2007.articles.a21.findings

article("order_493.v2007.articles.a29.findings") := data.order_493.v2007.articles.a29.findings

article("order_493.v2007.articles.a32.findings") := data.order_493.v2007.articles.a32.findings

article("order_708.v2019.articles.a08.findings") := data.order_708.v2019.articles.a08.findings

article("party_accountability.v2019.articles.a05.findings") := data.party_accountability.v2019.articles.a05.findings

article("party_accountability.v2019.articles.a08.findings") := data.party_accountability.v2019.articles.a08.findings

article("party_accountability.v2019.articles.a17.findings") := data.party_accountability.v2019.articles.a17.findings

article("party_accountability.v2019.articles.a18.findings") := data.party_accountability.v2019.articles.a18.findings

article("party_accountability.v2019.articles.a19.findings") := data.party_accountability.v2019.articles.a19.findings

article("party_accountability.v2019.articles.a20.findings") := data.party_accountability.v2019.articles.a20.findings

article("public_official_sanctions.v2020.articles.a07.findings") := data.public_official_sanctions.v2020.articles.a07.findings

article("public_official_sanctions.v2020.articles.a11.findings") := data.public_official_sanctions.v2020.articles.a11.findings

article("public_official_sanctions.v2020.articles.a12.findings") := data.public_official_sanctions.v2020.articles.a12.findings

article("public_official_sanctions.v2020.articles.a13.findings") := data.public_official_sanctions.v2020.articles.a13.findings

article("public_official_sanctions.v2020.articles.a16.findings") := data.public_official_sanctions.v2020.articles.a16.findings

article("public_official_sanctions.v2020.articles.a17.findings") := data.public_official_sanctions.v2020.articles.a17.findings

article("public_official_sanctions.v2020.articles.a18.findings") := data.public_official_sanctions.v2020.articles.a18.findings

article("public_official_sanctions.v2020.articles.a47.findings") := data.public_official_sanctions.v2020.articles.a47.findings

article("public_official_sanctions.v2020.articles.a50.findings") := data.public_official_sanctions.v2020.articles.a50.findings

article("public_official_sanctions.v2020.articles.a52.findings") := data.public_official_sanctions.v2020.articles.a52.findings

article("public_official_sanctions.v2020.articles.a55.findings") := data.public_official_sanctions.v2020.articles.a55.findings

article("public_official_sanctions.v2020.articles.a56.findings") := data.public_official_sanctions.v2020.articles.a56.findings

article("special_equipment.v2009.articles.a61_64.findings") := data.special_equipment.v2009.articles.a61_64.findings

article("special_equipment.v2009.articles.a67.findings") := data.special_equipment.v2009.articles.a67.findings

article("supervision_law.v2018.articles.a49.findings") := data.supervision_law.v2018.articles.a49.findings

article("supervision_law.v2024.articles.a56.findings") := data.supervision_law.v2024.articles.a56.findings

article("work_safety_law.v2021.articles.a86.findings") := data.work_safety_law.v2021.articles.a86.findings
