package test.hubei_register_occasion

import data.hubei_joint_accountability.v2020.register

by_occasion(this, others, facts, option) := found if {
	found := register.by_occasion({"is": this, "on": ["/this"]}, {"is": others, "on": ["/others"]}) with input as {
		"facts": {"accident": facts},
		"options": {"occasion": option},
	}
}

# [this accident, the others, by the reading that it counts, by the other one]
test_an_accident_that_does_not_count_itself_is_an_occasion_by_the_reading_only if {
	every row in [
		[true, false, true, true],
		[true, null, true, true],
		[false, true, false, true],
		[false, null, false, null],
		[false, false, false, false],
		[null, true, null, true],
		[null, false, null, null],
		[null, null, null, null],
	] {
		counted := by_occasion(row[0], row[1], {}, "counted")
		whichever := by_occasion(row[0], row[1], {}, "any")
		[counted.is, whichever.is] == [row[2], row[3]]
		rests := ["/options/occasion" | counted.is != whichever.is]
		[p | some p in counted.on; p == "/options/occasion"] == rests
		[p | some p in whichever.on; p == "/options/occasion"] == rests
	}
}

test_what_the_reading_of_the_occasion_waits_for_is_what_it_counts if {
	by_occasion(null, null, {}, "counted").on == ["/this"]
	by_occasion(null, null, {}, "any").on == ["/this", "/others"]
	by_occasion(false, false, {}, "any").on == ["/this", "/others"]
}

test_without_an_accident_the_register_answers_by_either_reading if {
	every option in ["counted", "any"] {
		[by_occasion(false, others, {"occurred": false}, option).is | some others in [true, false, null]] == [true, false, null]
		by_occasion(false, true, {"occurred": false}, option).on == ["/accident/occurred", "/others"]
	}
}

# That this accident does not count may be of a reading, such as that 重大 is no 较大.
test_what_is_open_by_the_others_names_the_reading_by_which_this_accident_does_not_count if {
	not_by_a_reading := {"is": false, "on": ["/accident/deaths", "/options/majorCountsAsLarger"]}
	found := register.by_occasion(not_by_a_reading, {"is": null, "on": ["/register/accidents"]}) with input as {"options": {"occasion": "any"}}
	found.is == null
	{path | some path in found.on} == {"/register/accidents", "/options/majorCountsAsLarger", "/options/occasion"}
}

decided_by_others(this, outcome, occurred) if {
	register.decided_by_others({"is": this, "on": []}, {"is": outcome, "on": []}) with input as {"facts": {"accident": {"occurred": occurred}}}
}

test_others_decide_what_holds_without_this_accident if {
	every this in [true, false, null] {
		every outcome in [true, false, null] {
			decided_by_others(this, outcome, false)
		}
		not decided_by_others(this, false, null)
		not decided_by_others(this, null, null)
	}
	decided_by_others(false, true, null)
	decided_by_others(null, true, true)
	not decided_by_others(true, true, null)
}
