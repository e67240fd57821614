# METADATA
# title: 第十七条 组织处理和政务处分
package public_official_sanctions.v2020.articles.a17

import data.logic
import data.public_official_sanctions.v2020.proposed
import data.public_official_sanctions.v2020.whom

# METADATA
# title: 组织处理和政务处分可以同时
# custom:
#   provision: public_official_sanctions__art_17__para_1
#   modality: may
#   class: M
#   gist: 公职人员有违法行为，有关机关依照规定给予组织处理的，监察机关可以同时给予政务处分
#   questions: [forms]
findings[rego.metadata.rule().custom.provision] := logic.finding(logic.all_of([
	whom.is_public_official,
	proposed.sanction,
	proposed.among(["停职检查", "调整职务", "责令辞职", "免职", "降职", "组织调整", "组织处理"]),
]))
