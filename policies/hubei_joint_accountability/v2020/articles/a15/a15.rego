# METADATA
# title: 第十五条 申诉
# description: The measures give the appeal and leave its time limit to the rules that the decision rests on.
package hubei_joint_accountability.v2020.articles.a15

import data.appeals
import data.civil_servant_law.v2018.articles.a95
import data.facts
import data.hubei_joint_accountability.v2020.scope
import data.logic
import data.party_accountability.v2019.articles.a20
import data.public_official_sanctions.v2020.articles.a55

# METADATA
# title: 书面申诉，不停止执行
# custom:
#   provision: art_15__para_1
#   modality: may
#   class: M
#   quote: 责任追究对象可以按照规定向有关机关提出书面申诉。申诉期间，不停止责任追究决定的执行。
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := logic.finding(may_appeal)

may_appeal := logic.all_of([scope.subject_covered, appeals.decision_made])

# METADATA
# title: 可以提出书面申诉
# custom:
#   provision: art_15__para_1__s1
#   modality: may
#   class: M
#   quote: 责任追究对象可以按照规定向有关机关提出书面申诉。
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := object.union_n([
	logic.finding(may_appeal),
	appeals.choice(may_appeal, "责任追究对象", routes),
	filing,
	gap,
])

# By the instrument that the decision rests on.
routes := array.concat(
	[route | a20.available.is == true; some route in a20.routes],
	array.concat(
		[route | a55.available.is == true; some route in a55.routes],
		[route | a95.available.is == true; some route in a95.routes],
	),
)

some_rule := logic.any_of([a20.available, a55.available, a95.available])

default gap := {}

gap := {"gap": "no_appeal_rule"} if {
	may_appeal.is == true
	some_rule.is == false
}

default filing := {}

filing := {"each": [object.union_n([
	{"of": facts.appeal.filedOn.fact},
	logic.norm(appeals.filed, in_writing),
	not_written,
])]} if {
	may_appeal.is != false
	appeals.filed.is != null
}

in_writing := logic.given(facts.appeal.inWriting)

not_written := {"code": "not_in_writing"} if in_writing.is == false

else := {}

# METADATA
# title: 申诉期间不停止执行
# custom:
#   provision: art_15__para_1__s2
#   modality: must_not
#   class: M
#   quote: 申诉期间，不停止责任追究决定的执行。
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	logic.all_of([may_appeal, appeals.filed]),
	appeals.not_suspended,
)
