# METADATA
# title: 其他规范的施行
# description: |
#   Whether an instrument binds on the day asked about: the day of the act of the body or person, else that of the
#   accident. An act that goes on is bound from the day on which the instrument comes into force.
package force

import data.facts
import data.logic

default of_subject := false

of_subject if is_object(facts.root.subject)

since(start) := reached(start, facts.accident.occurredOn) if of_subject == false

else := reached(start, facts.act.on) if facts.act.on.value != null

else := logic.always([facts.act.continuing.fact]) if facts.act.continuing.value == true

else := reached(start, facts.act.until) if facts.act.until.value != null

else := logic.always([facts.act.from.fact]) if reached(start, facts.act.from).is == true

else := logic.open([facts.act.on.fact])

reached(start, day) := logic.open([day.fact]) if day.value == null

else := {"is": day.value >= start, "on": [day.fact]}
