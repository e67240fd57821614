package test.hubei_a18

import data.hubei_joint_accountability.v2020.articles.a18

award := {"comprehensive": true, "leadersTakePart": true, "consulted": true, "consultedOn": "2022-05-01", "on": "2022-05-10"}

with_award(changed) := {"facts": {"supervision": {"year": 2022, "awards": [object.union(award, changed)], "awardsComplete": true}}}

at(name) := $"/supervision/awards/0/{name}"

# 党政领导干部参与综合性评比表彰
test_an_award_concerns_the_clause_where_it_is_comprehensive_and_leaders_take_part if {
	every row in [[{}, true], [{"comprehensive": false}, false], [{"leadersTakePart": false}, false], [{"comprehensive": null}, null]] {
		a18.with_leaders(0).is == row[1] with input as with_award(row[0])
	}
}

test_the_department_is_asked_first_by_the_days_and_the_missing_one_is_named if {
	a18.asked_first(0).is == true with input as with_award({"consultedOn": "2022-05-10"})
	a18.asked_first(0).is == false with input as with_award({"consultedOn": "2022-05-11"})
	a18.asked_first(0) == {"is": null, "on": [at("consultedOn")]} with input as with_award({"consultedOn": null})
	a18.asked_first(0) == {"is": null, "on": [at("on")]} with input as with_award({"on": null})
}

test_before_the_award_is_decided_one_can_still_ask if {
	not_dated := {"consultedOn": null, "on": null}
	a18.asked(0) == {"is": null, "on": [at("on")]} with input as with_award(object.union(not_dated, {"consulted": false}))
	a18.asked(0) == {"is": true, "on": [at("consulted")]} with input as with_award(not_dated)
	a18.asked(0) == {"is": null, "on": [at("consulted")]} with input as with_award(object.union(not_dated, {"consulted": null}))
	a18.asked(0).is == false with input as with_award({"consultedOn": null, "consulted": false})
	a18.asked(0) == {"is": null, "on": ["/supervision/asOf"]} with input as not_asked_by("2022-05-09")
	a18.asked(0).is == false with input as not_asked_by("2022-05-10")
}

not_asked_by(day) := {"facts": {"supervision": {
	"year": 2022, "asOf": day, "awardsComplete": true,
	"awards": [object.union(award, {"consultedOn": null, "consulted": false})],
}}}

test_an_award_that_the_clause_does_not_concern_demands_nothing if {
	a18.all_consulted.is == true with input as with_award({})
	not_asked := {"consulted": false, "consultedOn": null}
	a18.all_consulted.is == false with input as with_award(not_asked)
	a18.all_consulted.is == true with input as with_award(object.union(not_asked, {"comprehensive": false}))
}

# 上级党委和政府……对下级: a branch as the organ to which it corresponds.
test_a_branch_of_a_committee_or_a_government_assesses if {
	every row in [["党委", true], ["政府", true], ["政府工作部门", false], [null, null]] {
		subject := {"kind": "派出机关", "counterpart": row[0], "level": "县（市、区）", "divisionCode": "420323"}
		assesses := a18.assesses with input as {"facts": {"subject": subject, "supervision": {"year": 2022}}}
		assesses.is == row[1]
	}
}
