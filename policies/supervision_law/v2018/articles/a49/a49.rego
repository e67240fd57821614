# METADATA
# title: 第四十九条 复审、复核
# description: The text is the same before and after the amendment; only the number of the article changed.
package supervision_law.v2018.articles.a49

import data.appeals
import data.calendar
import data.facts
import data.logic

instrument := "公职人员政务处分法"

since := "2018-03-20"

until := "2025-05-31"

starts := {
	"复审": facts.appeal.decisionReceivedOn,
	"复核": facts.appeal.previousReceivedOn,
}

deadlines := [
	appeals.deadline("复审", "一个月", starts["复审"], calendar.month_later(starts["复审"].value)),
	appeals.deadline("复核", "一个月", starts["复核"], calendar.month_later(starts["复核"].value)),
]

available := appeals.against_person(instrument, since, until)

# METADATA
# title: 一个月内申请复审、复核
# custom:
#   provision: supervision_law__art_49__para_1__s1
#   modality: may
#   class: M
#   quote: 监察对象对监察机关作出的涉及本人的处理决定不服的，可以在收到处理决定之日起一个月内，向作出决定的监察机关申请复审，复审机关应当在一个月内作出复审决定；监察对象对复审决定仍不服的，可以在收到复审决定之日起一个月内，向上一级监察机关申请复核，复核机关应当在二个月内作出复核决定。
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(available),
	period,
)

default period := {}

period := appeals.period(deadlines, starts) if {
	available.is != false
	appeals.rests_on(instrument).is == true
}

# METADATA
# title: 不停止原处理决定的执行
# custom:
#   provision: supervision_law__art_49__para_1__s2
#   modality: must_not
#   class: M
#   quote: 复审、复核期间，不停止原处理决定的执行。
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	appeals.appealed_by_person(instrument, since, until),
	appeals.not_suspended,
)
