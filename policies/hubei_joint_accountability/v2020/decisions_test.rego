package test.hubei_decisions

import data.hubei_joint_accountability.v2020.accountability
import data.hubei_joint_accountability.v2020.identity

organ := "竹山县人民政府"

body := identity.organ(
	{"fact": "/subject/organ", "value": organ}, [],
	{"fact": "/subject/divisionCode", "value": "420323"},
	{"fact": "/subject/kind", "value": "政府"},
	{"fact": "/subject/counterpart", "value": null},
	{"fact": "/subject/organReference", "value": null},
)

# Another county's government, as far as code and kind tell.
elsewhere := {"organ": "房县人民政府", "organCode": "420325", "organKind": "政府"}

# Of an act and an accident of that day.
of_case(group) := {"facts": {
	"act": {"on": "2022-03-01"},
	"accident": {"occurredOn": "2022-03-01"},
	"accountability": group,
}}

done := {"kind": "问责", "on": "2022-08-01", "organ": organ, "subject": "机关", "degree": "从重"}

asked(group) := found if {
	found := accountability.pursued(body, "机关", "act").is with input as of_case(group)
}

whole := {"decisionsComplete": true, "concludedOn": "2022-08-01"}

listed(decision) := object.union(whole, {"decisions": [decision]})

test_a_decision_on_this_body_pursues_it_also_where_it_spares_it if {
	asked(listed(done)) == true
	asked(listed(object.union(done, {"kind": "不予追究"}))) == true
	asked(listed(object.union(done, {"kind": "立案"}))) == false
}

test_a_decision_on_another_body_or_its_leaders_does_not if {
	asked(listed(object.union(done, elsewhere))) == false
	asked(listed(object.union(done, {"subject": "相关负责人"}))) == false
}

test_a_decision_that_does_not_say_whom_it_concerns_may_be_the_one if {
	asked(listed(object.remove(done, ["organ"]))) == null
	asked(listed(object.remove(done, ["subject"]))) == null
	asked(listed(object.union(object.remove(done, ["subject"]), elsewhere))) == false
	asked(listed(object.union(object.remove(done, ["organ"]), {"subject": "相关负责人"}))) == false
}

test_only_a_whole_list_of_a_concluded_case_shows_that_nobody_decided if {
	asked(object.union(whole, {"decisions": []})) == false
	asked({"decisions": [], "decisionsComplete": true}) == null
	asked({"decisions": [], "decisionsComplete": false, "concludedOn": "2022-08-01"}) == null
	asked(whole) == null
}

waits_for(group) := found if {
	found := accountability.pursued(body, "机关", "act").on with input as of_case(group)
}

test_what_is_missing_of_the_decisions_is_named if {
	waits_for({"decisions": [], "decisionsComplete": true}) == ["/accountability/concludedOn"]
	waits_for({"decisions": [], "decisionsComplete": false, "concludedOn": "2022-08-01"}) == ["/accountability/decisionsComplete"]
	waits_for({"decisions": []}) == ["/accountability/decisionsComplete", "/accountability/concludedOn"]
	waits_for(whole) == ["/accountability/decisions"]
}

test_body_and_leaders_are_both_pursued_or_not_all if {
	both := [done, object.union(done, {"subject": "相关负责人"})]
	accountability.pursued_with_persons([body]).is == true with input as of_case(object.union(whole, {"decisions": both}))
	accountability.pursued_with_persons([body]).is == false with input as of_case(listed(done))
	only_leaders := listed(object.union(done, {"subject": "相关负责人"}))
	accountability.pursued_with_persons([body]).is == false with input as of_case(only_leaders)
}

severe(group) := found if {
	found := accountability.severe.is with input as of_case(group)
}

test_every_decision_that_pursues_is_severe if {
	severe(listed(done)) == true
	severe(listed(object.union(done, {"degree": "从轻"}))) == false
	severe(listed(object.remove(done, ["degree"]))) == null
	severe(object.union(whole, {"decisions": [done, object.union(done, {"degree": "从轻"})]})) == false
	severe({"decisions": [done]}) == null
	severe({"decisions": [], "decisionsComplete": true}) == null
}

