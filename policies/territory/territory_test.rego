package test.territory

import data.territory

days := [null, "2018-01-01", "2019-10-31", "2021-06-13", "2023-06-30", "2026-01-01"]

odd_values := [
	null, true, 0, -1, 420303, 1e30, "", " ", "4", "42", "4203", "420303 ", "42030３", "420303003001", "4203o3", "４２０３０３",
	"000000", "990000", "429000", "420399", "420303999", "420303000", "420303600", "湖北省", [], ["divisions"], {}, {"code": "420303"}, {1},
]

odd_days := [null, true, 20210613, "", "2021", "2021-6-13", "20210613", "2021/06/13", "2021-06-1x", "昨天", "0000-00-00", "9999-99-99", [], {}]

place_keys := {
	"code", "county", "directlyGoverned", "edition", "editionExact", "editionNote", "inHubei", "known", "managedBy",
	"otherProvince", "prefecture", "statistical", "township", "zone",
}

organ_keys := {"certainty", "code", "committee", "government", "kind", "reason", "regulatorLevel", "unit"}

tiers := ["township", "county", "prefecture", "province"]

# --- total on any argument

test_place_answers_whatever_is_asked if {
	every code in odd_values {
		every day in array.concat(odd_days, days) {
			place := territory.place(code, day)
			object.keys(place) == place_keys
			place.known == false
			place.zone == false
			every unit in tiers {
				territory.organs(unit, place).committee == null
			}
		}
	}
}

test_every_code_answers_on_every_day if {
	every code in ["420000", "420300", "420303", "420303003", "421023", "421088", "421071", "429004106", "350623115"] {
		every day in array.concat(odd_days, days) {
			object.keys(territory.place(code, day)) == place_keys
			object.keys(territory.lookup(code, day)) == {"name", "edition", "exact", "note"}
			object.keys(territory.edition(day)) == {"date", "inside"}
		}
	}
}

test_only_yyyy_mm_dd_is_a_day if {
	other := ["2021-06-131", "2021x06-13", "2021-06x13", "202a-06-13", "2021-0a-13", "2021-06-a3"]
	every day in array.concat([day | some day in odd_days; not day in ["0000-00-00", "9999-99-99"]], other) {
		territory.is_day(day) == false
		territory.edition(day) == {"date": "2023-06-30", "inside": false}
		territory.lookup("420303", day).note == "day_not_given"
	}
}

test_only_six_or_nine_digits_are_a_code if {
	every code in ["4", "42", "4203", "420303003001", "4203o3", "420303 "] {
		territory.place(code, "2023-06-30").inHubei == null
		territory.place(code, "2023-06-30").prefecture == null
		territory.county_code(code) == null
		territory.lookup(code, "2023-06-30").note == "code_not_in_any_edition"
	}
	territory.place("420303", "2023-06-30").inHubei == true
	territory.place("420303003", "2023-06-30").inHubei == true
}

test_the_county_of_a_code_is_known_where_the_code_goes_so_far if {
	[territory.county_code(code) | some code in ["420303", "420303003", "420300", "420300001", "420000", null]] == ["420303", "420303", null, null, null, null]
}

test_the_prefecture_of_a_code_is_known_where_there_is_one if {
	[territory.prefecture_code(code) | some code in ["420323", "420323103", "420300", "350623"]] == ["420300", "420300", "420300", "350600"]
	[territory.prefecture_code(code) | some code in ["420000", "429004", "4203", "4203o3", null]] == [null, null, null, null, null]
}

test_the_province_is_no_prefecture_and_no_county if {
	place := territory.place("420000", "2023-06-30")
	[place.known, place.prefecture, place.county, place.directlyGoverned] == [true, null, null, false]
	territory.organs("province", place).kind == "省"
	territory.organs("prefecture", place).reason == "not_given"
}

test_a_code_that_no_edition_has_is_looked_up_as_nothing if {
	nothing := {"name": null, "edition": null, "exact": false}
	territory.lookup("420399", "2023-06-30") == object.union(nothing, {"note": "code_not_in_any_edition"})
	territory.lookup(null, "2023-06-30") == object.union(nothing, {"note": "code_not_given"})
	territory.place("429099", "2023-06-30").directlyGoverned == false
}

test_a_unit_without_a_code_a_name_or_a_kind_is_not_given if {
	unit := {"code": "420303", "name": "张湾区", "kind": "市辖区"}
	every wrong in [{"code": 1}, {"name": null}, {"kind": []}] {
		territory.organs("county", {"known": true, "county": object.union(unit, wrong)}).reason == "not_given"
	}
	every key in ["code", "name", "kind"] {
		territory.organs("county", {"known": true, "county": object.remove(unit, [key])}).reason == "not_given"
	}
}

