# METADATA
# title: 所问之日
# description: |
#   The day whose state is asked: that of the act, or the last day of an act that went on. Never the day of the request.
#   Days of the registers are compared with it; an unknown day leaves the comparison open.
package calendar.asked

import data.facts
import data.lists
import data.logic

day := facts.act.until if {
	facts.act.on.value == null
	facts.act.until.value != null
} else := facts.act.on

# What happened by that day.
by_then(leaf) := logic.open(lists.unknown([leaf, day])) if null in [leaf.value, day.value]

else := {"is": leaf.value <= day.value, "on": [leaf.fact, day.fact]}

# What still lasts on that day.
not_over(leaf) := logic.open(lists.unknown([leaf, day])) if null in [leaf.value, day.value]

else := {"is": day.value <= leaf.value, "on": [leaf.fact, day.fact]}
