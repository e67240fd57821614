package test.hubei_a08

import data.hubei_joint_accountability.v2020.articles.a08

bureau := "竹山县住房和城乡建设局"

with_assignments(organ, assignments) := {"facts": {
	"subject": {"kind": "政府工作部门", "organ": organ, "divisionCode": "420323", "organReference": "J-1"},
	"responsibilitySystem": {"assignments": assignments},
}}

own := {"organ": bureau, "industry": "建筑施工"}

# 本行业、领域
test_fields_are_shown_of_a_department_that_is_named if {
	count(a08.fields) == 1 with input as with_assignments(bureau, [own])
	count(a08.fields) == 0 with input as with_assignments(null, [own])
}

test_an_industry_is_shared_with_another_department_that_is_named if {
	other := {"organ": "竹山县交通运输局", "industry": "建筑施工", "organReference": "J-2"}
	a08.shared(0) == {"code": "industry_shared"} with input as with_assignments(bureau, [own, other])
	a08.shared(0) == {} with input as with_assignments(bureau, [own, object.union(other, {"organ": null})])
	a08.shared(0) == {} with input as with_assignments(bureau, [own, object.union(other, {"industry": "道路运输"})])
	a08.shared(0) == {} with input as with_assignments(bureau, [own])
}

# 竹山县住建局 may be the short name of the department itself.
test_an_industry_is_not_said_to_be_shared_with_what_may_be_the_department_itself if {
	named_otherwise := {"organ": "竹山县住建局", "industry": "建筑施工"}
	a08.shared(0) == {} with input as with_assignments(bureau, [own, named_otherwise])
}
