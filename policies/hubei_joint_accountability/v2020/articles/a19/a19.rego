# METADATA
# title: 第十九条 参照执行
package hubei_joint_accountability.v2020.articles.a19

import data.facts
import data.hubei_joint_accountability.v2020.addressees
import data.hubei_joint_accountability.v2020.coverage
import data.hubei_joint_accountability.v2020.scope
import data.logic

# METADATA
# title: 派出机关和功能区参照执行
# description: |
#   A 街道 (branch of a district) or a functional zone at the place is reached by reference, with the adaptation named.
# custom:
#   provision: art_19__para_1
#   modality: scope
#   class: M
#   quote: 全省县级以上党委和政府派出机关、国有农（林）场和风景区等各类功能区管理机构、有关直属事业单位、国有（控股）企业参照本办法规定执行。
#   questions: [addressees]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(logic.all_of([scope.covered, is_by_reference])),
	adaptation,
)

is_by_reference := logic.always([facts.zone.level.fact]) if facts.zone.level.value != null

else := logic.always([facts.zone.name.fact]) if facts.zone.name.value != null

else := logic.open(addressees.conflict_on) if addressees.place_kind_conflicts

else := logic.is_one_of(facts.accident.placeKind, ["街道", "功能区"]) if {
	township == null
	facts.accident.placeKind.value != null
}

else := logic.open([facts.accident.divisionCode.fact]) if township == null

else := {"is": township.kind in ["街道", "功能区类"], "on": [facts.accident.divisionCode.fact]}

township := scope.place.township

speaks if {
	is_by_reference.is == true
	scope.covered.is != false
}

default adaptation := {}

adaptation := {"adaptation": "功能区党工委、管委会按其层级相当于该级党委、政府"} if {
	speaks
	addressees.in_zone
}

adaptation := {"adaptation": "街道党工委、办事处相当于乡镇党委、政府"} if {
	speaks
	not addressees.in_zone
}

# METADATA
# title: 参照执行（所问的机关或者人员）
# description: |
#   Of a body or person, by its kind; where only an accident is stated, as for the addressees. The adaptation is an
#   interpretation: 参照 says that the measures apply, not how.
# custom:
#   restates: art_19__para_1
#   questions: [applicability]
applicability[rego.metadata.rule().custom.restates] := of_what_is_asked

of_what_is_asked := findings.art_19__para_1 if coverage.asked == "accident"

else := object.union(
	logic.finding(logic.all_of([scope.subject_in_province, scope.subject_is_by_reference, scope.act_in_force])),
	coverage.of_the_subject_by_reference,
)
