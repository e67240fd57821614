# METADATA
# title: 第二十九条 提交调查报告的期限
package order_493.v2007.articles.a29

import data.facts
import data.logic
import data.order_493.v2007.investigation
import data.order_493.v2007.limits

# METADATA
# title: 六十日内提交事故调查报告
# description: Sixty days from the accident and at most sixty more; the time of technical appraisal does not count (article 27).
# custom:
#   provision: order_493__art_29__para_1
#   modality: must
#   class: M
#   quote: 事故调查组应当自事故发生之日起60日内提交事故调查报告；特殊情况下，经负责事故调查的人民政府批准，提交事故调查报告的期限可以适当延长，但延长的期限最长不超过60日。
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	investigation.is_accident,
	limits.report_in_time(
		facts.accident.occurredOn,
		facts.investigation.reportSubmittedOn,
		facts.investigation.reportExtendedDays,
		facts.investigation.appraisalDays,
	),
)
