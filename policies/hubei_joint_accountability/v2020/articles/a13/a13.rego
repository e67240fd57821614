# METADATA
# title: 第十三条 从重追究责任
# description: |
#   Each ground stands by itself (`ground`); the item applies only to an established violation. Grounds are never netted
#   against those of art. 12.
package hubei_joint_accountability.v2020.articles.a13

import data.facts
import data.hubei_joint_accountability.v2020.accountability
import data.hubei_joint_accountability.v2020.articles.a11
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.own_area
import data.hubei_joint_accountability.v2020.reach
import data.hubei_joint_accountability.v2020.register
import data.logic
import data.order_493.v2007.articles.a03 as order_493
import data.readings.readings
import data.territory

# 违反本办法规定，有下列情形之一的，应当……从重追究责任
severe(ground) := object.union(
	logic.norm(logic.all_of([reach.by_violation, ground]), accountability.severe),
	{"ground": logic.tidy(logic.all_of([asked.covered, ground]))},
)

# METADATA
# title: 造成严重政治和社会影响
# custom:
#   provision: art_13__para_1__item_1
#   modality: must
#   class: H
#   human: [/consequences, /performance, /personal/dutiesNotPerformed, /personal/relatedToAccident]
#   quote: 造成严重政治和社会影响，严重损害党和政府形象声誉的。
#   questions: [grounds]
#   readings:
#     politicalImpact:
#       default: cumulative
#       alternatives: [alternative]
#       reason: 逗号前后没有“或者”，按两者兼具理解。
findings[rego.metadata.rule().custom.provision] := severe(political_impact)

political_impact := logic.under(
	logic.reads(readings.politicalImpact, "cumulative"),
	logic.all_of([impact, reputation]),
	logic.any_of([impact, reputation]),
)

impact := logic.given(facts.consequences.severePoliticalImpact)

reputation := logic.given(facts.consequences.reputationHarmed)

# METADATA
# title: 一年内发生2起以上较大事故的市州或者行业、领域
# custom:
#   provision: art_13__para_1__item_2
#   modality: must
#   class: M
#   human: [/performance, /accident/isResponsibilityAccident, /personal/dutiesNotPerformed, /personal/relatedToAccident]
#   quote: 一年内发生2起以上较大生产安全责任事故的市州或者行业、领域。
#   questions: [addressees, grounds]
#   readings:
#     sector:
#       default: byLevel
#       alternatives: [literal]
#       reason: 第二、三项都写“行业、领域”而起数不同，按层级理解才使每一项都有意义。
findings[rego.metadata.rule().custom.provision] := object.union_n([
	severe(concerned_by_two),
	{
		"area": logic.tidy(two_in_the_prefecture),
		"field": logic.tidy(two_in_the_field),
		"counted": counted_of_prefectures,
	},
	of_another_level(two_of_its_area, "市（州）"),
	of_another_area(two_of_its_area, "prefecture"),
])

concerned_by_two := logic.all_of([two_of_its_area, own_area.concerned_by_level("市（州）")])

# 有关党委、政府及其工作部门: whether a body of another level is one, the deciding organ says.
of_another_level(ground, level) := {"hint": "subject_of_another_level"} if {
	ground.is != false
	own_area.is_of_level(level).is == false
}

else := {}

# 有关党委、政府: of the area in which the accidents happened.
of_another_area(ground, unit) := {"hint": "subject_of_another_area"} if {
	ground.is != false
	own_area.is_of_another_area(unit)
}

else := {}

# By level, two accidents in a field of the 市（州） are two in the 市（州）: the industry does not decide.
two_of_its_area := two_in_its_prefecture if two_in_its_prefecture.is == true

else := logic.under(
	logic.reads(readings.sector, "byLevel"),
	two_in_its_prefecture,
	logic.any_of([two_in_its_prefecture, of_its_area("prefecture", with_this_in_the_field, others_in_the_field)]),
)

two_in_its_prefecture := of_its_area("prefecture", with_this_in_one(register.larger_ones), others_in_one(register.larger_ones))

# This accident counts for the bodies of its area; what the register shows counts in the area of the body.
of_its_area(unit, this, others) := register.by_occasion(
	logic.all_of([own_area.concerned(unit), this]),
	logic.all_of([own_area.concerned_by_the_register, others]),
)

# METADATA
# title: 省直管单位是否按市（州）计数
# description: 仙桃、潜江、天门、神农架 have no 市（州）; whether they count as one follows the reading of art. 11.
has_a_prefecture(code) := logic.any_of([
	not_directly_governed(code),
	logic.all_of([logic.negate(not_directly_governed(code)), logic.reads(readings.directlyGoverned, "prefecture")]),
])

not_directly_governed(code) := {
	"is": territory.is_code_of_directly_governed(code.value) == false,
	"on": [code.fact],
}

two_in_the_prefecture := two_in_one(register.larger_ones)

two_in_the_field := logic.under(
	logic.reads(readings.sector, "byLevel"),
	two_in_one(register.larger_ones_of_the_field),
	register.by_occasion(with_this_in_the_field, others_in_the_field),
)

