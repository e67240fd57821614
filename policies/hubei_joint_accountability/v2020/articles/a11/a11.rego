# METADATA
# title: 第十一条 发生事故的精准问责
package hubei_joint_accountability.v2020.articles.a11

import data.facts
import data.hubei_joint_accountability.v2020.accident_concern
import data.hubei_joint_accountability.v2020.accountability
import data.hubei_joint_accountability.v2020.addressees
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.own_area
import data.hubei_joint_accountability.v2020.scope
import data.logic
import data.order_493.v2007.articles.a03 as order_493
import data.readings.readings

# METADATA
# title: 精准问责的条件
# description: |
#   A responsibility accident with severe social impact or serious nature. The gate covers all three grades.
# custom:
#   provision: art_11__para_1
#   modality: must
#   class: chapeau
#   human: [/accident/severeSocialImpact, /accident/seriousNature, /accident/isResponsibilityAccident]
#   quote: 发生生产安全责任事故，对于社会影响恶劣或者性质严重的，应当在统筹考虑事故类型、发生原因和职责的基础上，按照下列规定进行精准问责：
#   questions: [accountability, addressees]
findings[rego.metadata.rule().custom.provision] := object.union_n([
	logic.finding(logic.all_of([scope.covered, is_responsibility_accident, gate_of_this_grade])),
	{"weigh": ["事故类型", "发生原因", "职责"]},
	presumption,
])

is_responsibility_accident := logic.never([facts.accident.occurred.fact]) if facts.accident.occurred.value == false

else := logic.given(facts.accident.isResponsibilityAccident)

# 发生生产安全责任事故，对于社会影响恶劣或者性质严重的
case_of_this_article(grade, gate) := logic.all_of([scope.covered, grade, is_responsibility_accident, gate])

severe_impact_or_nature := logic.any_of([
	logic.given(facts.accident.severeSocialImpact),
	logic.given(facts.accident.seriousNature),
])

# METADATA
# title: 追责门槛
# description: The presumption stands in for evaluations that are not made; it does not outweigh two that say no.
# custom:
#   readings:
#     gate:
#       default: strict
#       alternatives: [presumed]
#       reason: “对于社会影响恶劣或者性质严重的”写在第一款的开头，三种等级都须具备；重大事故推定具备是可以主张的另一读法。
presumed_for_major := logic.reads(readings.gate, "presumed") if severe_impact_or_nature.is == null

else := logic.never([])

gate_of_major := logic.any_of([severe_impact_or_nature, presumed_for_major])

gate_of_this_grade := logic.any_of([
	severe_impact_or_nature,
	logic.all_of([order_493.grades.major, presumed_for_major]),
])

# METADATA
# title: 发生一般事故的追责对象
# custom:
#   provision: art_11__para_1__item_1
#   modality: must
#   class: M
#   human: [/accident/severeSocialImpact, /accident/seriousNature, /accident/isResponsibilityAccident]
#   quote: 发生一般生产安全责任事故，追究该乡镇党委、政府和该县（市、区）行业、领域监管部门，以及上述党委、政府和监管部门相关负责人的责任。
#   questions: [accountability, addressees]
findings[rego.metadata.rule().custom.provision] := reached(general_case, "乡镇", "县（市、区）")

general_case := case_of_this_article(order_493.grades.general, severe_impact_or_nature)

# METADATA
# title: 发生较大事故的追责对象
# custom:
#   provision: art_11__para_1__item_2
#   modality: must
#   class: M
#   human: [/accident/severeSocialImpact, /accident/seriousNature, /accident/isResponsibilityAccident]
#   quote: 发生较大生产安全责任事故，追究该县（市、区）党委、政府和该市（州）行业、领域监管部门，以及上述党委、政府和监管部门相关负责人的责任。
#   questions: [accountability, addressees]
findings[rego.metadata.rule().custom.provision] := reached(larger_case, "县（市、区）", "市（州）")

