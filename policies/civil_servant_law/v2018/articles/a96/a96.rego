# METADATA
# title: 第九十六条 复核、申诉期间的执行
package civil_servant_law.v2018.articles.a96

import data.appeals
import data.civil_servant_law.v2018.articles.a95
import data.logic

instrument := "公务员法"

since := "2019-06-01"

# METADATA
# title: 不停止人事处理的执行
# custom:
#   provision: civil_servant_law__art_96__para_2
#   modality: must_not
#   class: M
#   quote: 复核、申诉期间不停止人事处理的执行。
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	logic.all_of([appeals.appealed_by_person(instrument, since, null), a95.of_the_article]),
	appeals.not_suspended,
)
