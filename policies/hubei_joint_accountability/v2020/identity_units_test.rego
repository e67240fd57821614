# The parts of what makes two organs one: what an area has one of, and the unit that a code and a level name.
package test.hubei_identity_units

import data.hubei_joint_accountability.v2020.identity

leaf(value) := {"fact": "/x", "value": value}

test_an_organ_is_placed_by_a_code_a_kind_or_a_number if {
	identity.is_placed(leaf("420323"), leaf(null), leaf(null)) == true
	identity.is_placed(leaf(null), leaf("政府"), leaf(null)) == true
	identity.is_placed(leaf(null), leaf(null), leaf("O-1")) == true
	identity.is_placed(leaf(null), leaf(null), leaf(null)) == false
}

test_an_area_has_one_committee_and_one_government_and_a_street_one_of_each if {
	[identity.the_only_one("420323", kind, null) | some kind in ["党委", "政府", "政府工作部门", "派出机关", null]] == ["420323党委", "420323政府", null, null, null]
	[identity.the_only_one("420303003", "派出机关", side) | some side in ["党委", "政府"]] == ["420303003派出机关党委", "420303003派出机关政府"]
	identity.the_only_one("420303", "功能区管理机构", "政府") == null
	[identity.the_only_one(null, kind, "党委") | some kind in ["党委", "政府", "派出机关"]] == [null, null, null]
}

code_at(level) := [identity.code_at(code, level) | some code in ["420323103", "420323", "420300", "420000", "429004", "350623", "42", null]]

test_a_code_names_the_unit_of_a_level_as_far_as_it_goes if {
	code_at("省") == ["420000", "420000", "420000", "420000", "420000", null, null, null]
	[identity.code_at(code, "市（州）") | some code in ["420323103", "420323", "420300", "420000", "350623", "42", null]] == ["420300", "420300", "420300", null, "350600", null, null]
	identity.code_at("429004", "市（州）") == "429004"
	identity.code_at("429004106", "市（州）") == "429004"
	identity.code_at("421000", "市（州）") == "421000"
	identity.code_at("420300001", "县（市、区）") == null
	identity.code_at("420323103", null) == null
	code_at("县（市、区）") == ["420323", "420323", null, null, "429004", "350623", null, null]
	code_at("乡镇") == ["420323103", null, null, null, null, null, null, null]
}

names(subject) := found if {
	found := identity.names_by_the_table with input as {"facts": {
		"subject": object.union({"divisionCode": "420323103"}, subject),
		"act": {"on": "2022-05-10"},
	}}
}

test_a_committee_or_government_has_the_names_of_the_table_at_its_level if {
	names({"kind": "政府", "level": "乡镇"}) == ["竹山县宝丰镇人民政府", "宝丰镇政府"]
	names({"kind": "党委", "level": "县（市、区）"}) == ["中共竹山县委员会", "竹山县委"]
	names({"kind": "政府", "level": "市（州）"}) == ["十堰市人民政府", "十堰市政府"]
	names({"kind": "党委", "level": "省"}) == ["中共湖北省委员会", "湖北省委"]
	names({"kind": "政府工作部门", "level": "县（市、区）"}) == []
	names({"kind": "政府"}) == []
}

days(act) := found if {
	found := identity.days with input as {"facts": {"act": act, "accident": {"occurredOn": "2022-03-01"}}}
}

test_the_day_of_the_act_goes_before_that_of_the_accident if {
	days({"on": "2022-05-10"}) == ["2022-05-10", "2022-03-01"]
	days({}) == ["2022-03-01"]
}

test_the_place_of_the_body_is_that_of_the_first_day_known if {
	identity.day == "2022-05-10" with input as {"facts": {"act": {"on": "2022-05-10"}, "accident": {"occurredOn": "2022-03-01"}}}
	identity.day == null with input as {"facts": {"act": {}}}
}
