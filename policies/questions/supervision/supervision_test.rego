package test.questions_supervision

import data.questions.supervision

implied(kept) := found if {
	found := supervision.own_notes.appraisal_year_implied with data.questions.found.supervision as {"art_17__para_2": {"kept": kept}}
}

test_the_implied_year_is_named_where_an_appraisal_is_missing_after_its_end if {
	implied({"is": false, "on": ["/supervision/appraisals", "/supervision/asOf"]}) == ["/supervision/appraisals"]
	implied({"is": false, "on": ["/supervision/appraisals/0/inScope"]}) == []
	implied({"is": null, "on": ["/supervision/asOf"]}) == []
}
