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
