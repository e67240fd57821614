# METADATA
# title: 第三十二条 批复
package order_493.v2007.articles.a32

import data.facts
import data.logic
import data.order_493.v2007.articles.a03
import data.order_493.v2007.investigation
import data.order_493.v2007.limits

# METADATA
# title: 十五日（特别重大三十日）内做出批复
# description: From the day the report is received; for an extraordinary accident thirty days and at most thirty more.
# custom:
#   provision: order_493__art_32__para_1
#   modality: must
#   class: M
#   quote: 重大事故、较大事故、一般事故，负责事故调查的人民政府应当自收到事故调查报告之日起15日内做出批复；特别重大事故，30日内做出批复，特殊情况下，批复时间可以适当延长，但延长的时间最长不超过30日。
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	logic.all_of([investigation.is_accident, logic.known(facts.investigation.reportSubmittedOn)]),
	limits.approval_in_time(
		facts.investigation.reportSubmittedOn,
		facts.investigation.approvedOn,
		a03.grades.extraordinary,
		facts.investigation.approvalExtendedDays,
	),
)

# METADATA
# title: 按照批复处分
# description: What follows the approval; which sanction, and whether one may come before it, other instruments say.
# custom:
#   provision: order_493__art_32__para_2
#   modality: renvoi
#   class: R
#   quote: 有关机关应当按照人民政府的批复，依照法律、行政法规规定的权限和程序，对事故发生单位和有关人员进行行政处罚，对负有事故责任的国家工作人员进行处分。
#   refersTo: 公职人员政务处分法；湖北省安全生产党政同责实施办法第十一条第三款
without_rule[rego.metadata.rule().custom.provision] := "renvoi"
