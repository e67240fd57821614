package test.public_official_sanctions_a47

import data.civil_servant_law.v2018.articles.a76
import data.public_official_sanctions.v2020.articles.a47

evaluated(value) := {
	"value": value,
	"evaluator": {"organ": "十堰市监察委员会", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "意见（假定）"}],
}

unsuspicious := {
	"relation": "没有亲属关系",
	"wasWitness": false,
	"hasInterest": false,
	"relativeHasInterest": false,
	"mayAffectFairness": evaluated(false),
}

ground(changed) := [of_the_sanctions, of_civil_servants] if {
	facts := {"procedure": {"investigators": [object.union(unsuspicious, changed)]}}
	of_the_sanctions := a47.ground(0).is with input as {"facts": facts}
	of_civil_servants := a76.ground(0).is with input as {"facts": facts}
}

test_each_circumstance_is_a_ground_of_recusal_by_itself if {
	ground({}) == [false, false]
	ground({"relation": "配偶"}) == [true, true]
	ground({"relation": "近姻亲"}) == [false, true]
	ground({"wasWitness": true}) == [true, false]
	ground({"hasInterest": true}) == [true, true]
	ground({"relativeHasInterest": true}) == [true, true]
	ground({"mayAffectFairness": evaluated(true)}) == [true, true]
}

beyond(procedure) := found if {
	found := a47.beyond_the_list.is with input as {"facts": {"procedure": procedure}}
}

test_only_a_list_that_is_given_and_whole_says_that_there_is_no_other_investigator if {
	beyond({"investigators": [], "investigatorsComplete": true}) == false
	beyond({"investigators": [], "investigatorsComplete": false}) == null
	beyond({"investigatorsComplete": true}) == null
}
