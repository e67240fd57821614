package test.hubei_bearers

import data.questions.accountability
import data.questions.addressees
import data.questions.forms

import data.hubei_joint_accountability.v2020.bearers

evaluation(value) := {
	"value": value,
	"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "意见（假定）"}],
}

failure := {"organ": "竹山县财政局", "provision": "art_5__para_1__item_3__s2", "established": evaluation(true)}

bureau := {"organ": "竹山县财政局", "kind": "政府工作部门", "role": "机关", "level": "县（市、区）", "divisionCode": "420323"}

noted_of(subject, failed, day) := found if {
	found := bearers.notes.duty_of_another_kind_of_body with input as {"facts": {
		"subject": object.union(bureau, subject),
		"act": {"on": day},
		"performance": {"failures": [object.union(failure, failed)], "complete": true},
	}}
}

noted(subject, failed) := noted_of(subject, failed, "2022-05-10")

of_the_clause := ["/performance/failures/0/provision"]

# 第五条各级党委、第六条各级政府、第七条党委职能部门、第八条政府工作部门
test_each_article_gives_its_duties_to_one_kind_of_body if {
	provisions := ["art_5__para_1__item_2", "art_6__para_1__item_3", "art_7__para_1", "art_8__para_1"]
	kinds := ["党委", "政府", "党委职能部门", "政府工作部门"]
	every i, kind in kinds {
		[noted({"kind": kind}, {"provision": provision}) | some provision in provisions] == [expected |
			some j, _ in kinds
			expected := [path | some path in of_the_clause; i != j]
		]
	}
}

test_only_a_failure_that_is_established_of_the_body_asked_about_is_pointed_out if {
	noted({}, {}) == of_the_clause
	noted({}, {"established": evaluation(false)}) == []
	noted({}, {"established": null}) == []
	noted({}, {"organ": "竹山县教育局", "organCode": "420323", "organKind": "政府工作部门"}) == []
	noted({}, {"organ": "房县人民政府", "organCode": "420325", "organKind": "政府"}) == []
}

test_of_a_kind_that_is_not_known_or_only_corresponds_nothing_is_pointed_out if {
	[noted({"kind": kind}, {}) | some kind in [null, "派出机关", "功能区管理机构", "直属事业单位"]] == [[], [], [], []]
}

test_where_the_measures_do_not_apply_nothing_is_pointed_out if {
	noted_of({}, {}, null) == of_the_clause
	noted_of({}, {}, "2019-05-10") == []
	noted({"divisionCode": "410100"}, {}) == []
}

of_an_accident(failed) := found if {
	found := bearers.notes.duty_of_another_kind_of_body with input as {"facts": {
		"accident": {"occurredOn": "2022-05-10", "divisionCode": "420323103"},
		"performance": {"failures": [object.union(failure, failed)], "complete": true},
	}}
}

test_of_an_accident_the_kind_is_that_of_the_body_that_failed if {
	of_an_accident({}) == []
	of_an_accident({"organKind": "政府工作部门"}) == of_the_clause
	of_an_accident({"organKind": "党委"}) == []
	of_an_accident({"organ": "竹山县人民政府"}) == of_the_clause
	of_an_accident({"organKind": "政府工作部门", "organCode": "410100"}) == []
}

test_every_question_that_rests_on_the_failure_points_it_out if {
	facts := {"subject": bureau, "act": {"on": "2022-05-10"}, "performance": {"failures": [failure], "complete": true}}
	accountability.notes.duty_of_another_kind_of_body == of_the_clause with input as {"facts": facts}
	addressees.notes.duty_of_another_kind_of_body == of_the_clause with input as {"facts": facts}
	forms.notes.duty_of_another_kind_of_body == of_the_clause with input as {"facts": facts}
}
