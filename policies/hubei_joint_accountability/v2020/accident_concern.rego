# METADATA
# title: 是否对该起事故的责任处理
# description: |
#   Whether to hold a body to account is to handle the accident, which art. 11(3) forbids before it is investigated
#   (发生生产安全事故后……的责任处理方式). It is of a body whose failure led to it, and of a body of its area, unless what is
#   established of that body is only what did not lead to it: that is pursued by art. 14(1), not by the procedure for the
#   accident (art. 11(2)).
package hubei_joint_accountability.v2020.accident_concern

import data.facts
import data.hubei_joint_accountability.v2020.identity
import data.hubei_joint_accountability.v2020.own_area
import data.hubei_joint_accountability.v2020.performance
import data.logic

# Of the body asked about; `may_be_pursued` says whether a failure other than those that led to the accident can be what
# it is held to account for.
concerns_subject(in_its_area, may_be_pursued) := logic.any_of([
	led_to_it,
	logic.all_of([in_its_area, logic.negate(logic.all_of([may_be_pursued, only_others]))]),
])

# The failures that are or may be the body's: each is compared once and judged once, for lists are long.
own := [[i, relation] |
	some i, state in failing
	state.is != false
	relation := identity.relation(identity.subject, identity.failures[i])
	relation != "other"
]

failing := [logic.given(failure.established) | some failure in facts.performance_failures]

leading := [logic.all_of([state, led(i)]) | some i, state in failing]

failed := one_of(failing)

led_to_it := one_of(leading)

# Whether one of its failures is such.
one_of(states) := logic.always(certain) if {
	certain := [path | some [i, "same"] in own; states[i].is == true; some path in states[i].on]
	count(certain) > 0
}

else := logic.open(what_is_not_said(states)) if {
	some [i, _] in own
	states[i].is != false
}

else := performance.beyond_the_list

what_is_not_said(states) := array.concat(
	[path | some [i, _] in own; states[i].is == null; some path in states[i].on],
	whose_is_not_said,
)

# What would tell the body from all of them, else what would tell them from it.
whose_is_not_said := [] if count([i | some [i, "open"] in own]) == 0

else := identity.asks(identity.subject) if count(identity.asks(identity.subject)) > 0

else := [path |
	some [i, "open"] in own
	some path in array.concat(identity.asks(identity.failures[i]), [identity.failures[i].name.fact])
]

# What happened after the accident cannot have led to it; what is said to have led to it is not the act of that day.
led(i) := logic.never(after_it) if not performance.failure(i).ledToAccident.value == true

else := logic.given(performance.failure(i).ledToAccident)

# An act that went on is dated by its first day.
act_began := facts.act.from if {
	facts.act.on.value == null
	facts.act.from.value != null
}

else := facts.act.on

after_it := [act_began.fact, facts.accident.occurredOn.fact] if {
	facts.accident.occurredOn.value != null
	act_began.value > facts.accident.occurredOn.value
}

# Before the findings somebody's word that a failure did not lead to the accident settles nothing, and the lack of it
# neither: what led to it is what the investigation is to find.
only_others := a_failure_that_is_not_listed if count(own) == 0

else := logic.all_of([failed, logic.negate(led_to_it)]) if is_told

else := logic.open(what_would_tell) if {
	count([i | some [i, "same"] in own]) > 0
	led_to_it.is != true
}

else := logic.never([])

# Findings that are said not to be made have no day: what is waited for is that they are made.
what_would_tell := array.concat(
	array.concat(undated, [path | some state in leading; state.is == null; some path in state.on]),
	[facts.investigation.findingsMade.fact | not is_told],
)

# What happened after the accident is a failure of its own, which the list may lack.
a_failure_that_is_not_listed := performance.beyond_the_list if after_it

else := logic.never([])

undated := [leaf.fact | some leaf in [act_began, facts.accident.occurredOn]; leaf.value == null]

is_told if after_it

is_told if facts.investigation.findingsMade.value == true

is_told if facts.investigation.findingsOn.value != null

# Of a decision: the body that it is on.
of_decision(i) := concerns_subject(own_area.within("township"), follows_the_act(i)) if {
	identity.relation(identity.subject, identity.decisions[i]) == "same"
}

else := logic.always([facts.accountability_decisions[i].organ.fact]) if is_named_at_the_place(i)

# Of another body its area tells, and outside of it that nothing in the list led to the accident.
else := logic.any_of([own_area.has_the_place(identity.decisions[i]), something_led_to_it])

something_led_to_it := performance.beyond_the_list if count(may_have_led) == 0

else := logic.open(may_have_led)

may_have_led := [path | some state in leading; state.is != false; some path in state.on]

# A decision is not on what happened after it.
follows_the_act(i) := logic.always([]) if not after_it

else := logic.known(facts.accountability_decisions[i].on) if facts.accountability_decisions[i].on.value == null

else := {
	"is": facts.accountability_decisions[i].on.value >= act_began.value,
	"on": [facts.accountability_decisions[i].on.fact, act_began.fact],
}

# 该……行业、领域监管部门 and the organs of a zone, which no code need tell.
is_named_at_the_place(i) if facts.accountability_decisions[i].organ.value in named_at_the_place

named_at_the_place contains regulator.organ.value if {
	some regulator in facts.accident_regulators
	regulator.organ.value != null
}

named_at_the_place contains leaf.value if {
	some leaf in [facts.zone.partyOrgan, facts.zone.managementOrgan]
	leaf.value != null
}
