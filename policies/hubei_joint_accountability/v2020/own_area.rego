# METADATA
# title: 所问对象的地区
# description: |
#   Whether the accidents that art. 13(1)(2)–(4) count happened in the area of the body asked about. 党委 and 政府 answer
#   for their own area; of a department the items name the 行业、领域 too, and whether that of another area is meant they
#   do not say.
package hubei_joint_accountability.v2020.own_area

import data.facts
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.register
import data.logic
import data.readings.readings

tiers := ["township", "county", "prefecture"]

levels := {"乡镇": 0, "县（市、区）": 1, "市（州）": 2}

# Whether the body is of the unit in which the accident happened: a smaller body lies in it or does not (whether it is 有关,
# the deciding organ says), a wider one has it in its area.
concerned(unit) := within(unit) if may_be_within(unit)

else := logic.never(within(unit).on) if facts.subject.kind.value in ["党委", "政府", "派出机关"]

else := logic.open([facts.subject.kind.fact | facts.subject.kind.value == null])

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

# A department of another area, where the ground may hold by its field.
is_of_another_area(unit) if {
	concerned(unit).is == null
	within(unit).is == false
}
