package test.hubei_register

import data.hubei_joint_accountability.v2020.register

responsible := {"value": true, "organ": "湖北省人民政府", "on": "2022-06-20", "document": {"number": "批复（假定）"}}

accident := {"occurredOn": "2022-03-01", "divisionCode": "420323103", "industry": "建筑施工"}

larger := {
	"on": "2022-02-01",
	"grade": "较大",
	"divisionCode": "420323",
	"industry": "建筑施工",
	"isResponsibilityAccident": true,
}

bounds := {"not_before": "2020-02-01", "not_after": "2020-11-01"}

# [low, high] of the larger accidents of one entry beside this accident, which is one itself.
area(level, changed, options) := [found.low, found.high] if {
	found := register.larger_in_area(level) with input as {
		"facts": {"accident": accident, "register": {"accidents": [object.union(larger, changed)], "complete": true}},
		"options": options,
	}
		with data.hubei_joint_accountability.v2020.publication as bounds
}

counted := [2, 2]

not_counted := [1, 1]

undecided := [1, 2]

test_twelve_months_end_with_the_day_of_this_accident if {
	area("county", {"on": "2021-03-01"}, {}) == counted
	area("county", {"on": "2021-02-28"}, {}) == not_counted
	area("county", {"on": "2022-03-01"}, {}) == counted
	area("county", {"on": "2022-03-02"}, {}) == not_counted
}

test_under_the_other_readings_the_year_begins_elsewhere if {
	area("county", {"on": "2021-03-01"}, {"yearEnd": "exclusive"}) == not_counted
	area("county", {"on": "2021-03-02"}, {"yearEnd": "exclusive"}) == counted
	area("county", {"on": "2022-01-01"}, {"year": "calendar"}) == counted
	area("county", {"on": "2021-12-31"}, {"year": "calendar"}) == not_counted
	area("county", {"on": "2021-12-01"}, {"year": "assessment"}) == counted
	area("county", {"on": "2021-11-30"}, {"year": "assessment"}) == not_counted
	area("county", {"on": "2021-12-31"}, {"year": "calendar", "yearEnd": "exclusive"}) == not_counted
}

test_an_assessment_year_is_no_calendar_year if {
	found := register.larger_in_area("county") with input as {
		"facts": {
			"accident": object.union(accident, {"occurredOn": "2022-12-15"}),
			"register": {"accidents": [object.union(larger, {"on": "2022-03-01"})], "complete": true},
		},
		"options": {"year": "assessment"},
	}
	[found.low, found.high] == not_counted
}

test_in_the_middle_of_a_month_twelve_months_end_with_the_same_day if {
	every row in [
		["2021-03-14", "inclusive", not_counted],
		["2021-03-15", "inclusive", counted],
		["2021-03-16", "inclusive", counted],
		["2021-03-14", "exclusive", not_counted],
		["2021-03-15", "exclusive", not_counted],
		["2021-03-16", "exclusive", counted],
	] {
		found := register.larger_in_area("county") with input as {
			"facts": {
				"accident": object.union(accident, {"occurredOn": "2022-03-15"}),
				"register": {"accidents": [object.union(larger, {"on": row[0]})], "complete": true},
			},
			"options": {"yearEnd": row[1]},
		}
		[found.low, found.high] == row[2]
	}
}

# 民法典第二百零二条: 没有对应日的，月末日为期间的最后一日.
test_twelve_months_from_the_29th_of_february_end_with_the_28th if {
	every row in [
		["2025-02-27", "exclusive", counted],
		["2025-02-28", "exclusive", not_counted],
		["2025-02-28", "inclusive", counted],
		["2025-03-01", "inclusive", not_counted],
	] {
		found := register.larger_in_area("county") with input as {
			"facts": {
				"accident": object.union(accident, {"occurredOn": row[0]}),
				"register": {"accidents": [object.union(larger, {"on": "2024-02-29"})], "complete": true},
			},
			"options": {"yearEnd": row[1]},
		}
		[found.low, found.high] == row[2]
	}
}

test_only_the_rolling_year_rests_on_the_reading_of_its_end if {
	every row in [["rolling", 1], ["calendar", 0]] {
		found := register.larger_in_area("county") with input as {
			"facts": {"accident": accident, "register": {"accidents": [larger], "complete": true}},
			"options": {"year": row[0]},
		}
		count([p | some p in found.known; p == "/options/yearEnd"]) == row[1]
	}
}

test_where_this_day_is_unknown_no_entry_is_placed if {
	found := register.larger_in_area("county") with input as {"facts": {
		"accident": object.remove(accident, ["occurredOn"]),
		"register": {"accidents": [larger], "complete": true},
	}}
	[found.low, found.high] == undecided
}

