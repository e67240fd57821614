# METADATA
# title: 问责的形式
# description: |
#   The forms that art. 9(2) lists, and a proposed form held against them. No form is admissible for a subject to whom
#   art. 9(2) does not list it, and none while suspicion (art. 9(2), third sentence) or the bar of art. 11(3) on an
#   accident that concerns the subject stands.
package hubei_joint_accountability.v2020.forms

import data.facts
import data.hubei_joint_accountability.v2020.articles.a11
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.posts
import data.hubei_joint_accountability.v2020.reach
import data.leaders_safety.v2018.forms as leaders_safety
import data.logic
import data.party_accountability.v2019.forms as party_accountability
import data.public_official_sanctions.v2020.forms as public_official_sanctions
import data.roles

listed := {
	"机关": ["责令作出书面检查并切实整改", "责令整改并在一定范围内通报"],
	"主要负责人": ["通报", "诫勉", "停职检查", "调整职务", "责令辞职", "免职", "降职", "处分"],
}

factors := {
	"机关": ["工作研究", "安排部署", "组织实施", "责任落实", "社会效果"],
	"主要负责人": ["岗位职责", "履职依据", "履职情况", "履职条件", "履职时间"],
}

# What the clause leaves to the deciding organ, by the kind of subject.
menu := {"range": {
	"decidedBy": "责任追究决定机关",
	"options": listed[facts.subject.role.value],
	"openEnded": true,
	"factors": factors[facts.subject.role.value],
}} if {
	listed[facts.subject.role.value]
}

# A leader who is no principal is reached by art. 11 at most; art. 9(2) lists no form for such a leader, nor for staff.
else := {"gap": "forms_listed_for_principals_only"} if roles.is_leader.is == true

else := {"gap": "staff_by_other_rules"} if facts.subject.role.value != null

else := {"range": {"decidedBy": "责任追究决定机关"}}

# 处分 is one listed form; its kinds stand in the law on sanctions and in the Party's rules on discipline.
family(form) := "处分" if form in array.concat(array.concat(public_official_sanctions.sanctions, ["行政处分"]), party_accountability.discipline)

else := form

# Used in practice (书面检查 of persons: 十堰 2021) and named neither for this subject nor elsewhere: only through 等.
practised := ["书面检查", "责令作出书面检查", "约谈", "通报批评", "责令公开道歉", "引咎辞职", "取消评优评先资格"]

# Measures that no instrument on accountability knows. Of any other name, whether it means a listed form is not known.
foreign := ["行政拘留", "刑事拘留", "罚款"]

# Names in 问责条例 art. 8 of what art. 9(2) lists in full (检查、通报 of organs), or of a genus to which listed forms belong:
# which of them is meant, whoever proposes the form says.
names_elsewhere := {"机关": ["检查", "通报"], "主要负责人": ["组织调整", "组织处理", "组织调整或者组织处理"]}

status(form) := "subject_unknown" if facts.subject.role.value == null

else := "listed" if family(form) in object.get(listed, facts.subject.role.value, [])

else := "not_recognised" if form in object.get(names_elsewhere, facts.subject.role.value, [])

else := listed_elsewhere if {
	some forms in listed
	family(form) in forms
}

else := "of_another_instrument" if count(instruments(form)) > 0

else := "in_no_instrument" if form in foreign

# Each 等 closes the list of one kind of subject; whoever has no list has no 等, and no name can mean a form of it.
else := "no_list_for_subject" if not listed[facts.subject.role.value]

else := "through_etc" if form in practised

else := "not_recognised"

listed_elsewhere := "listed_for_another_subject" if listed[facts.subject.role.value]

else := "no_list_for_subject"

instruments(form) := array.concat(
	object.get(party_accountability.listed, form, []),
	array.concat(object.get(leaders_safety.listed, form, []), object.get(public_official_sanctions.listed, form, [])),
)

# 涉嫌职务违法职务犯罪: of persons only.
suspected := logic.all_of([asked.is_person, logic.given(facts.suspicion.suspected)])

elected_or_decided := logic.all_of([asked.is_person, posts.elected_or_decided])

barred := a11.barred

admissible(i, "listed") := unhindered(logic.always([facts.proposal_forms[i].form.fact, facts.subject.role.fact]))

# 等 leaves it open; whether another basis, once it is given, carries the form is the deciding organ's to say.
admissible(i, "through_etc") := unhindered(logic.open([basis.fact | basis.value == null])) if {
	basis := facts.proposal_forms[i].basis
}

admissible(i, "not_recognised") := unhindered(logic.open([facts.proposal_forms[i].form.fact]))

admissible(_, "subject_unknown") := unhindered(logic.open([facts.subject.role.fact]))

admissible(i, status_of_form) := logic.never([facts.proposal_forms[i].form.fact, facts.subject.role.fact]) if {
	status_of_form in ["listed_for_another_subject", "no_list_for_subject", "of_another_instrument", "in_no_instrument"]
}

# Whatever the form: nobody who is not reached, nobody under suspicion, nobody of the accident while the bar stands.
unhindered(form) := logic.all_of([reach.by_either, form, logic.negate(suspected), logic.negate(barred)])

barred_by := array.concat(
	["art_9__para_2__s3" | suspected.is == true],
	["art_11__para_3" | barred.is == true],
)

procedure_first := {} if elected_or_decided.is == false

else := {"procedure": ["art_9__para_3"]}

checked := [object.union_n([
	{
		"of": facts.proposal_forms[i].form.fact,
		"form": facts.proposal_forms[i].form.value,
		"status": status(facts.proposal_forms[i].form.value),
		"admissible": logic.tidy(admissible(i, status(facts.proposal_forms[i].form.value))),
		"bar": logic.tidy(barred),
		"barredBy": barred_by,
		"instruments": instruments(facts.proposal_forms[i].form.value),
	},
	procedure_first,
	listed_as(facts.proposal_forms[i].form.value),
	near(facts.proposal_forms[i].form.value),
]) |
	some i, _ in facts.proposal_forms
]

listed_as(form) := {"listedAs": family(form)} if {
	family(form) != form
	status(form) == "listed"
}

else := {}

# The listed form for organs that the name of an unlisted one points to.
near(form) := {"near": similar[form]} if facts.subject.role.value == "机关"

else := {}

similar := {
	"检查": "责令作出书面检查并切实整改",
	"书面检查": "责令作出书面检查并切实整改",
	"责令作出书面检查": "责令作出书面检查并切实整改",
	"通报": "责令整改并在一定范围内通报",
	"通报批评": "责令整改并在一定范围内通报",
}