test_the_province_is_not_named_for_a_place_that_is_not_known if {
	outside := territory.organs("province", territory.place("350623115", "2021-06-13"))
	[outside.code, outside.kind, outside.reason] == [null, null, "outside_hubei"]
	unknown := territory.organs("province", territory.place(null, null))
	[unknown.code, unknown.kind, unknown.reason] == [null, null, "unknown_place"]
}

test_a_statistical_unit_is_one_by_its_listed_name_only if {
	territory.county_kind("421071", data.territory.exceptions["421071"].listed) == "统计单位"
	territory.county_kind("421071", "别的区") == "市辖区"
}

# Three editions, as an operator may add them: one without townships, two with.
editions := {
	"2019-10-31": {"levels": ["prefecture", "county"], "divisions": {"420300": "十堰市", "429000": "省直辖", "429004": "仙桃市"}},
	"2023-06-30": {"levels": ["prefecture", "county", "township"], "divisions": {
		"420300": "十堰市", "420303": "张湾区", "420303003": "车城路街道", "429000": "省直辖", "429004": "仙桃市",
	}},
	"2025-06-30": {"levels": ["prefecture", "county", "township"], "divisions": {
		"420300": "十堰市", "420303": "张湾区", "420303003": "车城街道", "420399": "新区",
	}},
}

looked_up(code, day) := found if {
	found := territory.lookup(code, day) with data.territory.editions as editions
}

test_each_code_is_looked_up_in_its_edition_then_the_next_then_the_last_before if {
	looked_up("420303003", "2023-06-30") == {"name": "车城路街道", "edition": "2023-06-30", "exact": true, "note": null}
	looked_up("420303003", "2021-01-01").edition == "2023-06-30"
	looked_up("420303003", "2026-01-01").edition == "2025-06-30"
	looked_up("420399", "2019-10-31").edition == "2025-06-30"
	looked_up("429004", "2026-01-01").edition == "2023-06-30"
}

test_why_a_name_is_not_exact_is_told_by_the_day if {
	looked_up("420303003", "2019-10-31") == {"name": "车城路街道", "edition": "2023-06-30", "exact": false, "note": "level_not_in_edition_of_day"}
	looked_up("420303", "2019-10-31").note == "editions_differ"
	looked_up("420303003", "2024-01-01").note == "editions_differ"
	looked_up("420399", "2019-11-01") == {"name": "新区", "edition": "2025-06-30", "exact": false, "note": "editions_differ"}
	looked_up("429004", "2025-06-30").note == "editions_differ"
	looked_up("420303", "2019-10-30").note == "day_before_first_edition"
	looked_up("420303", "2025-07-01").note == "day_after_last_edition"
}

test_the_heading_of_the_directly_governed_is_no_prefecture_of_theirs if {
	place := territory.place("429004", "2023-06-30") with data.territory.editions as editions
	[place.prefecture, place.directlyGoverned] == [null, true]
}

test_organs_answers_whatever_is_asked if {
	places := array.concat(odd_values, [
		{"known": true},
		{"known": true, "township": {"code": "420303003", "name": "车城路街道", "kind": "街道"}},
		{"known": true, "county": {"code": "420303", "name": "张湾区", "kind": "市辖区"}, "prefecture": null},
		{"known": true, "county": {"code": 1, "name": null}, "township": "镇", "prefecture": []},
		{
			"known": true,
			"county": {"code": "420303", "name": "张湾区", "kind": "市辖区"},
			"township": {"code": "420303003", "name": "车城路街道", "kind": "街道"},
		},
	])
	every place in places {
		every unit in array.concat(odd_values, tiers) {
			organs := territory.organs(unit, place)
			object.keys(organs) == organ_keys
			is_named(organs) != is_unnamed(organs)
		}
	}
}

is_named(organs) if {
	every text in [organs.committee.name, organs.committee.short, organs.government.name, organs.government.short] {
		count(text) > 2
	}
	organs.reason == null
} else := false

is_unnamed(organs) if {
	organs.committee == null
	organs.government == null
	is_string(organs.reason)
} else := false

test_helpers_answer_whatever_is_asked if {
	every value in odd_values {
		territory.exception(value) == {}
		territory.official_name(value) == null
		territory.short_name(value) == null
		territory.province_name(value) in {null, "湖北省"}
		is_string(territory.township_kind(value))
		is_boolean(territory.is_day(value))
	}
}

# --- names

