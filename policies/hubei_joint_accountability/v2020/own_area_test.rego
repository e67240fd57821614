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

of_level(level, subject, options) := [is_of, concerned_by] if {
	is_of := own_area.is_of_level(level).is with input as {"facts": {"subject": subject}, "options": options}
	concerned_by := own_area.concerned_by_level(level).is with input as {"facts": {"subject": subject}, "options": options}
}

# 市州, 县（市、区）: of a body of another level the deciding organ says whether it is 有关.
test_whether_a_body_of_another_level_is_meant_is_open if {
	[of_level("市（州）", {"level": level, "divisionCode": "420300"}, {}) | some level in ["市（州）", "省", "乡镇", "县（市、区）", null]] == [[true, true], [false, null], [false, null], [false, null], [null, null]]
	[of_level("县（市、区）", {"level": level, "divisionCode": "420323"}, {}) | some level in ["县（市、区）", "市（州）"]] == [[true, true], [false, null]]
}

test_a_unit_governed_directly_is_of_the_level_of_a_prefecture_by_the_reading if {
	xiantao := of_county("429004")
	of_level("市（州）", xiantao, {}) == [false, null]
	as_a_prefecture := {"directlyGoverned": "prefecture"}
	of_level("市（州）", xiantao, as_a_prefecture) == [true, true]
	of_level("县（市、区）", xiantao, as_a_prefecture) == [true, true]
	of_level("市（州）", of_town("429004100"), as_a_prefecture) == [false, null]
	of_level("市（州）", of_county("420323"), as_a_prefecture) == [false, null]
	of_level("市（州）", of_county(null), as_a_prefecture) == [null, null]
}

test_of_another_level_no_fact_is_missing_and_the_reading_is_named if {
	found := own_area.concerned_by_level("市（州）") with input as {"facts": {"subject": of_county("429004")}}
	found.on == ["/options/directlyGoverned"]
	no_fact := own_area.concerned_by_level("市（州）") with input as {"facts": {"subject": of_county("420323")}}
	no_fact.on == []
	not_said := own_area.concerned_by_level("市（州）") with input as {"facts": {"subject": {"divisionCode": "420323"}}}
	not_said.on == ["/subject/level"]
}

test_where_no_body_is_asked_about_no_level_is if {
	found := own_area.concerned_by_level("市（州）") with input as {"facts": {"accident": {"divisionCode": "420323"}}}
	found == {"is": true, "on": []}
}

# 地区 has no level, or is the 市（州）.
test_of_a_major_accident_the_level_is_asked_only_where_its_area_is_the_prefecture if {
	every row in [
		[of_county("420323"), "everyLevel", true, ["/options/area"]],
		[of_county("420323"), "prefecture", null, ["/options/area"]],
		[of_prefecture("420300"), "prefecture", true, ["/subject/level"]],
	] {
		found := own_area.concerned_by_level_of_a_major with input as {"facts": {"subject": row[0]}, "options": {"area": row[1]}}
		found == {"is": row[2], "on": row[3]}
	}
}

zone_body := {"kind": "功能区管理机构", "organ": "某开发区管理委员会", "level": "县（市、区）", "divisionCode": "420323"}

in_zone(subject, zone) := found if {
	found := zone_states with input as {"facts": {
		"subject": subject, "zone": zone, "accident": {"divisionCode": "420323103"},
	}}
}

zone_states := [own_area.concerned("county").is, own_area.concerned_by_the_register.is, of_another_area_by_its_zone]

default of_another_area_by_its_zone := false

of_another_area_by_its_zone if own_area.is_of_another_area("county")

# The code of a zone's body is that of its host.
test_an_accident_is_of_a_zone_only_where_the_zone_s_organs_are_said_to_be_the_body if {
	in_zone(zone_body, {"managementOrgan": "某开发区管理委员会"}) == [true, null, false]
	in_zone(zone_body, {"partyOrgan": "某开发区管理委员会"}) == [true, null, false]
	in_zone(zone_body, {"partyOrgan": "某开发区管理委员会", "managementOrgan": "某开发区管理委员会"}) == [true, null, false]
	in_zone(zone_body, {"managementOrgan": "另一开发区管理委员会"}) == [null, null, true]
	in_zone(zone_body, {}) == [null, null, true]
	in_zone(object.remove(zone_body, ["organ"]), {}) == [null, null, true]
	in_zone(object.union(zone_body, {"kind": "政府"}), {"managementOrgan": "另一开发区管理委员会"}) == [true, true, false]
}

test_what_would_tell_that_an_accident_is_of_a_zone_is_missing if {
	missing(zone_body, {}) == ["/zone/managementOrgan", "/zone/partyOrgan"]
	missing(zone_body, {"managementOrgan": "另一开发区管理委员会"}) == ["/zone/partyOrgan"]
	missing(zone_body, {"managementOrgan": "另一开发区管理委员会", "partyOrgan": "另一开发区党工委"}) == []
	missing(object.remove(zone_body, ["organ"]), {"managementOrgan": "另一开发区管理委员会", "partyOrgan": "另一开发区党工委"}) == ["/subject/organ"]
}

missing(subject, zone) := found.on if {
	found := own_area.concerned("county") with input as {"facts": {
		"subject": subject, "zone": zone, "accident": {"divisionCode": "420323103"},
	}}
}
