# METADATA
# title: 第九条 问责的形式和程序
# description: The forms of art. 9(2), suspicion and the statutory procedure; apart from 9(1), so that it does not pay for them.
package hubei_joint_accountability.v2020.articles.a09_forms

import data.facts
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.forms
import data.hubei_joint_accountability.v2020.reach
import data.logic

# METADATA
# title: 问责的方式
# description: |
#   The menu: two forms for organs, eight for principals, both lists ending in 等. Each proposed form is held against it;
#   which form is chosen is the deciding organ's, never this service's.
# custom:
#   provision: art_9__para_2
#   modality: may
#   class: M
#   human: [/performance, /proposal/forms, /accident/severeSocialImpact, /accident/seriousNature, /accident/isResponsibilityAccident, /personal/relatedToAccident, /suspicion/suspected]
#   quote: 对各级党委和政府及其工作部门可以采取责令作出书面检查并切实整改、责令整改并在一定范围内通报等方式问责；对各级党委和政府及其工作部门主要负责人可以采取通报、诫勉、停职检查、调整职务、责令辞职、免职、降职或者处分等方式予以问责。
#   questions: [forms]
findings[rego.metadata.rule().custom.provision] := object.union_n([
	logic.finding(reach.by_either),
	forms.menu,
	{"forms": forms.checked},
])

# METADATA
# title: 责任追究即问责
# custom:
#   provision: art_9__para_2__s1
#   modality: declarative
#   class: N
#   quote: 责任追究采取问责方式进行。
#   reason: 说明责任追究就是问责，没有可以适用于个案的条件；各种形式的结论在本款之下。
without_rule[rego.metadata.rule().custom.provision] := "non_operative"

# METADATA
# title: 机关和主要负责人的形式
# custom:
#   provision: art_9__para_2__s2
#   modality: may
#   class: M
#   quote: 对各级党委和政府及其工作部门可以采取责令作出书面检查并切实整改、责令整改并在一定范围内通报等方式问责；对各级党委和政府及其工作部门主要负责人可以采取通报、诫勉、停职检查、调整职务、责令辞职、免职、降职或者处分等方式予以问责。
#   reason: 两张清单由整款（第九条第二款）回答，不另给结论。
without_rule[rego.metadata.rule().custom.provision] := "renvoi"

# METADATA
# title: 涉嫌职务违法职务犯罪
# description: Suspicion leaves the track of accountability at once; the supervisory organ investigates and disposes.
# custom:
#   provision: art_9__para_2__s3
#   modality: must
#   class: M
#   human: [/suspicion/suspected]
#   quote: 涉嫌职务违法职务犯罪的，由监察机关依法调查处置。
#   questions: [accountability, forms]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	logic.all_of([asked.covered, forms.suspected]),
	referred,
)

referred := logic.always([facts.suspicion.referredOn.fact]) if facts.suspicion.referredOn.value != null

else := logic.given(facts.suspicion.referred)

# METADATA
# title: 选举或者决定任命的人员
# description: Who was elected or decided upon by a congress or its standing committee is reached by the statutory procedure only.
# custom:
#   provision: art_9__para_3
#   modality: must
#   class: M
#   quote: 对经各级人民代表大会及其常务委员会选举或者决定任命的国家机关工作人员实行问责，按照有关法律规定的程序办理。
#   questions: [accountability, forms]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	logic.all_of([asked.covered, forms.elected_or_decided]),
	logic.given(facts.proposal.statutoryProcedureFollowed),
)
