# METADATA
# title: 是否适用和如何适用
# description: |
#   What the question of applicability is about — a body or person where the facts state one, else an accident — and how
#   the measures cover it: directly, by reference with the adaptation, doubtful, outside; under which version.
package hubei_joint_accountability.v2020.coverage

import data.facts
import data.hubei_joint_accountability.v2014.version as v2014
import data.hubei_joint_accountability.v2020.scope
import data.later_law
import data.logic
import data.readings
import data.roles

# Whoever states a body or person asks of it; its place and kind may still be unknown.
asked := "subject" if {
	some leaf in facts.subject
	leaf.value != null
}

else := "accident" if {
	some leaf in [facts.accident.divisionCode, facts.accident.occurredOn]
	leaf.value != null
}

else := "nothing"

directly := scope.in_territory if asked == "accident"

else := logic.all_of([scope.subject_in_province, scope.subject_is_direct])

by_time := scope.in_force if asked == "accident"

else := scope.act_in_force

covered := scope.covered if asked == "accident"

else := scope.subject_covered

# 直接适用、参照执行、存疑、不适用；待查明 while the kind or the place is not known.
basis := basis_of_the_accident if asked == "accident"

else := "outside" if scope.subject_in_province.is == false

else := "outside" if subject_is_of_a_kind.is == false

else := "doubtful" if doubts != {}

else := "undetermined" if scope.subject_in_province.is == null

else := "direct" if scope.subject_is_direct.is == true

else := "byReference" if scope.subject_is_by_reference.is == true

else := "undetermined"

basis_of_the_accident := {true: "direct", false: "outside", null: "undetermined"}[scope.in_territory.is]

subject_is_of_a_kind := logic.any_of([scope.subject_is_direct, scope.subject_is_by_reference])

# What the text leaves in doubt, with the reason; no further fact about the body can settle it.
default doubts := {}

doubts := {"gap": "central_enterprise_doubtful"} if {
	facts.subject.kind.value == "国有（控股）企业"
	facts.subject.ownership.value == "中央"
}

# 有关: the text does not say which; read as those with functions of work safety.
doubts := {"gap": "public_institution_doubtful"} if {
	facts.subject.kind.value == "直属事业单位"
	facts.subject.hasSafetyFunctions.value == null
}

of_the_subject_by_reference := {} if scope.subject_in_province.is == false

else := doubts if doubts != {}

else := {"adaptation": adaptation} if scope.subject_is_by_reference.is == true

else := {}

default adaptation := ""

adaptation := "街道党工委、办事处相当于乡镇党委、政府" if {
	facts.subject.kind.value == "派出机关"
	facts.subject.level.value == "乡镇"
}

else := adaptations[facts.subject.kind.value]

# 参照: how the measures are carried over to each kind, an interpretation.
adaptations := {
	"派出机关": "派出机关的党委（党工委）和行政机关按其层级相当于该级党委、政府",
	"功能区管理机构": "功能区党工委、管委会按其层级相当于该级党委、政府",
	"直属事业单位": "直属事业单位在其安全生产职能范围内相当于同级工作部门",
	"国有（控股）企业": "企业党组织和管理层在其职责范围内参照，按照干部管理权限处理",
}

# Why a body is outside.
default outside_because := "kind_not_listed"

outside_because := "other_province" if {
	scope.subject_in_province.is == false
}

else := {"其他企业": "private_enterprise", "直属事业单位": "public_institution_without_safety_functions"}[facts.subject.kind.value]

reason := {"reason": doubts.gap} if basis == "doubtful"

else := {"reason": outside_because} if {
	basis == "outside"
	asked != "accident"
}

else := {"reason": "other_province"} if basis == "outside"

else := {}

named_adaptation := {"adaptation": adaptation} if basis == "byReference"

else := {}

# An act that went on across the day of publication has a part before it and a part from it on, or may have.
default parts := {}

parts := {"each": [
	{"of": "发布以前的部分", "applies": logic.tidy(part_before), "code": how_it_spans},
	{"of": "发布之日起的部分", "applies": logic.tidy(scope.act_at_its_end)},
]} if {
	asked != "accident"
	scope.act_may_span_publication
}

