# METADATA
# title: 第四条 责任追究的要求和原则
package hubei_joint_accountability.v2020.articles.a04

import data.facts
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.reach
import data.logic

# METADATA
# title: 不履行、不全面或者不当履行
# description: |
#   Of the body asked about or its principal: each established failure, and in which of the three ways the duty failed.
# custom:
#   provision: art_4__para_1
#   modality: declarative
#   class: X
#   human: [/performance]
#   quote: 贯彻落实“党政同责、一岗双责、齐抓共管、失职追责”要求，应当以习近平新时代中国特色社会主义思想为指导，认真贯彻落实习近平总书记关于安全生产工作的重要论述和重要指示批示，严格执行国家法律法规的规定和要求，对不履行、不全面或者不当履行安全生产工作职责的党委和政府及其主要负责人、党委职能部门和政府工作部门及其主要负责人依纪依法予以责任追究。
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := object.union(logic.finding(reach.by_failure), {"each": failures})

failures := [{
	"of": $"/performance/failures/{i}",
	"applies": logic.tidy(logic.all_of([asked.concerns(i), logic.given(failure.established)])),
	"code": ways[failure.mode.value],
} |
	some i, failure in facts.performance_failures
	asked.concerns(i).is != false
]

ways := {
	"不履行": "not_performed",
	"不全面履行": "not_fully_performed",
	"不当履行": "improperly_performed",
	null: "way_of_failure_unknown",
}

# METADATA
# title: 追究的依据和原则
# description: |
#   Whoever pursues responsibility relies on the list of duties of the body and keeps five principles: the first can be
#   seen, the five are human evaluations.
# custom:
#   provision: art_4__para_2
#   modality: must
#   class: X
#   human: [/performance, /principles, /accident/severeSocialImpact, /accident/seriousNature, /accident/isResponsibilityAccident, /personal/relatedToAccident]
#   quote: 责任追究应当依据党委和政府及其工作部门的职责清单，坚持实事求是、合法合规、权责一致、公平公正、惩教结合的原则。
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.norm(reach.by_either, logic.all_of([logic.given(leaf) | some leaf in required])),
	each_required,
)

required := [
	facts.principles.reliesOnDutyList,
	facts.principles.truthful,
	facts.principles.lawful,
	facts.principles.commensurate,
	facts.principles.fair,
	facts.principles.educative,
]

each_required := {} if reach.by_either.is == false

else := {"each": [{
	"of": leaf.fact,
	"applies": logic.tidy(reach.by_either),
	"kept": logic.tidy(logic.given(leaf)),
} |
	some leaf in required
]}
