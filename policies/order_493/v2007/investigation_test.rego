package test.order_493_investigation

import data.order_493.v2007.investigation

investigator(grade, code) := found if {
	found := investigation.investigator(grade) with input as {"facts": {"accident": {"divisionCode": code, "occurredOn": "2024-03-01"}}}
}

test_each_grade_has_the_government_of_its_level_at_the_place if {
	investigator("extraordinary", "420303") == {"level": "国务院", "status": "named", "organ": "国务院或者国务院授权的有关部门"}
	investigator("major", "420303") == {"level": "省级", "status": "named", "organ": "湖北省人民政府"}
	investigator("larger", "420303") == {"level": "市级", "status": "named", "organ": "十堰市人民政府"}
	investigator("general", "420303") == {"level": "县级", "status": "named", "organ": "十堰市张湾区人民政府"}
}

test_a_unit_governed_directly_by_the_province_has_no_government_of_a_prefecture if {
	investigator("larger", "429004") == {"level": "市级", "status": "absent", "gap": "no_prefecture_investigator"}
	investigator("general", "429004") == {"level": "县级", "status": "named", "organ": "仙桃市人民政府"}
}

a_county_is_high_enough(grade, code) := found if {
	found := investigation.is_high_enough(grade) with input as {"facts": {
		"accident": {"divisionCode": code, "occurredOn": "2024-03-01"},
		"investigation": {"investigatorLevel": "县级"},
	}}
}

# 设区的市级人民政府: where there is none, article 19 does not say that the government of the unit is too low.
test_a_county_is_too_low_for_a_larger_accident_where_there_is_a_prefecture if {
	every code in ["420303", "350623"] { a_county_is_high_enough("larger", code).is == false }
	every code in ["429004", "429021", "429004106"] { a_county_is_high_enough("larger", code) == {"is": null, "on": []} }
	every code in [null, "420000"] {
		a_county_is_high_enough("larger", code) == {"is": null, "on": ["/accident/divisionCode"]}
	}
	every code in ["420303", "350623", "429004", null] {
		a_county_is_high_enough("major", code).is == false
		a_county_is_high_enough("general", code).is == true
	}
}

test_who_is_above_a_county_is_high_enough_wherever_the_place_lies if {
	every row in [["市级", true], ["省级", true], ["事故发生单位", false], [null, null]] {
		found := investigation.is_high_enough("larger") with input as {"facts": {
			"accident": {"divisionCode": "429004", "occurredOn": "2024-03-01"},
			"investigation": {"investigatorLevel": row[0]},
		}}
		found.is == row[1]
	}
}

test_outside_the_province_only_the_province_is_named if {
	investigator("major", "350623").organ == "福建省人民政府"
	investigator("larger", "350623") == {"level": "市级", "status": "undetermined", "missing": ["/accident/divisionCode"]}
	investigator("general", "350623") == {"level": "县级", "status": "undetermined", "missing": ["/accident/divisionCode"]}
}

test_an_unknown_place_leaves_all_but_the_state_council_open if {
	investigator("extraordinary", null).status == "named"
	investigator("major", null) == {"level": "省级", "status": "undetermined", "missing": ["/accident/divisionCode"]}
	investigator("larger", null) == {"level": "市级", "status": "undetermined", "missing": ["/accident/divisionCode"]}
	investigator("general", null) == {"level": "县级", "status": "undetermined", "missing": ["/accident/divisionCode"]}
}