larger_case := case_of_this_article(order_493.grades.larger, severe_impact_or_nature)

# METADATA
# title: 发生重大事故的追责对象
# description: A major accident reaches the prefecture's committee and government and the province's regulators.
# custom:
#   provision: art_11__para_1__item_3
#   modality: must
#   class: M
#   human: [/accident/severeSocialImpact, /accident/seriousNature, /accident/isResponsibilityAccident]
#   quote: 发生重大生产安全责任事故，追究该市（州）党委、政府和省行业、领域监管部门，以及上述党委、政府和监管部门相关负责人的责任。
#   questions: [accountability, addressees]
findings[rego.metadata.rule().custom.provision] := object.union(reached(major_case, "市（州）", "省"), presumption)

major_case := case_of_this_article(order_493.grades.major, gate_of_major)

default presumption := {}

presumption := {"presumed": true} if {
	readings.gate.value == "presumed"
	severe_impact_or_nature.is == null
	order_493.grades.major.is != false
}

# The addressees are given while the clause may speak: they are who is held to account if it does, not who is guilty.
reached(applies, organ_tier, regulator_tier) := object.union(
	logic.finding(applies),
	subject_among(applies, {"addressees": []}),
) if {
	applies.is == false
}

else := object.union_n([
	logic.norm(applies, addressees.pursued(who.addressees)),
	who,
	addressees.draft(who.addressees),
	subject_among(applies, who),
]) if {
	who := addressees.list(organ_tier, regulator_tier)
}

# Of a body or person asked about: whether the item reaches it.
subject_among(applies, who) := {"reachesSubject": logic.tidy(reaches(applies, who))} if asked.of_subject

else := {}

reaches(applies, who) := logic.all_of([applies, addressees.reaches_subject(who)])

# METADATA
# title: 按照事故调查处理的程序
# description: |
#   Accident cases follow the rules on accident investigation, not article 14. 以上规定情形 are those of paragraph 1: a body
#   or person that paragraph 1 does not reach is left to articles 9 and 14.
# custom:
#   provision: art_11__para_2
#   modality: renvoi
#   class: R
#   human: [/accident/severeSocialImpact, /accident/seriousNature, /accident/isResponsibilityAccident]
#   quote: 以上规定情形的责任追究，按照事故调查处理相关规定进行。
#   refersTo: 生产安全事故报告和调查处理条例
#   questions: [accountability, addressees, procedure]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.norm(case_of_whom_is_asked, logic.is_one_of(facts.accountability.track, ["事故调查处理"])),
	presumption,
)

accident_case := logic.any_of([general_case, larger_case, major_case])

# While it is open whether there is such a case, that is the first thing to find out.
case_of_whom_is_asked := accident_case if {
	accident_case.is != true
	case_that_reaches.is == null
}

else := case_that_reaches

# Of whom is asked; where nobody is, whether there is such a case.
case_that_reaches := logic.any_of([general_reaches, larger_reaches, major_reaches])

general_reaches := reached_by(general_case, "乡镇", "县（市、区）")

larger_reaches := reached_by(larger_case, "县（市、区）", "市（州）")

major_reaches := reached_by(major_case, "市（州）", "省")

reached_by(applies, organ_tier, regulator_tier) := applies if applies.is == false

else := applies if not asked.of_subject

else := reaches(applies, addressees.list(organ_tier, regulator_tier))

# METADATA
# title: 禁止先问责再调查
# description: |
#   No accountability before the findings of the investigation. Filing a case and suspension from duty are not forms
#   of accountability. While findings are not made the prohibition stands as a bar.
# custom:
#   provision: art_11__para_3
#   modality: must_not
#   class: M
#   quote: 禁止发生生产安全事故后采取先问责再调查的责任处理方式。
#   questions: [accountability, addressees, forms, procedure]
#   readings:
#     beforeInvestigation:
#       default: findings
#       alternatives: [start]
#       reason: 先问责再调查，按目的指调查结论作出以前；按字面也可以只指调查开始以前。
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.norm(accident_happened, none_premature),
	bar,
)

