# METADATA
# title: 事故调查的机关
# description: |
#   Who investigates by the grade (articles 19 to 21): always the government of the place of the accident; a higher one may take
#   over. Who investigated does not tell the grade. Special equipment has investigators of its own (article 45).
package order_493.v2007.investigation

import data.facts
import data.hubei_joint_accountability.v2020.scope
import data.logic
import data.order_493.v2007.articles.a03
import data.order_493.v2007.counts
import data.special_equipment.v2009.scale as special_equipment
import data.territory

# Accidents for which no other regulation names the investigator.
is_ordinary := logic.negate(special_equipment.is_chosen)

is_accident := logic.all_of([is_ordinary, a03.at_least.general])

below_extraordinary := logic.all_of([is_accident, logic.negate(a03.at_least.extraordinary)])

ranks := {name: place | some place, name in ["事故发生单位", "县级", "市级", "省级", "国务院"]}

regular := {"extraordinary": "国务院", "major": "省级", "larger": "市级", "general": "县级"}

level := facts.investigation.investigatorLevel

# The investigator is of this level or above it, for a higher government may take over.
is_at_least(wanted) := logic.open([level.fact]) if level.value == null

else := {"is": ranks[level.value] >= ranks[wanted], "on": [level.fact]}

is_above(wanted) := logic.open([level.fact]) if level.value == null

else := {"is": ranks[level.value] > ranks[wanted], "on": [level.fact]}

# For whichever grade the accident has, the investigator of that grade, or one above, investigated.
investigated(grades) := logic.all_of([
logic.any_of([logic.negate(a03.grades[grade]), is_high_enough(grade), entrusted(grade)]) |
	some grade in grades
])

# 设区的市级人民政府: where there is none, article 19 does not say that the government of the unit is too low.
is_high_enough(grade) := is_at_least(regular[grade]) if grade != "larger"

else := is_at_least("市级") if level.value != "县级"

else := logic.open([]) if scope.place.directlyGoverned

else := logic.open(investigator(grade).missing) if {
	scope.place.inHubei != false
	investigator(grade).status == "undetermined"
}

else := is_at_least("市级")

# 未造成人员伤亡的一般事故 may be left to the unit itself.
entrusted("general") := logic.all_of([logic.is_one_of(level, ["事故发生单位"]), without_casualties])

entrusted(grade) := logic.never([]) if grade != "general"

without_casualties := logic.negate(logic.any_of([
	logic.at_least(counts.deaths, 1),
	logic.at_least(counts.serious, 1),
	logic.at_least(counts.injured, 1),
]))

# The investigator of each grade that the accident may have, named where the table of divisions names it.
named(applies, grades) := {} if applies.is == false

else := {"investigators": investigators(grades)}

investigators(grades) := [object.union({"grade": names[grade]}, investigator(grade)) |
	some grade in grades
	a03.grades[grade].is != false
]

names := {"extraordinary": "特别重大", "major": "重大", "larger": "较大", "general": "一般"}

investigator("extraordinary") := {"level": "国务院", "status": "named", "organ": "国务院或者国务院授权的有关部门"}

investigator("major") := {"level": "省级", "status": "named", "organ": "湖北省人民政府"} if scope.place.inHubei == true

else := {"level": "省级", "status": "named", "organ": $"{scope.place.otherProvince}人民政府"} if scope.place.inHubei == false

else := unknown_place("省级")

# 设区的市级人民政府: the units governed directly by the province belong to none.
investigator("larger") := {"level": "市级", "status": "absent", "gap": "no_prefecture_investigator"} if scope.place.directlyGoverned

else := of_the_unit("市级", "prefecture")

investigator("general") := of_the_unit("县级", "county")

of_the_unit(tier, unit) := {"level": tier, "status": "named", "organ": name} if {
	name := territory.organs(unit, scope.place).government.name
}

else := unknown_place(tier)

unknown_place(tier) := {"level": tier, "status": "undetermined", "missing": [facts.accident.divisionCode.fact]}
