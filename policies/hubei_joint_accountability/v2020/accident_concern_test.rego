package test.hubei_accident_concern

import data.hubei_joint_accountability.v2020.accident_concern
import data.hubei_joint_accountability.v2020.articles.a11
import data.hubei_joint_accountability.v2020.own_area
import data.territory

evaluation(value) := {
	"value": value,
	"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
	"on": "2022-06-15",
	"evidence": [{"number": "意见"}],
}

shiyan := "十堰市人民政府"

enshi := "恩施土家族苗族自治州人民政府"

failure(organ, led) := {"organ": organ, "provision": "art_6__para_1__item_3", "established": evaluation(true), "ledToAccident": led}

listed(failures) := {"failures": failures, "complete": true}

bodies := {
	"shiyan": {"kind": "政府", "level": "市（州）", "organ": shiyan, "divisionCode": "420300"},
	"enshi": {"kind": "政府", "level": "市（州）", "organ": enshi, "divisionCode": "422800"},
	"province": {"kind": "政府", "level": "省", "organ": "湖北省人民政府", "divisionCode": "420000"},
}

happened := {"occurredOn": "2022-05-10", "divisionCode": "420323103"}

dismissal(organ) := {"kind": "问责", "on": "2022-05-12", "subject": "主要负责人", "organ": organ, "form": "免职"}

facts_of(body, changed) := object.union(
	{
		"subject": object.union(bodies[body], {"role": "主要负责人"}),
		"act": {"on": "2022-05-10"},
		"accident": happened,
		"investigation": {"startedOn": "2022-05-11", "findingsMade": false},
		"performance": listed([failure(bodies[body].organ, false)]),
		"accountability": {"decisions": [dismissal(bodies[body].organ)], "decisionsComplete": true},
	},
	changed,
)

barred(body, changed) := found if {
	found := a11.barred with input as {"facts": facts_of(body, changed)}
}

kept(body, changed) := found if {
	found := a11.findings.art_11__para_3.kept with input as {"facts": facts_of(body, changed)}
}

led(body, value) := {"performance": listed([failure(bodies[body].organ, value)])}

findings_made := "/investigation/findingsMade"

findings_on := "/investigation/findingsOn"

# A proposal and a decision that carries it out are judged alike.
test_a_body_of_another_area_is_concerned_only_by_what_led_to_the_accident if {
	[barred("enshi", led("enshi", value)).is | some value in [false, null, true]] == [false, null, true]
	[kept("enshi", led("enshi", value)).is | some value in [false, null, true]] == [true, null, false]
	"/performance/failures/0/ledToAccident" in barred("enshi", led("enshi", null)).on
	"/performance/failures/0/ledToAccident" in kept("enshi", led("enshi", null)).on
}

test_in_the_area_the_word_that_nothing_led_to_it_waits_for_the_findings if {
	every body in ["shiyan", "province"] {
		[barred(body, led(body, value)).is | some value in [false, null, true]] == [null, null, true]
		[kept(body, led(body, value)).is | some value in [false, null, true]] == [null, null, false]
		findings_made in barred(body, {}).on
		findings_made in kept(body, {}).on
		"/performance/failures/0/ledToAccident" in barred(body, led(body, null)).on
	}
	not_said := barred("shiyan", {"investigation": {"findingsMade": null}})
	not_said.is == null
	"/investigation/findingsMade" in not_said.on
}

test_once_there_are_findings_it_settles_it if {
	made := {"investigation": {"findingsMade": true, "findingsOn": "2022-08-01"}}
	every investigation in [made, {"investigation": {"findingsOn": "2022-08-01", "findingsMade": null}}] {
		barred("shiyan", investigation).is == false
		[kept("shiyan", object.union(investigation, led("shiyan", value))).is |
			some value in [false, null, true]
		] == [true, null, false]
	}
}

test_every_failure_of_the_body_must_be_another if {
	mixed := [failure(shiyan, false), failure(shiyan, true)]
	unsaid := [failure(shiyan, false), failure(shiyan, null)]
	[barred("shiyan", {"performance": listed(failures)}).is | some failures in [mixed, unsaid]] == [true, null]
	of_another := [failure(shiyan, false), object.union(failure(enshi, true), {"organCode": "422800", "organKind": "政府"})]
	barred("shiyan", {"performance": listed(of_another)}).is == null
	not_established := [failure(shiyan, false), object.union(failure(shiyan, true), {"established": evaluation(false)})]
	barred("shiyan", {"performance": listed(not_established)}).is == null
}

