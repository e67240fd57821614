package test.hubei_joint_accountability.v2020.levels

import data.hubei_joint_accountability.v2020.levels

subject(facts) := {"facts": {"subject": facts}}

test_each_level_has_the_next_above_it if {
	levels.superior.level == "县（市、区）" with input as subject({"level": "乡镇", "divisionCode": "420323103"})
	levels.superior.level == "市（州）" with input as subject({"level": "县（市、区）", "divisionCode": "420323"})
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
