# METADATA
# title: 第二章职责的承担者和履行
# description: |
#   Who bears the duties of chapter II, and whether a sentence of them is evaluated as performed. The bodies of art. 19
#   bear them by reference, as the organ that they correspond to; which one that is, is a fact.
package hubei_joint_accountability.v2020.duty

import data.facts
import data.hubei_joint_accountability.v2020.scope
import data.logic

committee := borne_by("党委")

government := borne_by("政府")

party_department := borne_by("党委职能部门")

government_department := borne_by("政府工作部门")

borne_by(kind) := logic.all_of([
	scope.subject_covered,
	logic.any_of([
		logic.is_one_of(facts.subject.kind, [kind]),
		logic.all_of([
			logic.negate(scope.subject_is_direct),
			logic.is_one_of(facts.subject.counterpart, [kind]),
		]),
	]),
])

is_of_a_township := logic.is_one_of(facts.subject.level, ["乡镇"])

is_department_of(functions) := logic.is_one_of(facts.subject.department, functions)

# A duty of the body, with its adaptation where it is borne by reference.
norm(applies, kept) := object.union(logic.norm(applies, kept), adaptation(applies))

finding(applies) := object.union(logic.finding(applies), adaptation(applies))

by_evaluation(applies, provision) := norm(applies, evaluated(provision))

adaptation(applies) := {"adaptation": $"{facts.subject.kind.value}参照执行，相当于{level_name}{facts.subject.counterpart.value}"} if {
	applies.is != false
	scope.subject_is_direct.is == false
	facts.subject.counterpart.value != null
}

else := {}

default level_name := ""

level_name := facts.subject.level.value if facts.subject.level.value != null

# An item made of sentences: its sentences say its state, so far as each of them speaks.
item(applies, sentences, provision) := norm(
	applies,
	logic.all_of([demand(sentence) | some sentence in sentences_of(sentences, provision)]),
)

sentences_of(sentences, provision) := [sentence |
	some eid, sentence in sentences
	startswith(eid, $"{provision}__s")
]

# What a sentence demands of its item; where its condition is not there, nothing.
demand(sentence) := logic.negate(sentence.applies) if sentence.applies.is == false

else := logic.any_of([logic.negate(sentence.applies), sentence.kept])

# A sentence is performed as the evaluations of it agree; where they do not, it stays open and the answer says so.
evaluated(provision) := object.get(judged, provision, logic.open(["/dutyEvaluations/evaluations"]))

evaluated_provisions := {entry.provision.value | some entry in facts.dutyEvaluations_evaluations}

evaluations[provision] := [entry.performed |
	some entry in facts.dutyEvaluations_evaluations
	entry.provision.value == provision
] if {
	some provision in evaluated_provisions
}

judged := {provision: judgement(performed) | some provision, performed in evaluations}

# One verdict, two that disagree, or none: evaluations that do not count say nothing beside one that does.
judgement(performed) := logic.open([leaf.fact | some leaf in performed]) if count(verdicts(performed)) == 0

else := {"is": verdicts(performed)[0], "on": counting(performed)} if count(verdicts(performed)) == 1

else := logic.open(counting(performed))

verdicts(performed) := sort({leaf.value | some leaf in performed; leaf.value != null})

counting(performed) := [leaf.fact | some leaf in performed; leaf.value != null]

conflicting_evaluations := sort({path |
	some performed in evaluations
	count(verdicts(performed)) == 2
	some path in counting(performed)
})

# The elements of a register, each with its own state, while the duty may speak.
each(applies, instances) := {"each": [spoken(instance, owed(applies, instance)) | some instance in instances]} if {
	applies.is != false
	count(instances) > 0
}

else := {}

# While it is open whose duty it is, it is open of every element.
owed(applies, instance) := logic.all_of([applies, instance.applies]) if applies.is == null

else := instance.applies

spoken(instance, applies) := object.union(
	object.filter(instance, ["of", "code"]),
	logic.norm(applies, instance.kept),
) if {
	applies.is != false
}

else := object.union(object.filter(instance, ["of"]), logic.finding(applies))
