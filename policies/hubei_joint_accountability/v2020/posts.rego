# METADATA
# title: 职务的产生方式
# description: Posts filled by a congress or its standing committee; posts inside the Party and appointed ones are none.
package hubei_joint_accountability.v2020.posts

import data.facts
import data.logic

by_congress := ["选举", "决定任命"]

elected_or_decided := logic.any_of(array.concat(
	[logic.is_one_of(facts.subject_posts[i].appointedBy, by_congress) | some i, _ in facts.subject_posts],
	[beyond_the_posts],
))

# A list of posts that may lack one never says "no".
beyond_the_posts := logic.never([facts.subject.posts.fact, facts.subject.postsComplete.fact]) if {
	facts.subject.postsComplete.value == true
	facts.subject.posts.value != null
}

else := logic.open([facts.subject.posts.fact, facts.subject.postsComplete.fact])
