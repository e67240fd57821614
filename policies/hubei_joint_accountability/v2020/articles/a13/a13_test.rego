package test.hubei_a13

import data.hubei_joint_accountability.v2020.articles.a11
import data.hubei_joint_accountability.v2020.articles.a13

of_another_level(ground, level, code) := found if {
	found := a13.of_another_level({"is": ground, "on": []}, "市（州）") with input as {"facts": {"subject": {"level": level, "divisionCode": code}}}
}

test_a_body_of_another_level_than_the_item_names_is_pointed_out_while_the_item_may_hold if {
	hint := {"hint": "subject_of_another_level"}
	[of_another_level(ground, "县（市、区）", "420323") | some ground in [true, null, false]] == [hint, hint, {}]
	of_another_level(true, "市（州）", "420300") == {}
	of_another_level(true, null, "420323") == {}
	of_another_level(true, "县（市、区）", null) == {}
}

responsible := {"value": true, "organ": "湖北省人民政府", "on": "2022-06-20", "document": {"number": "批复（假定）"}}

accident := {
	"occurredOn": "2022-03-01", "countedOn": "2022-06-01", "kind": "其他", "divisionCode": "420323103", "industry": "建筑施工",
	"deaths": 3, "seriousInjuries": 0, "acutePoisonings": 0, "missing": 0, "injuredTotal": 0, "directLossYuan": 0,
	"isResponsibilityAccident": responsible,
}

entry := {
	"on": "2022-02-01", "grade": "较大", "divisionCode": "420381", "industry": "建筑施工",
	"isResponsibilityAccident": true,
}

with_entries(entries) := {"facts": {"accident": accident, "register": {"accidents": entries, "complete": true}}}

# 一年内发生2起以上较大生产安全责任事故的市州或者行业、领域
test_two_in_a_year_are_enough_of_a_prefecture_and_of_a_field_in_it if {
	a13.two_in_the_prefecture.is == true with input as with_entries([entry])
	a13.two_in_the_field.is == true with input as with_entries([entry])
	a13.two_in_the_prefecture.is == false with input as with_entries([])
	a13.two_in_the_field.is == false with input as with_entries([])
	a13.two_in_the_field.is == false with input as with_entries([object.union(entry, {"industry": "煤矿"})])
}

test_only_a_unit_governed_directly_asks_for_the_reading_of_what_it_is if {
	reading := "/options/directlyGoverned"
	every row in [["420323", "county", true, []], ["420323", "prefecture", true, []], ["429004", "county", false, [reading]], ["429004", "prefecture", true, [reading]]] {
		found := a13.has_a_prefecture({"fact": "/code", "value": row[0]}) with input as {"options": {"directlyGoverned": row[1]}}
		found.is == row[2]
		[p | some p in found.on; p == reading] == row[3]
	}
}

without_accident(entries, options) := found if {
	found := a13.a_larger_of_its_area.is with input as {
		"facts": {
			"subject": {"divisionCode": "420323"},
			"act": {"on": "2022-03-01"},
			"accident": {"occurred": false, "industry": "建筑施工"},
			"register": {"accidents": entries, "complete": true},
		},
		"options": options,
	}
}

# 一年内发生1起以上较大生产安全责任事故的县（市、区）或者行业、领域
test_without_an_accident_one_in_the_county_or_by_the_letter_in_the_field_is_enough if {
	literal := {"sector": "literal"}
	here := object.union(entry, {"divisionCode": "420323", "industry": "煤矿"})
	far := object.union(entry, {"divisionCode": "420682"})
	[without_accident(entries, {}) | some entries in [[], [here], [far]]] == [false, true, false]
	[without_accident(entries, literal) | some entries in [[], [here], [far]]] == [false, true, true]
	without_accident([object.union(far, {"industry": "煤矿"})], literal) == false
}

