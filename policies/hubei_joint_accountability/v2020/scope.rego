# METADATA
# title: 适用范围和时间
# description: Whether the measures cover the accident, by its place (art. 2) and its day (art. 20).
package hubei_joint_accountability.v2020.scope

import data.facts
import data.hubei_joint_accountability.v2020.publication
import data.logic
import data.readings
import data.territory

place := territory.place(facts.accident.divisionCode.value, facts.accident.occurredOn.value)

in_territory := {"is": place.inHubei, "on": [facts.accident.divisionCode.fact]}

# The day of the act against the interval in which the day of publication lies.
in_force_on(day) := logic.open([facts.accident.occurredOn.fact]) if day.value == null

else := logic.always([day.fact]) if day.value >= publication.not_after

else := logic.never([day.fact]) if day.value < publication.not_before

else := logic.open(["/publication"])

in_force := in_force_on(facts.accident.occurredOn)

covered := logic.always([]) if readings.as_if_in_force

else := logic.all_of([in_territory, in_force])

version_question := in_force.on == ["/publication"]
