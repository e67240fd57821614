# METADATA
# title: 所问对象的地区
# description: |
#   Whether the accidents that art. 13(1)(2)–(4) count happened in the area of the body asked about, and whether it is of
#   the level that the item names (市州, 县（市、区）). 党委 and 政府 answer for their own area; of a department the items name
#   the 行业、领域 too. Whether a department of another area or a body of another level is 有关 they do not say.
package hubei_joint_accountability.v2020.own_area

import data.facts
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.register
import data.logic
import data.readings.readings
import data.territory

tiers := ["township", "county", "prefecture"]

levels := {"乡镇": 0, "县（市、区）": 1, "市（州）": 2}

# Whether the body is of the unit in which the accident happened: a smaller body lies in it or does not (whether it is 有关,
# the deciding organ says), a wider one has it in its area.
concerned(unit) := in_its_zone if is_of_a_zone

else := within(unit) if may_be_within(unit)

else := logic.never(within(unit).on) if facts.subject.kind.value in ["党委", "政府", "派出机关"]

else := logic.open([facts.subject.kind.fact | facts.subject.kind.value == null])

is_of_a_zone if facts.subject.kind.value == "功能区管理机构"

# The code that a zone's body carries is that of its host: only the accident that is stated to be of its zone is.
in_its_zone := logic.always(array.concat([facts.subject.organ.fact], the_same)) if {
	the_same := [leaf.fact | some leaf in organs_of_the_zone; leaf.value == facts.subject.organ.value; leaf.value != null]
	count(the_same) > 0
}

else := logic.open([leaf.fact | some leaf in array.concat(organs_of_the_zone, [facts.subject.organ]); leaf.value == null])

organs_of_the_zone := [facts.zone.managementOrgan, facts.zone.partyOrgan]

# The entries of a register tell their place by the code only.
concerned_by_the_register := logic.open([]) if is_of_a_zone

else := logic.always([])

# Whether the body is of the level that an item names; a unit that the province governs directly, by the reading of what
# it is.
is_of_level(level) := logic.always([]) if not asked.of_subject

else := logic.open([facts.subject.level.fact]) if facts.subject.level.value == null

else := logic.always([facts.subject.level.fact]) if facts.subject.level.value == level

else := counts_as_a_prefecture if {
	[level, facts.subject.level.value] == ["市（州）", "县（市、区）"]
}

else := logic.never([facts.subject.level.fact])

counts_as_a_prefecture := logic.open([facts.subject.divisionCode.fact]) if facts.subject.divisionCode.value == null

else := logic.reads(readings.directlyGoverned, "prefecture") if {
	territory.is_code_of_directly_governed(facts.subject.divisionCode.value)
}

else := logic.never([facts.subject.divisionCode.fact])

# 有关党委、政府及其工作部门: of a body of another level the deciding organ says whether it is one; no fact does.
concerned_by_level(level) := logic.open(logic.readings_in(is_of_level(level).on)) if is_of_level(level).is == false

else := is_of_level(level)

may_be_within(unit) if within(unit).is != false

within(unit) := logic.always([]) if not asked.of_subject

else := logic.always([facts.subject.level.fact]) if facts.subject.level.value == "省"

else := logic.always([facts.subject.divisionCode.fact]) if register.place_code.fact == facts.subject.divisionCode.fact

else := by_unit[tiers[max([levels[facts.subject.level.value], index[unit]])]] if facts.subject.level.value != null

else := by_unit[unit] if by_unit[unit].is == true

else := logic.open([facts.subject.level.fact])

index := {unit: i | some i, unit in tiers}

by_unit := {unit: register.same_unit(facts.subject.divisionCode, register.place_code, unit) | some unit in tiers}

# Whether another organ has the place in its area, by its code.
has_the_place(organ) := logic.open(array.concat(organ.unnamed, [organ.code.fact])) if organ.code.value == null

else := logic.never([organ.code.fact]) if organ.in_hubei == false

else := logic.always([organ.code.fact]) if substring(organ.code.value, 0, 6) == "420000"

else := register.same_unit(organ.code, register.place_code, unit_of_code(organ.code.value))

unit_of_code(code) := "prefecture" if {
	endswith(substring(code, 0, 6), "00")
}

else := "township" if {
	count(code) == 9
	not endswith(code, "000")
}

else := "county"

# 地区 of item 4: every unit that contains the place, or its prefecture only.
unit_of_a_major := "township" if readings.area.value == "everyLevel"

else := "prefecture"

concerned_by_a_major := concerned("township") if concerned("township").is == concerned("prefecture").is

else := logic.under(logic.reads(readings.area, "everyLevel"), concerned("township"), concerned("prefecture"))

# 地区 of every level, or of the 市（州） only.
concerned_by_level_of_a_major := prefecture_level if prefecture_level.is == true

else := logic.under(logic.reads(readings.area, "everyLevel"), logic.always([]), prefecture_level)

prefecture_level := concerned_by_level("市（州）")

# A department of another area, where the ground may hold by its field, or a zone that is not told to be the place.
is_of_another_area(unit) if {
	concerned(unit).is == null
	is_elsewhere(unit)
}

is_elsewhere(_) if is_of_a_zone

is_elsewhere(unit) if within(unit).is == false
