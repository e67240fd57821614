# METADATA
# title: 一年内的较大事故
# description: |
#   Counts of responsibility accidents for art. 13(1)(2)–(4), as intervals: a register that is not complete gives a lower
#   bound, never a "no". By default the accident in question is the one that completes the count, in the area of its place;
#   earlier cases are not reopened. What the register shows by itself, of a failure without an accident or whichever the
#   occasion, is counted in the area of the body asked about; without an accident up to the day of the act.
package hubei_joint_accountability.v2020.register

import data.calendar
import data.facts
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.publication
import data.hubei_joint_accountability.v2020.scope
import data.logic
import data.order_493.v2007.articles.a03 as order_493
import data.readings.readings
import data.territory

default of_an_accident := true

of_an_accident := false if facts.accident.occurred.value == false

day := facts.accident.occurredOn if of_an_accident

else := facts.act.on

place_code := facts.accident.divisionCode if of_an_accident

else := facts.subject.divisionCode

place := scope.place if of_an_accident

else := territory.place(place_code.value, day.value)

# The code of the body asked about; where none is, of the place.
body_code := facts.subject.divisionCode if asked.of_subject

else := place_code

this_day := calendar.ymd(day.value)

is_responsibility_accident := logic.given(facts.accident.isResponsibilityAccident)

# METADATA
# title: 因哪一起事故从重
# custom:
#   readings:
#     occasion:
#       default: counted
#       alternatives: [any]
#       reason: 从重的理由是计入起数的事故，因别的事故追究的，不由它们从重；条文只写发生了几起的地区和行业、领域，也可以理解为不论因哪一起追究。没有发生事故的失职，只看台账。
by_occasion(this, others) := logic.all_of([logic.always([facts.accident.occurred.fact]), others]) if not of_an_accident

else := this if this.is == true

else := readings_agree[readings.occasion.value] if {
	readings_agree := {"counted": this, "any": logic.any_of([this, others])}
	readings_agree.counted.is == readings_agree.any.is
}

else := logic.under(logic.reads(readings.occasion, "counted"), this, logic.any_of([this, others]))

own_count := 1 if of_an_accident

else := 0

# Whether so many are reached, `states` saying of each entry whether it counts: with this accident, or by `shows` in the
# register alone.
with_this(states, threshold) := logic.all_of([this_is_larger, logic.at_least(interval(1, states), threshold)])

# Whether what the register shows decides, not this accident.
decided_by_others(_, _) if not of_an_accident

decided_by_others(this, outcome) if {
	outcome.is == true
	this.is != true
}

shows(states, threshold) := logic.at_least(interval(0, states), threshold)

# METADATA
# title: 较大事故是否包括重大以上
# custom:
#   readings:
#     majorCountsAsLarger:
#       default: "no"
#       alternatives: ["yes"]
#       reason: 第二、三项只写“较大”，按字面不含重大；重大以上另由第四项规定。
counts_major := logic.reads(readings.majorCountsAsLarger, "yes")

this_is_larger := logic.all_of([
	is_responsibility_accident,
	logic.any_of([
		order_493.grades.larger,
		logic.all_of([order_493.at_least.major, counts_major]),
	]),
])

# METADATA
# title: 特别重大事故是否适用第四项
# custom:
#   readings:
#     extraordinaryCountsAsMajor:
#       default: "yes"
#       alternatives: ["no"]
#       reason: 举轻以明重：重大事故应当从重的，特别重大事故更应当从重。
counts_extraordinary := logic.reads(readings.extraordinaryCountsAsMajor, "yes")

this_is_major := logic.all_of([
	is_responsibility_accident,
	logic.any_of([
		order_493.grades.major,
		logic.all_of([order_493.at_least.extraordinary, counts_extraordinary]),
	]),
])

entry(i) := facts.register_accidents[i]

entry_day(i) := calendar.ymd(entry(i).on.value)

# Where the day of the accident in question is unknown, no entry can be placed in its year.
in_the_year(i) := logic.open([day.fact]) if this_day == null

else := logic.never([entry(i).on.fact, day.fact]) if entry_day(i) > this_day

else := {"is": within_reading(i), "on": year_paths(i)}

