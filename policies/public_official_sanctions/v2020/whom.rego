# METADATA
# title: 公职人员
# description: Whom the law on sanctions of public officials reaches.
package public_official_sanctions.v2020.whom

import data.facts
import data.force
import data.logic
import data.public_official_sanctions.v2020.text

in_force := force.since(text.in_force_from)

# Persons only, never an organ; staff of private enterprises are none.
is_public_official := logic.all_of([
	in_force,
	logic.is_one_of(facts.subject.role, ["主要负责人", "分管安全生产工作的负责人", "其他负责人", "其他人员"]),
	logic.negate(logic.is_one_of(facts.subject.kind, ["其他企业"])),
])
