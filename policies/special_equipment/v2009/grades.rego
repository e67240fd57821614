# METADATA
# title: 特种设备事故等级
# description: |
#   Articles 61 to 64: the numbers are those of Order 493, but for the lower floor of 一般 (10,000 yuan), and events
#   stand beside them. 以上 includes the number, 以下 does not (article 71).
package special_equipment.v2009.grades

import data.logic
import data.order_493.v2007.counts
import data.order_493.v2007.criteria
import data.special_equipment.v2009.scale

by_numbers := {
	"extraordinary": criteria.reached.extraordinary,
	"major": criteria.reached.major,
	"larger": criteria.reached.larger,
	"general": logic.any_of([
		logic.at_least(counts.deaths, 1),
		logic.at_least(counts.serious, 1),
		logic.at_least(counts.loss, 10000),
	]),
}

steps := {grade: logic.any_of([state, scale.by_event[grade]]) | some grade, state in by_numbers}

exactly := criteria.exactly(steps)

# Until the accident is stated as one of special equipment, each article waits for that alone; then `each` says by which
# item: the first is that of the numbers, the others are events.
finding(grade) := {"applies": scale.is_chosen} if scale.is_chosen.is != true

else := object.union(logic.finding(exactly[grade]), {"each": array.concat(
	[{"of": cited(grade, 0), "applies": logic.tidy(by_numbers[grade])}],
	[{"of": cited(grade, i + 1), "applies": logic.tidy(state)} | some i, state in scale.items[grade]],
)})

# Article 64 has two 款, the others one, which citations leave out.
articles := {
	"extraordinary": "第六十一条",
	"major": "第六十二条",
	"larger": "第六十三条",
	"general": "第六十四条第一款",
}

cited(grade, i) := $"{articles[grade]}第{["一", "二", "三", "四", "五", "六"][i]}项"