year_paths(i) := array.concat(
	[entry(i).on.fact, day.fact, readings.year.option],
	[readings.yearEnd.option | readings.year.value == "rolling"],
)

# METADATA
# title: 一年内的算法
# custom:
#   readings:
#     year:
#       default: rolling
#       alternatives: [calendar, assessment]
#       reason: “一年内”没有写“年度”，按连续十二个月理解；自然年和考核年度是另外的读法。
#     yearEnd:
#       default: inclusive
#       alternatives: [exclusive]
#       reason: 民法典第二百零一条，开始的当日不计入，期间的末日在期间以内。
within_reading(i) if {
	readings.year.value == "rolling"
	calendar.ymd_year_later(entry(i).on.value) > this_day
}

else if {
	readings.year.value == "rolling"
	readings.yearEnd.value == "inclusive"
	calendar.ymd_year_later(entry(i).on.value) == this_day
}

else if {
	readings.year.value == "calendar"
	calendar.year_of(entry(i).on.value) == calendar.year_of(day.value)
}

else if {
	readings.year.value == "assessment"
	assessment_year(entry(i).on.value) == assessment_year(day.value)
}

else := false

# 考核年度: from 1 December to 30 November.
assessment_year(on) := calendar.year_of(on) + 1 if calendar.month_of(on) == 12

else := calendar.year_of(on)

# METADATA
# title: 发布以前的事故
# custom:
#   readings:
#     registerReachesBack:
#       default: "no"
#       alternatives: ["yes"]
#       reason: 本办法自发布之日起施行，没有溯及既往的规定。
reaches_back := logic.reads(readings.registerReachesBack, "yes")

under_the_measures(i) := logic.always([]) if entry(i).on.value >= publication.not_after

else := logic.any_of([logic.open(["/publication"]), reaches_back]) if entry(i).on.value >= publication.not_before

else := reaches_back

larger(i) := logic.is_one_of(entry(i).grade, ["较大"]) if not entry(i).grade.value in ["重大", "特别重大"]

else := counts_major

# Whether an entry lies in the same area as a code: the province, which is one, or a unit of it.
same_area(_, _, "province") := logic.always([])

same_area(i, code, level) := same_unit(entry(i).divisionCode, code, level) if level != "province"

# Two prefectures have no county in common and two counties no town, however far the codes go.
same_unit(code, other, level) := logic.never([code.fact, other.fact]) if {
	some wider in levels_above[level]
	areas := [area_code(leaf.value, wider) | some leaf in [code, other]]
	not null in areas
	areas[0] != areas[1]
}

else := logic.open(unknown) if {
	unknown := [leaf.fact | some leaf in [other, code]; area_code(leaf.value, level) == null]
	count(unknown) > 0
}

else := {
	"is": area_code(code.value, level) == area_code(other.value, level),
	"on": [code.fact, other.fact],
}

levels_above := {"county": ["prefecture"], "township": ["prefecture", "county"]}

# A code that stops short of the level does not tell the area. 4290 groups the units governed directly by the province
# and is no prefecture: there the unit stands for itself.
area_code(code, level) := null if code == null

else := township_code(code) if level == "township"

else := substring(code, 0, 6) if startswith(code, "4290")

else := null if endswith(code, "0000")

else := substring(code, 0, 4) if level == "prefecture"

else := null if endswith(substring(code, 0, 6), "00")

else := substring(code, 0, 6)

township_code(code) := code if count(code) == 9

else := null

same_industry(i) := logic.open([leaf.fact | some leaf in [facts.accident.industry, entry(i).industry]; leaf.value == null]) if {
	null in [facts.accident.industry.value, entry(i).industry.value]
}

else := {
	"is": entry(i).industry.value == facts.accident.industry.value,
	"on": [facts.accident.industry.fact, entry(i).industry.fact],
}

counted_larger(i) := logic.all_of([
	larger(i),
	in_the_year(i),
	logic.given(entry(i).isResponsibilityAccident),
	under_the_measures(i),
])

larger_ones := [counted_larger(i) | some i, _ in facts.register_accidents]

larger_ones_of_the_field := [logic.all_of([state, same_industry(i)]) | some i, state in larger_ones]

in_area(states, code, level) := [logic.all_of([state, same_area(i, code, level)]) | some i, state in states]

