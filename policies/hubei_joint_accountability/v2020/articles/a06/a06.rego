# METADATA
# title: 第六条 政府的安全生产工作职责
# description: |
#   The eleven duties of a government, sentence by sentence. `sentences` are findings too; an item made of several says
#   what they say.
package hubei_joint_accountability.v2020.articles.a06

import data.hubei_joint_accountability.v2020.duty

# METADATA
# title: 政府的职责
# custom:
#   provision: art_6__para_1
#   modality: must
#   class: chapeau
#   quote: 各级政府应当履行下列安全生产工作职责：
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := duty.finding(duty.government)

# METADATA
# title: 贯彻执行决策部署
# custom:
#   provision: art_6__para_1__item_1
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 认真贯彻执行党中央、国务院以及上级党委、政府和本级党委关于安全生产的决策部署和指示精神，安全生产方针政策、法律法规。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 科技创新和产业政策
# custom:
#   provision: art_6__para_1__item_8
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 推进安全科技创新，提升信息化管理水平；鼓励和支持安全生产科学技术研究和安全生产先进技术的推广应用，加强产业政策引导，调整和优化产业结构，逐步淘汰落后产能和不符合产业政策的生产经营单位。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

item(provision) := duty.item(duty.government, sentences, provision)

evaluated(provision) := duty.by_evaluation(duty.government, provision)
