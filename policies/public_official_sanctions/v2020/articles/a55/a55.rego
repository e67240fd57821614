# METADATA
# title: 第五十五条 复审、复核
# description: The routes; their time limits are those of the Supervision Law.
package public_official_sanctions.v2020.articles.a55

import data.appeals
import data.logic

instrument := "公职人员政务处分法"

since := "2020-07-01"

routes := [
	"向作出决定的监察机关申请复审",
	"对复审决定仍不服的，向上一级监察机关申请复核",
]

available := appeals.against_person(instrument, since, null)

# METADATA
# title: 向作出决定的监察机关申请复审，向上一级监察机关申请复核
# custom:
#   provision: public_official_sanctions__art_55__para_1
#   modality: may
#   class: M
#   quote: 公职人员对监察机关作出的涉及本人的政务处分决定不服的，可以依法向作出决定的监察机关申请复审；公职人员对复审决定仍不服的，可以向上一级监察机关申请复核。
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(available),
	appeals.choice(available, "受政务处分的公职人员", routes),
)
