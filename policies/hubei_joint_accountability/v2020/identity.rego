# METADATA
# title: 是否同一机关
# description: |
#   Organs are compared by what they are, not by how they are written: by their references where both have one, else by
#   division code and kind, else by name. Equal names are one organ; names that differ settle nothing, for the same organ
#   has a full name and short ones. An area has one 党委 and one 政府; of the other kinds it may have several. A name that
#   the table gives to a committee or a government of the places of the case tells its code and kind.
package hubei_joint_accountability.v2020.identity

import data.facts
import data.hubei_joint_accountability.v2020.scope
import data.logic
import data.territory

# An organ as it is stated, with what it is called and what would tell it from another. `side` is the 党委 or 政府 that a
# branch corresponds to; `others` are further names by the table.
organ(name, others, code, kind, side, reference) := {
	"name": name,
	"names": array.concat([name.value | name.value != null], others),
	"code": code,
	"kind": kind,
	"side": side,
	"reference": reference,
	"is_placed": is_placed(code, kind, reference),
	"placing": $"{code.value}|{kind.value}|{side.value}|{reference.value}",
	"editions": editions_with(code.value),
	"in_hubei": territory.is_in_hubei(code.value),
	"only": the_only_one(code.value, kind.value, side.value),
	"unnamed": unknown([name]),
	"unplaced": unknown([code, kind]),
	"unnumbered": unknown([reference]),
}

# Only what is placed can differ from another by more than its name.
is_placed(code, kind, reference) if {
	some leaf in [code, kind, reference]
	leaf.value != null
} else := false

# Two codes are two units where one edition of the table has both; a unit may have had another code before.
editions_with(code) := [edition | some edition in territory.edition_days; territory.name_in(edition, code) != null]

# What an area has one of: its 党委, its 政府, the 党工委 and the 办事处 of a 街道.
the_only_one(code, kind, side) := $"{code}{kind}" if {
	code != null
	kind in ["党委", "政府"]
}

else := $"{code}{kind}{side}" if {
	code != null
	kind == "派出机关"
	side != null
}

else := null

unknown(leaves) := [leaf.fact | some leaf in leaves; leaf.value == null; leaf.fact != ""]

stated(name, code, kind, reference) := organ(name, [], code, kind, {"fact": kind.fact, "value": null}, reference) if {
	not organs_of_the_case[name.value]
}

# What the facts say of code and kind goes before what the name tells.
else := organ(
	name, [],
	told_by_name(code, name, "code"),
	told_by_name(kind, name, "kind"),
	told_by_name({"fact": kind.fact, "value": null}, name, "side"),
	reference,
)

told_by_name(leaf, name, member) := {"fact": name.fact, "value": organs_of_the_case[name.value][member]} if {
	leaf.value == null
	organs_of_the_case[name.value][member] != null
}

else := leaf

# The organs of every tier at the place of the accident and of the body asked about, and the regulators that are listed.
organs_of_the_case[name] := told if {
	some name, all_told in told_by_names
	count(all_told) == 1
	some told in all_told
}

told_by_names[name] contains told if {
	some place in [scope.place, subject_place]
	some unit in ["county", "prefecture", "province"]
	organs := territory.organs(unit, place)
	some role in ["committee", "government"]
	some name in [organs[role].name, organs[role].short]
	told := {"code": organs.code, "kind": kinds[role], "side": null}
}

told_by_names[name] contains told if {
	some place in [scope.place, subject_place]
	organs := territory.organs("township", place)
	some role in ["committee", "government"]
	name := organs[role].name
	told := township_organ(organs, kinds[role])
}

told_by_names[name] contains {"code": null, "kind": "政府工作部门", "side": null} if {
	some regulator in facts.accident_regulators
	name := regulator.organ.value
}

kinds := {"committee": "党委", "government": "政府"}

township_organ(organs, role) := {"code": organs.code, "kind": "派出机关", "side": role} if organs.kind == "街道"

else := {"code": organs.code, "kind": role, "side": null}

# The body asked about, or the one to which the person asked about belongs.
subject := organ(
	facts.subject.organ, names_by_the_table, subject_code, facts.subject.kind,
	facts.subject.counterpart, facts.subject.organReference,
)

subject_code := facts.subject.level if facts.subject.level.value == null

else := {
	"fact": facts.subject.divisionCode.fact,
	"value": code_at(facts.subject.divisionCode.value, facts.subject.level.value),
}

# A code that stops short of the level does not tell the unit. 4290 groups the units governed directly by the province and
# is no prefecture: whatever level is stated, such a unit stands for itself.
code_at(code, level) := null if not territory.is_code(code)

else := "420000" if {
	level == "省"
	startswith(code, "42")
}

else := substring(code, 0, 6) if {
	level == "市（州）"
	startswith(code, "4290")
}

else := $"{substring(code, 0, 4)}00" if {
	level == "市（州）"
	substring(code, 2, 2) != "00"
}

else := substring(code, 0, 6) if {
	level == "县（市、区）"
	substring(code, 4, 2) != "00"
}

