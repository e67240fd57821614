package hubei_joint_accountability.v2020.articles.a06

import data.calendar
import data.calendar.asked
import data.facts
import data.hubei_joint_accountability.v2020.duty
import data.hubei_joint_accountability.v2020.scope
import data.lists
import data.logic
import data.order_493.v2007.cases as register

# METADATA
# title: 社会监督和举报
# custom:
#   provision: art_6__para_1__item_11
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 强化社会监督和举报工作。鼓励职工群众、社会各界、新闻媒体参与监督和举报各类生产安全事故和安全隐患，对调查结案的生产安全事故应当按照规定及时在新闻媒体上公布查处情况，对举报查实的隐患的整改和督办情况应当及时向社会公布，接受监督。对违法行为情节严重的生产经营单位，应当向社会通告，并通报有关部门和机构。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := item(rego.metadata.rule().custom.provision)

# METADATA
# title: 强化社会监督和举报
# custom:
#   provision: art_6__para_1__item_11__s1
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 强化社会监督和举报工作。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 公布查处、整改和督办情况
# description: |
#   Results of closed cases and of verified hazards are published. 及时 has no number: lateness is decided only
#   against a limit that the submitting organ names with its source, else by the evaluation.
# custom:
#   provision: art_6__para_1__item_11__s2
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 鼓励职工群众、社会各界、新闻媒体参与监督和举报各类生产安全事故和安全隐患，对调查结案的生产安全事故应当按照规定及时在新闻媒体上公布查处情况，对举报查实的隐患的整改和督办情况应当及时向社会公布，接受监督。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := object.union_n([
	duty.norm(duty.government, logic.all_of([
		every_closed_case_published,
		every_verified_hazard_published,
		duty.evaluated(rego.metadata.rule().custom.provision),
	])),
	each_publication,
	gap,
])

every_closed_case_published := lists.all_hold(
	[logic.any_of([logic.negate(case.applies), case.kept]) | some case in closed_cases],
	facts.accidentCases.cases,
	facts.accidentCases.casesComplete,
)

every_verified_hazard_published := lists.all_hold(
	[logic.any_of([logic.negate(hazard.applies), hazard.kept]) | some hazard in hazards],
	facts.disclosure.hazards,
	facts.disclosure.hazardsComplete,
)

closed_cases := [object.union(
	{
		"of": $"/accidentCases/cases/{i}",
		"applies": logic.all_of([
			register.investigated_here(i),
			by_then(facts.accidentCases_cases[i].closed, facts.accidentCases_cases[i].closedOn),
		]),
	},
	publication(
		facts.accidentCases_cases[i].closedOn,
		facts.accidentCases_cases[i].published,
		facts.accidentCases_cases[i].publishedOn,
	),
) |
	some i, _ in facts.accidentCases_cases
]

hazards := [object.union(
	{"of": $"/disclosure/hazards/{i}", "applies": verified(i)},
	publication(
		facts.disclosure_hazards[i].verifiedOn,
		facts.disclosure_hazards[i].published,
		facts.disclosure_hazards[i].publishedOn,
	),
) |
	some i, _ in facts.disclosure_hazards
]

# What stands in the register is verified, unless on a day after the one asked.
verified(i) := logic.always([facts.disclosure.hazards.fact]) if facts.disclosure_hazards[i].verifiedOn.value == null

else := asked.by_then(facts.disclosure_hazards[i].verifiedOn)

due_leaves := [facts.disclosure.dueDays, facts.disclosure.dueSource]

due_is_named if count(lists.unknown(due_leaves)) == 0

# A thing stated as done was done by the day asked unless its day is later; a day that is stated says that it was done.
by_then(done, on) := logic.given(done) if on.value == null

else := logic.given(done) if done.value == false

else := asked.by_then(on)

# Published, and inside the limit where one is named.
publication(since, published, published_on) := {"kept": state} if {
	state := by_then(published, published_on)
	state.is == true
	not due_is_named
}

else := {"kept": where_binding(published_on, within_the_limit(since, published_on))} if {
	by_then(published, published_on).is == true
}

else := {"kept": logic.never(not_yet.on), "code": "publication_late"} if {
	by_then(published, published_on).is == false
	due_is_named
	not_yet := within_the_limit(since, asked.day)
	not_yet.is == false
}

else := {"kept": logic.open(waits_for(since, published_on)), "code": "not_published"} if {
	by_then(published, published_on).is == false
}

else := {"kept": by_then(published, published_on)}

waits_for(since, published_on) := lists.unknown(array.concat(due_leaves, [since, published_on]))

# A publication that came late before the measures was late under other law.
where_binding(leaf, in_time) := in_time if leaf.value == null

else := logic.any_of([logic.negate(scope.binds_on(leaf)), in_time])

within_the_limit(since, leaf) := logic.open(lists.unknown([since, leaf])) if null in [since.value, leaf.value]

else := {
	"is": calendar.days_between(since.value, leaf.value) <= facts.disclosure.dueDays.value,
	"on": array.concat([due.fact | some due in due_leaves], [since.fact, leaf.fact]),
}

each_publication := duty.each(duty.government, array.concat(closed_cases, hazards))

# Said where something is not published and nobody has named how soon it must be.
gap := {"gap": "due_not_in_text"} if {
	duty.government.is != false
	not due_is_named
	some instance in array.concat(closed_cases, hazards)
	object.get(instance, "code", "") == "not_published"
	instance.applies.is != false
}

else := {}

# METADATA
# title: 通告和通报
# description: Both are demanded of every unit whose violation is serious, which is evaluated.
# custom:
#   provision: art_6__para_1__item_11__s3
#   modality: must
#   class: M
#   human: [/disclosure/offenders]
#   quote: 对违法行为情节严重的生产经营单位，应当向社会通告，并通报有关部门和机构。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := object.union(
	duty.norm(logic.all_of([duty.government, some_serious_offender]), every_offender_announced_and_notified),
	each_offender,
)

some_serious_offender := lists.some_holds(
	[logic.given(facts.disclosure_offenders[i].serious) | some i, _ in facts.disclosure_offenders],
	facts.disclosure.offenders,
	facts.disclosure.offendersComplete,
)

every_offender_announced_and_notified := lists.all_hold(
	[logic.any_of([logic.negate(logic.given(facts.disclosure_offenders[i].serious)), announced_and_notified(i)]) |
		some i, _ in facts.disclosure_offenders
	],
	facts.disclosure.offenders,
	facts.disclosure.offendersComplete,
)

announced_and_notified(i) := logic.all_of([
	logic.given(facts.disclosure_offenders[i].announced),
	logic.given(facts.disclosure_offenders[i].notified),
])

each_offender := duty.each(
	duty.government,
	[{
		"of": $"/disclosure/offenders/{i}",
		"applies": logic.given(facts.disclosure_offenders[i].serious),
		"kept": announced_and_notified(i),
	} |
		some i, _ in facts.disclosure_offenders
	],
)