test_without_a_failure_of_its_own_a_body_of_the_area_answers_for_the_accident_alone if {
	none := [[], [failure(enshi, false)], [object.union(failure(shiyan, false), {"established": evaluation(false)})]]
	every failures in none {
		barred("shiyan", {"performance": listed(failures)}).is == true
		kept("shiyan", {"performance": listed(failures)}).is == false
	}
	not_evaluated := [object.union(failure(shiyan, false), {"established": null})]
	barred("shiyan", {"performance": listed(not_evaluated)}).is == null
}

test_a_list_that_may_lack_a_failure_does_not_lift_the_bar if {
	open := {"performance": {"failures": [failure(shiyan, false)], "complete": null}}
	barred("shiyan", open).is == null
	barred("enshi", {"performance": {"failures": [failure(enshi, false)], "complete": null}}).is == null
}

after_it(day) := object.union({"act": {"on": day}}, led("shiyan", null))

test_what_happened_after_the_accident_is_not_barred if {
	[barred("shiyan", after_it(day)).is | some day in ["2022-05-09", "2022-05-10", "2022-05-11"]] == [null, null, false]
	from := {"act": {"on": null, "from": "2022-05-11", "until": "2022-06-01"}}
	barred("shiyan", object.union(led("shiyan", false), from)).is == false
	barred("shiyan", object.union(from, {"act": {"from": "2022-05-10"}})).is == null
	barred("shiyan", object.union(after_it("2022-06-01"), {"accident": {"occurredOn": null}})).is == null
}

test_a_failure_after_the_accident_may_be_one_that_the_list_lacks if {
	lists := [listed([]), {"failures": [], "complete": null}, {"failures": null, "complete": true}]
	[barred("shiyan", {"act": {"on": "2022-05-11"}, "performance": list}).is | some list in lists] == [true, null, null]
	[barred("shiyan", {"act": {"on": "2022-05-10"}, "performance": list}).is | some list in lists] == [true, true, true]
}

test_what_is_said_to_have_led_to_the_accident_is_barred_whatever_the_day_of_the_act if {
	every day in ["2022-05-10", "2022-05-11", null] {
		barred("shiyan", object.union(after_it(day), led("shiyan", true))).is == true
	}
	mixed := {"performance": listed([failure(shiyan, null), failure(shiyan, true)])}
	barred("shiyan", object.union(after_it("2022-05-11"), mixed)).is == true
}

test_an_act_of_no_day_may_have_happened_after_the_accident if {
	undated := barred("shiyan", after_it(null))
	undated.is == null
	"/act/on" in undated.on
	barred("shiyan", object.union(after_it(null), {"performance": listed([])})).is == true
	elsewhen := barred("shiyan", object.union(after_it("2022-05-11"), {"accident": {"occurredOn": null}}))
	elsewhen.is == null
	"/accident/occurredOn" in elsewhen.on
	waiting := barred("shiyan", object.union(after_it(null), led("shiyan", false)))
	waiting.is == null
	{"/act/on", findings_made} & {path | some path in waiting.on} == {"/act/on", findings_made}
}

test_a_decision_is_not_on_what_happened_after_it if {
	[kept("shiyan", after_it(day)).is | some day in ["2022-05-11", "2022-05-12", "2022-05-13"]] == [true, true, false]
	undated := {"accountability": {"decisions": [object.union(dismissal(shiyan), {"on": null})], "decisionsComplete": true}}
	kept("shiyan", object.union(after_it("2022-05-11"), undated)).is == null
	"/accountability/decisions/0/on" in kept("shiyan", object.union(after_it("2022-05-11"), undated)).on
	kept("shiyan", object.union(after_it("2022-05-10"), undated)).is == null
}

unevaluated(body, value) := object.union(failure(bodies[body].organ, value), {"established": null})

test_what_is_not_evaluated_as_a_failure_may_still_be_one if {
	barred("enshi", {"performance": listed([unevaluated("enshi", true)])}).is == null
	made := {"investigation": {"findingsMade": true, "findingsOn": "2022-08-01"}}
	kept("shiyan", object.union(made, {"performance": listed([unevaluated("shiyan", false)])})).is == null
}

# 上述党委、政府和监管部门相关负责人: a deputy answers for the accident or not at all.
of_role(role) := object.union(after_it("2022-06-01"), {"subject": {"role": role}})

test_who_is_reached_by_the_accident_alone_stays_barred if {
	[barred("shiyan", of_role(role)).is | some role in ["机关", "主要负责人", "其他负责人", null]] == [false, false, true, null]
}

decided_on(organ, changed) := kept("enshi", {"accountability": {
	"decisions": [object.union(dismissal(organ), changed)],
	"decisionsComplete": true,
}})

