package test.public_official_sanctions_a52

import data.public_official_sanctions.v2020.articles.a52

filed(group) := found if {
	found := a52.filed.is with input as {"facts": {"accountability": group}}
}

test_a_case_is_filed_where_a_decision_says_so if {
	filed({"decisions": [{"kind": "问责"}, {"kind": "立案"}]}) == true
	filed({"decisions": [{"kind": "问责"}], "decisionsComplete": true}) == false
}

test_only_a_list_that_is_given_and_whole_says_that_none_is if {
	filed({"decisions": [], "decisionsComplete": true}) == false
	filed({"decisions": [], "decisionsComplete": false}) == null
	filed({"decisionsComplete": true}) == null
}