how_it_spans := "act_spans_publication" if scope.act_spans_publication

else := "act_may_span_publication"

# Nothing says that the measures reach back into the earlier part, or that the whole must be judged as one.
part_before := logic.open(array.concat(
	[leaf.fact | some leaf in [facts.act.from]; leaf.value == null],
	["/publication"],
))

# The last day that the facts speak of: what law was in force after it is later law.
day_of_the_facts := facts.accident.occurredOn.value if asked == "accident"

else := facts.act.on.value if facts.act.on.value != null

else := facts.act.until.value

later := [change |
	some change in later_law.changes
	day_of_the_facts != null
	change.in_force_from > day_of_the_facts
]

# The measures of 2014 were issued in June 2014; they are replaced by inference only, for the text repeals nothing.
under_2014(day) := logic.open([day.fact]) if day.value == null

else := logic.never([day.fact]) if day.value < v2014.not_before

else := logic.open([day.fact]) if day.value < v2014.not_after

else := logic.always([day.fact])

version_2014 := logic.all_of([logic.negate(scope.in_force), under_2014(facts.accident.occurredOn)]) if asked == "accident"

else := logic.all_of([
	logic.negate(scope.act_at_its_beginning),
	under_2014(facts.act.from),
]) if {
	scope.act_may_span_publication
}

else := logic.all_of([logic.negate(scope.act_by_its_days), under_2014(day_of_the_act)])

day_of_the_act := facts.act.until if scope.act_went_on

else := facts.act.on

# METADATA
# title: 适用情况
# description: What was asked of, how the measures cover it and why, the versions by the days of the facts, and later law.
answer := object.union_n([
	{
		"asked": asked,
		"basis": basis,
		"covered": logic.tidy(covered),
		"versions": {
			"v2020": {"inForce": logic.tidy(by_time), "supported": "full"},
			"v2014": {"inForce": logic.tidy(version_2014), "supported": v2014.supported, "known": v2014.known},
		},
		"laterLaw": later,
	},
	reason,
	named_adaptation,
])

notes["counterfactual"] := ["/options/asIfInForce" | readings.as_if_in_force]

notes["outside_territory"] := [p | asked == "accident"; scope.in_territory.is == false; some p in scope.in_territory.on]

notes["not_yet_in_force"] := [p | by_time.is == false; some p in by_time.on; not startswith(p, "/options/")]

notes["version_question"] := ["/publication" | scope.is_version_question(by_time)]

notes["rests_on_publication_bound"] := ["/publication" | scope.rests_on_bound(by_time)]

notes["lighter_later_rule"] := [p | asked != "accident"; some p in scope.act_notes.lighter_later_rule]

notes["act_spans_publication"] := [p | asked != "accident"; some p in scope.act_notes.act_spans_publication]

notes["act_may_span_publication"] := [p | asked != "accident"; some p in scope.act_notes.act_may_span_publication]

notes["no_repeal_clause"] := ["/publication" | version_2014.is != false; asked != "nothing"]

notes["later_law"] := [fact | count(later) > 0; some fact in days_of_the_facts]

days_of_the_facts := [facts.accident.occurredOn.fact] if asked == "accident"

else := [leaf.fact | some leaf in [facts.act.on, facts.act.until]; leaf.value != null]

notes[code] := [because_of(code)] if {
	asked == "subject"
	code := reason.reason
}

because_of(code) := facts.subject.divisionCode.fact if code == "other_province"

else := facts.subject.kind.fact

notes["adaptation_is_interpretation"] := [facts.subject.kind.fact | named_adaptation != {}]

# 负责人履行个人安全生产职责的: whoever is known to lead nothing is none of them.
notes["person_follows_detailed_rules"] := [facts.act.concerns.fact |
	facts.act.concerns.value == "个人履职"
	roles.is_leader.is != false
]

# Powers over cadres of the centre lie outside the province.
notes["referral_by_cadre_authority"] := [facts.subject.ownership.fact | doubts == {"gap": "central_enterprise_doubtful"}]

accident_is_stated if {
	some leaf in facts.accident
	leaf.value != null
}

coal_mine := [facts.accident.industry.fact | facts.accident.industry.value == "煤矿"]
