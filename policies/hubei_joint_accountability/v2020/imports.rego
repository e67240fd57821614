# METADATA
# title: 其他规范的从轻从重情形
# description: |
#   Art. 12 item 3 and art. 13 item 8 refer to the other grounds (其他) of other instruments: one that only says what an
#   item before says is none. Each is a finding of its own package; what no package holds, the caller names with its
#   citation, and says whether there are others.
package hubei_joint_accountability.v2020.imports

import data.facts
import data.leaders_safety.v2018.grounds as leaders_safety
import data.logic
import data.party_accountability.v2019.grounds as party_accountability
import data.public_official_sanctions.v2020.grounds as public_official_sanctions

lenient_grounds := object.union_n([leaders_safety.lenient, other_party_grounds, public_official_sanctions.lenient])

other_party_grounds[eid] := ground if {
	some eid, ground in party_accountability.lenient
	not eid in said_by_the_measures
}

# 积极配合问责调查工作，主动承担责任: item 2 of art. 12 itself.
said_by_the_measures := ["party_accountability__art_18__para_1__item_2"]

severe_grounds := object.union_n([leaders_safety.severe, party_accountability.severe, public_official_sanctions.severe])

lenient := logic.any_of(array.concat(
	[ground | some ground in lenient_grounds],
	array.concat(
		[logic.given(stated.met) | some stated in facts.imports_lenient_grounds],
		[beyond(facts.imports.lenientGrounds, facts.imports.lenientComplete)],
	),
))

severe := logic.any_of(array.concat(
	[ground | some ground in severe_grounds],
	array.concat(
		[logic.given(stated.met) | some stated in facts.imports_severe_grounds],
		[beyond(facts.imports.severeGrounds, facts.imports.severeComplete)],
	),
))

beyond(list, complete) := logic.never([list.fact, complete.fact]) if {
	complete.value == true
	list.value != null
}

else := logic.open([list.fact, complete.fact])

# Those that hold, by their eIds.
holding(grounds) := sort([eid | some eid, ground in grounds; ground.is == true])
