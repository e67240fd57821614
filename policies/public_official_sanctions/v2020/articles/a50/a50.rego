# METADATA
# title: 第五十条 选举或者决定任命的人员
package public_official_sanctions.v2020.articles.a50

import data.facts
import data.hubei_joint_accountability.v2020.posts
import data.logic
import data.public_official_sanctions.v2020.forms
import data.public_official_sanctions.v2020.proposed
import data.public_official_sanctions.v2020.whom

# METADATA
# title: 撤职、开除以前的程序
# custom:
#   provision: public_official_sanctions__art_50__para_1
#   modality: must
#   class: M
#   quote: 监察机关对经各级人民代表大会、县级以上各级人民代表大会常务委员会选举或者决定任命的公职人员予以撤职、开除的，应当先依法罢免、撤销或者免去其职务，再依法作出政务处分决定。
#   questions: [forms]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	logic.all_of([whom.is_public_official, posts.elected_or_decided, proposed.among(forms.names_of(["撤职", "开除"]))]),
	logic.given(facts.proposal.statutoryProcedureFollowed),
)

# METADATA
# title: 政协选举或者决定任命的人员
# custom:
#   provision: public_official_sanctions__art_50__para_2
#   modality: must
#   class: M
#   quote: 监察机关对经中国人民政治协商会议各级委员会全体会议或者其常务委员会选举或者决定任命的公职人员予以撤职、开除的，应当先依章程免去其职务，再依法作出政务处分决定。
#   reason: 政协的职务不是本办法所问的机关的职务。
without_rule[rego.metadata.rule().custom.provision] := "renvoi"
