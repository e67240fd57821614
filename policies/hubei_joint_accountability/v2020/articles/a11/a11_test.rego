package test.hubei_a11

import data.hubei_joint_accountability.v2020.articles.a11

accident := {"occurredOn": "2022-03-01", "divisionCode": "420323103"}

premature(day, investigation, options) := found if {
	found := a11.premature(0) with input as {
		"facts": {"investigation": investigation, "accountability": {"decisions": [{"kind": "问责", "on": day}]}},
		"options": options,
	}
}

decided_on := "/accountability/decisions/0/on"

reading := "/options/beforeInvestigation"

found_on := {"findingsMade": true, "findingsOn": "2022-06-01"}

test_a_decision_before_the_day_of_the_findings_is_premature if {
	premature("2022-05-31", found_on, {}) == {"is": true, "on": [decided_on, "/investigation/findingsOn", reading]}
	premature("2022-06-01", found_on, {}) == {"is": false, "on": [decided_on, "/investigation/findingsOn", reading]}
	premature("2022-06-02", found_on, {}).is == false
}

test_by_the_letter_only_a_decision_before_the_investigation_began_is_premature if {
	started := object.union(found_on, {"startedOn": "2022-03-02"})
	premature("2022-03-01", started, {"beforeInvestigation": "start"}).is == true
	premature("2022-03-02", started, {"beforeInvestigation": "start"}).is == false
}

test_every_decision_is_premature_while_there_are_no_findings if {
	premature("2022-05-31", {"findingsMade": false}, {}).is == true
	premature(null, {"findingsMade": false}, {}).is == true
}

test_a_day_that_is_not_known_leaves_it_open_and_is_named if {
	premature(null, found_on, {}) == {"is": null, "on": ["/investigation/findingsOn", reading, decided_on]}
	premature("2022-05-31", {"findingsMade": true}, {}) == {"is": null, "on": ["/investigation/findingsOn", reading]}
}

start := {"beforeInvestigation": "start"}

# An investigation begins no later than the day of its findings.
test_what_came_after_the_findings_came_after_the_start if {
	rests := ["/accountability/decisions/0/on", "/investigation/findingsOn", reading]
	premature("2022-06-01", found_on, start) == {"is": false, "on": rests}
	premature("2022-06-02", found_on, start).is == false
	premature("2022-05-31", found_on, start) == {"is": null, "on": ["/investigation/startedOn", reading]}
	premature("2022-06-02", {"findingsMade": true}, start) == {"is": null, "on": ["/investigation/startedOn", reading]}
	premature(null, found_on, start) == {"is": null, "on": ["/investigation/startedOn", reading, decided_on]}
}

test_what_came_before_the_start_came_before_the_findings if {
	started := {"startedOn": "2022-03-02"}
	premature("2022-03-01", started, {}) == {"is": true, "on": [decided_on, "/investigation/startedOn", reading]}
	premature("2022-03-02", started, {}) == {"is": null, "on": ["/investigation/findingsOn", reading]}
	premature(null, started, {}).is == null
	premature("2022-03-01", {}, {}).is == null
}

reached(investigation, options) := found if {
	found := a11.milestone_reached with input as {"facts": {"investigation": investigation}, "options": options}
}

test_an_investigation_with_findings_has_begun if {
	reached(found_on, start) == {"is": true, "on": ["/investigation/findingsOn", reading]}
	reached({"findingsMade": true}, start) == {"is": true, "on": ["/investigation/findingsMade", reading]}
	reached({"startedOn": "2022-03-02"}, start) == {"is": true, "on": ["/investigation/startedOn", reading]}
	reached({"findingsMade": false}, start) == {"is": null, "on": ["/investigation/startedOn", reading]}
	reached({}, start) == {"is": null, "on": ["/investigation/startedOn", reading]}
	reached({"startedOn": "2022-03-02"}, {}).is == null
	reached({"findingsMade": true}, {}).is == true
	reached({"findingsMade": false}, {}).is == false
}

happened(changed, options) := found if {
	found := a11.accident_happened.is with input as {"facts": {"accident": changed}, "options": options}
}

test_an_accident_has_happened_once_its_day_is_known if {
	happened(accident, {}) == true
	happened(object.union(accident, {"occurred": false}), {}) == false
	happened(object.remove(accident, ["occurredOn"]), {"asIfInForce": true}) == null
	happened(accident, {"asIfInForce": true}) == true
}

committee := {
	"role": "党委", "tier": "县（市、区）", "status": "named", "organ": "中共竹山县委员会", "short": "竹山县委",
	"code": "420323", "basis": "direct",
}

reaches(applies) := found if {
	found := a11.subject_among({"is": applies, "on": []}, {"addressees": [committee]}).reachesSubject.is with input as {"facts": {
		"accident": accident,
		"subject": {"kind": "党委", "role": "机关", "level": "县（市、区）", "divisionCode": "420323", "organ": "竹山县委"},
	}}
}

