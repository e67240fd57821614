# METADATA
# title: 第十一条第一款的追责对象
# description: |
#   The organs of a tier at the place of the accident. Every entry says its role and how it stands: named, undetermined
#   (with the missing facts) or absent (with the gap and its reason). 党委 and 政府 always come as a pair.
# custom:
#   readings:
#     directlyGoverned:
#       default: county
#       alternatives: [prefecture]
#       reason: 第十一条写明“县（市、区）”，仙桃、潜江、天门、神农架是县级行政单位；省内考核规则则与市（州）并列。
package hubei_joint_accountability.v2020.addressees

import data.facts
import data.hubei_joint_accountability.v2020.accountability
import data.hubei_joint_accountability.v2020.identity
import data.hubei_joint_accountability.v2020.scope
import data.logic
import data.readings.readings
import data.territory

place := scope.place

in_zone if place.zone

in_zone if facts.zone.level.value != null

in_zone if facts.zone.name.value != null

default zone_tier := ""

zone_tier := {"市级": "市（州）", "县级": "县（市、区）", "乡镇级": "乡镇"}[facts.zone.level.value]

# A zone of unknown level leaves open at which tier its own organs stand for those of the place.
level_unknown if {
	in_zone
	facts.zone.level.value == null
}

# What is stated of the place against what its code says: where they differ, neither tells the township's organs.
kind_of_the_code := {"街道": "街道", "镇": "镇", "乡": "乡", "功能区类": "功能区"}

default place_kind_conflicts := false

place_kind_conflicts if {
	facts.accident.placeKind.value != null
	facts.accident.placeKind.value != kind_of_the_code[place.township.kind]
}

conflict_on := [facts.accident.divisionCode.fact, facts.accident.placeKind.fact]

# A zone of 市级 contains no county: the one of the table counts only where it governs.
county_is_in_question(tier) if {
	tier == "县（市、区）"
	zone_tier == "市（州）"
}

# The pair of organs of a tier, under a reading of the units governed directly by the province.
pair(tier, directly) := pair_in_a_zone(tier) if pair_in_a_zone(tier) != null

else := undetermined_pair(tier, conflict_on) if {
	tier == "乡镇"
	place_kind_conflicts
}

else := [absent("党委", tier, "no_prefecture"), absent("政府", tier, "no_prefecture")] if {
	tier == "市（州）"
	place.directlyGoverned
	directly == "county"
}

else := [named("党委", tier, organs, organs.committee), named("政府", tier, organs, organs.government)] if {
	organs := territory.organs(unit_names[tier], place)
}

else := undetermined_pair(tier, [facts.accident.divisionCode.fact])

# What a zone changes of a tier; null where it changes nothing.
pair_in_a_zone(tier) := undetermined_pair(tier, [facts.zone.level.fact]) if level_unknown

else := undetermined_pair(tier, [facts.zone.countyGoverns.fact]) if {
	county_is_in_question(tier)
	facts.zone.countyGoverns.value == null
}

else := [absent("党委", tier, "no_county_in_zone"), absent("政府", tier, "no_county_in_zone")] if {
	county_is_in_question(tier)
	facts.zone.countyGoverns.value == false
}

else := [
	by_reference("党委", tier, facts.zone.partyOrgan),
	by_reference("政府", tier, facts.zone.managementOrgan),
] if {
	zone_tier == tier
}

else := null

# The unit of the place at each tier; a directly governed unit stands in for the prefecture it does not have.
unit_names := {
	"乡镇": "township",
	"县（市、区）": "county",
	"市（州）": prefecture,
	"省": "province",
}

prefecture := "county" if place.directlyGoverned

else := "prefecture"

# 行业、领域监管部门 of a tier: an input; none given is a missing fact, several are all named.
regulators(tier, directly) := [absent("监管部门", tier, "no_prefecture_regulator")] if {
	tier == "市（州）"
	place.directlyGoverned
	directly == "county"
}

