# METADATA
# title: 党组织和党的领导干部
# description: Whom the Party’s accountability regulations reach.
package party_accountability.v2019.whom

import data.facts
import data.force
import data.logic
import data.party_accountability.v2019.text

in_force := force.since(text.in_force_from)

# A committee and its departments are Party organs and their leaders the Party’s; of others the facts must say it, for
# example of a Party group (党组) inside a government.
is_accountable := logic.all_of([
	in_force,
	logic.any_of([
		logic.all_of([
			logic.is_one_of(facts.subject.kind, ["党委", "党委职能部门"]),
			logic.is_one_of(facts.subject.role, ["机关", "主要负责人", "分管安全生产工作的负责人", "其他负责人"]),
		]),
		logic.given(facts.party.accountable),
	]),
])

is_organisation := logic.all_of([is_accountable, logic.is_one_of(facts.subject.role, ["机关"])])

is_leading_cadre := logic.all_of([is_accountable, logic.negate(logic.is_one_of(facts.subject.role, ["机关"]))])
