package test.roles

import data.roles

leader(role) := found if {
	found := roles.is_leader with input as {"facts": {"subject": {"role": role}}}
}

test_principals_and_their_deputies_are_leaders if {
	every role in ["主要负责人", "分管安全生产工作的负责人", "其他负责人"] {
		leader(role) == {"is": true, "on": ["/subject/role"]}
	}
}

test_an_organ_and_other_staff_are_not if {
	every role in ["机关", "其他人员"] {
		leader(role) == {"is": false, "on": ["/subject/role"]}
	}
	leader(null) == {"is": null, "on": ["/subject/role"]}
}