area_units(code, reading) := [unit.name | some unit in found] if {
	found := a13.area_units with input as {
		"facts": {"accident": object.union(accident, {"divisionCode": code, "deaths": 10})},
		"options": {"area": reading},
	}
	not null in found
}

test_the_areas_of_a_place_are_its_units_or_its_prefecture if {
	area_units("420323103", "everyLevel") == ["宝丰镇", "竹山县", "十堰市"]
	area_units("420323103", "prefecture") == ["十堰市"]
	area_units("429004", "everyLevel") == ["仙桃市"]
	area_units("429004", "prefecture") == []
}

# An earlier major accident makes 地区 of the units that contain both places.
test_the_areas_of_an_earlier_major_accident_contain_its_place_too if {
	every row in [
		["420323103", ["宝丰镇", "竹山县", "十堰市"]],
		["420323104", ["竹山县", "十堰市"]],
		["420381", ["十堰市"]],
		["420600", []],
	] {
		facts := with_entries([object.union(entry, {"grade": "重大", "divisionCode": row[0]})])
		found := a13.area_units with input as facts
		[unit.name | some unit in found] == row[1]
	}
	of_an_ordinary_one := a13.area_units with input as with_entries([entry])
	of_an_ordinary_one == []
}

evaluated(value) := {
	"value": value,
	"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "意见（假定）"}],
}

double_use(responsibility, certain, possible) := found if {
	found := a13.double_use("art_11__para_1__item_2", [{"is": value, "on": []} | some value in certain], [{"is": value, "on": []} | some value in possible]) with input as {"facts": {"accident": {"isResponsibilityAccident": object.union(responsible, {"value": responsibility})}}}
}

test_an_accident_is_used_twice_where_both_articles_may_evaluate_it if {
	used := {"doubleUse": "art_11__para_1__item_2"}
	[double_use(responsibility, [true, true], [true, true]) | some responsibility in [true, false]] == [used, {}]
	[double_use(true, certain, [true, true]) | some certain in [[true, null], [null, true], [false, true]]] == [{}, {}, {}]
	[double_use(true, [true, true], possible) | some possible in [[null, true], [true, null], [false, true], [true, false]]] == [used, used, {}, {}]
}

larger_reaches(impact, nature, subject) := found if {
	found := a11.larger_reaches.is with input as {"facts": object.union(subject, {"accident": object.union(accident, {
		"severeSocialImpact": evaluated(impact), "seriousNature": evaluated(nature),
	})})}
}

# 社会影响恶劣或者性质严重
test_article_11_may_evaluate_the_accident_while_either_gate_may_be_open if {
	[larger_reaches(row[0], row[1], {}) | some row in [[true, false], [false, true], [null, false], [false, false]]] == [true, true, null, false]
}

# 追究该县（市、区）党委、政府
test_of_a_body_article_11_evaluates_it_only_where_it_reaches_the_body if {
	every row in [["竹山县人民政府", "县（市、区）", "420323", true], ["十堰市人民政府", "市（州）", "420300", false]] {
		subject := {"organ": row[0], "kind": "政府", "role": "机关", "level": row[1], "divisionCode": row[2]}
		larger_reaches(true, false, {"subject": subject}) == row[3]
		larger_reaches(false, false, {"subject": subject}) == false
	}
}

mass_incident(grade, caused) := found if {
	found := a13.mass_incident.is with input as {"facts": {"consequences": {"massIncidentGrade": grade, "massIncidentCaused": evaluated(caused)}}}
}

# 因生产安全事故引发重特大群体性事件
test_only_a_major_mass_incident_caused_by_the_accident_counts if {
	[mass_incident(grade, true) | some grade in ["一般", "较大", "重大", "特别重大", "不构成群体性事件", null]] == [false, false, true, true, false, null]
	mass_incident("特别重大", false) == false
}

failed_rescue(not_provided, failed) := found if {
	found := a13.failed_rescue.is with input as {"facts": {"consequences": {
		"rescueNotProvided": evaluated(not_provided), "rescueFailed": evaluated(failed),
	}}}
}

