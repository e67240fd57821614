package test.checks

import data.checks
import data.checks.pinned

text := {"units": [{"eId": "art_19__para_1", "text": "甲参照本办法规定执行；乙应当照办。"}]}

block(custom) := {
	"annotations": {"title": "标题", "custom": custom},
	"location": {"file": "a.rego", "row": 1},
}

good := {
	"provision": "art_19__para_1",
	"modality": "scope",
	"class": "M",
	"quote": "乙应当照办。",
	"questions": ["addressees"],
}

denied(custom) := found if {
	found := checks.deny with input as {"annotations": [block(custom)], "texts": [text]}
}

test_a_complete_block_passes if count(denied(good)) == 0

test_an_unknown_eid_is_refused if count(denied(object.union(good, {"provision": "art_99__para_1"}))) > 0

test_a_misquoted_text_is_refused if count(denied(object.union(good, {"quote": "乙应当照样办。"}))) == 1

test_half_a_clause_is_refused if count(denied(object.union(good, {"quote": "参照本办法规定执行；"}))) == 1

test_a_clause_without_its_end_is_refused if count(denied(object.union(good, {"quote": "乙应当"}))) == 1

test_a_block_without_modality_is_refused if count(denied(object.remove(good, ["modality"]))) > 0

test_a_block_that_does_nothing_is_refused if count(denied(object.remove(good, ["questions"]))) == 1

test_a_unit_without_block_is_refused if {
	denied_units := checks.deny with input as {"annotations": [], "texts": [text]}
	"art_19__para_1 has no block" in denied_units
}

test_two_blocks_of_a_unit_are_refused if {
	twice := checks.deny with input as {"annotations": [block(good), block(good)], "texts": [text]}
	"art_19__para_1 has two blocks" in twice
}

test_a_modality_against_the_table_is_refused if {
	found := denied(object.union(good, {"modality": "must"}))
	"a.rego:1: art_19__para_1 is scope, class M in the table of units" in found
}

remembered := {"units": [{"eId": "other__art_1__para_1", "certainty": "M", "gist": "大意"}]}

remembering(custom) := found if {
	found := checks.deny with input as {"annotations": [block(custom)], "texts": [remembered]}
}

of_memory := object.union(object.remove(good, ["quote"]), {"provision": "other__art_1__para_1", "gist": "大意"})

test_what_is_known_from_memory_has_its_gist if count(remembering(of_memory)) == 0

test_what_is_known_from_memory_must_not_be_quoted if {
	found := remembering(object.union(of_memory, {"quote": "大意"}))
	"a.rego:1: other__art_1__para_1 is known from memory and must not be quoted" in found
}

test_another_gist_is_refused if count(remembering(object.union(of_memory, {"gist": "别的"}))) == 1

test_a_unit_that_is_known_from_memory_needs_its_gist if count(remembering(object.remove(of_memory, ["gist"]))) == 1

test_a_gist_without_the_mark_of_memory_is_refused if {
	found := checks.deny with input as {"annotations": [], "texts": [{"units": [{"eId": "x__art_1", "gist": "大意"}]}]}
	"x__art_1: a gist is of certainty M" in found
}

two_sentences := [{"units": [{"eId": "art_17__para_1", "text": "甲应当报告。乙应当抄送。"}]}]

quoting(sentence) := denied_messages if {
	quoted := block({
		"provision": "art_17__para_1__s2",
		"modality": "must",
		"class": "M",
		"quote": sentence,
		"questions": ["supervision"],
	})
	denied_messages := checks.deny with input as {"annotations": [quoted], "texts": two_sentences}
}

test_a_sentence_is_a_unit_of_its_own if {
	not quoting("乙应当抄送。")["a.rego:1: the quote is not a whole sentence or clause of art_17__para_1__s2"]
	quoting("甲应当报告。")["a.rego:1: the quote is not a whole sentence or clause of art_17__para_1__s2"]
}

# The classes of the smallest units: those without items below them.
smallest[eid] := row if {
	some eid, row in pinned.table
	row[1] != "chapeau"
}

test_the_table_has_the_numbers_of_the_law if {
	count(pinned.table) == 67
	count(smallest) == 62
	classes := {"M": 20, "X": 23, "H": 13, "R": 4, "N": 2}
	every class, number in classes {
		count([1 | some row in smallest; row[1] == class]) == number
	}
	modalities := {"must": 45, "may": 5, "definition": 4, "declarative": 2, "scope": 2, "renvoi": 2, "must_not": 1, "time": 1}
	every modality, number in modalities {
		count([1 | some row in smallest; row[0] == modality]) == number
	}
}
