# The whole table, unit by unit.
package test.territory_table

import data.territory
import data.test.territory as territory_test

newest := data.territory.editions["2023-06-30"].divisions

townships := {code: territory.place(code, "2023-06-30") | some code, _ in newest; count(code) == 9}

counties := {code: territory.place(code, "2023-06-30") |
	some code, _ in newest
	count(code) == 6
	not endswith(code, "00")
}

prefectures := {code: territory.place(code, "2023-06-30") |
	some code, _ in newest
	endswith(code, "00")
	count(code) == 6
	code != "420000"
}

townships_of(kind) := {code | some code, place in townships; place.township.kind == kind}

counties_of(kind) := {code | some code, place in counties; place.county.kind == kind}

# --- the numbers of the legal specification, 1.4

test_the_table_has_13_prefectures if {
	count(prefectures) == 13
	count({code | some code, place in prefectures; place.prefecture.kind == "市"}) == 12
}

test_the_table_has_105_counties_of_which_103_are_units_of_law if {
	count(counties) == 105
	count(counties_of("市辖区")) == 39
	count(counties_of("县级市")) == 26
	count(counties_of("县")) == 35
	counties_of("自治县") == {"420528", "420529"}
	counties_of("林区") == {"429021"}
	counties_of("统计单位") == {"421071", "421171"}
}

test_the_table_has_1475_townships if {
	count(townships) == 1475
	count(townships_of("镇")) == 760
	count(townships_of("乡")) == 160
	count(townships_of("街道")) == 339
	count(townships_of("功能区类")) == 216
}

test_no_street_lies_in_a_county if {
	streets := {code | some code in townships_of("街道"); townships[code].county.kind in {"县", "自治县", "林区"}}
	streets == set()
}

test_the_older_edition_has_counties_and_no_townships if {
	older := data.territory.editions["2019-10-31"].divisions
	count([code | some code, _ in older; not endswith(code, "00")]) == 105
	count([code | some code, _ in older; count(code) != 6]) == 0
}

test_34_provinces if {
	count(data.territory.provinces.names) == 34
	every prefix, _ in data.territory.provinces.names {
		is_boolean(territory.place($"{prefix}0000", null).inHubei)
	}
}

test_the_headings_of_the_statistics_are_no_places if {
	every edition in ["2019-10-31", "2023-06-30"] {
		not data.territory.editions[edition].divisions["429000"]
		not data.territory.editions[edition].divisions["420101"]
	}
	territory.place("429000", null).known == false
}

test_every_unit_stands_in_a_unit_of_the_table if {
	every code, place in townships {
		place.county.code == substring(code, 0, 6)
		place.edition == "2023-06-30"
		has_prefecture_or_is_directly_governed(place)
	}
	every place in counties {
		place.township == null
		has_prefecture_or_is_directly_governed(place)
	}
}

has_prefecture_or_is_directly_governed(place) if {
	is_object(place.prefecture)
	place.directlyGoverned == false
} else if {
	place.prefecture == null
	place.directlyGoverned == true
}

# --- every place of the table has organs, or a reason

test_every_township_has_organs_or_is_a_zone if {
	every place in townships {
		organs := territory.organs("township", place)
		object.keys(organs) == territory_test.organ_keys
		organs.reason in {null, "functional_zone"}
		territory_test.is_named(organs) != place.zone
		territory_test.is_unnamed(organs) == place.zone
	}
}

test_zones_are_the_216_by_code_those_of_statistical_units_and_the_managed_ones if {
	zones := {code | some code, place in townships; place.zone}
	managed := {code | some code, place in townships; place.managedBy != null}
	of_statistical_units := {code | some code, place in townships; place.statistical}
	count(of_statistical_units - townships_of("功能区类")) == 4
	count(managed) == 22
	zones == (townships_of("功能区类") | managed) | of_statistical_units
}

test_every_county_has_organs_unless_statistical if {
	every place in counties {
		organs := territory.organs("county", place)
		organs.reason in {null, "functional_zone"}
		territory_test.is_named(organs) != place.statistical
		territory_test.is_unnamed(organs) == place.statistical
		territory.organs("township", place).committee == null
	}
}

test_every_prefecture_has_organs if {
	every place in prefectures {
		territory.organs("prefecture", place).reason == null
		territory.organs("county", place).reason == "not_given"
		territory.organs("province", place).government.name == "湖北省人民政府"
	}
}

test_no_two_units_share_the_full_name_of_their_organs if {
	places := object.union_n([townships, counties, prefectures])
	named := [territory.organs(unit, place).committee.name |
		some code, place in places
		some unit in ["township", "county", "prefecture"]
		place[unit].code == code
		territory.organs(unit, place).reason == null
	]
	count(named) == ((((1475 - 216) - 4) - 22) + 103) + 13
	count(named) == count({name | some name in named})
}

endings := {
	"街道": ["街道工作委员会", "街道办事处"],
	"镇": ["镇委员会", "镇人民政府"],
	"乡": ["乡委员会", "乡人民政府"],
}

test_the_names_of_organs_end_in_the_kind_of_the_unit if {
	ordinary := {code: place | some code, place in townships; place.zone == false}
	every place in ordinary {
		organs := territory.organs("township", place)
		endswith(organs.committee.name, endings[place.township.kind][0])
		endswith(organs.government.name, endings[place.township.kind][1])
	}
}

# --- exceptions

test_every_exception_speaks_of_the_name_in_the_table if {
	every code, entry in data.territory.exceptions {
		newest[code] == entry.listed
		entry.reason != ""
		object.get(entry, "certainty", null) in {null, "M", "I"}
	}
}

changes := {"name", "short", "committeeShort", "managedBy", "statistical"}

test_every_exception_changes_something_on_a_named_ground_or_stays if {
	every entry in data.territory.exceptions {
		is_change_with_source(entry) != is_left_as_listed(entry)
	}
}

is_change_with_source(entry) if {
	count(object.keys(entry) & changes) > 0
	object.get(entry, "stays", null) == null
	is_string(entry.source)
} else := false

is_left_as_listed(entry) if {
	count(object.keys(entry) & changes) == 0
	entry.stays == true
} else := false

# A name that does not end in its kind, repeats a unit above it, names a manager, or stands in a range of its own.
anomalies contains code if {
	some code, place in townships
	place.township.kind != "功能区类"
	not endswith(place.township.name, place.township.kind)
}

anomalies contains code if {
	some code, place in townships
	place.township.kind == "功能区类"
	some ending in ["镇", "乡", "街道"]
	contains(place.township.name, ending)
}

anomalies contains code if {
	some code, place in townships
	place.township.kind != "功能区类"
	some part in ["街街道", "镇街道", "办事处", "管理", "委员会", "开发区", "高新区", "新区", "风景", "农场", "林场"]
	contains(place.township.name, part)
}

anomalies contains code if {
	some code, place in townships
	place.township.kind != "功能区类"
	some unit in ["county", "prefecture"]
	contains(place.township.name, place[unit].name)
}

anomalies contains code if {
	some code, place in townships
	substring(code, 6, 1) in {"0", "1"}
	substring(code, 7, 1) in {"5", "6", "7", "8", "9"}
}

test_every_odd_name_was_looked_at if {
	count(anomalies) == 61
	every code in anomalies {
		data.territory.exceptions[code]
	}
}