else := given if {
	given := [regulator(tier, i) |
		some i, _ in facts.accident_regulators
		facts.accident_regulators[i].level.value in levels_of(tier)
	]
	count(given) > 0
}

# A new industry without a regulator has an addressee still to be designated, not none.
else := [object.union(
	undetermined("监管部门", tier, [facts.accident.regulators.fact]),
	{"gap": "regulator_not_designated"},
)] if {
	facts.accident.regulatorDesignated.value == false
}

else := [undetermined("监管部门", tier, [facts.accident.regulators.fact])]

# Read as a prefecture, a unit that the province governs directly has its own regulators at both tiers.
levels_of(tier) := ["市（州）", "县（市、区）"] if {
	tier == "市（州）"
	place.directlyGoverned
}

else := [tier]

regulator(tier, i) := object.union(of_a_basis(tier), {
	"role": "监管部门",
	"tier": tier,
	"status": "named",
	"organ": facts.accident_regulators[i].organ.value,
	"source": facts.accident_regulators[i].organ.fact,
	"persons": "相关负责人",
})

# A zone of unknown level may be the county or the prefecture whose regulator this is.
of_a_basis(tier) := {"basis": "byReference"} if zone_tier == tier

else := {"basis": "undetermined", "missing": [facts.zone.level.fact]} if {
	level_unknown
	tier != "省"
}

else := {"basis": "direct"}

named(role, tier, organs, organ) := {
	"role": role,
	"tier": tier,
	"status": "named",
	"organ": organ.name,
	"short": organ.short,
	"code": organs.code,
	"basis": unit_basis(organs),
	"persons": "相关负责人",
}

# 街道 organs are the branches of a district's committee and government: by reference (art. 19).
unit_basis(organs) := "byReference" if organs.kind == "街道"

else := "direct"

by_reference(role, tier, leaf) := undetermined(role, tier, [leaf.fact]) if leaf.value == null

else := {
	"role": role,
	"tier": tier,
	"status": "named",
	"organ": leaf.value,
	"basis": "byReference",
	"source": leaf.fact,
	"persons": "相关负责人",
}

undetermined(role, tier, missing) := {"role": role, "tier": tier, "status": "undetermined", "missing": missing}

undetermined_pair(tier, missing) := [undetermined("党委", tier, missing), undetermined("政府", tier, missing)]

absent(role, tier, gap) := {"role": role, "tier": tier, "status": "absent", "gap": gap}

of_tiers(organ_tier, regulator_tier, directly) := array.concat(
	pair(organ_tier, directly),
	regulators(regulator_tier, directly),
)

# Only a place governed directly by the province consults the reading, and only for the tier it lacks.
consults_reading(tiers) if {
	place.directlyGoverned
	"市（州）" in tiers
}

list(organ_tier, regulator_tier) := {
	"addressees": of_tiers(organ_tier, regulator_tier, readings.directlyGoverned.value),
	"otherReading": {
		"option": readings.directlyGoverned.option,
		"value": other,
		"addressees": of_tiers(organ_tier, regulator_tier, other),
	},
} if {
	consults_reading([organ_tier, regulator_tier])
	other := {"county": "prefecture", "prefecture": "county"}[readings.directlyGoverned.value]
}

else := {"addressees": of_tiers(organ_tier, regulator_tier, readings.directlyGoverned.value)}

# Whether the responsibility of every addressee and of its persons was dealt with; an absent one demands nothing.
pursued(entries) := logic.all_of([pursued_entry(entry) | some entry in entries])

pursued_entry(entry) := logic.open(entry.missing) if entry.status == "undetermined"

else := logic.always([]) if entry.status == "absent"

else := accountability.pursued_with_persons([organ_of(entry)])

# Whether the body asked about is among the organs, and the person one of the leaders concerned.
reaches_subject(who) := logic.all_of([among_either(who), is_concerned])

# Whom another reading would name rests on the reading.
among_either(who) := {"is": found.is, "on": array.concat(found.on, [other.option])} if {
	other := who.otherReading
	found := among(who.addressees)
}

