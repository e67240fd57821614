package test.hubei_a19

import data.hubei_joint_accountability.v2020.articles.a19

bounds := {"not_before": "2020-02-01", "not_after": "2020-11-01", "not_after_certainty": "M"}

finding(changed, zone) := found if {
	accident := object.union({"occurredOn": "2022-03-01", "divisionCode": "420303003"}, changed)
	found := a19.findings.art_19__para_1 with input as {"facts": {"accident": accident, "zone": zone}}
		with data.hubei_joint_accountability.v2020.publication as bounds
}

street := "街道党工委、办事处相当于乡镇党委、政府"

zone_of_its_level := "功能区党工委、管委会按其层级相当于该级党委、政府"

test_a_street_or_a_zone_is_reached_by_reference if {
	finding({}, {}).adaptation == street
	finding({}, {"name": "开发区（假定）"}).adaptation == zone_of_its_level
	finding({"divisionCode": "420106490"}, {}).adaptation == zone_of_its_level
	finding({"divisionCode": "420323103"}, {}).applies.is == false
}

test_nothing_is_carried_over_where_the_measures_do_not_apply if {
	every zone in [{}, {"name": "开发区（假定）"}] {
		found := finding({"occurredOn": "2019-03-01"}, zone)
		found.applies.is == false
		not "adaptation" in object.keys(found)
	}
}

test_what_is_stated_of_the_place_counts_where_the_code_stops_short if {
	"/accident/placeKind" in finding({"divisionCode": "420303", "placeKind": "街道"}, {}).applies.on
	not "/accident/placeKind" in finding({"placeKind": "街道"}, {}).applies.on
	finding({"divisionCode": "420303", "placeKind": "镇"}, {}).applies.is == false
	finding({"divisionCode": "420303"}, {}).applies.is == null
}