# 应当……从重追究责任: a concluded case in which nobody was pursued pursued nobody severely.
test_whom_nobody_pursued_was_not_pursued_severely if {
	severe(object.union(whole, {"decisions": []})) == false
	severe(listed(object.union(done, {"kind": "不予追究"}))) == false
}

on_leader(subject) := object.union(done, {"subject": subject})

of_principals(decisions) := found if {
	found := accountability.pursued_with_principals([body]) with input as of_case(object.union(whole, {"decisions": decisions}))
}

# 党委和政府及其主要负责人 (art. 9(1)); 相关负责人 (art. 11) are more.
test_pursuing_a_leader_concerned_is_not_yet_pursuing_the_principal if {
	of_principals([done, on_leader("主要负责人")]).is == true
	of_principals([done, on_leader("相关负责人")]) == {"is": null, "on": ["/accountability/decisions/1/subject"]}
	of_principals([done]).is == false
	of_principals([on_leader("主要负责人")]).is == false
	persons := object.union(whole, {"decisions": [done, on_leader("主要负责人")]})
	accountability.pursued_with_persons([body]).is == true with input as of_case(persons)
}

test_a_list_is_whole_where_it_is_given_and_said_to_be if {
	accountability.listed_completely.is == true with input as {"facts": {"accountability": listed(done)}}
	accountability.listed_completely == {"is": null, "on": ["/accountability/decisions"]} with input as {"facts": {"accountability": whole}}
	not_said := {"is": null, "on": ["/accountability/decisionsComplete"]}
	accountability.listed_completely == not_said with input as {"facts": {"accountability": {"decisions": [done]}}}
}

since(matter, on, act, accident) := found if {
	found := accountability.since[matter][0] with input as {"facts": {
		"act": act,
		"accident": accident,
		"accountability": {"decisions": [{"kind": "问责", "on": on}]},
	}}
}

decided_on := "/accountability/decisions/0/on"

# 发生生产安全事故后 (art. 11(3)); 履行……职责不到位的 (art. 9(1)): what is older is on something else.
test_a_decision_is_on_what_happened_before_it if {
	happened := {"occurredOn": "2022-03-01"}
	every row in [["2022-02-28", false], ["2022-03-01", true], ["2022-03-02", true], [null, null]] {
		since("accident", row[0], {}, happened).is == row[1]
		since("act", row[0], {"on": "2022-03-01"}, {}).is == row[1]
		since("act", row[0], {"from": "2022-03-01"}, {}).is == row[1]
	}
	since("accident", null, {}, happened).on == [decided_on]
	since("accident", "2022-03-01", {}, {}) == {"is": null, "on": ["/accident/occurredOn"]}
	since("accident", "2022-03-02", {}, happened).on == [decided_on, "/accident/occurredOn"]
}

test_of_an_act_of_no_day_what_was_decided_after_the_accident_is_on_it if {
	happened := {"occurredOn": "2022-03-01"}
	since("act", "2022-03-01", {}, happened).is == true
	since("act", "2022-02-28", {}, happened) == {"is": null, "on": ["/act/on"]}
	since("act", null, {}, happened) == {"is": null, "on": [decided_on, "/act/on"]}
	since("act", "2022-02-28", {"on": "2022-01-01"}, happened).is == true
	since("act", "2022-03-02", {"on": "2022-05-01"}, happened).is == false
}

on_that_day(day) := object.union(done, {"on": day})

test_what_was_decided_before_the_act_pursues_nobody_and_is_no_lenience if {
	[asked(listed(on_that_day(day))) | some day in ["2022-02-28", "2022-03-01", null]] == [false, true, null]
	decided_on in waits_for(listed(on_that_day(null)))
	not decided_on in waits_for(listed(object.remove(done, ["subject"])))
	lenient := {"degree": "从轻"}
	[severe(listed(object.union(on_that_day(day), lenient))) | some day in ["2022-02-28", "2022-03-01", null]] == [false, false, null]
	both := [done, object.union(on_that_day("2022-02-28"), lenient)]
	severe(object.union(whole, {"decisions": both})) == true
	severe({"decisions": [object.union(on_that_day("2022-02-28"), lenient)], "decisionsComplete": true}) == null
}