test_the_register_does_not_reach_behind_publication if {
	old := {"accident": object.union(accident, {"occurredOn": "2021-01-15"}), "register": {"complete": true}}
	every row in [["2020-11-01", 2, 2], ["2020-10-31", 1, 2], ["2020-02-01", 1, 2], ["2020-01-31", 1, 1]] {
		found := register.larger_in_area("county") with input as {"facts": object.union(old, {"register": {"accidents": [object.union(larger, {"on": row[0]})]}})}
			with data.hubei_joint_accountability.v2020.publication as bounds
		[found.low, found.high] == [row[1], row[2]]
		back := register.larger_in_area("county") with input as {
			"facts": object.union(old, {"register": {"accidents": [object.union(larger, {"on": row[0]})]}}),
			"options": {"registerReachesBack": "yes"},
		}
			with data.hubei_joint_accountability.v2020.publication as bounds
		back.low == 2
	}
}

test_only_larger_responsibility_accidents_count if {
	area("county", {"grade": "一般"}, {}) == not_counted
	area("county", {"grade": "重大"}, {}) == not_counted
	area("county", {"grade": "重大"}, {"majorCountsAsLarger": "yes"}) == counted
	area("county", {"grade": "特别重大"}, {"majorCountsAsLarger": "yes"}) == counted
	area("county", {"grade": "一般"}, {"majorCountsAsLarger": "yes"}) == not_counted
	area("county", {"grade": null}, {}) == undecided
	area("county", {"isResponsibilityAccident": false}, {}) == not_counted
	area("county", {"isResponsibilityAccident": null}, {}) == undecided
}

test_an_area_is_told_by_the_code_as_far_as_it_goes if {
	area("county", {"divisionCode": "420381"}, {}) == not_counted
	area("prefecture", {"divisionCode": "420381"}, {}) == counted
	area("prefecture", {"divisionCode": "420600"}, {}) == not_counted
	area("county", {"divisionCode": "420300"}, {}) == undecided
	area("county", {"divisionCode": "420600"}, {}) == not_counted
	area("prefecture", {"divisionCode": "420300"}, {}) == counted
	area("prefecture", {"divisionCode": "420000"}, {}) == undecided
	area("county", {"divisionCode": null}, {}) == undecided
	area("province", {"divisionCode": null}, {}) == counted
}

test_the_area_of_a_code_is_its_county_or_its_prefecture if {
	[register.area_code(code, "county") | some code in ["420323", "420323103", "420320003", "420300", "420000", null]] == ["420323", "420323", "420320", null, null, null]
	[register.area_code(code, "prefecture") | some code in ["420323", "420323103", "420300", "420000", null]] == ["4203", "4203", "4203", null, null]
	[register.area_code(code, level) | some code in ["429004", "429004106"]; some level in ["county", "prefecture"]] == ["429004", "429004", "429004", "429004"]
}

test_units_governed_directly_are_no_prefecture_together if {
	every row in [["429004001", [2, 2]], ["429005", [1, 1]]] {
		found := register.larger_in_area("prefecture") with input as {"facts": {
			"accident": object.union(accident, {"divisionCode": "429004"}),
			"register": {"accidents": [object.union(larger, {"divisionCode": row[0]})], "complete": true},
		}}
		[found.low, found.high] == row[1]
	}
}

field(changed) := [found.low, found.high] if {
	found := register.larger_in_field("prefecture") with input as {"facts": {
		"accident": accident,
		"register": {"accidents": [object.union(larger, changed)], "complete": true},
	}}
}

test_a_field_is_the_same_industry_in_the_same_area if {
	field({"divisionCode": "420381"}) == counted
	field({"divisionCode": "420600"}) == not_counted
	field({"industry": "煤矿"}) == not_counted
	field({"industry": null}) == undecided
	field({"grade": "一般"}) == not_counted
}

test_a_register_that_is_not_whole_bounds_nothing_from_above if {
	every kept in [{"accidents": [larger]}, {"accidents": [larger], "complete": false}] {
		found := register.larger_in_area("county") with input as {"facts": {"accident": accident, "register": kept}}
		[found.low, found.high] == [2, null]
	}
	found := register.larger_in_area("county") with input as {"facts": {"accident": accident, "register": {"complete": true}}}
	[found.low, found.high] == [1, null]
	"/register/accidents" in found.missing
}

# Of a failure without an accident: the register alone, in the area of the body, up to the day of the act.
failure(code) := {
	"subject": {"divisionCode": code, "level": "县（市、区）"},
	"act": {"on": "2022-03-01"},
	"accident": {"occurred": false, "industry": "煤矿"},
}

