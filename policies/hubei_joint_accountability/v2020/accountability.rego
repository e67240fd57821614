# METADATA
# title: 已经作出的责任追究
# description: What has been decided, against what the clauses demand.
package hubei_joint_accountability.v2020.accountability

import data.facts
import data.hubei_joint_accountability.v2020.asked
import data.logic

decided_kinds := ["问责", "不予追究"]

decided(i) if facts.accountability_decisions[i].kind.value in decided_kinds

names_organ(i, names) if {
	decided(i)
	facts.accountability_decisions[i].organ.value in names
}

# A decision that does not say whom it concerns may concern the one asked for.
may_name(i, names, subject) if {
	decided(i)
	facts.accountability_decisions[i].organ.value in array.concat(names, [null])
	facts.accountability_decisions[i].subject.value in [subject, null]
}

paths := ["/accountability/decisions"]

# Whether the responsibility of this subject (机关 or 相关负责人 of an organ) was dealt with.
pursued(names, subject) := logic.always(paths) if {
	some i, _ in facts.accountability_decisions
	names_organ(i, names)
	facts.accountability_decisions[i].subject.value == subject
}

else := logic.open(["/accountability/decisions"]) if {
	some i, _ in facts.accountability_decisions
	may_name(i, names, subject)
}

else := logic.never(array.concat(paths, ["/accountability/concludedOn"])) if {
	listed_completely.is == true
	facts.accountability.concludedOn.value != null
}

else := logic.open([leaf.fact |
	some leaf in [facts.accountability.decisions, facts.accountability.decisionsComplete, facts.accountability.concludedOn]
	leaf.value in [null, false]
])

pursued_with_persons(names) := logic.all_of([pursued(names, "机关"), pursued(names, "相关负责人")])

is_accountability(i) if facts.accountability_decisions[i].kind.value == "问责"

# A list that is not given is unknown, whatever is said of its completeness.
listed_completely := logic.always(["/accountability/decisionsComplete"]) if {
	facts.accountability.decisionsComplete.value == true
	facts.accountability.decisions.value != null
}

else := logic.open(["/accountability/decisions"]) if facts.accountability.decisionsComplete.value == true

else := logic.open(["/accountability/decisionsComplete"])

# 从重: every decision that pursues responsibility says so. Asked about a body or person, only decisions on it count: how
# others were dealt with says nothing of it.
severe := logic.open(["/accountability/decisions"]) if count(degrees) == 0

else := logic.all_of(array.concat([listed_completely], degrees))

degrees := [logic.any_of([logic.negate(concerns_the_asked(i)), is_severe(i)]) |
	some i, _ in facts.accountability_decisions
	is_accountability(i)
	concerns_the_asked(i).is != false
]

is_severe(i) := logic.is_one_of(facts.accountability_decisions[i].degree, ["从重"])

concerns_the_asked(i) := logic.always([]) if not asked.of_subject

else := logic.open([facts.subject.organ.fact]) if facts.subject.organ.value == null

else := logic.all_of([
	logic.is_one_of(facts.accountability_decisions[i].organ, [facts.subject.organ.value]),
	logic.is_one_of(facts.accountability_decisions[i].subject, [subject_kind]),
])

subject_kind := "机关" if facts.subject.role.value == "机关"

else := "相关负责人"
