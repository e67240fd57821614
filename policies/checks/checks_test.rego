package test.checks

import data.checks

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