test_each_decision_is_judged_by_its_own_organ if {
	decided_on(shiyan, {}).is == false
	decided_on("某局", {"organCode": "420323", "organKind": "政府工作部门"}).is == false
	decided_on("某局", {"organCode": "422801", "organKind": "政府工作部门"}).is == true
	both := {"accountability": {"decisions": [dismissal(enshi), dismissal(shiyan)], "decisionsComplete": true}}
	kept("enshi", both).is == false
}

# A decision on another body of another area is not on the accident where nothing in the list led to it.
test_another_body_of_another_area_is_concerned_by_what_may_have_led_to_the_accident if {
	bureau := object.union(dismissal("某局"), {"organCode": "422801", "organKind": "政府工作部门"})
	decided := {"accountability": {"decisions": [bureau], "decisionsComplete": true}}
	[kept("enshi", object.union(decided, led("enshi", value))).is | some value in [false, null, true]] == [true, null, null]
	"/performance/failures/0/ledToAccident" in kept("enshi", object.union(decided, led("enshi", null))).on
	unfinished := {"performance": {"failures": [failure(enshi, false)], "complete": null}}
	"/performance/complete" in kept("enshi", object.union(decided, unfinished)).on
}

test_of_which_organ_a_decision_is_must_be_known if {
	decided_on("某局", {}).is == null
	"/accountability/decisions/0/organCode" in decided_on("某局", {}).on
	decided_on(null, {}).is == null
	"/accountability/decisions/0/organ" in decided_on(null, {}).on
}

# The organ asked about is known by what is said of it there; a regulator or a zone's organ by being named at the place.
test_an_organ_that_the_facts_name_elsewhere_needs_no_code if {
	bureau := {"kind": "政府工作部门", "level": "县（市、区）", "organ": "某局", "divisionCode": "422801"}
	of_bureau := {
		"subject": bureau,
		"accountability": {"decisions": [dismissal("某局")], "decisionsComplete": true},
		"performance": listed([]),
	}
	kept("enshi", of_bureau).is == true
	kept("enshi", object.union(of_bureau, {"subject": {"divisionCode": "420323"}})).is == false
	regulators := [{"level": "市（州）", "organ": "某局", "industry": "化工", "source": "假定"}, {"level": "省", "organ": null}]
	on_the_bureau := {"accountability": of_bureau.accountability, "performance": listed([])}
	kept("enshi", object.union(on_the_bureau, {"accident": {"regulators": regulators}})).is == false
	kept("enshi", object.union(on_the_bureau, {"zone": {"partyOrgan": "某局"}})).is == false
	kept("enshi", object.union(on_the_bureau, {"zone": {"managementOrgan": "某局"}})).is == false
	kept("enshi", on_the_bureau).is == null
	unnamed := {"accountability": {"decisions": [dismissal(null)], "decisionsComplete": true}, "accident": {"regulators": regulators}}
	kept("enshi", unnamed).is == null
}

test_what_is_not_premature_is_none_whomever_it_concerns if {
	later := {"investigation": {"findingsMade": true, "findingsOn": "2022-05-12"}}
	kept("shiyan", object.union(later, led("shiyan", true))).is == true
}

has_the_place(code) := found if {
	organ := {"code": {"fact": "/c", "value": code}, "unnamed": ["/n"], "in_hubei": territory.is_in_hubei(code)}
	found := own_area.has_the_place(organ).is with input as {"facts": {"accident": happened}}
}

test_the_area_of_an_organ_is_told_by_its_code if {
	inside := ["420000", "420000000", "420300", "420323", "420323000", "420323103"]
	outside := ["410000", "411300", "422800", "420324", "420324000", "420320003", "420323104", "429004"]
	every code in inside {
		has_the_place(code) == true
	}
	every code in outside {
		has_the_place(code) == false
	}
	has_the_place("420300000") == null
	has_the_place(null) == null
}

after(act, accident) := found if {
	found := accident_concern.after_it with input as {"facts": {"act": act, "accident": accident}}
}

test_an_act_is_dated_by_its_day_or_its_first_day if {
	after({"on": "2022-05-11"}, happened) == ["/act/on", "/accident/occurredOn"]
	after({"from": "2022-05-11"}, happened) == ["/act/from", "/accident/occurredOn"]
	after({"on": "2022-05-11", "from": "2022-05-01"}, happened) == ["/act/on", "/accident/occurredOn"]
}

# A bureau of which nothing but its name is known, and one asked about in the same county.
of_nobody := {"organ": "某局", "provision": "art_6__para_1__item_3", "established": evaluation(true), "ledToAccident": true}

bureau := {"kind": "政府工作部门", "level": "县（市、区）", "organ": "某某局", "divisionCode": "422801", "organReference": "O-1"}