# The 市（州） of which the register shows an accident, by their codes, and those that belong to each.
prefectures := {code |
	some i, _ in facts.register_accidents
	code := prefecture_of(i)
	code != null
}

prefecture_of(i) := area_code(entry(i).divisionCode.value, "prefecture")

in_prefecture(states, prefecture) := [logic.all_of([state, is_of_prefecture(i, prefecture)]) | some i, state in states]

is_of_prefecture(i, prefecture) := logic.open([entry(i).divisionCode.fact]) if prefecture_of(i) == null

else := {"is": prefecture_of(i) == prefecture, "on": [entry(i).divisionCode.fact]}

# Those of which the 市（州） is not told may all be of one that the register shows nothing else of.
of_no_prefecture(states) := [logic.all_of([state, logic.open([entry(i).divisionCode.fact])]) |
	some i, state in states
	prefecture_of(i) == null
]

# The interval of a count, beside what counts already.
interval(own, states) := {
	"low": own + count([s | some s in states; s.is == true]),
	"high": highest(own, states),
	"known": [p | some s in states; s.is == true; some p in s.on],
	"bound": array.concat(["/register/accidents", "/register/complete"], [p | some s in states; some p in logic.readings_in(s.on)]),
	"missing": array.concat(register_gap, [p | some s in states; s.is == null; some p in s.on]),
}

highest(own, states) := own + count([s | some s in states; s.is != false]) if is_whole

else := null

# A list that is not given is unknown, whatever is said of its completeness.
is_whole if {
	facts.register.complete.value == true
	facts.register.accidents.value != null
}

register_gap := [] if is_whole

else := ["/register/accidents", "/register/complete"]

larger_in_area(level) := interval(own_count, in_area(larger_ones, place_code, level))

larger_in_field(level) := interval(own_count, in_area(larger_ones_of_the_field, place_code, level))

# The entries that certainly count with this accident.
counted(states) := [$"/register/accidents/{i}" |
	some i, state in states
	state.is == true
]

# 发生重大生产安全责任事故的地区或者行业、领域: what the register shows until then.
a_major_before := shows([major_before(i) | some i, _ in facts.register_accidents], 1)

major_before(i) := logic.all_of([counted_major(i), logic.any_of([in_the_area(i), same_industry(i)])])

counted_major(i) := logic.all_of([
	is_major(i),
	not_later(i),
	logic.given(entry(i).isResponsibilityAccident),
	under_the_measures(i),
])

may_show_a_major_in(level) if {
	some i, _ in facts.register_accidents
	logic.all_of([counted_major(i), same_area(i, place_code, level)]).is != false
}

# 地区: of the body asked about its own, of an accident any unit that contains its place.
in_the_area(i) := same_area(i, place_code, "prefecture") if not asked.of_subject

else := logic.under(logic.reads(readings.area, "everyLevel"), in_own_unit(i), same_area(i, body_code, own_prefecture))

# A body of the province has every 市（州） in its area.
own_prefecture := "province" if own_area == "province"

else := "prefecture"

in_own_unit(i) := same_area(i, body_code, own_area) if own_area != "county"

else := same_area(i, body_code, "township") if facts.subject.level.value == "乡镇"

else := same_area(i, body_code, "county") if facts.subject.level.value != null

else := in_county_or_township(same_area(i, body_code, "county"), same_area(i, body_code, "township"))

# The code of a county or of a township does not tell of which of them the body is.
in_county_or_township(county, township) := county if county.is == township.is

else := logic.open(array.concat([facts.subject.level.fact], [p | township.is == null; some p in township.on]))

is_major(i) := logic.any_of([
	logic.is_one_of(entry(i).grade, ["重大"]),
	logic.all_of([logic.is_one_of(entry(i).grade, ["特别重大"]), counts_extraordinary]),
])

not_later(i) := logic.open([day.fact]) if this_day == null

else := {"is": entry_day(i) <= this_day, "on": [entry(i).on.fact, day.fact]}

# The area in which the 县（市、区） of a body lie: its own one, or those of its 市（州） or of the province.
own_area := "province" if facts.subject.divisionCode.value == "420000"

else := "prefecture" if is_of_a_prefecture

else := "county"

is_of_a_prefecture if endswith(substring(facts.subject.divisionCode.value, 0, 6), "00")
