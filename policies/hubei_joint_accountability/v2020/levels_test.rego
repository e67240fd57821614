package test.hubei_joint_accountability.v2020.levels

import data.hubei_joint_accountability.v2020.levels

subject(facts) := {"facts": {"subject": facts}}

test_each_level_has_the_next_above_it if {
	levels.superior.level == "县（市、区）" with input as subject({"level": "乡镇", "divisionCode": "420323103"})
	county := {"state": "known", "level": "市（州）", "on": ["/subject/level", "/subject/divisionCode"]}
	levels.superior == county with input as subject({"level": "县（市、区）", "divisionCode": "420323"})
	levels.superior.level == "省" with input as subject({"level": "市（州）", "divisionCode": "420300"})
}

test_above_the_province_is_none if {
	levels.superior.state == "none" with input as subject({"level": "省", "divisionCode": "420000"})
}

test_a_unit_governed_directly_goes_to_the_province if {
	levels.superior.level == "省" with input as subject({"level": "县（市、区）", "divisionCode": "429004"})
	levels.superior.level == "县（市、区）" with input as subject({"level": "乡镇", "divisionCode": "429004100"})
}

test_an_unknown_level_or_county_is_unknown if {
	levels.superior.state == "unknown" with input as subject({"divisionCode": "420323"})
	levels.superior.state == "unknown" with input as subject({"level": "县（市、区）"})
	levels.own.state == "unknown" with input as subject({})
}

test_a_leaf_matches_the_level_that_it_names if {
	leaf := {"fact": "/x", "value": "市（州）"}
	levels.matches(leaf, levels.known("市（州）", ["/y"])) == {"is": true, "on": ["/x", "/y"]}
	levels.matches(leaf, levels.known("省", ["/y"])) == {"is": false, "on": ["/x", "/y"]}
	levels.matches(leaf, levels.unknown(["/y"])) == {"is": null, "on": ["/y"]}
	levels.matches(leaf, {"state": "none", "level": null, "on": ["/y"]}) == {"is": false, "on": ["/y"]}
	levels.matches({"fact": "/x", "value": null}, levels.known("省", ["/y", "/options/z"])) == {"is": null, "on": ["/x", "/options/z"]}
}

organs(tier, code) := [committee, government, safety_committee] if {
	committee := levels.committee_of(tier) with input as subject({"divisionCode": code})
	government := levels.government_of(tier) with input as subject({"divisionCode": code})
	safety_committee := levels.safety_committee_of(tier) with input as subject({"divisionCode": code})
}

test_the_organs_of_each_level_have_their_official_names if {
	organs("乡镇", "420323103") == ["中共竹山县宝丰镇委员会", "竹山县宝丰镇人民政府", "竹山县宝丰镇安全生产委员会"]
	organs("县（市、区）", "420323103") == ["中共竹山县委员会", "竹山县人民政府", "竹山县安全生产委员会"]
	organs("市（州）", "420323103") == ["中共十堰市委员会", "十堰市人民政府", "十堰市安全生产委员会"]
	organs("省", "420323103") == ["中共湖北省委员会", "湖北省人民政府", "湖北省安全生产委员会"]
}

test_where_the_table_has_no_name_the_words_of_the_law_stand if {
	organs("乡镇", "420323") == ["乡镇党委", "乡镇政府", "乡镇安全生产委员会"]
	organs("市（州）", "429004") == ["市（州）党委", "市（州）政府", "市（州）安全生产委员会"]
	organs("县（市、区）", null) == ["县（市、区）党委", "县（市、区）政府", "县（市、区）安全生产委员会"]
}

# 办事处 is no 政府: no 安全生产委员会 is named after it.
test_the_committee_of_a_street_is_not_named_after_its_office if {
	organs("乡镇", "420303003")[1] == "十堰市张湾区车城路街道办事处"
	organs("乡镇", "420303003")[2] == "乡镇安全生产委员会"
}
