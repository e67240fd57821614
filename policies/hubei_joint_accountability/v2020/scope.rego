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

in_force := in_force_on(facts.accident.occurredOn)

covered := logic.always([]) if readings.as_if_in_force

else := logic.all_of([in_territory, in_force])

version_question := in_force.on == ["/publication"]

# 各级党委和政府及其工作部门: directly (art. 2). 党委职能部门 and 政府工作部门 are both 工作部门.
direct_kinds := ["党委", "政府", "党委职能部门", "政府工作部门"]

subject_is_direct := logic.is_one_of(facts.subject.kind, direct_kinds)

# The kinds of art. 19. 有关直属事业单位 are those with safety functions; enterprises of the centre are doubtful.
subject_is_by_reference := logic.any_of([
	logic.is_one_of(facts.subject.kind, ["派出机关", "功能区管理机构"]),
	logic.all_of([logic.is_one_of(facts.subject.kind, ["直属事业单位"]), logic.given(facts.subject.hasSafetyFunctions)]),
	logic.all_of([logic.is_one_of(facts.subject.kind, ["国有（控股）企业"]), owned_in_the_province]),
])

owned_in_the_province := logic.open([facts.subject.ownership.fact]) if facts.subject.ownership.value == "中央"

else := logic.known(facts.subject.ownership)

subject_in_province := logic.open([facts.subject.divisionCode.fact]) if facts.subject.divisionCode.value == null

else := {"is": startswith(facts.subject.divisionCode.value, "42"), "on": [facts.subject.divisionCode.fact]}

act_in_force := in_force_on(facts.act.on)

subject_covered := logic.always([]) if readings.as_if_in_force

else := logic.all_of([
	subject_in_province,
	logic.any_of([subject_is_direct, subject_is_by_reference]),
	act_in_force,
])
