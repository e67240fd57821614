# METADATA
# title: 注释的检查
# description: |
#   Over {"annotations": what `opa inspect -a` gives, "texts": the texts of the instruments}: every block is complete,
#   every citation exists, every quote is a whole sentence or clause, every unit of the articles below has its block.
package checks

import data.checks.pinned

# Articles whose every unit must have its block.
complete_articles := [
	"art_1",
	"art_2",
	"art_3",
	"art_4",
	"art_5",
	"art_6",
	"art_7",
	"art_8",
	"art_9",
	"art_10",
	"art_11",
	"art_12",
	"art_13",
	"art_14",
	"art_15",
	"art_16",
	"art_17",
	"art_18",
	"art_19",
	"art_20",
]

modalities := ["must", "must_not", "may", "definition", "scope", "time", "renvoi", "declarative"]

classes := ["M", "X", "H", "R", "N", "chapeau"]

blocks := [block |
	some entry in input.annotations
	entry.annotations.custom.provision
	at := $"{entry.location.file}:{entry.location.row}"
	block := object.union(entry.annotations, {"at": at})
]

unit_texts[unit.eId] := object.get(unit, "text", "") if some unit in input.texts[_].units

# 句: what ends in “。”; a unit of several sentences has each as a unit of its own.
unit_texts[$"{unit.eId}__s{plus(i, 1)}"] := $"{sentence}。" if {
	some unit in input.texts[_].units
	sentences := split(object.get(unit, "text", ""), "。")
	count(sentences) > 2
	some i, sentence in sentences
	sentence != ""
}

deny contains $"{block.at}: no {field}" if {
	some block in blocks
	some field in ["modality", "class", words(block.custom.provision)]
	not block.custom[field]
}

# What a unit says as far as memory serves (certainty M): it is shown as such and never quoted.
gists[unit.eId] := unit.gist if some unit in input.texts[_].units

words(eid) := "gist" if gists[eid]

else := "quote"

deny contains $"{block.at}: {block.custom.provision} is known from memory and must not be quoted" if {
	some block in blocks
	gists[block.custom.provision]
	block.custom.quote
}

deny contains $"{block.at}: the gist is not that of {block.custom.provision}" if {
	some block in blocks
	block.custom.gist != object.get(gists, block.custom.provision, null)
}

deny contains $"{unit.eId} has both a text and a gist" if {
	some unit in input.texts[_].units
	unit.text
	unit.gist
}

deny contains $"{unit.eId}: a gist is of certainty M" if {
	some unit in input.texts[_].units
	unit.gist
	object.get(unit, "certainty", null) != "M"
}

deny contains $"{block.at}: no title" if {
	some block in blocks
	not block.title
}

deny contains $"{block.at}: unknown eId {block.custom.provision}" if {
	some block in blocks
	not unit_texts[block.custom.provision]
}

deny contains $"{block.at}: unknown modality {block.custom.modality}" if {
	some block in blocks
	not block.custom.modality in modalities
}

deny contains $"{block.at}: unknown class {block.custom.class}" if {
	some block in blocks
	not block.custom.class in classes
}

deny contains $"{block.at}: {block.custom.provision} is {row[0]}, class {row[1]} in the table of units" if {
	some block in blocks
	row := pinned.table[block.custom.provision]
	[block.custom.modality, block.custom.class] != row
	not pinned.differences[block.custom.provision]
}

deny contains $"{eid} differs from the table of units without need" if {
	some eid, _ in pinned.differences
	some block in blocks
	block.custom.provision == eid
	[block.custom.modality, block.custom.class] == pinned.table[eid]
}

deny contains $"{block.at}: answers no question and gives neither a reason nor the instrument it refers to" if {
	some block in blocks
	not block.custom.questions
	not block.custom.reason
	not block.custom.refersTo
}

deny contains $"{block.at}: the quote is not a whole sentence or clause of {block.custom.provision}" if {
	some block in blocks
	not gists[block.custom.provision]
	text := unit_texts[block.custom.provision]
	not is_whole_clause(block.custom.quote, text)
}

deny contains $"{block.custom.provision} has two blocks" if {
	some i, block in blocks
	some j, other in blocks
	i < j
	block.custom.provision == other.custom.provision
}

# A provision said again for other questions: of a body or person instead of an accident.
restatements := [custom |
	some entry in input.annotations
	custom := entry.annotations.custom
	custom.restates
]

deny contains $"{custom.restates} is said again, but has no block of its own" if {
	some custom in restatements
	not custom.restates in {block.custom.provision | some block in blocks}
}

deny contains $"{custom.restates} is said again for a question that its block answers: {question}" if {
	some custom in restatements
	some block in blocks
	block.custom.provision == custom.restates
	some question in custom.questions
	question in block.custom.questions
}

deny contains $"{eid} has no block" if {
	some eid, text in unit_texts
	text != ""
	split(eid, "__")[0] in complete_articles
	not eid in {block.custom.provision | some block in blocks}
}

# It starts where the text or a clause starts and ends where one ends.
is_whole_clause(quote, text) if {
	quote != ""
	pieces := split(text, quote)
	count(pieces) > 1
	ends_a_clause(pieces[0])
	ends_a_clause(quote)
}

is_whole_clause(quote, text) if quote == text

ends_a_clause("")

ends_a_clause(text) if {
	some mark in ["。", "；", "：", ":"]
	endswith(text, mark)
}
