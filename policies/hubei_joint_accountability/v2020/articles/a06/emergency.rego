package hubei_joint_accountability.v2020.articles.a06

import data.calendar.asked
import data.facts
import data.hubei_joint_accountability.v2020.duty
import data.lists
import data.logic
import data.order_708.v2019.articles.a08

# METADATA
# title: 应急工作
# custom:
#   provision: art_6__para_1__item_10
#   modality: must
#   class: X
#   human: [/dutyEvaluations]
#   quote: 统一领导本行政区域内的生产安全事故应急工作。制定相应的生产安全事故应急救援预案，并依法向社会公布。按照规定组织生产安全事故应急救援预案演练。加强对生产安全事故应急救援队伍建设的统一规划、组织和指导。储备必要的应急救援装备和物资，并及时更新和补充。根据工作需要协调解放军和武警部队参加生产安全事故应急救援工作。
#   questions: [duties]
findings[rego.metadata.rule().custom.provision] := item(rego.metadata.rule().custom.provision)

# METADATA
# title: 统一领导应急工作
# custom:
#   provision: art_6__para_1__item_10__s1
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 统一领导本行政区域内的生产安全事故应急工作。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 应急救援预案
# custom:
#   provision: art_6__para_1__item_10__s2
#   modality: must
#   class: M
#   quote: 制定相应的生产安全事故应急救援预案，并依法向社会公布。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := duty.norm(duty.government, logic.all_of([
	some_plan_made,
	every_plan_published,
]))

some_plan_made := lists.some_holds(
	[asked.by_then(facts.emergency_plans[i].madeOn) | some i, _ in facts.emergency_plans],
	facts.emergency.plans,
	facts.emergency.plansComplete,
)

every_plan_published := lists.all_hold(
	[logic.any_of([
		logic.negate(asked.by_then(facts.emergency_plans[i].madeOn)),
		published(i),
	]) |
		some i, _ in facts.emergency_plans
	],
	facts.emergency.plans,
	facts.emergency.plansComplete,
)

# The sentence sets no limit: on the day on which it is made, a plan need not be published yet.
published(i) := logic.open([asked.day.fact]) if {
	facts.emergency_plans[i].published.value == false
	facts.emergency_plans[i].madeOn.value == asked.day.value
}

else := logic.given(facts.emergency_plans[i].published)

# METADATA
# title: 预案演练
# description: |
#   按照规定: at least once in two years, Order 708, art. 8.
# custom:
#   provision: art_6__para_1__item_10__s3
#   modality: must
#   class: M
#   quote: 按照规定组织生产安全事故应急救援预案演练。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := duty.norm(duty.government, a08.drilled)

# METADATA
# title: 应急救援队伍
# custom:
#   provision: art_6__para_1__item_10__s4
#   modality: must
#   class: H
#   human: [/dutyEvaluations]
#   quote: 加强对生产安全事故应急救援队伍建设的统一规划、组织和指导。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := evaluated(rego.metadata.rule().custom.provision)

# METADATA
# title: 应急装备和物资
# description: |
#   What is necessary is there on the day and not expired. 及时 has no number: the state of the day is what is asked.
# custom:
#   provision: art_6__para_1__item_10__s5
#   modality: must
#   class: M
#   quote: 储备必要的应急救援装备和物资，并及时更新和补充。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := object.union(
	duty.norm(duty.government, logic.all_of([some_stock, every_item_in_stock])),
	each_item,
)

some_stock := lists.some_holds(
	[logic.always([facts.emergency_stock[i].item.fact]) | some i, _ in facts.emergency_stock],
	facts.emergency.stock,
	facts.emergency.stockComplete,
)

every_item_in_stock := lists.all_hold(
	[in_stock(i) | some i, _ in facts.emergency_stock],
	facts.emergency.stock,
	facts.emergency.stockComplete,
)

in_stock(i) := logic.all_of([enough(i), not_expired(i)])

enough(i) := logic.open(lists.unknown(counts_of(i))) if null in [leaf.value | some leaf in counts_of(i)]

else := {
	"is": facts.emergency_stock[i].heldCount.value >= facts.emergency_stock[i].requiredCount.value,
	"on": [leaf.fact | some leaf in counts_of(i)],
}

counts_of(i) := [facts.emergency_stock[i].heldCount, facts.emergency_stock[i].requiredCount]

not_expired(i) := logic.any_of([
	logic.negate(logic.given(facts.emergency_stock[i].expires)),
	asked.not_over(facts.emergency_stock[i].expiresOn),
])

each_item := duty.each(
	duty.government,
	[object.union(
		{"of": $"/emergency/stock/{i}", "applies": logic.always([]), "kept": in_stock(i)},
		what_lacks(i),
	) |
		some i, _ in facts.emergency_stock
	],
)

what_lacks(i) := {"code": "stock_short"} if enough(i).is == false

else := {"code": "stock_expired"} if not_expired(i).is == false

else := {}

# METADATA
# title: 协调部队参加救援
# description: Speaks where the work needs the forces, which is evaluated.
# custom:
#   provision: art_6__para_1__item_10__s6
#   modality: must
#   class: M
#   human: [/emergency/troopsNeeded]
#   quote: 根据工作需要协调解放军和武警部队参加生产安全事故应急救援工作。
#   questions: [duties]
sentences[rego.metadata.rule().custom.provision] := duty.norm(
	logic.all_of([duty.government, logic.given(facts.emergency.troopsNeeded)]),
	logic.given(facts.emergency.troopsCoordinated),
)
