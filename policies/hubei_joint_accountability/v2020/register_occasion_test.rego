package test.hubei_register_occasion

import data.hubei_joint_accountability.v2020.register

by_occasion(this, others) := found if {
	found := register.by_occasion(this, others) with input as {"facts": {"accident": {}}, "options": {"occasion": "any"}}
}

# That this accident does not count may be of a reading, such as that 重大 is no 较大.
test_what_is_open_by_the_others_names_the_reading_by_which_this_accident_does_not_count if {
	not_by_a_reading := {"is": false, "on": ["/accident/deaths", "/options/majorCountsAsLarger"]}
	found := by_occasion(not_by_a_reading, {"is": null, "on": ["/register/accidents"]})
	found.is == null
	{path | some path in found.on} == {"/register/accidents", "/options/majorCountsAsLarger", "/options/occasion"}
}
