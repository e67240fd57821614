# METADATA
# title: 第二十条 问责决定的申诉
package party_accountability.v2019.articles.a20

import data.appeals
import data.calendar
import data.facts
import data.logic

instrument := "中国共产党问责条例"

since := "2019-09-01"

routes := ["向作出问责决定的党组织书面申诉"]

starts := {"申诉": facts.appeal.decisionReceivedOn}

deadlines := [appeals.deadline("申诉", "1个月", starts["申诉"], calendar.month_later(starts["申诉"].value))]

# 党组织、党的领导干部 (art. 5): a government or its department is itself no organisation of the Party.
is_for_the_party := logic.negate(logic.all_of([
	logic.is_one_of(facts.subject.role, ["机关"]),
	logic.is_one_of(facts.subject.kind, ["政府", "政府工作部门"]),
]))

available := logic.all_of([appeals.against(instrument, since, null), is_for_the_party])

# METADATA
# title: 一个月内书面申诉
# custom:
#   provision: party_accountability__art_20__para_1__s1
#   modality: may
#   class: M
#   gist: 问责对象对问责决定不服的，可以自收到问责决定之日起1个月内，向作出问责决定的党组织书面申诉；作出问责决定的党组织在接到书面申诉后1个月内作出申诉处理决定
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
# title: 不停止问责决定的执行
# custom:
#   provision: party_accountability__art_20__para_1__s2
#   modality: must_not
#   class: M
#   gist: 申诉期间，不停止问责决定的执行
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	logic.all_of([appeals.appealed(instrument, since, null), is_for_the_party]),
	appeals.not_suspended,
)