else := among(who.addressees)

among(entries) := logic.any_of(array.concat(
	[is_subject(entry) | some entry in entries],
	[logic.never([facts.subject.organ.fact])],
))

# A regulator that is not known yet, or of which the facts do not tell whose it is, is in any case neither a committee nor a
# government.
is_subject(entry) := logic.never([facts.subject.kind.fact]) if {
	is_regulator(entry)
	facts.subject.kind.value in ["党委", "政府"]
	is_told(entry).is == null
}

else := is_told(entry)

is_told(entry) := logic.open(entry.missing) if entry.status == "undetermined"

else := logic.never([]) if entry.status == "absent"

else := identity.same(identity.subject, organ_of(entry))

# An addressee as an organ. Those of the table are known by their unit; those of a zone and the regulators are stated.
organ_of(entry) := identity.organ(
	{"fact": object.get(entry, "source", facts.accident.divisionCode.fact), "value": entry.organ},
	[short | short := entry.short],
	{"fact": facts.accident.divisionCode.fact, "value": unit_code(entry)},
	{"fact": facts.accident.divisionCode.fact, "value": kind_of(entry)},
	{"fact": facts.accident.divisionCode.fact, "value": side_of(entry)},
	reference_of(entry),
)

default reference_of(_) := {"fact": "", "value": null}

reference_of(entry) := facts.accident_regulators[i].organReference if {
	some i, _ in facts.accident_regulators
	facts.accident_regulators[i].organ.fact == entry.source
}

unit_code(entry) := object.get(entry, "code", unit_at(entry.tier))

default unit_at(_) := null

unit_at(tier) := identity.code_at(place.code, tier) if not in_zone

# 监管部门 are departments of a government; a zone's are of the kind that the zone has made them.
kind_of(entry) := organ_kind(entry) if entry.code

else := "功能区管理机构" if not is_regulator(entry)

else := null if in_zone

else := "政府工作部门"

is_regulator(entry) if entry.role == "监管部门"

organ_kind(entry) := "派出机关" if entry.basis == "byReference"

else := entry.role

side_of(entry) := entry.role if kind_of(entry) in ["派出机关", "功能区管理机构"]

else := null

# 相关负责人: the principal and who is in charge of safety are; of another leader a person must say it.
is_concerned := logic.any_of([
	logic.is_one_of(facts.subject.role, ["机关", "主要负责人", "分管安全生产工作的负责人"]),
	logic.all_of([logic.is_one_of(facts.subject.role, ["其他负责人"]), logic.given(facts.personal.relatedToAccident)]),
])

# A draft that names some of the addressees: whether it names all, organs and persons, and which it lacks.
draft(entries) := {} if facts.proposal.addressees.value == null

else := {"draft": {
	"complete": logic.tidy(logic.all_of(array.concat(
		[drafted(entry, subject) | some entry in entries; entry.status != "absent"; some subject in drafted_kinds],
		[logic.always([facts.proposal.addressees.fact])],
	))),
	"lacks": [lacking(entry, subject) |
		some entry in entries
		entry.status == "named"
		some subject in drafted_kinds
		drafted(entry, subject).is != true
	],
}}

drafted_kinds := ["机关", "相关负责人"]

drafted(entry, subject) := logic.open(entry.missing) if entry.status == "undetermined"

else := logic.any_of(array.concat(
	[logic.all_of([
		identity.same(organ_of(entry), identity.drafted[i]),
		logic.is_one_of(facts.proposal_addressees[i].subject, [subject]),
	]) |
		some i, _ in facts.proposal_addressees
	],
	[no_other_drafted],
))

no_other_drafted := logic.never([facts.proposal.addressees.fact, facts.proposal.addresseesComplete.fact]) if {
	facts.proposal.addresseesComplete.value == true
}

else := logic.open([facts.proposal.addresseesComplete.fact])

lacking(entry, "机关") := $"{entry.role} {entry.organ}"

lacking(entry, "相关负责人") := $"{entry.role} {entry.organ} 相关负责人"
