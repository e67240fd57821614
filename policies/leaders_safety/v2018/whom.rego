# METADATA
# title: 地方党政领导干部
# description: |
#   Whom the rules of 2018 bind: members of the leading groups of committees and governments at county level and above;
#   leaders of departments, townships, 街道 and zones by reference. Never an organ.
package leaders_safety.v2018.whom

import data.facts
import data.force
import data.leaders_safety.v2018.text
import data.logic
import data.roles

in_force := force.since(text.in_force_from)

county_and_above := logic.is_one_of(facts.subject.level, ["省", "市（州）", "县（市、区）"])

in_a_leading_group := logic.all_of([
	in_force,
	roles.is_leader,
	logic.is_one_of(facts.subject.kind, ["党委", "政府"]),
	county_and_above,
])

by_reference := logic.all_of([
	in_force,
	roles.is_leader,
	logic.any_of([of_a_department, of_a_township, logic.is_one_of(facts.subject.kind, ["派出机关", "功能区管理机构"])]),
])

of_a_department := logic.all_of([
	logic.is_one_of(facts.subject.kind, ["党委职能部门", "政府工作部门"]),
	county_and_above,
])

of_a_township := logic.all_of([
	logic.is_one_of(facts.subject.kind, ["党委", "政府"]),
	logic.is_one_of(facts.subject.level, ["乡镇"]),
])

is_leading_cadre := logic.any_of([in_a_leading_group, by_reference])