# An accident reported with its day has happened, whatever its numbers.
accident_happened := logic.never([facts.accident.occurred.fact]) if facts.accident.occurred.value == false

else := logic.all_of([scope.covered, logic.known(facts.accident.occurredOn)])

by_the_start if readings.beforeInvestigation.value == "start"

milestone := facts.investigation.startedOn if by_the_start

else := facts.investigation.findingsOn

milestone_on := [milestone.fact, readings.beforeInvestigation.option]

# What has findings has begun.
milestone_reached := {"is": true, "on": milestone_on} if milestone.value != null

else := {"is": true, "on": [facts.investigation.findingsOn.fact, readings.beforeInvestigation.option]} if {
	facts.investigation.findingsOn.value != null
}

else := {"is": true, "on": [facts.investigation.findingsMade.fact, readings.beforeInvestigation.option]} if {
	by_the_start
	facts.investigation.findingsMade.value == true
}

else := {"is": null, "on": milestone_on} if by_the_start

else := {"is": made.is, "on": array.concat(made.on, [readings.beforeInvestigation.option])} if {
	made := logic.given(facts.investigation.findingsMade)
}

premature(i) := {"is": day.value < milestone.value, "on": array.concat([day.fact], milestone_on)} if {
	day := facts.accountability_decisions[i].on
	day.value != null
	milestone.value != null
}

else := logic.always(milestone_reached.on) if milestone_reached.is == false

else := by_the_other_day(i) if by_the_other_day(i)

else := logic.open(array.concat(milestone_on, [facts.accountability_decisions[i].on.fact |
	facts.accountability_decisions[i].on.value == null
]))

# An investigation begins no later than the day of its findings: what came after these came after that, and what came
# before it came before these.
by_the_other_day(i) := logic.never(rests) if {
	by_the_start
	day := facts.accountability_decisions[i].on
	day.value >= facts.investigation.findingsOn.value
	facts.investigation.findingsOn.value != null
	rests := [day.fact, facts.investigation.findingsOn.fact, readings.beforeInvestigation.option]
}

by_the_other_day(i) := logic.always(rests) if {
	not by_the_start
	day := facts.accountability_decisions[i].on
	day.value < facts.investigation.startedOn.value
	day.value != null
	rests := [day.fact, facts.investigation.startedOn.fact, readings.beforeInvestigation.option]
}

none_premature := logic.all_of(array.concat([accountability.listed_completely], [logic.negate(handles_the_accident_prematurely(i)) |
	some i, _ in facts.accountability_decisions
	accountability.is_accountability(i)
]))

# 发生生产安全事故后……的责任处理方式: whom the accident does not concern is not held to account for it.
handles_the_accident_prematurely(i) := premature(i) if premature(i).is == false

else := logic.all_of([premature(i), accountability.since.accident[i], accident_concern.of_decision(i)])

# METADATA
# title: 先问责再调查的禁止
# description: Whether it stands while the investigation has not come so far.
# custom:
#   barred:
#     art_11__para_3: 就事故先行问责（先问责再调查）
standing := logic.all_of([accident_happened, logic.negate(milestone_reached)])

default bar := {}

# Said also where it does not stand: that may rest on a reading.
bar := {"bar": logic.tidy(barred)} if accident_happened.is != false

# 发生生产安全事故后……先问责再调查: the bar is on handling the accident. Of a body asked about, whether that would be to hold
# it to account; whom the accident does not concern may be held to account for something else.
barred := standing if not asked.of_subject

else := concerns_whom_is_asked if concerns_whom_is_asked.is == false

else := logic.all_of([standing, concerns_whom_is_asked])

# Who is reached by the accident alone answers for nothing else.
concerns_whom_is_asked := accident_concern.concerns_subject(
	logic.any_of([own_area.within("township"), case_that_reaches]),
	asked.is_organ_or_principal,
)
