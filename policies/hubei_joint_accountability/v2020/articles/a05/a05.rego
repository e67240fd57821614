# METADATA
# title: 第五条 党委的安全生产工作职责
# description: |
#   The seven duties of a Party committee, sentence by sentence. `sentences` are findings too; an item made of several
#   says what they say.
package hubei_joint_accountability.v2020.articles.a05

import data.hubei_joint_accountability.v2020.duty
import data.hubei_joint_accountability.v2020.duty.meetings
import data.logic

# METADATA
# title: 党委的职责
# custom:
#   provision: art_5__para_1
#   modality: must
#   class: chapeau
#   quote: 各级党委应当履行下列安全生产工作职责：
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := duty.finding(duty.committee)

# METADATA
# title: 贯彻执行决策部署
# custom:
#   provision: art_5__para_1__item_1
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 认真贯彻执行党中央以及上级党委关于安全生产的决策部署和指示精神、安全生产方针政策、法律法规。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 定期研究解决重大问题
# description: The equal weight is evaluated; the meetings are checked against an interval that the text does not give.
# custom:
#   provision: art_5__para_1__item_2
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 始终把安全生产摆在与发展同等重要的位置，加强组织领导，在统揽本地区经济社会发展全局中同步推进安全生产工作，定期研究解决安全生产重大问题。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := object.union(
	duty.norm(duty.committee, logic.all_of([
		meetings.inside_the_interval,
		duty.evaluated(rego.metadata.rule().custom.provision),
	])),
	meetings.gap(duty.committee),
)

# METADATA
# title: 监管队伍和乡镇安全生产机构
# custom:
#   provision: art_5__para_1__item_3
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 加强负有安全生产监管职责部门的领导班子、监管机构、干部队伍建设；加强安全生产监管执法机构队伍建设，加强对安全生产监管执法队伍的教育、监督、管理。乡镇党委应当明确1名党委负责同志分管安全生产工作，确定乡镇安全生产监督管理专门机构和专职人员。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := item(rego.metadata.rule().custom.provision)

# METADATA
# title: 加强监管部门和执法队伍建设
# custom:
#   provision: art_5__para_1__item_3__s1
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 加强负有安全生产监管职责部门的领导班子、监管机构、干部队伍建设；加强安全生产监管执法机构队伍建设，加强对安全生产监管执法队伍的教育、监督、管理。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 考核评价和一票否决
# custom:
#   provision: art_5__para_1__item_4
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 严格安全生产履职绩效考核，建立与全面建成小康社会相适应和体现安全发展水平的考核评价体系。完善考核制度，统筹整合、科学设定安全生产考核指标，加大安全生产在社会治安综合治理、精神文明建设等考核中的权重。建立安全生产绩效与履职评定、职务晋升、奖励惩处挂钩制度，严格执行安全生产“一票否决”制度。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := item(rego.metadata.rule().custom.provision)

# METADATA
# title: 支持政府，发挥人大、政协和各部门的作用
# custom:
#   provision: art_5__para_1__item_5
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 支持政府依法履行安全生产工作职责，发挥人大对安全生产工作的监督促进作用、政协对安全生产工作的民主监督作用，推动组织、宣传、政法、机构编制等部门支持保障安全生产工作。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 失职责任追究
# custom:
#   provision: art_5__para_1__item_6
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 严格安全生产失职责任追究。支持纪检监察机关和司法机关严肃查处安全生产中的违纪违规和违法犯罪行为，按照相关规定落实责任追究。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := item(rego.metadata.rule().custom.provision)

# METADATA
# title: 严格失职责任追究
# custom:
#   provision: art_5__para_1__item_6__s1
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 严格安全生产失职责任追究。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 支持查处违纪违法行为
# custom:
#   provision: art_5__para_1__item_6__s2
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 支持纪检监察机关和司法机关严肃查处安全生产中的违纪违规和违法犯罪行为，按照相关规定落实责任追究。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 宣传教育和动员
# custom:
#   provision: art_5__para_1__item_7
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 强化安全生产宣传教育和舆论引导；动员社会各界积极参与、支持、监督安全生产工作。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

item(provision) := duty.item(duty.committee, sentences, provision)

evaluated(provision) := duty.by_evaluation(duty.committee, provision)
