# METADATA
# title: 任期
# description: |
#   Whether the term of the principal asked about misses the days of the act. That alone neither clears nor holds anybody
#   (履职时间 is weighed, art. 10(2)), and the role is taken as it is stated; it is said beside the answer.
package hubei_joint_accountability.v2020.term

import data.calendar
import data.facts

default began_after_the_act := false

began_after_the_act if from_day > last_day_of_the_act

default ended_before_the_act := false

ended_before_the_act if until_day < first_day_of_the_act

from_day := calendar.ymd(facts.subject.termFrom.value) if facts.subject.termFrom.value != null

until_day := calendar.ymd(facts.subject.termUntil.value) if facts.subject.termUntil.value != null

first_day_of_the_act := calendar.ymd(facts.act.on.value) if facts.act.on.value != null

else := calendar.ymd(facts.act.from.value) if facts.act.from.value != null

last_day_of_the_act := calendar.ymd(facts.act.on.value) if facts.act.on.value != null

else := calendar.ymd(facts.act.until.value) if facts.act.until.value != null
