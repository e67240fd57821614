package test.hubei_a13_area

import data.hubei_joint_accountability.v2020.articles.a13

responsible := {"value": true, "organ": "湖北省人民政府", "on": "2022-06-20", "document": {"number": "批复（假定）"}}

accident := {
	"occurredOn": "2022-03-01", "countedOn": "2022-06-01", "kind": "其他", "divisionCode": "420323103", "industry": "建筑施工",
	"seriousInjuries": 0, "acutePoisonings": 0, "missing": 0, "injuredTotal": 0, "directLossYuan": 0,
	"isResponsibilityAccident": responsible,
}

larger(code) := {
	"on": "2022-02-01", "grade": "较大", "divisionCode": code, "industry": "建筑施工",
	"isResponsibilityAccident": true,
}

body(kind, level, code) := {"kind": kind, "role": "机关", "level": level, "divisionCode": code}

of_prefecture(code) := body("政府", "市（州）", code)

of_county(code) := body("政府", "县（市、区）", code)

given(subject, deaths, entries, options) := {
	"facts": {
		"subject": subject,
		"act": {"on": "2022-03-01"},
		"accident": object.union(accident, {"deaths": deaths}),
		"register": {"accidents": entries, "complete": true},
	},
	"options": options,
}

hinted(subject) := [provision |
	findings := a13.findings with input as given(subject, 3, [larger("420323")], {})
	some provision in ["art_13__para_1__item_2", "art_13__para_1__item_3"]
	findings[provision].hint == "subject_of_another_area"
]

# 市州 in item 2, 县（市、区） in item 3
test_the_area_that_each_item_names_is_the_one_of_which_a_department_is_not if {
	hinted(body("政府工作部门", "市（州）", "422800")) == ["art_13__para_1__item_2", "art_13__para_1__item_3"]
	hinted(body("政府工作部门", "县（市、区）", "420381")) == ["art_13__para_1__item_3"]
}

# The accident is of 竹山县, the body of 丹江口市: one 市（州）, two 县（市、区）.
test_a_larger_accident_of_another_county_is_none_of_the_county if {
	every row in [["counted", false, []], ["any", true, ["/register/accidents/0"]]] {
		facts := given(of_county("420381"), 3, [larger("420381")], {"occasion": row[0]})
		one := a13.a_larger_of_its_area.is with input as facts
		one == row[1]
		counted := a13.counted_of_counties with input as facts
		counted == row[2]
		two := a13.two_of_its_area.is with input as facts
		two == true
	}
}

two(deaths, entries, occasion) := found if {
	options := {"sector": "literal", "occasion": occasion}
	found := a13.two_of_its_area.is with input as given(of_prefecture("420300"), deaths, entries, options)
}

# 2起以上……的市州或者行业、领域
test_by_the_letter_two_in_the_field_are_enough_wherever_they_happened if {
	two(3, [], "counted") == false
	two(3, [larger("420682")], "counted") == true
	two(3, [object.union(larger(null), {"industry": "煤矿"})], "counted") == null
	two(1, [larger("420682")], "any") == false
	two(1, [larger("420682"), larger("422801")], "any") == true
}

counted_of_two(subject, entries) := found if {
	found := a13.counted_of_prefectures with input as given(subject, 3, entries, {"occasion": "any"})
}

test_counted_are_the_larger_accidents_of_the_area_of_the_body if {
	own := ["/register/accidents/0", "/register/accidents/1"]
	counted_of_two(of_prefecture("420600"), [larger("420602"), larger("420606"), larger("420323")]) == own
	counted_of_two(body("政府", "省", "420000"), [larger("420502"), larger("420503")]) == own
	general := object.union(larger("420504"), {"grade": "一般"})
	without := a13.counted_of_the_body with input as given(body("政府", "省", "420000"), 1, [larger("420502"), larger("420503"), general], {})
	without == own
}

# 发生重大生产安全责任事故的地区
test_the_units_of_the_place_are_areas_only_of_a_body_of_theirs_and_of_a_major_accident if {
	a13.areas == {} with input as given(of_prefecture("420300"), 3, [], {})
	major := object.union(larger("420602"), {"grade": "重大"})
	elsewhere := given(of_prefecture("420600"), 10, [major], {"occasion": "any"})
	a13.a_major_of_its_area.is == true with input as elsewhere
	a13.areas == {} with input as elsewhere
	here := a13.areas.areas.units with input as given(of_prefecture("420300"), 10, [], {})
	[unit.name | some unit in here] == ["宝丰镇", "竹山县", "十堰市"]
}

major(subject, options) := found if {
	found := a13.findings.art_13__para_1__item_4 with input as given(subject, 10, [], options)
}

# 地区 read as the 市（州） only: whether a body of another level is 有关 is for the deciding organ.
test_by_the_reading_of_the_area_a_body_of_another_level_is_pointed_out if {
	[object.get(major(subject, {"area": "prefecture"}), "hint", "none") |
		some subject in [of_prefecture("420300"), of_county("420381"), body("政府", "省", "420000")]
	] == ["none", "subject_of_another_level", "subject_of_another_level"]
	every subject in [of_prefecture("420300"), of_county("420323"), body("政府", "省", "420000")] {
		object.get(major(subject, {}), "hint", "none") == "none"
	}
}

# The code of a zone's body is that of its host: a register that knows codes alone tells nothing of the zone.
test_a_major_accident_of_the_register_is_none_of_the_zone_for_certain if {
	zone := object.union(body("功能区管理机构", "县（市、区）", "420323"), {"organ": "某开发区管委会"})
	entries := [object.union(larger("420323"), {"grade": "重大"})]
	every row in [[zone, null], [of_county("420323"), true]] {
		found := a13.a_major_of_its_area.is with input as given(row[0], 1, entries, {"occasion": "any"})
		found == row[1]
	}
}
