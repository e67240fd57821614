# METADATA
# title: 湖北省行政区划与机关名称
# description: |
#   Where a code lies on a day, and what the committee and the government of each unit are called.
#   Every function is a function of its arguments and the committed tables only, and yields a value for any argument:
#   what cannot be answered is null with a reason, never undefined. Rules and sources: docs/territory.md.
package territory

# ---------------------------------------------------------------------------------------------------------------
# 代码和日期 codes and days

# 统计用区划代码：县级以上六位，乡级九位。
is_code(code) if {
	count(code) in {6, 9}
	is_digits(code)
} else := false

# YYYY-MM-DD. Whether the month has that day is checked where facts come in.
is_day(on) if {
	[count(part) | some part in split(on, "-")] == [4, 2, 2]
	is_digits(concat("", split(on, "-")))
} else := false

is_digits(text) if {
	trim(text, "0123456789") == ""
} else := false

# ---------------------------------------------------------------------------------------------------------------
# 版本 editions of the table: each shows the divisions on its cut-off day

edition_days := [day | some day, _ in data.territory.editions]

oldest_edition := min(edition_days)

newest_edition := max(edition_days)

editions_until(on) := [day | some day in edition_days; day <= on]

editions_since(on) := [day | some day in edition_days; day >= on]

# The edition of a day is the latest one cut off on or before it. A day before the first edition gets the first,
# an unknown day the newest. `inside`: the day lies between two cut-off days, so both sides of it are known.
edition(on) := {"date": max(editions_until(on)), "inside": on <= newest_edition} if {
	is_day(on)
} else := {"date": oldest_edition, "inside": false} if {
	is_day(on)
} else := {"date": newest_edition, "inside": false}

# The day's edition first, then the later ones, next first, then the earlier ones, last first: all of them from the
# last, for what an edition does not have it does not have a second time either.
search_order(on) := array.concat(since, array.reverse(sort(edition_days))) if {
	own := edition(on).date
	since := sort([day | some day in edition_days; day >= own])
}

name_in(day, code) := object.get(data.territory.editions, [day, "divisions", code], null)

# ---------------------------------------------------------------------------------------------------------------
# 查找 look-up of one code on one day

# name     the name in the table, null if no edition has the code
# edition  the day of the edition that the name was taken from
# exact    the editions on both sides of the day agree on code and name
# note     why not exact
lookup(code, on) := {
	"name": name_in(day, code),
	"edition": day,
	"exact": is_exact(code, on),
	"note": note(code, on),
} if {
	day := [day | some day in search_order(on); name_in(day, code) != null][0]
} else := {"name": null, "edition": null, "exact": false, "note": "code_not_given"} if {
	code == null
} else := {"name": null, "edition": null, "exact": false, "note": "code_not_in_any_edition"}

is_exact(code, on) if {
	edition(on).inside
	before := name_in(max(editions_until(on)), code)
	before != null
	before == name_in(min(editions_since(on)), code)
} else := false

note(code, on) := null if {
	is_exact(code, on)
} else := "day_not_given" if {
	not is_day(on)
} else := "day_before_first_edition" if {
	on < oldest_edition
} else := "day_after_last_edition" if {
	on > newest_edition
} else := "level_not_in_edition_of_day" if {
	count(code) == 9
	not "township" in data.territory.editions[edition(on).date].levels
} else := "editions_differ"

# ---------------------------------------------------------------------------------------------------------------
# 地点 the place: the units that contain it

# Always the same keys; all units null when no edition has the code.
place(code, on) := {
	"code": text_or_null(code),
	"known": found.name != null,
	"inHubei": is_in_hubei(code),
	"otherProvince": other_province(code),
	"edition": found.edition,
	"editionExact": found.exact,
	"editionNote": found.note,
	"township": township(code, found.edition),
	"county": county(code, found.edition),
	"prefecture": prefecture(code, found.edition),
	"directlyGoverned": is_directly_governed(code, found.edition),
	"statistical": is_statistical(code, found.edition),
	"zone": is_zone(code, found.edition),
	"managedBy": zone_manager(code, found.edition),
} if {
	found := lookup(code, on)
}

