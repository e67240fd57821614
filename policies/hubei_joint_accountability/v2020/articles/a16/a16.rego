# METADATA
# title: 第十六条 巡查
package hubei_joint_accountability.v2020.articles.a16

import data.facts
import data.hubei_joint_accountability.v2020.ledger
import data.logic

list := facts.supervision.inspections

complete := facts.supervision.inspectionsComplete

# 上级党委和政府: a body with a level below it.
inspector := logic.all_of([
	logic.any_of([ledger.is_body(["党委", "政府"]), ledger.branch_as(["党委", "政府"])]),
	ledger.has_lower_level,
])

bearers := {"bearers": ["上级党委", "上级政府"]}

# METADATA
# title: 巡查和未落实的追究
# custom:
#   provision: art_16__para_1
#   modality: must
#   class: X
#   human: [/supervision/inspections]
#   quote: 上级党委和政府对下级党委和政府及其工作部门开展安全生产工作巡查时，应当将其落实“党政同责、一岗双责、齐抓共管、失职追责”情况纳入巡查范围。对于未落实的，按照本办法以及有关规定予以责任追究。
#   questions: [supervision]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.norm(inspected, logic.all_of([in_scope, ledger.where(not_implemented, pursued)])),
	bearers,
)

# METADATA
# title: 纳入巡查范围
# description: The Party committee and the government that inspect answer for the scope together.
# custom:
#   provision: art_16__para_1__s1
#   modality: must
#   class: M
#   quote: 上级党委和政府对下级党委和政府及其工作部门开展安全生产工作巡查时，应当将其落实“党政同责、一岗双责、齐抓共管、失职追责”情况纳入巡查范围。
#   questions: [supervision]
findings[rego.metadata.rule().custom.provision] := object.union_n([
	logic.norm(inspected, in_scope),
	bearers,
	ledger.each(inspected, [scope_of(i) | some i, _ in facts.supervision_inspections]),
])

inspected := logic.all_of([inspector, ledger.some_entry(
	[bound(i) | some i, _ in facts.supervision_inspections],
	list, complete,
)])

# An inspection before the measures had nothing of them to take into its scope.
bound(i) := logic.all_of([logic.always([list.fact]), ledger.in_force_for(facts.supervision_inspections[i].on)])

in_scope := logic.all_of(array.concat(
	[ledger.where(bound(i), logic.given(inspection.inScope)) | some i, inspection in facts.supervision_inspections],
	[ledger.listed_completely(list, complete)],
))

scope_of(i) := object.union_n([
	{"of": $"/supervision/inspections/{i}"},
	logic.norm(applies, state),
	ledger.fault("item_not_in_scope", ledger.where(applies, state)),
]) if {
	applies := logic.all_of([inspector, bound(i)])
	state := logic.given(facts.supervision_inspections[i].inScope)
}

# METADATA
# title: 未落实的予以责任追究
# custom:
#   provision: art_16__para_1__s2
#   modality: must
#   class: H
#   human: [/supervision/inspections]
#   quote: 对于未落实的，按照本办法以及有关规定予以责任追究。
#   questions: [supervision]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.norm(not_implemented, pursued),
	ledger.each(not_implemented, [pursuit_of(i) | some i, _ in facts.supervision_inspections]),
)

not_implemented := logic.all_of([inspector, ledger.some_entry(
	[found_unimplemented(i) | some i, _ in facts.supervision_inspections],
	list, complete,
)])

found_unimplemented(i) := logic.all_of([logic.given(facts.supervision_inspections[i].nonImplementation), bound(i)])

# The sentence sets no time: what is not yet pursued still can be, until the matter of the inspection is closed.
pursued_one(i) := logic.given(inspection.pursued) if {
	inspection := facts.supervision_inspections[i]
	inspection.pursued.value != false
}

else := logic.open([inspection.closedOn.fact]) if {
	inspection := facts.supervision_inspections[i]
	inspection.closedOn.value == null
}

else := logic.never([inspection.pursued.fact, inspection.closedOn.fact]) if {
	inspection := facts.supervision_inspections[i]
}

pursued := logic.all_of(array.concat(
	[ledger.where(found_unimplemented(i), pursued_one(i)) | some i, _ in facts.supervision_inspections],
	[ledger.listed_completely(list, complete)],
))

pursuit_of(i) := object.union_n([
	{"of": $"/supervision/inspections/{i}"},
	logic.norm(logic.all_of([inspector, found_unimplemented(i)]), pursued_one(i)),
	fault_of(i),
])

fault_of(i) := {} if found_unimplemented(i).is == false

else := {"code": "not_pursued"} if pursued_one(i).is == false

else := {"code": "pursuit_outstanding"} if facts.supervision_inspections[i].pursued.value == false

else := {}
