# METADATA
# title: 按人数和损失定级
# description: |
#   The thresholds of article 3 and what the numbers reach by them: for each grade, whether it is reached at least.
#   以上 includes the number, 以下 does not; the criteria are joined by 或者.
package order_493.v2007.criteria

import data.logic
import data.order_493.v2007.counts

# METADATA
# title: 等级的界限
# custom:
#   boundaries:
#     /accident/deaths: [3, 10, 30]
#     /accident/missing: [3, 10, 30]
#     /accident/seriousInjuries: [10, 50, 100]
#     /accident/acutePoisonings: [10, 50, 100]
#     /accident/injuredTotal: [1, 10, 50, 100]
#     /accident/directLossYuan: [1, 10000000, 50000000, 100000000]
thresholds := {
	"extraordinary": {"deaths": 30, "serious": 100, "loss": 100000000},
	"major": {"deaths": 10, "serious": 50, "loss": 50000000},
	"larger": {"deaths": 3, "serious": 10, "loss": 10000000},
}

reaches(grade, deaths, serious) := logic.any_of([
	logic.at_least(deaths, thresholds[grade].deaths),
	logic.at_least(serious, thresholds[grade].serious),
	logic.at_least(counts.loss, thresholds[grade].loss),
])

any_harm(deaths, serious) := logic.any_of([
	logic.at_least(deaths, 1),
	logic.at_least(serious, 1),
	logic.at_least(counts.loss, 1),
	logic.at_least(counts.injured, 1),
])

# The grades that the numbers alone reach.
reached := reached_by(counts.deaths, counts.serious)

reached_by(deaths, serious) := {
	"extraordinary": reaches("extraordinary", deaths, serious),
	"major": reaches("major", deaths, serious),
	"larger": reaches("larger", deaths, serious),
	"general": any_harm(deaths, serious),
}

exactly(steps) := {
	"extraordinary": steps.extraordinary,
	"major": logic.all_of([steps.major, logic.negate(steps.extraordinary)]),
	"larger": logic.all_of([steps.larger, logic.negate(steps.major)]),
	"general": logic.all_of([steps.general, logic.negate(steps.larger)]),
}

# From the highest down; the last always holds.
ladder(steps) := [
	{"name": "特别重大", "reached": steps.extraordinary},
	{"name": "重大", "reached": steps.major},
	{"name": "较大", "reached": steps.larger},
	{"name": "一般", "reached": steps.general},
	{"name": "无等级", "reached": logic.always([])},
]

span(steps) := span_of(ladder(steps))

span_of(rungs) := {"least": certain[0], "most": possible[0]} if {
	certain := [rung.name | some rung in rungs; rung.reached.is == true]
	possible := [rung.name | some rung in rungs; rung.reached.is != false]
}
