# METADATA
# title: 第十八条 去职和政务处分
package public_official_sanctions.v2020.articles.a18

import data.logic
import data.public_official_sanctions.v2020.proposed
import data.public_official_sanctions.v2020.whom

# METADATA
# title: 去职和政务处分可以同时
# custom:
#   provision: public_official_sanctions__art_18__para_1
#   modality: may
#   class: M
#   gist: 担任领导职务的公职人员有违法行为，被罢免、撤销、免去或者辞去领导职务的，监察机关可以同时给予政务处分
#   questions: [forms]
findings[rego.metadata.rule().custom.provision] := logic.finding(logic.all_of([
	whom.is_public_official,
	proposed.sanction,
	proposed.among(["责令辞职", "免职"]),
]))
