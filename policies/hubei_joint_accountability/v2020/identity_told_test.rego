# What a name tells of an organ, and what tells two organs apart or would.
package test.hubei_identity_told

import data.hubei_joint_accountability.v2020.identity

leaf(name, value) := {"fact": $"/{name}", "value": value}

unstated := {"fact": "", "value": null}

# In 竹山县宝丰镇, with a department listed as the regulator.
told(place, entry) := {"code": organ.code, "kind": organ.kind, "side": organ.side} if {
	organ := identity.failures[0] with input as {"facts": {
		"accident": {"occurredOn": "2022-03-01", "divisionCode": place, "regulators": [
			{"level": "县（市、区）", "organ": "竹山县应急管理局"},
			{"level": "县（市、区）", "organ": "竹山县政府"},
		]},
		"performance": {"failures": [entry]},
	}}
}

values(told_of) := [told_of.code.value, told_of.kind.value, told_of.side.value]

test_a_name_of_the_table_tells_code_and_kind if {
	values(told("420323103", {"organ": "竹山县宝丰镇人民政府"})) == ["420323103", "政府", null]
	values(told("420323103", {"organ": "中共竹山县宝丰镇委员会"})) == ["420323103", "党委", null]
	values(told("420323103", {"organ": "竹山县委"})) == ["420323", "党委", null]
	values(told("420303003", {"organ": "十堰市张湾区车城路街道办事处"})) == ["420303003", "派出机关", "政府"]
	values(told("420303003", {"organ": "中共十堰市张湾区车城路街道工作委员会"})) == ["420303003", "派出机关", "党委"]
}

test_a_regulator_is_a_department_of_a_code_that_its_name_does_not_tell if {
	found := told("420323103", {"organ": "竹山县应急管理局"})
	found.kind == {"fact": "/performance/failures/0/organ", "value": "政府工作部门"}
	found.code == {"fact": "/performance/failures/0/organCode", "value": null}
}

test_what_is_stated_goes_before_what_the_name_tells if {
	values(told("420323103", {"organ": "竹山县委", "organCode": "420325", "organKind": "政府"})) == ["420325", "政府", null]
}

test_a_name_that_is_told_of_two_organs_tells_of_none if {
	values(told("420323103", {"organ": "竹山县政府"})) == [null, null, null]
}

test_who_is_assigned_an_industry_is_a_department if {
	found := identity.assigned[0].kind.value with input as {"facts": {
		"subject": {"kind": "政府", "level": "县（市、区）", "divisionCode": "420323"},
		"responsibilitySystem": {"assignments": [{"organ": "竹山县应急管理局"}]},
	}}
	found == "政府工作部门"
}

numbered(name, code, kind, reference) := identity.organ(name, [], code, kind, unstated, reference)

organ(name, code, kind, reference) := numbered(leaf("name", name), leaf("code", code), leaf("kind", kind), reference)

by(reference) := organ("县政府", "420323", "政府", leaf("reference", reference))

test_a_number_goes_before_name_and_kind if {
	identity.same(by("O-1"), organ("县政府", "420323", "政府", leaf("reference", "O-2"))).is == false
	identity.same(by("O-1"), organ("县委", "420323", "党委", leaf("reference", "O-1"))).is == true
	not identity.is_same(by("O-1"), by("O-2"))
	not identity.is_other(by("O-1"), organ("县委", "420323", "党委", leaf("reference", "O-1")))
}

test_a_place_that_is_not_known_is_not_elsewhere if {
	nowhere := organ("县府", null, "政府", unstated)
	identity.same(by(null), nowhere).is == null
	identity.same(nowhere, by(null)).is == null
}

sided(name, code, kind, side) := identity.organ(
	leaf("name", name), [],
	leaf("code", code), leaf("kind", kind), leaf("side", side), unstated,
)

# The side is that of a branch, which a body of unknown kind need not be.
test_the_side_of_a_body_of_unknown_kind_tells_nothing if {
	committee := sided("街道党工委", "420303003", "派出机关", "党委")
	body := sided("街道办", null, null, "政府")
	identity.same(committee, body).is == null
	identity.same(body, committee).is == null
}

test_a_government_or_a_number_can_show_another_name_to_be_the_same_organs if {
	identity.is_told_without_name(by(null))
	identity.is_told_without_name(organ("应急局", "420323", "政府工作部门", leaf("reference", "O-1")))
	not identity.is_told_without_name(organ("应急局", "420323", "政府工作部门", leaf("reference", null)))
}

test_equal_names_tell_and_else_all_that_is_stated_of_both if {
	county := organ("县政府", "420323", "政府", unstated)
	identity.tells(county, county) == ["/name", "/name"]
	identity.tells(by("O-1"), by("O-2")) == ["/reference", "/reference"]
	identity.tells(county, organ("县委", null, "党委", unstated)) == ["/name", "/name", "/code", "/kind", "/kind"]
	identity.tells(county, organ(null, "420323", null, unstated)) == ["/name", "/code", "/code", "/kind"]
	identity.tells(organ(null, "420323", null, unstated), organ(null, null, "政府", unstated)) == ["/code", "/kind"]
	identity.where_stated([leaf("a", null), {"fact": "", "value": 1}, leaf("b", 1)]) == ["/b"]
	identity.unknown([leaf("a", null), unstated, leaf("b", 1)]) == ["/a"]
}

department(reference) := organ("应急局", "420323", "政府工作部门", reference)

test_what_would_settle_it_is_the_first_that_is_not_given if {
	identity.unsettled(department(leaf("reference", null)), department(unstated)) == ["/reference"]
	identity.unsettled(department(leaf("reference", "O-1")), department(unstated)) == ["/name", "/name"]
	identity.unsettled(organ(null, null, "政府", unstated), department(unstated)) == ["/name"]
}

test_of_one_organ_the_first_that_is_not_given_is_asked_for if {
	identity.asks(organ(null, null, null, leaf("reference", null))) == ["/name"]
	identity.asks(organ("县府", null, "政府", leaf("reference", null))) == ["/code"]
	identity.asks(department(leaf("reference", null))) == ["/reference"]
	identity.asks(department(leaf("reference", "O-1"))) == []
}