else := code if {
	level == "乡镇"
	count(code) == 9
}

else := null

unit_of := {"乡镇": "township", "县（市、区）": "county", "市（州）": "prefecture", "省": "province"}

days := [leaf.value |
	some leaf in [facts.act.on, facts.act.until, facts.accident.occurredOn]
	leaf.value != null
]

default day := null

day := days[0]

subject_place := territory.place(facts.subject.divisionCode.value, day)

default organs_by_the_table := {"committee": null, "government": null}

organs_by_the_table := territory.organs(unit_of[facts.subject.level.value], subject_place)

default names_by_the_table := []

names_by_the_table := [organ.name, organ.short] if {
	organ := {"党委": organs_by_the_table.committee, "政府": organs_by_the_table.government}[facts.subject.kind.value]
}

# Each list once: its elements are compared many times.
failures := [stated(entry.organ, entry.organCode, entry.organKind, entry.organReference) |
	some entry in facts.performance_failures
]

decisions := [stated(entry.organ, entry.organCode, entry.organKind, entry.organReference) |
	some entry in facts.accountability_decisions
]

listed_duties := [stated(entry.organ, entry.organCode, entry.organKind, entry.organReference) |
	some entry in facts.dutyList_duties
]

drafted := [stated(entry.organ, entry.organCode, entry.organKind, entry.organReference) |
	some entry in facts.proposal_addressees
]

# The regulator of an industry in the list of a government: a department of that government.
assigned := [organ(entry.organ, [], subject_code, department, {"fact": "", "value": null}, entry.organReference) |
	some entry in facts.responsibilitySystem_assignments
]

department := {"fact": facts.subject.kind.fact, "value": "政府工作部门"}

same(a, b) := logic.always(tells(a, b)) if is_same(a, b)

else := logic.never(tells(a, b)) if is_other(a, b)

else := logic.open(unsettled(a, b))

relation(a, b) := "same" if is_same(a, b)

else := "other" if is_other(a, b)

else := "open"

# What tells it, in the order in which it goes.
tells(a, b) := [a.reference.fact, b.reference.fact] if both_known(a.reference, b.reference)

else := [a.name.fact, b.name.fact] if {
	both_known(a.name, b.name)
	a.name.value == b.name.value
}

else := where_stated([a.name, b.name, a.code, b.code, a.kind, b.kind, a.side, b.side])

# What two organs have to share to be the same.
keys(organ) := array.concat(organ.names, [key | some key in [organ.reference.value, organ.only]; key != null])

is_same(a, b) if {
	not are_placed(a, b)
	are_called_alike(a, b)
}

is_same(a, b) if {
	both_known(a.reference, b.reference)
	a.reference.value == b.reference.value
}

is_same(a, b) if {
	are_placed(a, b)
	not both_known(a.reference, b.reference)
	not is_elsewhere_or_another(a, b)
	is_called_alike_or_the_only_one(a, b)
}

is_other(a, b) if differ(a.reference, b.reference)

is_other(a, b) if {
	are_placed(a, b)
	not both_known(a.reference, b.reference)
	is_elsewhere_or_another(a, b)
}

are_placed(a, b) if {
	a.is_placed
	b.is_placed
}

is_elsewhere_or_another(a, b) if are_other_units(a, b)

is_elsewhere_or_another(a, b) if differ(a.kind, b.kind)

is_elsewhere_or_another(a, b) if differ(a.side, b.side)

# Another name can be shown to be the same organ's.
is_told_without_name(organ) if organ.only != null

is_told_without_name(organ) if organ.reference.value != null

is_called_alike_or_the_only_one(a, b) if are_called_alike(a, b)

is_called_alike_or_the_only_one(a, b) if {
	a.only != null
	a.only == b.only
}

are_called_alike(a, b) if {
	some name in a.names
	name in b.names
}

both_known(a, b) if {
	a.value != null
	b.value != null
}

differ(a, b) if {
	both_known(a, b)
	a.value != b.value
}

are_other_units(a, b) if {
	a.code.value != b.code.value
	some edition in a.editions
	edition in b.editions
}

are_other_units(a, b) if {
	a.in_hubei != null
	b.in_hubei != null
	a.in_hubei != b.in_hubei
}

# What would settle it: a name that is not given, else code and kind, else the references.
unsettled(a, b) := array.concat(a.unnamed, b.unnamed) if count(a.unnamed) + count(b.unnamed) > 0

else := array.concat(a.unplaced, b.unplaced) if count(a.unplaced) + count(b.unplaced) > 0

else := array.concat(a.unnumbered, b.unnumbered) if count(a.unnumbered) + count(b.unnumbered) > 0

else := [a.name.fact, b.name.fact]

# The same of one of the two.
asks(organ) := organ.unnamed if count(organ.unnamed) > 0

else := organ.unplaced if count(organ.unplaced) > 0

else := organ.unnumbered

where_stated(leaves) := [leaf.fact | some leaf in leaves; leaf.value != null; leaf.fact != ""]
