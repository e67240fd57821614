package test.hubei_a16

import data.hubei_joint_accountability.v2020.articles.a16

evaluated(value) := {
	"value": value,
	"evaluator": {"organ": "湖北省安全生产委员会办公室", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "巡查意见（假定）"}],
}

pursued(inspection) := found if {
	stated := object.union(inspection, {"nonImplementation": evaluated(inspection.nonImplementation)})
	found := a16.pursued.is with input as {"facts": {"supervision": {"inspections": [stated], "inspectionsComplete": true}}}
}

# 对于未落实的，按照本办法以及有关规定予以责任追究。
test_only_what_was_not_implemented_is_to_be_pursued if {
	pursued({"nonImplementation": true, "pursued": true}) == true
	pursued({"nonImplementation": true, "pursued": false, "closedOn": "2022-12-01"}) == false
	pursued({"nonImplementation": true, "pursued": false}) == null
	pursued({"nonImplementation": false, "pursued": false, "closedOn": "2022-12-01"}) == true
}

branch(counterpart) := {"kind": "派出机关", "counterpart": counterpart, "level": "县（市、区）", "divisionCode": "420323"}

# 上级党委和政府应当把……纳入巡查范围: a branch as the organ to which it corresponds.
test_a_branch_of_a_committee_or_a_government_inspects if {
	every row in [["党委", true], ["政府", true], ["政府工作部门", false], [null, null]] {
		inspector := a16.inspector with input as {"facts": {"subject": branch(row[0]), "supervision": {"year": 2022}}}
		inspector.is == row[1]
	}
}

# An inspection binds whom the clause binds, from the day of the measures on.
test_an_entry_applies_to_an_inspector_and_to_an_inspection_under_the_measures if {
	every row in [
		["政府", "2022-06-01", true],
		["政府工作部门", "2022-06-01", false],
		[null, "2022-06-01", null],
		["政府", "2019-06-01", false],
	] {
		inspection := {"on": row[1], "inScope": true, "nonImplementation": evaluated(true)}
		given := {"facts": {"subject": branch(row[0]), "supervision": {"year": 2022, "inspections": [inspection]}}}
		scope := a16.scope_of(0) with input as given
		scope.applies.is == row[2]
		pursuit := a16.pursuit_of(0) with input as given
		pursuit.applies.is == row[2]
	}
}
