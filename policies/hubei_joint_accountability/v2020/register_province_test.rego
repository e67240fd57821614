package test.hubei_register_province

import data.hubei_joint_accountability.v2020.register

larger := {"on": "2022-02-01", "grade": "较大", "divisionCode": "420381", "isResponsibilityAccident": true}

with_entries(entries) := {"facts": {
	"subject": {"level": "省", "divisionCode": "420000"},
	"act": {"on": "2022-03-01"},
	"accident": {"occurred": false},
	"register": {"accidents": entries, "complete": true},
}}

in_shiyan(changed) := found if {
	found := register.shows(register.in_prefecture(register.larger_ones, "4203"), 2).is with input as with_entries([larger, object.union(larger, changed)])
}

# 一年内发生2起以上较大生产安全责任事故的市州: of a body of the province one of those in its area.
test_only_larger_responsibility_accidents_of_the_year_are_two_in_a_prefecture if {
	in_shiyan({}) == true
	in_shiyan({"grade": "一般"}) == false
	in_shiyan({"on": "2021-02-28"}) == false
	in_shiyan({"isResponsibilityAccident": null}) == null
	in_shiyan({"divisionCode": "420600"}) == false
	in_shiyan({"divisionCode": null}) == null
}

unplaced(changed) := found if {
	one := object.union(larger, {"divisionCode": null})
	found := register.shows(register.of_no_prefecture(register.larger_ones), 2).is with input as with_entries([one, object.union(one, changed)])
}

test_two_of_which_the_prefecture_is_not_told_may_be_in_one if {
	unplaced({}) == null
	unplaced({"grade": "一般"}) == false
	unplaced({"divisionCode": "420600"}) == false
}

# 地区: every 市（州） is in the area of a body of the province, by either reading.
test_a_major_accident_in_any_prefecture_is_one_in_the_area_of_the_province if {
	every area in ["everyLevel", "prefecture"] {
		given := object.union(with_entries([object.union(larger, {"grade": "重大", "divisionCode": "420600"})]), {"options": {"area": area}})
		register.a_major_before.is == true with input as given
	}
}
