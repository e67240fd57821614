# METADATA
# title: 汇集
# description: |
#   What all questions share: they collect the findings of the provisions that declare them, and join texts from the
#   catalogue. No condition of law lives here.
package questions.collect

import data.catalogue
import data.hubei_joint_accountability.v2020.addressees
import data.hubei_joint_accountability.v2020.publication
import data.hubei_joint_accountability.v2020.scope
import data.readings

# Without an input nothing is asked: an input that could not be read must not look like one that knows nothing.
is_asked if is_object(input)

# `covered` is what the question is about: the accident, or the subject.
status(findings, covered) := "not_applicable" if covered.is == false

else := "indeterminate" if {
	some finding in findings
	finding.applies.is == null
}

else := "determined"

# Provisions in the order of the text. Sorted by their places: a walk through the whole law costs more than all else.
ordered(eids) := [pair[1] | some pair in sort([[catalogue.places[eid], eid] | some eid in eids])]

summary(findings) := {
	"holds": ordered({eid | some eid, finding in findings; finding.applies.is == true}),
	"breached": ordered({eid | some eid, finding in findings; finding.applies.is == true; finding.kept.is == false}),
	"open": ordered({eid | some eid, finding in findings; finding.applies.is == null}),
}

missing_in(value) := [p | value.is == null; some p in value.on; not startswith(p, "/options/")]

aspects := ["applies", "kept", "ground", "bar", "inTime", "reachesSubject"]

# Every truth value of a finding, of its instances and of its checks.
truths(finding) := array.concat([finding[aspect] | some aspect in aspects], inner_truths(finding))

# Instances, proposed forms and the draft: few findings have any of them.
inner_truths(finding) := array.concat(
	[value |
		some entry in finding.each
		some value in [entry.applies, object.get(entry, "kept", entry.applies)]
	],
	array.concat(
		[value |
			some entry in finding.forms
			some value in [entry.admissible, entry.bar]
		],
		[finding.draft.complete | finding.draft],
	),
) if {
	some part in ["each", "forms", "draft"]
	finding[part]
} else := []

# What the clause itself waits for.
missing_of(finding) := sort({p | some p in missing_in(finding.applies)})

# What anything said of the clause waits for: whether it was kept, whether a ground or a bar stands, who is reached.
all_missing_of(finding) := sort({p |
	some value in truths(finding)
	some p in missing_in(value)
} | {p |
	some entry in object.get(finding, "addressees", [])
	some p in object.get(entry, "missing", [])
})

consulted(finding) := sort({trim_prefix(p, "/options/") |
	some value in truths(finding)
	some p in value.on
	startswith(p, "/options/")
})

# The answer with its texts. What they replace is left out first: a union would go through both, down to the last path.
with_texts(answer, texts) := object.union({name: value | some name, value in answer; not texts[name]}, texts)

# A finding with its texts.
explained(findings) := {eid: object.union_n([catalogue.provisions[eid], finding, {
	"missing": missing_of(finding),
	"readings": consulted(finding),
}]) |
	some eid, finding in findings
}

# Every unknown with its title and the provisions that wait for it.
unknowns(findings) := {p: {"title": title(p), "decides": [eid | some eid in order; waiting[eid][p]]} |
	some p in {p | some paths in waiting; some p, _ in paths}
} if {
	waiting := {eid: {p: true | some p in all_missing_of(finding)} | some eid, finding in findings}
	order := ordered([eid | some eid, paths in waiting; count(paths) > 0])
}

title(pointer) := object.get(catalogue.facts, generic(pointer), pointer)

# The pointer with the index of a list element written as *.
generic(pointer) := $"/{steps[1]}/{steps[2]}/*/{steps[4]}" if {
	steps := split(pointer, "/")
	count(steps) == 5
} else := pointer

texts(notes) := {code: {"on": on, "text": data.notes[code]} | some code, on in notes; count(on) > 0}

law := {
	"instrument": "湖北省安全生产党政同责实施办法",
	"publication": publication,
}

# What is said of the territory and the time of an accident or an act.
scope_notes(territory, force) := {
	"outside_territory": [p | territory.is == false; some p in territory.on],
	"not_yet_in_force": [p | force.is == false; some p in force.on; not startswith(p, "/options/")],
	"version_question": ["/publication" | scope.is_version_question(force)],
	"rests_on_publication_bound": array.concat(
		[p | scope.rests_on_bound(force); some p in force.on],
		["/publication" | scope.rests_on_bound(force)],
	),
	"counterfactual": ["/options/asIfInForce" | readings.as_if_in_force],
}

# The version is asked of the whole, or of an entry of a day on which the measures may have been in force already.
version_question(findings, force) := ["/publication" | asks_for_the_version(findings, force)]

asks_for_the_version(_, force) if scope.is_version_question(force)

asks_for_the_version(findings, _) if {
	some finding in findings
	some value in truths(finding)
	value.is == null
	scope.is_version_question(value)
}

accident_notes := object.union(scope_notes(scope.in_territory, scope.in_force), place_notes)

subject_notes := object.union(scope_notes(scope.subject_in_province, scope.act_in_force), scope.act_notes)

# A gap and the fault of an instance are codes; each is explained beside the findings, with what it rests on.
code_notes(findings) := {code: sort({p | some finding in findings; some p in rests_of_code(finding, code)}) |
	some finding in findings
	some code in codes_of(finding)
}

codes_of(finding) := array.concat(
	[finding.gap | finding.gap],
	[entry.code | some entry in object.get(finding, "each", [])],
)

rests_of_code(finding, code) := array.concat(
	[p | finding.gap == code; some p in finding.applies.on],
	[p |
		some entry in object.get(finding, "each", [])
		entry.code == code
		some p in object.get(entry, "kept", entry.applies).on
	],
)

place_notes["place_unknown"] := ["/accident/divisionCode"] if {
	scope.place.known == false
	scope.place.inHubei == true
}

place_notes["place_kind_conflict"] := addressees.conflict_on if addressees.place_kind_conflicts

place_notes["edition_nearest"] := ["/accident/divisionCode", "/accident/occurredOn"] if {
	scope.place.known
	scope.place.editionExact == false
}
