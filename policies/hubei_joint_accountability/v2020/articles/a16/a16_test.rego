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
