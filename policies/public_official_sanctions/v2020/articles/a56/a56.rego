# METADATA
# title: 第五十六条 复审、复核期间的执行
package public_official_sanctions.v2020.articles.a56

import data.appeals
import data.logic

instrument := "公职人员政务处分法"

since := "2020-07-01"

# METADATA
# title: 不停止原政务处分决定的执行
# custom:
#   provision: public_official_sanctions__art_56__para_1
#   modality: must_not
#   class: M
#   quote: 复审、复核期间，不停止原政务处分决定的执行。
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	appeals.appealed_by_person(instrument, since, null),
	appeals.not_suspended,
)
