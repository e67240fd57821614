package test.hubei_own_area

import data.hubei_joint_accountability.v2020.own_area

concerned(unit, subject, place) := found if {
	found := own_area.concerned(unit).is with input as {"facts": {
		"subject": object.union({"kind": "政府"}, subject),
		"accident": {"divisionCode": place, "occurredOn": "2022-03-01"},
	}}
}

of_prefecture(code) := {"level": "市（州）", "divisionCode": code}

of_county(code) := {"level": "县（市、区）", "divisionCode": code}

of_town(code) := {"level": "乡镇", "divisionCode": code}

# 有关党委、政府: LT-047, the side that is not the place is reached by art. 9 only.
test_a_body_of_another_prefecture_is_not_concerned if {
	every unit in ["township", "county", "prefecture"] {
		concerned(unit, of_prefecture("422800"), "420323103") == false
		concerned(unit, of_county("422801"), "420323103") == false
		concerned(unit, of_prefecture("420300"), "420323103") == true
		concerned(unit, {"level": "省", "divisionCode": "420000"}, "420323103") == true
	}
}

test_a_smaller_body_lies_in_the_unit_that_the_item_names_or_does_not if {
	[concerned(unit, of_county("420324"), "420323103") | some unit in ["township", "county", "prefecture"]] == [false, false, true]
	[concerned(unit, of_county("420323"), "420323103") | some unit in ["township", "county", "prefecture"]] == [true, true, true]
	[concerned(unit, of_town("420323104"), "420323103") | some unit in ["township", "county", "prefecture"]] == [false, true, true]
	[concerned(unit, of_town("420323103"), "420323103") | some unit in ["township", "county", "prefecture"]] == [true, true, true]
}

test_units_governed_directly_are_areas_of_their_own if {
	concerned("prefecture", of_county("429004"), "429005") == false
	concerned("prefecture", of_county("429004"), "429004") == true
}

test_a_place_that_stops_short_of_the_unit_leaves_it_open if {
	concerned("township", of_town("420323103"), "420323") == null
	concerned("township", of_town("420323103"), "420324") == false
	concerned("county", of_county("420323"), "420300") == null
	concerned("county", of_county("420323"), null) == null
}

test_a_level_that_is_not_said_matters_only_where_the_unit_is_not_the_same if {
	concerned("county", {"divisionCode": "420323"}, "420323103") == true
	concerned("county", {"divisionCode": "422801"}, "420323103") == null
}

elsewhere(kind) := object.union(of_prefecture("422800"), {"kind": kind})

# 行业、领域: whose field is meant, the items do not say.
test_of_a_department_or_a_zone_of_another_area_it_is_open if {
	[concerned("prefecture", elsewhere(kind), "420323103") | some kind in ["党委", "政府", "派出机关"]] == [false, false, false]
	[concerned("prefecture", elsewhere(kind), "420323103") | some kind in ["政府工作部门", "党委职能部门", "功能区管理机构", null]] == [null, null, null, null]
}

of_another_area(subject, place) if {
	own_area.is_of_another_area("prefecture") with input as {"facts": {"subject": subject, "accident": {"divisionCode": place}}}
}

test_only_what_its_field_leaves_open_is_pointed_out if {
	department := object.union(of_prefecture("422800"), {"kind": "政府工作部门"})
	of_another_area(department, "420323103")
	not of_another_area(department, "422801")
	not of_another_area(department, null)
	not of_another_area(object.union(department, {"kind": "政府"}), "420323103")
}

test_without_an_accident_the_area_is_the_body_s_own if {
	found := own_area.concerned("township") with input as {"facts": {
		"subject": object.union(of_town("420323"), {"kind": "政府"}),
		"accident": {"occurred": false},
	}}
	found.is == true
}

by_area(area, subject, place) := {
	"facts": {"subject": object.union({"kind": "政府"}, subject), "accident": {"divisionCode": place}},
	"options": {"area": area},
}

# 地区 has no level: every unit that contains the place, or its prefecture.
test_by_the_reading_of_the_area_another_county_or_township_of_the_prefecture_is_concerned if {
	every body in [of_county("420324"), of_town("420323104")] {
		every row in [["everyLevel", false], ["prefecture", true]] {
			found := own_area.concerned_by_a_major with input as by_area(row[0], body, "420323103")
			found.is == row[1]
			"/options/area" in found.on
		}
	}
}

test_a_body_of_another_prefecture_is_of_another_area_by_either_reading if {
	every area in ["everyLevel", "prefecture"] {
		found := own_area.concerned_by_a_major with input as by_area(area, of_prefecture("422800"), "420323103")
		found.is == false
		not "/options/area" in found.on
	}
}

test_of_which_township_a_body_is_must_be_known_where_its_township_is_an_area if {
	found := own_area.concerned_by_a_major with input as by_area("everyLevel", of_town("420323"), null)
	{path | some path in found.on} == {"/subject/divisionCode", "/accident/divisionCode"}
}

of_another_area_of_a_major(area, body) if {
	department := object.union(body, {"kind": "政府工作部门"})
	own_area.is_of_another_area(own_area.unit_of_a_major) with input as by_area(area, department, "420323103")
}

test_the_area_of_a_major_accident_is_pointed_out_as_another_one_by_its_reading if {
	every body in [of_county("420324"), of_town("420323104")] {
		of_another_area_of_a_major("everyLevel", body)
		not of_another_area_of_a_major("prefecture", body)
	}
	every area in ["everyLevel", "prefecture"] {
		of_another_area_of_a_major(area, of_prefecture("422800"))
		not of_another_area_of_a_major(area, of_town("420323103"))
	}
}