names_of(unit, code) := [organs.committee.name, organs.committee.short, organs.government.name, organs.government.short] if {
	organs := territory.organs(unit, territory.place(code, "2023-06-30"))
}

test_a_street_has_a_working_committee_and_an_office if {
	names_of("township", "420303003") == [
		"中共十堰市张湾区车城路街道工作委员会", "车城路街道党工委",
		"十堰市张湾区车城路街道办事处", "车城路街道办事处",
	]
}

test_a_town_in_a_district_carries_prefecture_and_district if {
	names_of("township", "420303100") == [
		"中共十堰市张湾区黄龙镇委员会", "黄龙镇党委",
		"十堰市张湾区黄龙镇人民政府", "黄龙镇政府",
	]
}

test_a_town_in_a_county_carries_the_county_only if {
	names_of("township", "420322102") == ["中共郧西县上津镇委员会", "上津镇党委", "郧西县上津镇人民政府", "上津镇政府"]
	names_of("township", "429004106") == ["中共仙桃市西流河镇委员会", "西流河镇党委", "仙桃市西流河镇人民政府", "西流河镇政府"]
	names_of("township", "429021203")[2] == "神农架林区下谷坪土家族乡人民政府"
	names_of("township", "420528101")[2] == "长阳土家族自治县龙舟坪镇人民政府"
}

test_a_name_in_the_table_that_repeats_the_county_is_mended if {
	names_of("township", "420582002") == [
		"中共当阳市坝陵街道工作委员会", "坝陵街道党工委",
		"当阳市坝陵街道办事处", "坝陵街道办事处",
	]
	names_of("township", "429006002")[0] == "中共天门市侯口街道工作委员会"
	names_of("township", "420112001")[3] == "吴家山街道办事处"
	territory.place("420112001", null).township.name == "吴家山街"
}

test_an_exception_does_not_reach_another_name if {
	territory.official_name({"code": "420112001", "name": "吴家山街", "kind": "街道"}) == "吴家山街道"
	territory.official_name({"code": "420112001", "name": "金山街道", "kind": "街道"}) == "金山街道"
}

test_county_level_names if {
	names_of("county", "420303") == ["中共十堰市张湾区委员会", "张湾区委", "十堰市张湾区人民政府", "张湾区政府"]
	names_of("county", "420323") == ["中共竹山县委员会", "竹山县委", "竹山县人民政府", "竹山县政府"]
	names_of("county", "420381") == ["中共丹江口市委员会", "丹江口市委", "丹江口市人民政府", "丹江口市政府"]
	names_of("county", "420528") == ["中共长阳土家族自治县委员会", "长阳县委", "长阳土家族自治县人民政府", "长阳县政府"]
	names_of("county", "420325") == ["中共房县委员会", "房县县委", "房县人民政府", "房县政府"]
	names_of("county", "429004") == ["中共仙桃市委员会", "仙桃市委", "仙桃市人民政府", "仙桃市政府"]
	names_of("county", "429021") == ["中共神农架林区委员会", "神农架林区党委", "神农架林区人民政府", "神农架林区政府"]
}

test_prefecture_and_province_names if {
	names_of("prefecture", "420303003") == ["中共十堰市委员会", "十堰市委", "十堰市人民政府", "十堰市政府"]
	names_of("prefecture", "422801") == [
		"中共恩施土家族苗族自治州委员会", "恩施州委",
		"恩施土家族苗族自治州人民政府", "恩施州政府",
	]
	names_of("province", "420303003") == ["中共湖北省委员会", "湖北省委", "湖北省人民政府", "湖北省政府"]
}

test_what_rests_on_memory_says_so if {
	territory.organs("county", territory.place("429021", null)).certainty == "M"
	territory.organs("township", territory.place("420111080", null)).certainty == "M"
	territory.organs("township", territory.place("420303003", null)).certainty == null
}

test_the_regulators_stand_one_level_above if {
	place := territory.place("420303003", null)
	territory.organs("township", place).regulatorLevel == "县（市、区）"
	territory.organs("county", place).regulatorLevel == "市（州）"
	territory.organs("prefecture", place).regulatorLevel == "省"
	territory.organs("province", place).regulatorLevel == null
}

# --- boundaries

test_the_last_three_digits_decide_the_kind if {
	kinds := {serial: territory.township_kind($"420303{serial}") |
		some serial in ["001", "099", "100", "199", "200", "299", "300", "399", "400", "599"]
	}
	kinds == {
		"001": "街道", "099": "街道", "100": "镇", "199": "镇",
		"200": "乡", "299": "乡", "300": "乡", "399": "乡", "400": "功能区类", "599": "功能区类",
	}
}