waits_for(subject, failures) := {path |
	found := accident_concern.led_to_it with input as {"facts": {
		"subject": subject,
		"accident": happened,
		"act": {"on": "2022-05-10"},
		"performance": listed(failures),
	}}
	found.is == null
	some path in found.on
}

test_where_only_whose_failure_it_is_is_not_known_that_is_what_has_to_be_found_out if {
	at_the_failure := {$"/performance/failures/0/{name}" | some name in ["organ", "organCode", "organKind"]}
	waits_for(bureau, [of_nobody]) == at_the_failure
	waits_for(object.union(bureau, {"organ": null}), [of_nobody]) == {"/subject/organ"}
	waits_for(bureau, [of_nobody, object.union(of_nobody, {"established": evaluation(false)})]) == at_the_failure
}

test_where_only_the_evaluation_is_lacking_it_is_what_has_to_be_found_out if {
	of_the_bureau := object.union(of_nobody, {"organ": "某某局", "established": null})
	waits_for(object.remove(bureau, ["organReference"]), [of_the_bureau]) == {"/performance/failures/0/established"}
}

only_others(changed) := found if {
	found := accident_concern.only_others.is with input as {"facts": facts_of("shiyan", changed)}
}

# What is established of the body is not only what did not lead to the accident.
test_a_failure_that_led_to_the_accident_is_not_another_one_whatever_is_known_of_the_days if {
	made := {"investigation": {"findingsMade": true, "findingsOn": "2022-08-01"}}
	mixed := {"performance": listed([failure(shiyan, false), failure(shiyan, true)])}
	only_others(object.union(made, mixed)) == false
	only_others(object.union(made, led("shiyan", false))) == true
	only_others(object.union(led("shiyan", true), {"act": {"on": null}})) == false
	only_others(object.union({"performance": listed([unevaluated("shiyan", false)])}, {"act": {"on": null}})) == null
}

town := {"kind": "政府", "level": "乡镇", "organ": "某镇人民政府", "divisionCode": "420323104"}

# 该乡镇: another township of the county is not the place of the accident.
test_a_township_beside_the_place_is_concerned_only_by_what_led_to_the_accident if {
	of_town := {
		"subject": town,
		"accountability": {"decisions": [dismissal("某镇人民政府")], "decisionsComplete": true},
		"performance": listed([]),
	}
	barred("shiyan", of_town).is == false
	kept("shiyan", of_town).is == true
	at_the_place := object.union(of_town, {"subject": {"divisionCode": "420323103"}})
	barred("shiyan", at_the_place).is == true
	kept("shiyan", at_the_place).is == false
}

# 追究该县（市、区）党委、政府……的责任: whom article 11 reaches by its name, no code need place.
test_whom_the_accident_reaches_by_its_name_is_barred_before_the_findings if {
	subject := {"kind": "政府", "organ": "竹山县人民政府", "role": "机关"}
	larger := {
		"isResponsibilityAccident": {"value": true, "organ": "湖北省人民政府", "on": "2022-05-11", "document": {"number": "认定（假定）"}},
		"officialGrade": {"value": "较大", "organ": "湖北省人民政府", "on": "2022-05-11", "document": {"number": "认定（假定）"}},
		"seriousNature": evaluation(true),
	}
	every row in [[{}, true], [{"seriousNature": null}, null]] {
		found := a11.barred.is with input as {"facts": {
			"subject": subject,
			"act": {"on": "2022-05-10"},
			"accident": object.union_n([happened, larger, row[0]]),
			"investigation": {"findingsMade": false},
			"performance": listed([]),
		}}
		found == row[1]
	}
}

told(failures, changed) := {path | some path in found} if {
	found := accident_concern.what_would_tell with input as {"facts": facts_of("shiyan", object.union({"performance": listed(failures)}, changed))}
}

test_what_would_tell_whether_the_accident_concerns_it_is_what_is_not_said if {
	both := [failure(shiyan, false), failure(shiyan, null)]
	told(both, {}) == {"/performance/failures/1/ledToAccident", findings_made}
	told(both, {"act": {"on": null}}) == {"/act/on", "/performance/failures/1/ledToAccident", findings_made}
	told(both, {"accident": {"occurredOn": null}}) == {
		"/accident/occurredOn",
		"/performance/failures/1/ledToAccident", findings_made,
	}
	told([failure(shiyan, false)], {"investigation": {"findingsOn": "2022-08-01"}}) == set()
}

test_findings_that_are_not_made_have_no_day_to_ask_for if {
	every value in [false, null] {
		waiting := barred("shiyan", {"investigation": {"findingsMade": value}})
		waiting.is == null
		findings_made in waiting.on
		not findings_on in waiting.on
	}
}
