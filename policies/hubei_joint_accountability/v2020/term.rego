# METADATA
# title: 任期
# description: |
#   Whether the term of the principal asked about reaches the days of the act and of the accident. Whoever was not in office
#   then was not 其主要负责人 then; that alone neither clears nor holds anybody (履职时间 is weighed, art. 10(2)): whether such
#   a person is concerned, the deciding organ says. Without a term the role is taken as it is stated.
package hubei_joint_accountability.v2020.term

import data.calendar
import data.facts
import data.logic

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

# What is open until 履职时间 is weighed stays open afterwards: no answer is read from what the evaluation says.
reaches_the_act := logic.open([facts.factors.time.fact | facts.factors.time.value == null]) if {
	facts.subject.role.value == "主要负责人"
	true in [began_after_the_act, ended_before_the_act]
}

else := logic.always([])

default misses_the_accident := false

misses_the_accident if from_day > day_of_the_accident

misses_the_accident if until_day < day_of_the_accident

day_of_the_accident := calendar.ymd(facts.accident.occurredOn.value) if facts.accident.occurredOn.value != null