test_without_an_accident_the_register_alone_is_counted if {
	facts := object.union(failure("420323"), {"register": {"accidents": [larger], "complete": true}})
	found := register.larger_in_area("county") with input as {"facts": facts}
	[found.low, found.high] == [1, 1]
	register.this_is_larger.is == false with input as {"facts": facts}
	register.this_is_major.is == false with input as {"facts": facts}
}

major_before(code, changed, options) := found if {
	found := register.a_major_before.is with input as {
		"facts": object.union(failure(code), {"register": {"accidents": [object.union_n([larger, {"grade": "重大"}, changed])], "complete": true}}),
		"options": options,
	}
		with data.hubei_joint_accountability.v2020.publication as bounds
}

test_a_major_accident_of_the_place_until_the_day_of_the_act if {
	major_before("420323", {}, {}) == true
	major_before("420323", {"on": "2022-03-01"}, {}) == true
	major_before("420323", {"on": "2022-03-02"}, {}) == false
	major_before("420323", {"on": "2020-01-31"}, {}) == false
	major_before("420323", {"grade": "较大"}, {}) == false
	major_before("420323", {"grade": "特别重大"}, {}) == true
	major_before("420323", {"grade": "特别重大"}, {"extraordinaryCountsAsMajor": "no"}) == false
	major_before("420323", {"isResponsibilityAccident": false}, {}) == false
}

test_the_place_is_the_smallest_unit_that_the_body_stands_for if {
	elsewhere := {"divisionCode": "420381"}
	major_before("420323", elsewhere, {}) == false
	major_before("420300", elsewhere, {}) == true
	major_before("420000", elsewhere, {}) == true
	major_before("420300", {"divisionCode": "420600"}, {}) == false
	major_before("420323", elsewhere, {"area": "prefecture"}) == true
	major_before("420323", object.union(elsewhere, {"industry": "煤矿"}), {}) == true
}

this(deaths, official, options) := [larger_state, major_state] if {
	larger_state := register.this_is_larger.is with input as this_input(deaths, official, options)
	major_state := register.this_is_major.is with input as this_input(deaths, official, options)
}

this_input(deaths, official, options) := {
	"facts": {"accident": object.union(accident, {
		"deaths": deaths, "seriousInjuries": 0, "acutePoisonings": 0, "missing": 0, "injuredTotal": 0, "directLossYuan": 0,
		"countedOn": "2022-06-01", "kind": "其他", "laterDeaths": [], "isResponsibilityAccident": official,
	})},
	"options": options,
}

test_this_accident_is_larger_or_major_by_its_own_grade if {
	this(2, responsible, {}) == [false, false]
	this(3, responsible, {}) == [true, false]
	this(10, responsible, {}) == [false, true]
	this(10, responsible, {"majorCountsAsLarger": "yes"}) == [true, true]
	this(3, responsible, {"majorCountsAsLarger": "yes"}) == [true, false]
	this(2, responsible, {"majorCountsAsLarger": "yes"}) == [false, false]
	this(30, responsible, {}) == [false, true]
	this(30, responsible, {"extraordinaryCountsAsMajor": "no"}) == [false, false]
	this(10, responsible, {"extraordinaryCountsAsMajor": "no"}) == [false, true]
	this(10, null, {}) == [false, null]
	this(3, object.union(responsible, {"value": false}), {}) == [false, false]
}

test_the_interval_of_a_count_names_what_holds_and_what_is_missing if {
	states := [
		{"is": true, "on": ["/a", "/options/x"]},
		{"is": false, "on": ["/b", "/options/y"]},
		{"is": null, "on": ["/c"]},
	]
	register.interval(1, states) == {
		"low": 2, "high": 3,
		"known": ["/a", "/options/x"],
		"bound": ["/register/accidents", "/register/complete", "/options/x", "/options/y"],
		"missing": ["/c"],
	} with input as {"facts": {"register": {"accidents": [], "complete": true}}}
}

test_of_two_industries_the_unknown_one_is_missing if {
	found := register.same_industry(0) with input as {"facts": {
		"accident": accident,
		"register": {"accidents": [object.remove(larger, ["industry"])]},
	}}
	found == {"is": null, "on": ["/register/accidents/0/industry"]}
}

own_area(code) := found if {
	found := register.own_area with input as {"facts": failure(code)}
}

test_a_body_stands_for_the_unit_of_its_code if {
	[own_area(code) | some code in ["420000", "420300", "420323", "420323100", "420320003", "429004", null]] == ["province", "prefecture", "county", "county", "county", "county", "county"]
	major_before("420323", {"divisionCode": "420600"}, {"area": "prefecture"}) == false
}

two_with_or_without := register.by_occasion(register.with_this(in_the_prefecture, 2), register.shows(in_the_prefecture, 2))

