package test.hubei_a03

import data.hubei_joint_accountability.v2020.articles.a03

pairs(code) := found if {
	accident := {"occurredOn": "2022-03-01", "divisionCode": code}
	found := a03.findings.art_3__para_1.pairs with input as {"facts": {"accident": accident}}
}

named(entries) := [row |
	some entry in entries
	row := [entry.role, entry.organ, entry.persons]
]

test_every_tier_has_committee_and_government_with_their_heads if {
	found := pairs("420323103")
	named(found["乡镇"]) == [["党委", "中共竹山县宝丰镇委员会", "主要负责人"], ["政府", "竹山县宝丰镇人民政府", "主要负责人"]]
	named(found["县（市、区）"]) == [["党委", "中共竹山县委员会", "主要负责人"], ["政府", "竹山县人民政府", "主要负责人"]]
	named(found["市（州）"]) == [["党委", "中共十堰市委员会", "主要负责人"], ["政府", "十堰市人民政府", "主要负责人"]]
	named(found["省"]) == [["党委", "中共湖北省委员会", "主要负责人"], ["政府", "湖北省人民政府", "主要负责人"]]
}

test_a_pair_that_is_not_known_stays_a_pair if {
	found := pairs("420323")
	[entry.status | some entry in found["乡镇"]] == ["undetermined", "undetermined"]
}

test_no_pair_is_named_outside_the_province if {
	not pairs("350623115")
}
