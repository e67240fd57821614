package hubei_joint_accountability.v2020.articles.a05

import data.facts
import data.hubei_joint_accountability.v2020.duty
import data.lists
import data.logic
import data.readings.readings

# METADATA
# title: 乡镇的分管负责同志、专门机构和专职人员
# custom:
#   provision: art_5__para_1__item_3__s2
#   modality: must
#   class: M
#   quote: 乡镇党委应当明确1名党委负责同志分管安全生产工作，确定乡镇安全生产监督管理专门机构和专职人员。
#   questions: [duties]
#   boundaries:
#     /township/safetyLeaders: [1, 2]
#     /township/fullTimeStaff: [1]
#   readings:
#     oneLeader:
#       default: atLeast
#       alternatives: [exactly]
#       reason: “明确1名”要求有人分管；没有写“只”，多于一名不违背其目的。
sentences[rego.metadata.rule().custom.provision] := duty.norm(
	logic.all_of([duty.committee, duty.is_of_a_township]),
	logic.all_of([
		one_leader,
		logic.given(facts.township.dedicatedUnit),
		logic.at_least(lists.number(facts.township.fullTimeStaff), 1),
	]),
)

one_leader := logic.under(
	logic.reads(readings.oneLeader, "atLeast"),
	at_least_one_leader,
	logic.all_of([at_least_one_leader, logic.negate(logic.at_least(leaders, 2))]),
)

at_least_one_leader := logic.at_least(leaders, 1)

leaders := lists.number(facts.township.safetyLeaders)