text_or_null(value) := value if {
	is_string(value)
} else := null

# 省 by the first two digits. Null: no code, or a prefix that no province has.
province_name(code) := object.get(data.territory.provinces, ["names", substring(code, 0, 2)], null) if {
	is_code(code)
} else := null

is_in_hubei(code) := null if {
	province_name(code) == null
} else := startswith(code, "42")

other_province(code) := province_name(code) if {
	is_in_hubei(code) == false
} else := null

# 乡级
township(code, day) := {"code": code, "name": name_in(day, code), "kind": township_kind(code)} if {
	count(code) == 9
	name_in(day, code) != null
} else := null

# 末三位：001–099 街道，100–199 镇，200–399 乡，400–599 功能区类。The code decides, not the name.
township_kind(code) := object.get(kind_of_hundred, substring(code, 6, 1), "功能区类") if {
	is_string(code)
} else := "功能区类"

kind_of_hundred := {"0": "街道", "1": "镇", "2": "乡", "3": "乡"}

# 县级
county(code, day) := {
	"code": own,
	"name": name_in(day, own),
	"kind": county_kind(own, name_in(day, own)),
} if {
	own := county_code(code)
	name_in(day, own) != null
} else := null

county_code(code) := substring(code, 0, 6) if {
	is_code(code)
	substring(code, 4, 2) != "00"
} else := null

county_kind(code, name) := "统计单位" if {
	is_listed_exception(code, name)
	object.get(exception(code), "statistical", false)
} else := "自治县" if {
	endswith(name, "自治县")
} else := "县" if {
	endswith(name, "县")
} else := "林区" if {
	endswith(name, "林区")
} else := "县级市" if {
	endswith(name, "市")
} else := "市辖区"

# 市（州）。The four directly governed units have none (T-11h).
prefecture(code, day) := {
	"code": own,
	"name": name_in(day, own),
	"kind": prefecture_kind(name_in(day, own)),
} if {
	own := prefecture_code(code)
	name_in(day, own) != null
} else := null

prefecture_code(code) := concat("", [substring(code, 0, 4), "00"]) if {
	is_code(code)
	substring(code, 2, 2) != "00"
	not is_code_of_directly_governed(code)
} else := null

prefecture_kind(name) := "自治州" if {
	endswith(name, "自治州")
} else := "市"

# 省直辖县级行政单位：仙桃、潜江、天门、神农架
is_directly_governed(code, day) if {
	county(code, day) != null
	is_code_of_directly_governed(code)
} else := false

is_code_of_directly_governed(code) if {
	startswith(code, "4290")
} else := false

# 统计单位：有代码而不是县级行政区（421071、421171）
is_statistical(code, day) if {
	county(code, day).kind == "统计单位"
} else := false

# 功能区：级别不在任何代码表内，由事实给出（T-11j）
is_zone(code, day) if {
	township(code, day).kind == "功能区类"
} else if {
	is_statistical(code, day)
} else if {
	zone_manager(code, day) != null
} else := false

# 由功能区管理的街道、镇：the zone's name, null for a unit that its county manages
zone_manager(code, day) := object.get(exception(code), "managedBy", null) if {
	is_listed_exception(code, township(code, day).name)
} else := null

# ---------------------------------------------------------------------------------------------------------------
# 名称例外 exceptions

exception(code) := object.get(data.territory.exceptions, code, {}) if {
	is_string(code)
} else := {}

# An exception speaks of one name; a later edition may have mended it.
is_listed_exception(code, name) if {
	object.get(exception(code), "listed", null) == name
} else := false

property_of(unit, key, otherwise) := object.get(exception(unit.code), key, otherwise) if {
	is_listed_exception(unit.code, unit.name)
} else := otherwise

official_name(unit) := property_of(unit, "name", member(unit, "name"))

short_name(unit) := property_of(unit, "short", official_name(unit))