with_this_in_the_field := register.with_this(register.larger_ones_of_the_field, 2)

others_in_the_field := register.shows(register.larger_ones_of_the_field, 2)

two_in_one(states) := register.by_occasion(with_this_in_one(states), others_in_one(states))

# In the 市（州） of the place.
with_this_in_one(states) := logic.all_of([
	has_a_prefecture(register.place_code),
	register.with_this(register.in_area(states, register.place_code, "prefecture"), 2),
])

# In the 市（州） of the body, or in one of those that a body of the province has in its area.
others_in_one(states) := logic.any_of(array.concat(
	[logic.all_of([is_a_prefecture(code), two_in(states, code)]) | some code in register.prefectures],
	[register.shows(register.of_no_prefecture(states), 2)],
)) if {
	register.own_area == "province"
}

else := logic.all_of([
	has_a_prefecture(register.body_code),
	register.shows(register.in_area(states, register.body_code, "prefecture"), 2),
])

two_in(states, prefecture) := register.shows(register.in_prefecture(states, prefecture), 2)

is_a_prefecture(code) := logic.reads(readings.directlyGoverned, "prefecture") if startswith(code, "4290")

else := logic.always([])

counted_of_prefectures := counted_of_the_body if {
	this := logic.all_of([own_area.concerned("prefecture"), with_this_in_one(register.larger_ones)])
	register.decided_by_others(this, logic.all_of([asked.covered, two_in_its_prefecture]))
}

else := register.counted(register.in_area(register.larger_ones, register.place_code, "prefecture"))

counted_of_the_body := register.counted([logic.all_of([state, {"is": register.prefecture_of(i) in with_two, "on": []}]) | some i, state in register.larger_ones]) if {
	register.own_area == "province"
	with_two := {code |
		some code in register.prefectures
		two_in(register.larger_ones, code).is == true
	}
}

else := register.counted(register.in_area(register.larger_ones, register.body_code, "prefecture"))

# METADATA
# title: 一年内发生1起以上较大事故的县（市、区）或者行业、领域
# custom:
#   provision: art_13__para_1__item_3
#   modality: must
#   class: M
#   human: [/performance, /accident/isResponsibilityAccident, /personal/dutiesNotPerformed, /personal/relatedToAccident]
#   quote: 一年内发生1起以上较大生产安全责任事故的县（市、区）或者行业、领域。
#   questions: [addressees, grounds]
findings[rego.metadata.rule().custom.provision] := object.union_n([
	a_larger,
	{"counted": counted_of_counties},
	of_another_level(a_larger_of_its_area, "县（市、区）"),
	of_another_area(a_larger_of_its_area, "county"),
	double_use(
		"art_11__para_1__item_2",
		[a_larger_of_its_area, order_493.grades.larger],
		[a_larger.applies, a11.larger_reaches],
	),
])

a_larger := severe(concerned_by_a_larger)

concerned_by_a_larger := logic.all_of([a_larger_of_its_area, own_area.concerned_by_level("县（市、区）")])

# This accident alone is one; earlier ones in its county are listed with it. By level, an accident in a field of the county
# is one in the county.
a_larger_of_its_area := of_its_area("county", register.this_is_larger, logic.any_of([
	register.shows(larger_of_counties, 1),
	logic.all_of([
		logic.reads(readings.sector, "literal"),
		register.shows(register.larger_ones_of_the_field, 1),
	]),
]))

# In the 县（市、区） of the body, or in those that a wider one has in its area.
larger_of_counties := register.in_area(register.larger_ones, register.body_code, register.own_area)

counted_of_counties := register.counted(larger_of_counties) if {
	this := logic.all_of([own_area.concerned("county"), register.this_is_larger])
	register.decided_by_others(this, logic.all_of([asked.covered, a_larger_of_its_area]))
}

else := register.counted(register.in_area(register.larger_ones, register.place_code, "county"))

# METADATA
# title: 发生重大事故的地区或者行业、领域
# custom:
#   provision: art_13__para_1__item_4
#   modality: must
#   class: M
#   human: [/performance, /accident/isResponsibilityAccident, /personal/dutiesNotPerformed, /personal/relatedToAccident]
#   quote: 发生重大生产安全责任事故的地区或者行业、领域。
#   questions: [addressees, grounds]
#   readings:
#     area:
#       default: everyLevel
#       alternatives: [prefecture]
#       reason: “地区”没有写层级，与第二项“市州”、第三项“县（市、区）”不同。
findings[rego.metadata.rule().custom.provision] := object.union_n([
	a_major,
	areas,
	of_another_level_by_the_area,
	of_another_area(a_major_of_its_area, own_area.unit_of_a_major),
	double_use(
		"art_11__para_1__item_3",
		[a_major_of_its_area, order_493.grades.major],
		[a_major.applies, a11.major_reaches],
	),
])

a_major := severe(concerned_by_a_major)

