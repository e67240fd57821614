package test.hubei_a15

import data.hubei_joint_accountability.v2020.articles.a15

filing(may_appeal, facts) := found if {
	found := a15.filing with input as {"facts": {"appeal": facts}}
		with data.hubei_joint_accountability.v2020.articles.a15.may_appeal as {"is": may_appeal, "on": []}
}

# 责任追究对象可以……提出书面申诉
test_how_an_appeal_was_made_is_asked_only_where_there_can_be_one if {
	oral := {"filedOn": "2022-09-01", "inWriting": false}
	every may_appeal in [true, null] {
		filing(may_appeal, oral).each[0].code == "not_in_writing"
	}
	filing(false, oral) == {}
	filing(true, {}) == {}
	not "code" in object.keys(filing(true, object.union(oral, {"inWriting": true})).each[0])
}
