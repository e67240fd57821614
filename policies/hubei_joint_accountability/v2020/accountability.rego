# METADATA
# title: 已经作出的责任追究
# description: What has been decided, against what the clauses demand.
package hubei_joint_accountability.v2020.accountability

import data.facts
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.identity
import data.logic

decided_kinds := ["问责", "不予追究"]

decided(i) if facts.accountability_decisions[i].kind.value in decided_kinds

# Whether the responsibility of each of these (机关 or 相关负责人 of an organ) was dealt with. A decision that does not say
# whom it concerns may concern the one asked for.
all_pursued(organs, subject) := all_dealt_with([{"organ": organ, "by": decisions_on(organ, subject)} | some organ in organs], subject)

pursued(organ, subject) := all_pursued([organ], subject)

all_dealt_with(cases, subject) := logic.never(no_other_decision.on) if {
	no_other_decision.is == false
	some one in cases
	count(one.by) == 0
}

else := logic.open(what_is_not_said(waiting)) if {
	waiting := [one | some one in cases; not is_dealt_with(one, subject)]
	count(waiting) > 0
}

else := logic.always(["/accountability/decisions"])

# The decisions that are or may be on it; each is compared once, for lists are long.
decisions_on(organ, subject) := [[i, relation] |
	some i, other in identity.decisions
	decided(i)
	facts.accountability_decisions[i].subject.value in [subject, null]
	relation := identity.relation(organ, other)
	relation != "other"
]

is_dealt_with(one, subject) if {
	some [i, "same"] in one.by
	facts.accountability_decisions[i].subject.value == subject
}

# What would tell of which organ a decision is, and whether it is on the organ or its leaders.
what_is_not_said(waiting) := array.concat(
	[path | some one in waiting; is_in_question(one); some path in identity.asks(one.organ)],
	array.concat(
		[path | some i in doubtful; some path in whose_not_said[i]],
		array.concat([path | some i in certain; some path in whom_not_said[i]], nobody_named(waiting)),
	),
) if {
	doubtful := {i | some one in waiting; some [i, "open"] in one.by}
	certain := {i | some one in waiting; some [i, "same"] in one.by}
}

is_in_question(one) if {
	some [_, "open"] in one.by
}

whom_not_said := [[entry.subject.fact | entry.subject.value == null] | some entry in facts.accountability_decisions]

whose_not_said := [array.concat(asked_of(identity.decisions[i]), whom) | some i, whom in whom_not_said]

asked_of(other) := identity.asks(other) if count(identity.asks(other)) > 0

else := [other.name.fact]

nobody_named(waiting) := no_other_decision.on if {
	some one in waiting
	count(one.by) == 0
}

else := []

no_other_decision := logic.never(["/accountability/decisions", "/accountability/concludedOn"]) if {
	listed_completely.is == true
	facts.accountability.concludedOn.value != null
}

else := logic.open([leaf.fact |
	some leaf in [facts.accountability.decisions, facts.accountability.decisionsComplete, facts.accountability.concludedOn]
	leaf.value in [null, false]
])

# The clauses name the organ and those who answer for it; both are to be dealt with.
pursued_with_persons(organs) := logic.all_of([all_pursued(organs, "机关"), all_pursued(organs, "相关负责人")])

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

else := logic.all_of([
	identity.same(identity.subject, identity.decisions[i]),
	logic.is_one_of(facts.accountability_decisions[i].subject, [subject_kind]),
])

subject_kind := "机关" if facts.subject.role.value == "机关"

else := "相关负责人"
