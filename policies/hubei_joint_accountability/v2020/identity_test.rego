package test.hubei_identity

import data.hubei_joint_accountability.v2020.identity

leaf(name, value) := {"fact": $"/{name}", "value": value}

organ(name, code, kind, reference) := sided(name, code, kind, null, leaf($"{name}/reference", reference))

sided(name, code, kind, side, reference) := identity.organ(
	leaf($"{name}/name", name), [],
	leaf($"{name}/code", code),
	leaf($"{name}/kind", kind),
	leaf($"{name}/side", side),
	reference,
)

numbered(name, reference) := sided(name, "420323", "政府工作部门", null, leaf(name, reference))

county := organ("竹山县人民政府", "420323", "政府", null)

test_equal_names_are_one_organ if {
	identity.same(county, organ("竹山县人民政府", null, null, null)).is == true
}

test_names_that_differ_leave_it_open_and_say_what_would_settle_it if {
	identity.same(county, organ("县政府", null, null, null)) == {"is": null, "on": ["/县政府/code", "/县政府/kind"]}
	identity.same(county, organ("县政府", "420323", null, null)) == {"is": null, "on": ["/县政府/kind"]}
	identity.same(county, organ(null, null, null, null)).on == ["/null/name"]
}

test_one_area_has_one_government if {
	identity.same(county, organ("县政府", "420323", "政府", null)).is == true
	identity.same(county, organ("县委", "420323", "党委", null)).is == false
	identity.same(county, organ("县政府", "420325", "政府", null)).is == false
	identity.same(county, organ("竹山县人民政府", "420325", null, null)).is == false
}

test_one_area_has_several_departments if {
	one := organ("竹山县应急管理局", "420323", "政府工作部门", null)
	other := organ("竹山县应急局", "420323", "政府工作部门", null)
	identity.same(one, other).is == null
	identity.same(one, other).on == ["/竹山县应急管理局/reference", "/竹山县应急局/reference"]
	identity.same(numbered("a", "O-1"), numbered("b", "O-1")).is == true
	identity.same(numbered("a", "O-2"), numbered("b", "O-1")).is == false
	identity.same(numbered("a", null), numbered("b", "O-1")).is == null
	identity.same(numbered("a", "O-2"), numbered("b", null)).is == null
}

# 监利: 421023 until 2020, 421088 since.
test_a_code_that_replaced_another_is_no_other_unit if {
	identity.same(organ("监利县人民政府", "421023", "政府", null), organ("监利市人民政府", "421088", "政府", null)).is == null
	identity.same(county, organ("邻省某县人民政府", "610925", "政府", null)).is == false
	identity.same(organ("邻省某县人民政府", "610925", "政府", null), county).is == false
}

branch(name, side) := sided(name, "420303003", "派出机关", side, leaf("reference", null))

test_committee_and_office_of_a_subdistrict_are_two if {
	committee := branch("车城路街道党工委", "党委")
	identity.same(committee, branch("街道办", "政府")).is == false
	identity.same(committee, branch("街道党工委", "党委")).is == true
	identity.same(committee, branch("街道党工委", null)).is == null
}

subject(facts) := object.union(
	{"kind": "政府", "role": "机关", "level": "县（市、区）", "organ": "竹山县人民政府", "divisionCode": "420323"},
	facts,
)

failure(facts) := {"subject": subject({}), "performance": {"failures": [object.union({"provision": "art_6__para_1__item_3"}, facts)]}}

concerns(facts) := found if {
	found := identity.same(identity.subject, identity.failures[0]).is with input as {"facts": failure(facts)}
}

test_the_table_tells_whose_name_it_is if {
	concerns({"organ": "竹山县政府"}) == true
	concerns({"organ": "竹山县委"}) == false
	concerns({"organ": "十堰市人民政府"}) == false
	concerns({"organ": "湖北省人民政府"}) == false
	concerns({"organ": "房县人民政府"}) == null
}

test_the_level_tells_the_unit_of_a_code if {
	identity.code_at("420323103", "县（市、区）") == "420323"
	identity.code_at("420323103", "市（州）") == "420300"
	identity.code_at("420323", "省") == "420000"
	identity.code_at("420323103", "乡镇") == "420323103"
	identity.code_at("420323", "乡镇") == null
	identity.code_at("420300", "县（市、区）") == null
	identity.code_at("420000", "市（州）") == null
	identity.code_at("610925", "省") == null
	identity.code_at(null, "省") == null
	identity.code_at("420323", null) == null
}