# 不按照规定落实……而导致事故救援不力
test_the_rescue_must_have_failed_because_nothing_was_provided if {
	[failed_rescue(row[0], row[1]) | some row in [[true, true], [true, false], [false, true], [null, true]]] == [true, false, false, null]
}

obstruction(conduct, reading) := found if {
	none := {key: evaluated(false) | some key in ["uncooperative", "untruthfulReport", "shirking", "instigatedFraud", "obstruction"]}
	did := {key: evaluated(true) | some key in conduct}
	found := a13.obstruction.is with input as {
		"facts": {"conduct": object.union(none, did)},
		"options": {"obstruction": reading},
	}
}

test_each_kind_of_obstruction_is_enough_or_what_a_comma_joins_must_come_together if {
	every kind in ["uncooperative", "untruthfulReport", "shirking", "instigatedFraud", "obstruction"] {
		obstruction([kind], "separate") == true
	}
	obstruction([], "separate") == false
	every row in [
		[["uncooperative"], true],
		[["untruthfulReport"], false],
		[["shirking"], false],
		[["untruthfulReport", "shirking"], true],
		[["instigatedFraud"], false],
		[["obstruction"], false],
		[["instigatedFraud", "obstruction"], true],
		[["shirking", "obstruction"], false],
	] {
		obstruction(row[0], "cumulative") == row[1]
	}
}

# Without an accident nothing was inquired into, unless an inquiry is named.
test_conduct_in_an_inquiry_that_is_named_is_open_where_no_accident_happened if {
	shirked := {"shirking": evaluated(true)}
	of_item_7({"occurred": false}, shirked).is == false

	named := {"inquiry": "另一次调查"}
	waits := of_item_7({"occurred": false}, object.union(shirked, named))
	waits.is == null
	waits.on[0] == "/accident/occurred"
	of_item_7({"occurred": true}, object.union(shirked, named)).is == true
	of_item_7({}, object.union(shirked, named)).is == true
}

of_item_7(accident, conduct) := found if {
	found := a13.obstruction with input as {"facts": {"accident": accident, "conduct": conduct}}
}

hint_of_figures(reported, deaths) := found if {
	found := a13.hint_of_figures with input as {"facts": {"accident": {"firstReportedDeaths": reported, "deaths": deaths}}}
}

test_only_fewer_deaths_in_the_first_report_are_a_reason_to_look if {
	hint := {"hint": "reported_figures_differ"}
	[hint_of_figures(row[0], row[1]) | some row in [[7, 13], [13, 13], [14, 13], [null, 13], [7, null]]] == [hint, {}, {}, {}, {}]
}

test_where_no_accident_happened_the_items_that_speak_of_one_do_not_hold if {
	facts := {
		"accident": {"occurred": false},
		"consequences": {
			"massIncidentGrade": "重大", "massIncidentCaused": evaluated(true),
			"rescueNotProvided": evaluated(true), "rescueFailed": evaluated(true),
		},
		"conduct": {"uncooperative": evaluated(true)},
	}
	never := {"is": false, "on": ["/accident/occurred"]}
	a13.mass_incident == never with input as {"facts": facts}
	a13.failed_rescue == never with input as {"facts": facts}
	a13.obstruction == never with input as {"facts": facts}
	happened := object.union(facts, {"accident": {"occurred": null}})
	a13.mass_incident.is == true with input as {"facts": happened}
	a13.failed_rescue.is == true with input as {"facts": happened}
	a13.obstruction.is == true with input as {"facts": happened}
}

# The register of a body of the province or of a prefecture, asked about without an accident.
wide_facts(code, places) := {"facts": {
	"subject": {"divisionCode": code},
	"act": {"on": "2022-03-01"},
	"accident": {"occurred": false, "industry": "建筑施工"},
	"register": {
		"accidents": [object.union(entry, {"divisionCode": place}) | some place in places],
		"complete": true,
	},
}}

