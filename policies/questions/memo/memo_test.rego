package test.questions_memo

import data.questions.memo

covered(accident, subject) := found if {
	found := memo.covered.is with data.hubei_joint_accountability.v2020.scope.covered as {"is": accident, "on": []}
		with data.hubei_joint_accountability.v2020.scope.subject_covered as {"is": subject, "on": []}
}

test_a_memo_is_outside_only_where_both_the_accident_and_the_body_are if {
	[covered(row[0], row[1]) | some row in [[true, false], [false, true], [false, false], [false, null]]] == [true, true, false, null]
}

test_a_memo_has_the_notes_that_rest_on_something_and_no_other if {
	answer := memo.answer with input as {}
	answer.notes.kind_not_stated == ["/accident/kind"]
	[code | some code, on in answer.notes; on == []] == []
}
