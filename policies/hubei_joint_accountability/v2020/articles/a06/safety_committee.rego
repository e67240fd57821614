package hubei_joint_accountability.v2020.articles.a06

import data.facts
import data.hubei_joint_accountability.v2020.duty
import data.lists
import data.logic

# METADATA
# title: 安全生产委员会
# custom:
#   provision: art_6__para_1__item_4
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 充分发挥各级安全生产委员会的作用。各级安全生产委员会在本级政府直接领导下，负责有关安全生产工作的组织协调、动员部署、督办落实和提出意见建议等工作。地方各级安全生产委员会主任应当由政府主要负责人担任，政府其他副职担任安全生产委员会副主任。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := item(rego.metadata.rule().custom.provision)

# METADATA
# title: 发挥安委会的作用
# custom:
#   provision: art_6__para_1__item_4__s1
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 充分发挥各级安全生产委员会的作用。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 安委会的工作
# custom:
#   provision: art_6__para_1__item_4__s2
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 各级安全生产委员会在本级政府直接领导下，负责有关安全生产工作的组织协调、动员部署、督办落实和提出意见建议等工作。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 安委会主任和副主任
# description: The head of government is the chair and every other deputy a vice-chair, by opaque references.
# custom:
#   provision: art_6__para_1__item_4__s3
#   modality: must
#   class: M
#   quote: 地方各级安全生产委员会主任应当由政府主要负责人担任，政府其他副职担任安全生产委员会副主任。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := object.union(
	duty.norm(duty.government, logic.all_of([head_is_chair, every_deputy_is_vice_chair])),
	each_deputy,
)

head_is_chair := same(facts.safetyCommittee.chair, facts.safetyCommittee.governmentHead)

same(one, other) := logic.open(lists.unknown([one, other])) if null in [one.value, other.value]

else := {"is": one.value == other.value, "on": [one.fact, other.fact]}

every_deputy_is_vice_chair := lists.all_hold(
	[is_vice_chair(i) | some i, _ in facts.safetyCommittee_deputies],
	facts.safetyCommittee.deputies,
	facts.safetyCommittee.deputiesComplete,
)

is_vice_chair(i) := lists.some_holds(
	[same(facts.safetyCommittee_vice_chairs[j].reference, facts.safetyCommittee_deputies[i].reference) |
		some j, _ in facts.safetyCommittee_vice_chairs
	],
	facts.safetyCommittee.viceChairs,
	facts.safetyCommittee.viceChairsComplete,
)

each_deputy := duty.each(
	duty.government,
	[{"of": $"/safetyCommittee/deputies/{i}", "applies": logic.always([]), "kept": is_vice_chair(i)} |
		some i, _ in facts.safetyCommittee_deputies
	],
)
