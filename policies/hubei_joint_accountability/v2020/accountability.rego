# METADATA
# title: 已经作出的责任追究
# description: |
#   What has been decided, against what the clauses demand. A decision of a day before the accident or before the act is on
#   something else: it neither does what is demanded nor breaks what is forbidden.
package hubei_joint_accountability.v2020.accountability

import data.facts
import data.hubei_joint_accountability.v2020.accident_concern
import data.hubei_joint_accountability.v2020.asked
import data.hubei_joint_accountability.v2020.identity
import data.logic

decided_kinds := ["问责", "不予追究"]

decided(i) if facts.accountability_decisions[i].kind.value in decided_kinds

# Whether a decision can be on the accident, or on the act, by its day. Of an act of no day what was decided after the
# accident is taken to be.
since := {
	"accident": [not_before(decision.on, facts.accident.occurredOn) | some decision in facts.accountability_decisions],
	"act": [since_the_act(decision.on) | some decision in facts.accountability_decisions],
}

undated := {matter: [[path | state.is == null; some path in state.on] | some state in states] | some matter, states in since}

since_the_act(on) := not_before(on, accident_concern.act_began) if accident_concern.act_began.value != null

else := found if {
	found := not_before(on, facts.accident.occurredOn)
	found.is == true
}

else := logic.open([leaf.fact | some leaf in [on, accident_concern.act_began]; leaf.value == null])

not_before(on, day) := logic.open([leaf.fact | some leaf in [on, day]; leaf.value == null]) if null in [on.value, day.value]

else := {"is": on.value >= day.value, "on": [on.fact, day.fact]}

# By whom a decision must name for it to be on the one asked for, and whom it may name and yet be on another: 主要负责人
# (art. 9) is one of the 相关负责人 (art. 11), and not each of these is the 主要负责人.
names := {"机关": ["机关"], "主要负责人": ["主要负责人"], "相关负责人": ["相关负责人", "主要负责人"], "其他负责人": ["相关负责人"]}

may_name := {"机关": [null], "主要负责人": ["相关负责人", null], "相关负责人": [null], "其他负责人": [null]}

# Whether the responsibility of each of these (the 机关, the 主要负责人 or the 相关负责人 of an organ) was dealt with. A decision
# that does not say whom it concerns may concern the one asked for. `matter` is what they are on: the accident or the act.
all_pursued(organs, subject, matter) := all_dealt_with(
	[{"organ": organ, "by": decisions_on(organ, subject, matter)} | some organ in organs],
	subject,
	matter,
)

pursued(organ, subject, matter) := all_pursued([organ], subject, matter)

all_dealt_with(cases, subject, matter) := logic.never(no_other_decision.on) if {
	no_other_decision.is == false
	some one in cases
	count(one.by) == 0
}

else := logic.open(what_is_not_said(waiting, subject, matter)) if {
	waiting := [one | some one in cases; not is_dealt_with(one, subject, matter)]
	count(waiting) > 0
}

else := logic.always(["/accountability/decisions"])

# The decisions that are or may be on it; each is compared once, for lists are long.
decisions_on(organ, subject, matter) := [[i, relation] |
	some i, other in identity.decisions
	decided(i)
	since[matter][i].is != false
	facts.accountability_decisions[i].subject.value in array.concat(names[subject], may_name[subject])
	relation := identity.relation(organ, other)
	relation != "other"
]

is_dealt_with(one, subject, matter) if {
	some [i, "same"] in one.by
	since[matter][i].is == true
	facts.accountability_decisions[i].subject.value in names[subject]
}

# What would tell of which organ a decision is, and whether it is on the organ or its leaders.
what_is_not_said(waiting, subject, matter) := array.concat(
	[path | some one in waiting; is_in_question(one); some path in identity.asks(one.organ)],
	array.concat(
		[path | some i in doubtful; some path in whose_not_said[subject][i]],
		array.concat(
			[path | some i in certain; some path in array.concat(whom_not_said[subject][i], undated[matter][i])],
			nobody_named(waiting),
		),
	),
) if {
	doubtful := {i | some one in waiting; some [i, "open"] in one.by}
	certain := {i | some one in waiting; some [i, "same"] in one.by}
}

is_in_question(one) if {
	some [_, "open"] in one.by
}

whom_not_said[subject] := [[entry.subject.fact | entry.subject.value in doubtful] |
	some entry in facts.accountability_decisions
] if {
	some subject, doubtful in may_name
}

whose_not_said[subject] := [array.concat(asked_of(identity.decisions[i]), whom) | some i, whom in not_said] if {
	some subject, not_said in whom_not_said
}

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

# The clauses name the organ and those who answer for it, its principal (art. 9) or the leaders concerned (art. 11); both
# are to be dealt with.
pursued_with_principals(organs) := logic.all_of([
	all_pursued(organs, "机关", "act"),
	all_pursued(organs, "主要负责人", "act"),
])

pursued_with_persons(organs) := logic.all_of([
	all_pursued(organs, "机关", "accident"),
	all_pursued(organs, "相关负责人", "accident"),
])

is_accountability(i) if facts.accountability_decisions[i].kind.value == "问责"

# A list that is not given is unknown, whatever is said of its completeness.
listed_completely := logic.always(["/accountability/decisionsComplete"]) if {
	facts.accountability.decisionsComplete.value == true
	facts.accountability.decisions.value != null
}

else := logic.open(["/accountability/decisions"]) if facts.accountability.decisionsComplete.value == true

else := logic.open(["/accountability/decisionsComplete"])

# Whom the question may be about, as decisions name them.
asked_kinds := ["机关", "主要负责人", "其他负责人"] if facts.subject.role.value == null

else := [facts.subject.role.value] if facts.subject.role.value in ["机关", "主要负责人"]

else := ["其他负责人"]

# One answer for whichever the question is about; where that is not said and they differ, it is asked for.
agreed(answers) := logic.always([p | some answer in answers; some p in answer.on]) if {
	every answer in answers {
		answer.is == true
	}
}

else := logic.never([p | some answer in answers; some p in answer.on]) if {
	every answer in answers {
		answer.is == false
	}
}

else := logic.open(array.concat(
	[facts.subject.role.fact | facts.subject.role.value == null],
	[p | some answer in answers; answer.is == null; some p in answer.on],
))

# 从重: every decision that pursues responsibility says so, and there is one. Asked about a body or person, only decisions on
# it count: how others were dealt with says nothing of it.
severe := severe_of([logic.any_of([logic.negate(since.act[i]), is_severe(i)]) | some i in pursuing]) if not asked.of_subject

else := agreed([severe_of(degrees(kind)) | some kind in asked_kinds])

severe_of(states) := no_other_decision if count(states) == 0

else := logic.all_of(array.concat([listed_completely], states))

pursuing := [i | some i, _ in facts.accountability_decisions; is_accountability(i); since.act[i].is != false]

degrees(kind) := [logic.any_of([logic.negate(concern), is_severe(i)]) |
	some i in pursuing
	concern := logic.all_of([since.act[i], identity.same(identity.subject, identity.decisions[i]), is_on(i, kind)])
	concern.is != false
]

is_severe(i) := logic.is_one_of(facts.accountability_decisions[i].degree, ["从重"])

is_on(i, kind) := logic.open([leaf.fact]) if {
	leaf := facts.accountability_decisions[i].subject
	leaf.value in may_name[kind]
}

else := logic.is_one_of(facts.accountability_decisions[i].subject, names[kind])