# ---------------------------------------------------------------------------------------------------------------
# 党委和政府的名称 names of the committee and the government

# The level of the regulators that Article 11 puts beside the organs of each unit, in its words.
regulator_level := {
	"township": "县（市、区）",
	"county": "市（州）",
	"prefecture": "省",
	"province": null,
}

province := {"code": "420000", "name": "湖北省", "kind": "省"}

# unit: township · county · prefecture · province; place: what place(code, on) gave. Always the same keys;
# committee and government are null exactly when reason is not.
organs(unit, place) := {
	"unit": unit,
	"code": own.code,
	"kind": own.kind,
	"committee": committee(own, before),
	"government": government(own, before),
	"regulatorLevel": regulator_level[unit],
	"reason": null,
	"certainty": property_of(own, "certainty", null),
} if {
	why_unnamed(unit, place) == null
	own := unit_of(unit, place)
	before := name_before(unit, place)
} else := {
	"unit": known_unit(unit),
	"code": member(unit_of(unit, place), "code"),
	"kind": member(unit_of(unit, place), "kind"),
	"committee": null,
	"government": null,
	"regulatorLevel": member(regulator_level, known_unit(unit)),
	"reason": why_unnamed(unit, place),
	"certainty": property_of(unit_of(unit, place), "certainty", null),
}

# Never an invented committee: a zone's level and organs are stated by the facts, not taken from the table.
why_unnamed(unit, place) := "unknown_unit" if {
	known_unit(unit) == null
} else := "outside_hubei" if {
	member(place, "inHubei") == false
} else := "unknown_place" if {
	member(place, "known") != true
} else := "functional_zone" if {
	unit == "township"
	member(place, "zone") == true
} else := "functional_zone" if {
	unit == "county"
	member(place, "statistical") == true
} else := "directly_governed" if {
	unit == "prefecture"
	member(place, "directlyGoverned") == true
} else := "not_given" if {
	unit_of(unit, place) == null
} else := "unknown_place" if {
	name_before(unit, place) == null
} else := null

known_unit(unit) := unit if {
	unit in ["township", "county", "prefecture", "province"]
} else := null

unit_of(unit, place) := province if {
	unit == "province"
	member(place, "known") == true
} else := own if {
	own := member(place, known_unit(unit))
	is_string(own.code)
	is_string(own.name)
	is_string(own.kind)
} else := null

# The object's member; null where there is none, or no object.
member(object_or_null, key) := object.get(object_or_null, [key], null) if {
	is_object(object_or_null)
} else := null

# 全称冠以所属：乡级冠县（市、区）名，市辖区再冠市名；县、县级市不冠市（州）名。
name_before(unit, place) := "" if {
	unit in ["province", "prefecture"]
} else := official_name(unit_of("prefecture", place)) if {
	unit == "county"
	is_district(place)
} else := "" if {
	unit == "county"
} else := concat("", [prefecture_name, county_name]) if {
	is_district(place)
	prefecture_name := official_name(unit_of("prefecture", place))
	county_name := official_name(unit_of("county", place))
} else := official_name(unit_of("county", place))

is_district(place) if {
	unit_of("county", place).kind == "市辖区"
} else := false

# 街道是派出机关：党工委、办事处；乡镇：党委、政府；县级以上：委、政府。
committee(own, before) := {
	"name": $"中共{before}{official_name(own)}工作委员会",
	"short": $"{official_name(own)}党工委",
} if {
	own.kind == "街道"
} else := {
	"name": $"中共{before}{official_name(own)}委员会",
	"short": $"{official_name(own)}党委",
} if {
	own.kind in ["镇", "乡"]
} else := {
	"name": $"中共{before}{official_name(own)}委员会",
	"short": property_of(own, "committeeShort", $"{short_name(own)}委"),
}

government(own, before) := {
	"name": $"{before}{official_name(own)}办事处",
	"short": $"{official_name(own)}办事处",
} if {
	own.kind == "街道"
} else := {
	"name": $"{before}{official_name(own)}人民政府",
	"short": $"{short_name(own)}政府",
}
