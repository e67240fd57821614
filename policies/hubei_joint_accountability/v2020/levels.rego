# METADATA
# title: 本级和上一级
# description: |
#   The level whose 安全生产委员会 stands over the subject (上一级) and the one beside it (本级), with what the organs of
#   a level are called. A level is {"state": known | unknown | none, "level": value or null, "on": paths}; none is what the
#   text of a province's measures cannot reach.
package hubei_joint_accountability.v2020.levels

import data.facts
import data.logic
import data.territory

next_above := {"乡镇": "县（市、区）", "县（市、区）": "市（州）", "市（州）": "省"}

level := facts.subject.level

code := facts.subject.divisionCode

known(value, on) := {"state": "known", "level": value, "on": on}

unknown(on) := {"state": "unknown", "level": null, "on": on}

own := unknown([level.fact]) if level.value == null

else := known(level.value, [level.fact])

# A unit that the province governs directly has no 市（州） above it, under either reading of what it is.
superior := unknown([level.fact]) if level.value == null

else := {"state": "none", "level": null, "on": [level.fact]} if level.value == "省"

else := known(next_above[level.value], [level.fact]) if level.value != "县（市、区）"

else := unknown([code.fact]) if code.value == null

else := known("省", [level.fact, code.fact]) if territory.is_code_of_directly_governed(code.value)

else := known(next_above[level.value], [level.fact, code.fact])

# Whether a leaf names the level.
matches(leaf, wanted) := logic.open(wanted.on) if wanted.state == "unknown"

else := logic.never(wanted.on) if wanted.state == "none"

else := logic.open(array.concat([leaf.fact], logic.readings_in(wanted.on))) if leaf.value == null

else := {"is": leaf.value == wanted.level, "on": array.concat([leaf.fact], wanted.on)}

place := territory.place(code.value, facts.act.on.value)

unit_of := {"乡镇": "township", "县（市、区）": "county", "市（州）": "prefecture", "省": "province"}

# The official names where the table has the place, else the words of the law.
committee_of(tier) := name if {
	name := territory.organs(unit_of[tier], place).committee.name
}

else := $"{tier}党委"

government_of(tier) := name if {
	name := territory.organs(unit_of[tier], place).government.name
}

else := $"{tier}政府"

# 各级安全生产委员会在本级政府直接领导下: named after the government's area.
safety_committee_of(tier) := $"{split(name, "人民政府")[0]}安全生产委员会" if {
	name := territory.organs(unit_of[tier], place).government.name
	endswith(name, "人民政府")
}

else := $"{tier}安全生产委员会"
