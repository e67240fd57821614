# METADATA
# title: 适用范围和时间
# description: |
#   Whether the measures cover the accident, by its place (art. 2) and its day (art. 20), and whether they cover the
#   subject of a question about a body or person, by its kind and place (arts. 2 and 19) and the day of its act.
package hubei_joint_accountability.v2020.scope

import data.facts
import data.hubei_joint_accountability.v2020.publication
import data.logic
import data.readings
import data.territory

place := territory.place(facts.accident.divisionCode.value, facts.accident.occurredOn.value)

in_territory := {"is": place.inHubei, "on": [facts.accident.divisionCode.fact]}

# The day of the act against the interval in which the day of publication lies.
in_force_on(day) := logic.open([day.fact]) if day.value == null

else := logic.always([day.fact]) if day.value >= publication.not_after

else := logic.never([day.fact]) if day.value < publication.not_before

else := logic.open(["/publication"])

# What a register holds of a day before the measures is no breach of them (自发布之日起施行).
binds_on(day) := logic.always([]) if readings.as_if_in_force

else := logic.always(act_in_force.on) if by_the_lighter_rule

else := in_force_on(day)

default by_the_lighter_rule := false

by_the_lighter_rule if {
	act_by_its_days.is == false
	act_in_force.is == true
}

in_force := in_force_on(facts.accident.occurredOn)

covered := logic.always([]) if readings.as_if_in_force

else := logic.all_of([in_territory, in_force])

# Where the day of publication decides, the question is which version applies.
is_version_question(force) if "/publication" in force.on

# An answer that the measures apply rests on the later bound while that is not from an official source.
rests_on_bound(force) if {
	force.is == true
	publication.not_after_certainty != "S"
}

# 各级党委和政府及其工作部门: directly (art. 2). 党委职能部门 and 政府工作部门 are both 工作部门.
direct_kinds := ["党委", "政府", "党委职能部门", "政府工作部门"]

subject_is_direct := logic.is_one_of(facts.subject.kind, direct_kinds)

# The kinds of art. 19. 有关直属事业单位 are read as those with safety functions; enterprises of the centre are doubtful.
subject_is_by_reference := logic.any_of([
	logic.is_one_of(facts.subject.kind, ["派出机关", "功能区管理机构"]),
	logic.all_of([logic.is_one_of(facts.subject.kind, ["直属事业单位"]), logic.given(facts.subject.hasSafetyFunctions)]),
	logic.all_of([logic.is_one_of(facts.subject.kind, ["国有（控股）企业"]), owned_in_the_province]),
])

# 全省……国有（控股）企业: provincial, municipal and county ones. Whether the centre's in Hubei are meant, no fact can tell.
owned_in_the_province := logic.open([]) if facts.subject.ownership.value == "中央"

else := logic.known(facts.subject.ownership)

subject_in_province := {
	"is": territory.is_in_hubei(facts.subject.divisionCode.value),
	"on": [facts.subject.divisionCode.fact],
}

# An act of one day is dated by that day, an act that went on by its first and its last day: a part of it on which the
# measures were in force suffices.
act_by_its_days := in_force_on(facts.act.on) if act_went_on == false

else := act_at_its_end if act_at_its_end.is == false

else := logic.any_of([act_at_its_beginning, act_at_its_end])

default act_went_on := false

act_went_on if {
	facts.act.on.value == null
	some leaf in [facts.act.from, facts.act.until, facts.act.continuing]
	leaf.value != null
}

act_at_its_beginning := in_force_on(facts.act.from)

act_at_its_end := logic.always([facts.act.continuing.fact]) if facts.act.continuing.value == true

else := in_force_on(facts.act.until)

# METADATA
# title: 从旧兼从轻
# description: |
#   An act before publication whose case was still open afterwards, where the measures deal with it more lightly.
# custom:
#   readings:
#     lighterLaterRule:
#       default: "off"
#       alternatives: ["on"]
#       reason: 本办法没有溯及既往的规定；从旧兼从轻是类推公职人员政务处分法第六十七条，须尚未办结并且依照本办法较轻。
lighter_later_rule := logic.under(
	logic.reads(readings.readings.lighterLaterRule, "on"),
	logic.all_of([logic.given(facts.act.openAfterPublication), logic.given(facts.act.laterRuleLighter)]),
	logic.never([]),
)

act_in_force := logic.any_of([act_by_its_days, lighter_later_rule]) if act_by_its_days.is == false

else := act_by_its_days

# A part of the act lies before publication and a part of it from then on.
act_spans_publication if {
	act_went_on
	act_at_its_beginning.is == false
	act_at_its_end.is == true
}

# The same of an act of which nothing excludes it; what tells are its days, or the day of publication.
act_may_span_publication if {
	act_went_on
	act_at_its_beginning.is != true
	act_at_its_end.is != false
}

act_notes["lighter_later_rule"] := ["/options/lighterLaterRule" | act_by_its_days.is == false; act_in_force.is == true]

act_notes["act_spans_publication"] := ["/act/from" | act_spans_publication]

act_notes["act_may_span_publication"] := sort({p |
	act_may_span_publication
	not act_spans_publication
	some part in [act_at_its_beginning, act_at_its_end]
	part.is == null
	some p in part.on
})

subject_covered := logic.always([]) if readings.as_if_in_force

else := logic.all_of([
	subject_in_province,
	logic.any_of([subject_is_direct, subject_is_by_reference]),
	act_in_force,
])