wide(code, places, options) := [two.is, one.is, counted] if {
	given := object.union(wide_facts(code, places), {"options": options})
	two := a13.two_in_the_prefecture with input as given
	one := a13.a_larger_of_its_area with input as given
	counted := [substring(path, 20, -1) | some path in a13.counted_of_prefectures] with input as given
}

test_of_a_wider_body_every_county_and_prefecture_in_its_area_counts if {
	every row in [
		["420300", [], [false, false, []]],
		["420300", ["420323"], [false, true, ["0"]]],
		["420300", ["420300"], [false, true, ["0"]]],
		["420300", ["420600"], [false, false, []]],
		["420300", ["420000"], [false, null, []]],
		["420300", ["420323", "420381"], [true, true, ["0", "1"]]],
		["420000", [], [false, false, []]],
		["420000", ["420323"], [false, true, []]],
		["420000", ["420323", "420682"], [false, true, []]],
		["420000", ["420682", "420323", "420381"], [true, true, ["1", "2"]]],
		["420000", ["420323", null], [null, true, []]],
		["420000", ["420000"], [false, true, []]],
		["420000", ["420000", null], [null, true, []]],
		["420000", ["429004", "429005"], [false, true, []]],
	] {
		wide(row[0], row[1], {}) == row[2]
	}
}

test_two_in_a_unit_governed_directly_are_two_in_a_prefecture_by_the_reading_only if {
	wide("420000", ["429004", "429004"], {})[0] == false
	wide("420000", ["429004", "429004"], {"directlyGoverned": "prefecture"})[0] == true
}

test_what_a_wider_body_waits_for_is_what_the_register_does_not_tell if {
	found := a13.two_in_the_prefecture with input as wide_facts("420000", ["420323", null])
	{p | some p in found.on; not startswith(p, "/options/")} == {"/register/accidents/1/divisionCode"}
}

# A general or a larger accident in 竹山县; the register of the body asked about shows larger ones elsewhere.
beside_facts(subject, deaths, places) := object.union(subject, {
	"act": {"on": "2022-03-01"},
	"accident": object.union(accident, {"deaths": deaths}),
	"register": {
		"accidents": [object.union(entry, {"divisionCode": place, "industry": "采矿"}) | some place in places],
		"complete": true,
	},
})

government(level, code) := {"subject": {"kind": "政府", "role": "机关", "level": level, "divisionCode": code}}

# [item 2, item 3, counted of item 2, counted of item 3]
beside(subject, deaths, places, option) := [two, one, entries_of(counted_two), entries_of(counted_one)] if {
	[two, one, counted_two, counted_one] := [a13.two_of_its_area.is, a13.a_larger_of_its_area.is, a13.counted_of_prefectures, a13.counted_of_counties] with input as {
		"facts": beside_facts(subject, deaths, places),
		"options": {"occasion": option},
	}
}

entries_of(paths) := [substring(path, 20, -1) | some path in paths]

province := government("省", "420000")

prefecture := government("市（州）", "420300")

county := government("县（市、区）", "420323")

# 不论因哪一起事故追究，只看地区是否已有这些事故
test_whichever_the_occasion_the_area_is_that_of_the_body_asked_about if {
	every row in [
		[prefecture, [], [false, false, [], []]],
		[prefecture, ["420381"], [false, true, ["0"], ["0"]]],
		[prefecture, ["420381", "420304"], [true, true, ["0", "1"], ["0", "1"]]],
		[prefecture, ["420502", "420503"], [false, false, [], []]],
		[province, ["420502", "420503"], [true, true, ["0", "1"], ["0", "1"]]],
		[province, ["420381", "420502"], [false, true, ["0"], ["0", "1"]]],
		[county, ["420381", "420304"], [true, false, ["0", "1"], []]],
		[county, ["420323"], [false, true, ["0"], ["0"]]],
		[government("乡镇", "420323103"), ["420323"], [false, true, ["0"], ["0"]]],
		[{}, ["420381", "420304"], [true, false, ["0", "1"], []]],
		[{}, ["420323"], [false, true, ["0"], ["0"]]],
	] {
		beside(row[0], 1, row[1], "any") == row[2]
	}
}