test_an_item_reaches_one_of_its_organs_only_if_it_applies if {
	[reaches(applies) | some applies in [true, null, false]] == [true, null, false]
}

# 神农架林区 has no 市（州）: whom the other reading of the missing tier names rests on the reading.
test_whom_another_reading_would_name_rests_on_the_reading if {
	reached := a11.findings.art_11__para_1__item_2.reachesSubject with input as {"facts": {
		"accident": {
			"divisionCode": "429021102", "occurredOn": "2022-03-01",
			"officialGrade": {"value": "较大", "organ": "湖北省人民政府", "on": "2022-06-01", "document": {"number": "批复（假定）"}},
		},
		"subject": {"kind": "派出机关", "role": "其他负责人"},
	}}
	reached.is == false
	"/options/directlyGoverned" in reached.on
}

# 以上规定情形: whom paragraph 1 reaches at each grade.
by_grade(grade, subject, changed) := found if {
	evaluated := {
		"value": true, "on": "2022-06-01", "evaluator": {"organ": "十堰市人民政府", "post": "主任", "reference": "E-1"},
		"evidence": [{"number": "评估意见"}],
	}
	official := {"organ": "湖北省人民政府", "on": "2022-06-01", "document": {"number": "批复（假定）"}}
	found := a11.findings.art_11__para_2.applies.is with input as {"facts": {
		"subject": object.union({"role": "机关"}, subject),
		"act": {"on": "2022-03-01"},
		"accident": object.union(
			{
				"divisionCode": "420323103", "occurredOn": "2022-03-01", "severeSocialImpact": evaluated,
				"officialGrade": object.union(official, {"value": grade}),
				"isResponsibilityAccident": object.union(official, {"value": true}),
				"regulators": [regulator | some regulator in regulators],
			},
			changed,
		),
	}}
}

regulators := {
	{"level": "县（市、区）", "organ": "竹山县应急管理局", "industry": "化工", "source": "假定"},
	{"level": "市（州）", "organ": "十堰市应急管理局", "industry": "化工", "source": "假定"},
	{"level": "省", "organ": "湖北省应急管理厅", "industry": "化工", "source": "假定"},
}

bodies := {
	"township": {"kind": "党委", "level": "乡镇", "divisionCode": "420323103", "organ": "中共竹山县宝丰镇委员会"},
	"county": {"kind": "政府", "level": "县（市、区）", "divisionCode": "420323", "organ": "竹山县人民政府"},
	"prefecture": {"kind": "政府", "level": "市（州）", "divisionCode": "420300", "organ": "十堰市人民政府"},
	"county_regulator": {
		"kind": "政府工作部门", "level": "县（市、区）", "divisionCode": "420323", "organ": "竹山县应急管理局",
		"department": "应急管理",
	},
	"prefecture_regulator": {
		"kind": "政府工作部门", "level": "市（州）", "divisionCode": "420300", "organ": "十堰市应急管理局",
		"department": "应急管理",
	},
	"provincial_regulator": {
		"kind": "政府工作部门", "level": "省", "divisionCode": "420000", "organ": "湖北省应急管理厅",
		"department": "应急管理",
	},
}

reached_at(grade) := {name | some name, body in bodies; by_grade(grade, body, {}) == true}

test_the_track_of_the_investigation_is_that_of_whom_paragraph_1_reaches if {
	reached_at("一般") == {"township", "county_regulator"}
	reached_at("较大") == {"county", "prefecture_regulator"}
	reached_at("重大") == {"prefecture", "provincial_regulator"}
}

# The grade of such a case open, the body is in any event none of those that it would reach.
test_a_body_that_no_open_case_reaches_is_not_on_the_track if {
	other := {"kind": "政府", "level": "县（市、区）", "divisionCode": "420324", "organ": "竹溪县人民政府"}
	by_grade("较大", other, {"severeSocialImpact": null}) == false
	by_grade("较大", bodies.county, {"severeSocialImpact": null}) == null
}

bar(subject) := found if {
	found := object.get(a11.findings.art_11__para_3, "bar", null) with input as {"facts": object.union(subject, {
		"accident": {"occurredOn": "2022-05-10", "divisionCode": "420323103"},
		"investigation": {"startedOn": "2022-05-11", "findingsMade": false},
		"performance": {"failures": [], "complete": true},
	})}
}

# 对事故的责任处理: asked of nobody, the bar is that of the accident; of a body, whether it is on holding that one to account.
test_the_bar_of_the_accident_is_no_bar_for_whom_it_does_not_concern if {
	bar({}).is == true
	government := {"kind": "政府", "role": "机关", "level": "市（州）"}
	bar({"subject": object.union(government, {"organ": "十堰市人民政府", "divisionCode": "420300"})}).is == true
	bar({"subject": object.union(government, {"organ": "恩施土家族苗族自治州人民政府", "divisionCode": "422800"})}).is == false
}
