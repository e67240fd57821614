package test.hubei_forms

import data.hubei_joint_accountability.v2020.forms

act := {"on": "2022-05-10"}

county := {"kind": "政府", "level": "县（市、区）", "organ": "竹山县人民政府", "divisionCode": "420323"}

organ := object.union(county, {"role": "机关"})

principal(post) := object.union(county, {"role": "主要负责人", "posts": [post], "postsComplete": true})

checked(subject, names) := {entry.form: entry |
	proposed := [{"form": name} | some name in names]
	facts := {"act": act, "accident": {"occurred": false}, "subject": subject, "proposal": {"forms": proposed}}
	some entry in forms.checked with input as {"facts": facts}
}

test_a_kind_of_sanction_says_under_which_listed_form_it_falls if {
	found := checked(principal({"post": "县长", "appointedBy": "选举"}), ["撤职", "处分", "检查"])
	found["撤职"].listedAs == "处分"
	not "listedAs" in object.keys(found["处分"])
	not "listedAs" in object.keys(found["检查"])
}

test_a_kind_of_sanction_is_no_listed_form_of_an_organ if {
	found := checked(organ, ["撤职"])
	found["撤职"].status == "listed_for_another_subject"
	not "listedAs" in object.keys(found["撤职"])
}

test_an_unlisted_form_of_an_organ_points_to_the_listed_one if {
	found := checked(organ, ["书面检查", "改组"])
	found["书面检查"].near == "责令作出书面检查并切实整改"
	not "near" in object.keys(found["改组"])
}

test_no_form_of_organs_is_pointed_out_for_a_person if {
	found := checked(principal({"post": "县长", "appointedBy": "选举"}), ["书面检查"])
	not "near" in object.keys(found["书面检查"])
}

test_the_statutory_procedure_comes_first_unless_the_post_is_known_to_need_none if {
	procedure := ["art_9__para_3"]
	checked(principal({"post": "县长", "appointedBy": "选举"}), ["免职"])["免职"].procedure == procedure
	checked(principal({"post": "县长"}), ["免职"])["免职"].procedure == procedure
	found := checked(principal({"post": "县委书记", "appointedBy": "党内任职"}), ["免职"])
	not "procedure" in object.keys(found["免职"])
}

# Whoever reads that a listed form is possible sees that its name and the kind of subject were looked at.
test_a_listed_form_that_is_possible_rests_on_its_name_and_the_subject if {
	established := {
		"value": true,
		"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
		"on": "2022-06-15",
		"evidence": [{"number": "履职情况评价意见（案例假定）"}],
	}
	failure := {"organ": "竹山县人民政府", "provision": "art_6__para_1__item_3", "established": established}
	facts := {
		"act": act,
		"accident": {"occurred": false},
		"subject": organ,
		"performance": {"failures": [failure], "complete": true},
		"proposal": {"forms": [{"form": "责令整改并在一定范围内通报"}]},
	}
	[entry] := forms.checked with input as {"facts": facts}
	entry.admissible.is == true
	"/proposal/forms/0/form" in entry.admissible.on
	"/subject/role" in entry.admissible.on
}

governor := principal({"post": "县长", "appointedBy": "选举"})

# 处分 is the genus; its kinds are called 政务, 行政 or 党内 by who gives them.
test_a_sanction_by_its_name_in_use_is_the_listed_one if {
	names := [
		"政务处分", "行政处分", "党纪处分", "警告", "政务警告", "政务记过", "行政记过", "记过处分", "政务撤职处分", "党内警告",
		"党内严重警告", "党内严重警告处分", "留党察看处分",
	]
	found := checked(governor, names)
	every name in names {
		found[name].status == "listed"
		found[name].listedAs == "处分"
	}
	checked(organ, ["政务处分"])["政务处分"].status == "listed_for_another_subject"
}

test_a_name_that_nobody_knows_may_mean_a_listed_form if {
	found := checked(governor, ["党内记过", "批评一下", "行政拘留"])
	[found[name].status | some name in ["党内记过", "批评一下", "行政拘留"]] == ["not_recognised", "not_recognised", "in_no_instrument"]
	found["批评一下"].admissible.is == null
	found["行政拘留"].admissible.is == false
}

