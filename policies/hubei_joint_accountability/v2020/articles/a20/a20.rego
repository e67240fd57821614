# METADATA
# title: 第二十条 施行日期
package hubei_joint_accountability.v2020.articles.a20

import data.hubei_joint_accountability.v2020.coverage
import data.hubei_joint_accountability.v2020.publication
import data.hubei_joint_accountability.v2020.scope
import data.logic

# METADATA
# title: 自发布之日起施行
# description: |
#   The day of publication is not in the text: an act between the two bounds gets a version question, never a guess.
# custom:
#   provision: art_20__para_1
#   modality: time
#   class: M
#   quote: 本办法自发布之日起施行。
#   days:
#     /accident/occurredOn: [{from: /publication/not_before, after: [0]}, {from: /publication/not_after, after: [0]}]
#     /act/on: [{from: /publication/not_before, after: [0]}, {from: /publication/not_after, after: [0]}]
#   questions: [addressees]
findings[rego.metadata.rule().custom.provision] := object.union(logic.finding(scope.in_force), {"publication": publication})

# METADATA
# title: 自发布之日起施行（所问的行为）
# description: Of an act, by its days; where only an accident is stated, by the day of the accident. `each` gives the parts.
# custom:
#   restates: art_20__para_1
#   questions: [applicability]
applicability[rego.metadata.rule().custom.restates] := object.union_n([
	logic.finding(coverage.by_time),
	{"publication": publication},
	coverage.parts,
])
