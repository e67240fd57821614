# METADATA
# title: 第二十一条 发生地与单位所在地
package order_493.v2007.articles.a21

import data.facts
import data.logic
import data.order_493.v2007.investigation
import data.territory

# METADATA
# title: 由发生地调查，单位所在地派人参加
# description: The place of the accident governs; the seat of the unit, in another county-level region, is to send someone.
# custom:
#   provision: order_493__art_21__para_1
#   modality: must
#   class: M
#   quote: 特别重大事故以下等级事故，事故发生地与事故发生单位不在同一个县级以上行政区域的，由事故发生地人民政府负责调查，事故发生单位所在地人民政府应当派人参加。
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := logic.norm(
	logic.all_of([investigation.below_extraordinary, seat_is_elsewhere]),
	logic.given(facts.investigation.seatTookPart),
)

place := facts.accident.divisionCode

seat := facts.accident.unitDivisionCode

# 不在同一个县级以上行政区域: another county-level region. A code that stops short of the county does not tell.
seat_is_elsewhere := {"is": true, "on": [place.fact, seat.fact]} if differ(place.value, seat.value)

else := logic.open([leaf.fact |
	some leaf in [place, seat]
	territory.county_code(leaf.value) == null
]) if {
	null in [territory.county_code(place.value), territory.county_code(seat.value)]
}

else := {"is": false, "on": [place.fact, seat.fact]}

# A code that is not known has no parts to compare. Two codes differ where both speak and say another: of the province, the prefecture or the county.
differ(a, b) if {
	some place in [0, 2, 4]
	spoken := {substring(code, place, 2) | some code in [a, b]}
	count(spoken) == 2
	not "00" in spoken
}