test_of_an_accident_that_must_count_itself_the_area_is_that_of_its_place if {
	beside(province, 1, ["420502", "420503"], "counted") == [false, false, [], []]
	beside(prefecture, 1, ["420381", "420304"], "counted") == [false, false, ["0", "1"], []]
	beside(province, 3, ["420502", "420503"], "counted") == [false, true, [], []]
	beside(province, 3, ["420502", "420503"], "any") == [true, true, ["0", "1"], []]
	every option in ["counted", "any"] {
		beside(province, 3, ["420381"], option) == [true, true, ["0"], []]
		beside(province, 3, ["420381", "420502", "420503"], option) == [true, true, ["0"], []]
		beside(prefecture, 3, ["420323", "420381"], option) == [true, true, ["0", "1"], ["0"]]
	}
}

# An accident of another area counts for its bodies; what their own area has had does not depend on it.
test_a_body_of_another_area_answers_for_its_own_register_whichever_the_occasion if {
	elsewhere := government("市（州）", "420600")
	every deaths in [1, 3] {
		beside(elsewhere, deaths, ["420602", "420606"], "any") == [true, true, ["0", "1"], ["0", "1"]]
		beside(elsewhere, deaths, ["420602", "420606"], "counted") == [false, false, [], []]
		beside(elsewhere, deaths, ["420602"], "any") == [false, true, [], ["0"]]
		beside(elsewhere, deaths, ["420323", "420381"], "any")[0] == false
		beside(elsewhere, deaths, ["420323", "420381"], "any")[1] == false
	}
}

test_what_does_not_hold_of_the_body_lists_the_accidents_of_the_place if {
	company := {"subject": object.union(province.subject, {"kind": "企业"})}
	beside(company, 1, ["420502", "420503"], "any")[2] == []
	beside(company, 1, ["420502", "420503"], "any")[3] == []
}

department(code) := {"subject": {"kind": "政府工作部门", "role": "机关", "level": "市（州）", "divisionCode": code}}

test_whether_its_area_is_a_prefecture_is_asked_of_the_place_and_of_the_body if {
	every row in [
		["429004", "420323103", "county", false],
		["429004", "420323103", "prefecture", true],
		["420300", "429004", "county", true],
		["420300", "429004", "prefecture", true],
	] {
		facts := beside_facts(department(row[0]), 1, [["429004", "429004"], ["420381", "420304"]][{"429004": 0, "420300": 1}[row[0]]])
		found := a13.two_in_the_prefecture.is with input as {
			"facts": object.union(facts, {"accident": {"divisionCode": row[1]}}),
			"options": {"occasion": "any", "directlyGoverned": row[2]},
		}
		found == row[3]
	}
}

areas_without_an_accident(place) := [unit.name | some unit in found] if {
	found := a13.area_units with input as {"facts": {
		"subject": {"kind": "政府", "level": "乡镇", "divisionCode": "420323103"},
		"act": {"on": "2022-03-01"},
		"accident": {"occurred": false, "industry": "建筑施工"},
		"register": {"accidents": [object.union(entry, {"grade": "重大", "divisionCode": place})], "complete": true},
	}}
}

test_without_an_accident_an_area_that_had_one_contains_its_place if {
	areas_without_an_accident("420323103") == ["宝丰镇", "竹山县", "十堰市"]
	areas_without_an_accident("420323104") == ["竹山县", "十堰市"]
	areas_without_an_accident("420381") == ["十堰市"]
	areas_without_an_accident("420600") == []
}