in_the_prefecture := register.in_area(register.larger_ones, register.place_code, "prefecture")

# The accident in question is 一般 or 较大; two 较大 are asked for.
reached(deaths, entries, option) := found if {
	given := this_input(deaths, responsible, {"occasion": option})
	facts := object.union(given.facts, {"register": {"accidents": entries, "complete": true}})
	found := two_with_or_without.is with input as object.union(given, {"facts": facts})
}

test_two_are_reached_with_this_accident_or_without_it if {
	[reached(3, entries, "counted") | some entries in [[], [larger], [larger, larger]]] == [false, true, true]
	[reached(1, entries, "counted") | some entries in [[], [larger], [larger, larger]]] == [false, false, false]
	[reached(3, entries, "any") | some entries in [[], [larger], [larger, larger]]] == [false, true, true]
	[reached(1, entries, "any") | some entries in [[], [larger], [larger, larger]]] == [false, false, true]
}

major_of(subject, place, entry_code) := found if {
	found := register.a_major_before.is with input as {"facts": object.union(subject, {
		"accident": object.union(accident, {"divisionCode": place}),
		"register": {
			"accidents": [object.union(larger, {"grade": "重大", "divisionCode": entry_code, "industry": "煤矿"})],
			"complete": true,
		},
	})}
}

# 地区: the body asked about has its own; an accident has every unit that contains its place.
test_beside_an_accident_a_major_one_counts_for_the_area_of_the_body_or_of_the_place if {
	major_of({}, "420323103", "420381") == true
	major_of({}, "420323103", "420600") == false
	major_of({"subject": {"divisionCode": "420300"}}, "420323103", "420381") == true
	major_of({"subject": {"divisionCode": "420323", "level": "县（市、区）"}}, "420323103", "420381") == false
	major_of({"subject": {"divisionCode": "420323", "level": "县（市、区）"}}, "420323103", "420323") == true
	major_of({"subject": {"divisionCode": "420000"}}, "420323103", "420600") == true
}

in_own_unit(level, code, entry_code) := found if {
	found := register.in_own_unit(0) with input as {"facts": {
		"subject": {"level": level, "divisionCode": code},
		"accident": {"occurred": false},
		"register": {"accidents": [{"divisionCode": entry_code}]},
	}}
}

# 发生重大生产安全责任事故的地区: the township is one, and another township of its county is not it.
test_a_township_is_an_area_of_its_own if {
	every row in [
		["乡镇", "420323103", "420323103", true],
		["乡镇", "420323103", "420323104", false],
		["乡镇", "420323103", "420324", false],
		["乡镇", "420323103", "420381", false],
		["乡镇", "420323103", "420323", null],
		["乡镇", "420323103", null, null],
		["乡镇", "420323", "420323104", null],
		["县（市、区）", "420323103", "420323104", true],
		["县（市、区）", "420323", "420323", true],
		["市（州）", "420300", "420381", true],
		["省", "420000", "420600", true],
	] {
		in_own_unit(row[0], row[1], row[2]).is == row[3]
	}
}

test_an_area_waits_for_the_code_that_stops_short_of_the_township if {
	in_own_unit("乡镇", "420323103", "420323").on == ["/register/accidents/0/divisionCode"]
	in_own_unit("乡镇", "420323", "420323104").on == ["/subject/divisionCode"]
}

test_of_a_body_of_no_level_the_county_and_the_township_must_agree if {
	every row in [
		["420323103", "420323103", true],
		["420323103", "420324", false],
		["420300", "420381", true],
		["420000", "420600", true],
	] {
		in_own_unit(null, row[0], row[1]).is == row[2]
	}
	in_own_unit(null, "420323103", "420323104") == {"is": null, "on": ["/subject/level"]}
	in_own_unit(null, "420323103", "420323") == {"is": null, "on": ["/subject/level", "/register/accidents/0/divisionCode"]}
	in_own_unit(null, "420323", "420323104") == {"is": null, "on": ["/subject/level", "/subject/divisionCode"]}
	in_own_unit(null, "420323103", null) == {"is": null, "on": ["/register/accidents/0/divisionCode"]}
}

test_the_register_is_read_for_the_body_asked_about_else_for_the_place if {
	subject := {"divisionCode": "420300"}
	every row in [
		[{"subject": subject, "accident": {"divisionCode": "420323103"}}, "/subject/divisionCode"],
		[{"subject": {}, "accident": {"divisionCode": "420323103"}}, "/subject/divisionCode"],
		[{"subject": subject, "accident": {"occurred": false}}, "/subject/divisionCode"],
		[{"accident": {"divisionCode": "420323103"}}, "/accident/divisionCode"],
	] {
		found := register.body_code.fact with input as {"facts": row[0]}
		found == row[1]
	}
}
