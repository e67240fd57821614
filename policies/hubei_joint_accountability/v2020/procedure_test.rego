package test.hubei_procedure

import data.hubei_joint_accountability.v2020.procedure

department(kind) := found if {
	found := procedure.is_department.is with input as {"facts": {"subject": {"kind": kind}}}
}

test_departments_institutions_and_enterprises_belong_to_an_organ_of_their_level if {
	every kind in ["党委职能部门", "政府工作部门", "直属事业单位", "国有（控股）企业"] {
		department(kind) == true
	}
	every kind in ["党委", "政府", "派出机关", "功能区管理机构"] {
		department(kind) == false
	}
	department(null) == null
}

authority(event, organ) := found if {
	found := procedure.has_authority(0) with input as {"facts": {"procedure": {"events": [event], "decisionOrgan": organ}}}
}

test_an_organ_has_the_authority_that_is_stated_or_that_of_the_deciding_organ if {
	authority({"organ": "竹山县委", "hasAuthority": false}, "竹山县委").is == false
	authority({"organ": "竹山县委"}, "竹山县委").is == true
	authority({"organ": "竹山县纪委"}, "竹山县委").is == null
	authority({"organ": null}, null).is == null
}