concerned_by_a_major := logic.all_of([a_major_of_its_area, own_area.concerned_by_level_of_a_major])

a_major_of_its_area := register.by_occasion(
	logic.all_of([own_area.concerned_by_a_major, register.this_is_major]),
	logic.all_of([own_area.concerned_by_the_register, register.a_major_before]),
)

of_another_level_by_the_area := of_another_level(a_major_of_its_area, "市（州）") if readings.area.value == "prefecture"

else := {}

default areas := {}

areas := {"areas": {"option": readings.area.option, "units": area_units}} if {
	a_major_of_its_area.is != false
	own_area.concerned_by_a_major.is != false
}

area_units := [unit |
	some level in levels_of_areas[readings.area.value]
	unit := register.place[level]
	unit != null
	may_have_had_a_major(level)
]

levels_of_areas := {"everyLevel": ["township", "county", "prefecture"], "prefecture": ["prefecture"]}

# Every unit that contains the place of this accident, or of those that contain it or the body the ones in which the
# register may show one.
may_have_had_a_major(_) if register.this_is_major.is != false

may_have_had_a_major(level) if register.may_show_a_major_in(level)

# The same accident opens art. 11 for whom it aggravates under art. 13: said, not netted. It is what makes the ground and
# of the grade; that the item applies and that art. 11 reaches whom is asked about may still be open.
double_use(provision, certain, possible) := {"doubleUse": provision} if {
	logic.all_of(array.concat([register.is_responsibility_accident], certain)).is == true
	logic.all_of(possible).is != false
} else := {}

# METADATA
# title: 引发重特大群体性事件
# custom:
#   provision: art_13__para_1__item_5
#   modality: must
#   class: H
#   human: [/consequences, /performance, /personal/dutiesNotPerformed, /personal/relatedToAccident]
#   quote: 因生产安全事故引发重特大群体性事件的。
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := severe(mass_incident)

# Items 5 to 7 speak of an accident and of what came of it: where none happened, they do not.
an_accident_happened := logic.never([facts.accident.occurred.fact]) if facts.accident.occurred.value == false

else := logic.always([])

mass_incident := logic.all_of([
	an_accident_happened,
	logic.is_one_of(facts.consequences.massIncidentGrade, ["重大", "特别重大"]),
	logic.given(facts.consequences.massIncidentCaused),
])

# METADATA
# title: 事故救援不力
# custom:
#   provision: art_13__para_1__item_6
#   modality: must
#   class: X
#   human: [/consequences, /performance, /personal/dutiesNotPerformed, /personal/relatedToAccident]
#   quote: 不按照规定落实生产安全事故救援力量、设备、器材和救援预案而导致事故救援不力的。
#   questions: [grounds]
findings[rego.metadata.rule().custom.provision] := severe(failed_rescue)

failed_rescue := logic.all_of([
	an_accident_happened,
	logic.given(facts.consequences.rescueNotProvided),
	logic.given(facts.consequences.rescueFailed),
])

# METADATA
# title: 不配合调查处理、弄虚作假
# custom:
#   provision: art_13__para_1__item_7
#   modality: must
#   class: H
#   human: [/conduct, /performance, /personal/dutiesNotPerformed, /personal/relatedToAccident]
#   quote: 不配合事故调查处理或者在事故调查和处理中，不如实报告情况，敷衍塞责、推卸责任，或者唆使、默许有关部门和人员弄虚作假，阻扰调查处理工作的。
#   questions: [addressees, grounds]
#   readings:
#     obstruction:
#       default: separate
#       alternatives: [cumulative]
#       reason: 逗号所隔的各种情形各自都足以妨碍调查，按分别成立理解。
findings[rego.metadata.rule().custom.provision] := object.union(severe(obstruction), hint_of_figures)

obstruction := logic.all_of([an_accident_was_inquired_into, obstructed])

# An inquiry that is named may have been into another event, or into this one before it was found to be no accident.
an_accident_was_inquired_into := logic.open([facts.accident.occurred.fact]) if {
	facts.accident.occurred.value == false
	facts.conduct.inquiry.value != null
}

else := an_accident_happened

obstructed := logic.under(
	logic.reads(readings.obstruction, "separate"),
	logic.any_of([uncooperative, untruthful, shirking, fraud, obstructing]),
	logic.any_of([
		uncooperative,
		logic.all_of([untruthful, shirking]),
		logic.all_of([fraud, obstructing]),
	]),
)

uncooperative := logic.given(facts.conduct.uncooperative)

untruthful := logic.given(facts.conduct.untruthfulReport)

shirking := logic.given(facts.conduct.shirking)

fraud := logic.given(facts.conduct.instigatedFraud)

obstructing := logic.given(facts.conduct.obstruction)

# Figures that differ prove nothing; they are a reason to look.
default hint_of_figures := {}

hint_of_figures := {"hint": "reported_figures_differ"} if {
	facts.accident.firstReportedDeaths.value != null
	facts.accident.firstReportedDeaths.value < facts.accident.deaths.value
}
