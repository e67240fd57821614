# METADATA
# title: 第九十五条 复核和申诉
package civil_servant_law.v2018.articles.a95

import data.appeals
import data.calendar
import data.facts
import data.logic

instrument := "公务员法"

since := "2019-06-01"

routes := [
	"向原处理机关申请复核",
	"对复核结果不服的，向公务员主管部门或者上一级机关申诉",
	"不经复核，直接申诉",
]

starts := {
	"复核": facts.appeal.decisionReceivedOn,
	"复核后申诉": facts.appeal.previousReceivedOn,
	"申诉": facts.appeal.decisionReceivedOn,
}

deadlines := [
	appeals.deadline("复核", "三十日", starts["复核"], calendar.days_later(starts["复核"].value, 30)),
	appeals.deadline("复核后申诉", "十五日", starts["复核后申诉"], calendar.days_later(starts["复核后申诉"].value, 15)),
	appeals.deadline("申诉", "三十日", starts["申诉"], calendar.days_later(starts["申诉"].value, 30)),
]

# Of the forms of accountability, those that art. 95 lists (items 1, 2, 3 and 5); another may be one that a law or
# regulation makes open to appeal (item 8).
listed := ["处分", "辞退", "降职", "免职"]

is_listed := logic.open([facts.appeal.measure.fact]) if facts.appeal.measure.value == "其他"

else := logic.is_one_of(facts.appeal.measure, listed)

# The staff of enterprises are no civil servants.
is_civil_servant := logic.negate(logic.is_one_of(facts.subject.kind, ["国有（控股）企业", "其他企业"]))

of_the_article := logic.all_of([is_civil_servant, is_listed])

available := logic.all_of([appeals.against_person(instrument, since, null), of_the_article])

# METADATA
# title: 三十日内复核或者申诉，复核后十五日内申诉
# custom:
#   provision: civil_servant_law__art_95__para_1
#   modality: may
#   class: M
#   quote: 公务员对涉及本人的下列人事处理不服的，可以自知道该人事处理之日起三十日内向原处理机关申请复核；对复核结果不服的，可以自接到复核决定之日起十五日内，按照规定向同级公务员主管部门或者作出该人事处理的机关的上一级机关提出申诉；也可以不经复核，自知道该人事处理之日起三十日内直接提出申诉：
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := object.union_n([
	logic.finding(available),
	appeals.choice(available, "受人事处理的公务员", routes),
	period,
])

default period := {}

period := appeals.period(deadlines, starts) if {
	available.is != false
	appeals.rests_on(instrument).is == true
}