test_a_zone_by_code_has_no_organs_and_keeps_its_county if {
	place := territory.place("420106490", "2023-06-30")
	place.zone == true
	territory.organs("township", place).reason == "functional_zone"
	territory.organs("county", place).committee.short == "武昌区委"
}

test_a_statistical_unit_has_no_organs_at_county_level if {
	place := territory.place("421071", "2023-06-30")
	place.statistical == true
	place.zone == true
	territory.organs("county", place).reason == "functional_zone"
	territory.organs("prefecture", place).committee.short == "荆州市委"
	territory.organs("township", territory.place("421071100", "2023-06-30")).reason == "functional_zone"
}

test_a_street_managed_by_a_zone_names_the_zone if {
	place := territory.place("420111080", "2023-06-30")
	place.township.kind == "街道"
	place.zone == true
	place.managedBy == "武汉东湖新技术开发区"
}

test_the_directly_governed_have_no_prefecture if {
	every code in ["429004", "429005", "429006", "429021"] {
		place := territory.place(code, "2023-06-30")
		place.directlyGoverned == true
		place.prefecture == null
		territory.organs("prefecture", place).reason == "directly_governed"
		territory.organs("county", place).reason == null
	}
	territory.place("420303", "2023-06-30").directlyGoverned == false
}

# --- days

test_the_table_of_the_cut_off_day_is_exact if {
	territory.lookup("420303003", "2023-06-30") == {"name": "车城路街道", "edition": "2023-06-30", "exact": true, "note": null}
	territory.lookup("420303", "2019-10-31") == {"name": "张湾区", "edition": "2019-10-31", "exact": true, "note": null}
}

test_a_day_between_two_editions_that_agree_is_exact if {
	territory.lookup("420115", "2020-01-05") == {"name": "江夏区", "edition": "2019-10-31", "exact": true, "note": null}
}

test_a_township_on_a_day_whose_edition_has_none_uses_the_next_edition_and_says_so if {
	territory.lookup("420303003", "2021-06-13") == {
		"name": "车城路街道", "edition": "2023-06-30",
		"exact": false, "note": "level_not_in_edition_of_day",
	}
}

test_a_day_outside_every_edition_uses_the_nearest_and_says_so if {
	territory.edition("2018-01-01") == {"date": "2019-10-31", "inside": false}
	territory.edition("2019-10-31") == {"date": "2019-10-31", "inside": true}
	territory.edition("2023-06-29") == {"date": "2019-10-31", "inside": true}
	territory.edition("2023-06-30") == {"date": "2023-06-30", "inside": true}
	territory.edition("2023-07-01") == {"date": "2023-06-30", "inside": false}
	territory.edition(null) == {"date": "2023-06-30", "inside": false}
	territory.place("420303", "2018-01-01").editionNote == "day_before_first_edition"
	territory.place("420303", "2024-01-01").editionNote == "day_after_last_edition"
	territory.place("420303", null).editionNote == "day_not_given"
}

test_jianli_is_421023_in_2019_and_421088_in_2023 if {
	territory.lookup("421023", "2019-10-31") == {"name": "监利县", "edition": "2019-10-31", "exact": true, "note": null}
	territory.lookup("421088", "2023-06-30") == {"name": "监利市", "edition": "2023-06-30", "exact": true, "note": null}
	territory.lookup("421023", "2021-06-13") == {
		"name": "监利县", "edition": "2019-10-31",
		"exact": false, "note": "editions_differ",
	}
	territory.lookup("421088", "2021-06-13") == {
		"name": "监利市", "edition": "2023-06-30",
		"exact": false, "note": "editions_differ",
	}
	territory.lookup("421023", "2024-01-01").edition == "2019-10-31"
	territory.place("421023", "2019-10-31").county.kind == "县"
	territory.place("421088", "2023-06-30").county.kind == "县级市"
}

# --- outside

test_a_code_of_another_province_is_outside if {
	place := territory.place("350623115", "2021-06-13")
	place.inHubei == false
	place.otherProvince == "福建省"
	place.known == false
	territory.organs("township", place).reason == "outside_hubei"
}

test_a_prefix_of_no_province_is_neither_inside_nor_outside if {
	place := territory.place("990000", "2021-06-13")
	place.inHubei == null
	place.otherProvince == null
	territory.organs("county", place).reason == "unknown_place"
}

test_no_code_is_an_unknown_place if {
	place := territory.place(null, null)
	place.inHubei == null
	place.known == false
	place.editionNote == "code_not_given"
	territory.organs("county", place).reason == "unknown_place"
}
