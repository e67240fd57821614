# METADATA
# title: 第三条 事故等级
# description: 以上包括本数，以下不包括本数；各项标准以“或者”相连，取最高的等级。
package order_493.v2007.articles.a03

import data.facts
import data.logic
import data.order_493.v2007.counts

# METADATA
# title: 特别重大事故
# custom:
#   provision: order_493__art_3__para_1__item_1
#   modality: definition
#   class: M
#   quote: 特别重大事故，是指造成30人以上死亡，或者100人以上重伤（包括急性工业中毒，下同），或者1亿元以上直接经济损失的事故；
#   questions: [grade]
findings[rego.metadata.rule().custom.provision] := logic.finding(grades.extraordinary)

# METADATA
# title: 重大事故
# custom:
#   provision: order_493__art_3__para_1__item_2
#   modality: definition
#   class: M
#   quote: 重大事故，是指造成10人以上30人以下死亡，或者50人以上100人以下重伤，或者5000万元以上1亿元以下直接经济损失的事故；
#   questions: [grade]
findings[rego.metadata.rule().custom.provision] := logic.finding(grades.major)

# METADATA
# title: 较大事故
# custom:
#   provision: order_493__art_3__para_1__item_3
#   modality: definition
#   class: M
#   quote: 较大事故，是指造成3人以上10人以下死亡，或者10人以上50人以下重伤，或者1000万元以上5000万元以下直接经济损失的事故；
#   questions: [grade]
findings[rego.metadata.rule().custom.provision] := logic.finding(grades.larger)

# METADATA
# title: 一般事故
# custom:
#   provision: order_493__art_3__para_1__item_4
#   modality: definition
#   class: M
#   quote: 一般事故，是指造成3人以下死亡，或者10人以下重伤，或者1000万元以下直接经济损失的事故。
#   questions: [grade]
findings[rego.metadata.rule().custom.provision] := logic.finding(grades.general)

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

# 特种设备 has a scale of its own with events beside the numbers; that scale is not encoded, so it may always lift.
special_equipment_may_lift := logic.open(["/accident/kind"]) if facts.accident.kind.value == "特种设备"

else := logic.never([])

reaches(grade) := logic.any_of([
	logic.at_least(counts.deaths, thresholds[grade].deaths),
	logic.at_least(counts.serious, thresholds[grade].serious),
	logic.at_least(counts.loss, thresholds[grade].loss),
	special_equipment_may_lift,
])

at_least := {
	"extraordinary": reaches("extraordinary"),
	"major": reaches("major"),
	"larger": reaches("larger"),
	"general": any_harm,
}

any_harm := logic.any_of([
	logic.at_least(counts.deaths, 1),
	logic.at_least(counts.serious, 1),
	logic.at_least(counts.loss, 1),
	logic.at_least(counts.injured, 1),
])

grades := {
	"extraordinary": at_least.extraordinary,
	"major": logic.all_of([at_least.major, logic.negate(at_least.extraordinary)]),
	"larger": logic.all_of([at_least.larger, logic.negate(at_least.major)]),
	"general": logic.all_of([at_least.general, logic.negate(at_least.larger)]),
}

ladder := [
	{"name": "特别重大", "reached": at_least.extraordinary},
	{"name": "重大", "reached": at_least.major},
	{"name": "较大", "reached": at_least.larger},
	{"name": "一般", "reached": at_least.general},
	{"name": "无等级", "reached": logic.always([])},
]

least := [step.name | some step in ladder; step.reached.is == true][0]

most := [step.name | some step in ladder; step.reached.is != false][0]

# The criteria that by themselves give the least grade: they drive it.
least_key := {"特别重大": "extraordinary", "重大": "major", "较大": "larger"}[least]

default drivers := []

drivers := [criterion |
	some criterion in ["deaths", "serious", "loss"]
	counts[criterion].low >= thresholds[least_key][criterion]
]

undecided := [p |
	some step in ladder
	step.reached.is == null
	some p in step.reached.on
]

# METADATA
# title: 等级区间
# description: The least and the most grade that the facts admit, whether the counts are final, and what is missing.
interval := {
	"least": least,
	"most": most,
	"final": logic.tidy(counts.are_final),
	"drivers": drivers,
	"missing": sort({p | some p in undecided; not startswith(p, "/options/")}),
}

notes["no_separate_count"] := sort({p |
	some leaf in [facts.accident.acutePoisonings, facts.accident.missing]
	leaf.value == null
	facts.accident.deaths.value != null
	p := leaf.fact
})

notes["special_equipment_scale_not_included"] := ["/accident/kind"] if facts.accident.kind.value == "特种设备"

notes["counts_are_provisional"] := sort({p | some p in counts.are_final.on; not startswith(p, "/options/")}) if {
	counts.are_final.is != true
}

notes["no_harm_no_grade"] := sort({p | some p in at_least.general.on}) if at_least.general.is == false