# 检查 of 问责条例 art. 8 is 责令作出书面检查并切实整改 there; 停职检查、调整职务、责令辞职、免职、降职 are 组织处理.
test_a_name_that_another_instrument_has_for_listed_forms_may_mean_one if {
	of_an_organ := checked(organ, ["检查", "通报", "改组"])
	[of_an_organ[name].status | some name in ["检查", "通报", "改组"]] == ["not_recognised", "not_recognised", "of_another_instrument"]
	of_an_organ["检查"].near == "责令作出书面检查并切实整改"
	of_a_head := checked(governor, ["组织处理", "组织调整", "检查"])
	[of_a_head[name].status | some name in ["组织处理", "组织调整", "检查"]] == ["not_recognised", "not_recognised", "of_another_instrument"]
	of_a_head["组织处理"].admissible.is == null
}

# 等 closes the list of organs and that of principals; another leader, or staff, has neither list nor 等.
test_whoever_has_no_list_gets_one_answer_whatever_the_form if {
	every role in ["分管安全生产工作的负责人", "其他负责人", "其他人员"] {
		found := checked(object.union(county, {"role": role}), ["诫勉", "撤职", "约谈", "批评一下", "责令整改并在一定范围内通报"])
		every _, entry in found {
			entry.status == "no_list_for_subject"
			entry.admissible == {"is": false, "on": [entry.of, "/subject/role"]}
		}
	}
	found := checked(object.union(county, {"role": "其他负责人"}), ["诫勉", "改组", "罚款", "约谈"])
	[found[form].status | some form in ["改组", "罚款"]] == ["of_another_instrument", "in_no_instrument"]
	"leaders_safety__art_19__para_1" in found["诫勉"].instruments
	found["约谈"].instruments == []
}

test_while_the_role_is_not_said_every_form_is_open if {
	found := checked(object.union(county, {"role": null}), ["诫勉", "约谈", "批评一下"])
	every _, entry in found {
		entry.status == "subject_unknown"
		entry.admissible.is == null
	}
}

menu(role) := found if {
	found := forms.menu with input as {"facts": {"subject": object.union(county, {"role": role})}}
}

test_a_leader_without_a_list_and_staff_are_told_where_else_to_look if {
	menu("其他负责人") == {"gap": "forms_listed_for_principals_only"}
	menu("其他人员") == {"gap": "staff_by_other_rules"}
	menu(null) == {"range": {"decidedBy": "责任追究决定机关"}}
}

evaluation(value) := {
	"value": value,
	"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "履职情况评价意见（案例假定）"}],
}

failed := {
	"failures": [{"organ": "竹山县人民政府", "provision": "art_6__para_1__item_3", "established": evaluation(true)}],
	"complete": true,
}

# A form that 等 may carry, that of a subject whose role is not said, and a name that nobody knows.
admissible(changed) := {form: entry.admissible |
	proposed := [{"form": "书面检查", "basis": "某规定第五条（案例假定）"}, {"form": "约谈"}, {"form": "批评一下"}]
	facts := object.union(
		{
			"act": act,
			"accident": {"occurred": false},
			"subject": governor,
			"performance": failed,
			"suspicion": {"suspected": evaluation(false)},
			"proposal": {"forms": proposed},
		},
		changed,
	)
	some entry in forms.checked with input as {"facts": facts}
	form := entry.form
}

test_a_basis_that_is_given_leaves_only_the_judgment_of_the_organ if {
	found := admissible({})
	found["书面检查"] == {"is": null, "on": []}
	found["约谈"] == {"is": null, "on": ["/proposal/forms/1/basis"]}
	found["批评一下"] == {"is": null, "on": ["/proposal/forms/2/form"]}
}

test_no_form_is_admissible_against_whom_nothing_reaches if {
	every changed in [{"performance": {"failures": [], "complete": true}}, {"suspicion": {"suspected": evaluation(true)}}] {
		found := admissible(changed)
		[found[form].is | some form in ["书面检查", "约谈", "批评一下"]] == [false, false, false]
	}
}

which_led_to_it := {"failures": [{"organ": "竹山县人民政府", "established": evaluation(true), "ledToAccident": true}], "complete": true}

standing := {
	"accident": {"occurred": true, "occurredOn": "2022-05-10", "divisionCode": "420323103"},
	"investigation": {"startedOn": "2022-05-11", "findingsMade": false},
}

test_while_the_bar_stands_no_form_is_admissible_whatever_the_role if {
	of_anyone := object.union(standing, {"subject": {"role": null}})
	every changed in [standing, of_anyone] {
		found := admissible(object.union(changed, {"performance": which_led_to_it}))
		[found[form].is | some form in ["书面检查", "约谈", "批评一下"]] == [false, false, false]
	}
	unsaid := admissible({"subject": {"role": null}})
	[unsaid[form].is | some form in ["书面检查", "约谈", "批评一下"]] == [null, null, null]
}
