package test.hubei_posts

import data.hubei_joint_accountability.v2020.posts

elected(subject) := found if {
	found := posts.elected_or_decided.is with input as {"facts": {"subject": subject}}
}

governor := {"post": "县长", "appointedBy": "选举"}

secretary := {"post": "县委书记", "appointedBy": "党内任职"}

test_a_post_filled_by_a_congress_is_elected_or_decided if {
	elected({"posts": [governor], "postsComplete": false}) == true
	elected({"posts": [secretary, object.union(governor, {"appointedBy": "决定任命"})], "postsComplete": true}) == true
	elected({"posts": [object.remove(governor, ["appointedBy"])], "postsComplete": true}) == null
}

test_only_a_list_that_is_given_and_whole_says_that_no_post_is if {
	elected({"posts": [secretary], "postsComplete": true}) == false
	elected({"posts": [object.union(governor, {"appointedBy": "行政任免"})], "postsComplete": true}) == false
	elected({"posts": [], "postsComplete": true}) == false
	elected({"posts": [secretary], "postsComplete": false}) == null
	elected({"posts": [secretary]}) == null
	elected({"postsComplete": true}) == null
}
