package test.order_493

import data.order_493.v2007.articles.a03

accident := {
	"occurredOn": "2022-03-01", "countedOn": "2022-06-01", "kind": "其他",
	"deaths": 0, "seriousInjuries": 0, "acutePoisonings": 0, "missing": 0, "injuredTotal": 0, "directLossYuan": 0,
}

graded(changed) := [a.least, a.most] if {
	a := a03.interval with input as {"facts": {"accident": object.union(accident, changed)}}
}

test_every_boundary_of_deaths if {
	graded({"deaths": 1}) == ["一般", "一般"]
	graded({"deaths": 2}) == ["一般", "一般"]
	graded({"deaths": 3}) == ["较大", "较大"]
	graded({"deaths": 9}) == ["较大", "较大"]
	graded({"deaths": 10}) == ["重大", "重大"]
	graded({"deaths": 29}) == ["重大", "重大"]
	graded({"deaths": 30}) == ["特别重大", "特别重大"]
}

test_every_boundary_of_serious_injuries if {
	graded({"seriousInjuries": 1, "injuredTotal": null}) == ["一般", "一般"]
	graded({"seriousInjuries": 9}) == ["一般", "一般"]
	graded({"seriousInjuries": 10}) == ["较大", "较大"]
	graded({"seriousInjuries": 49}) == ["较大", "较大"]
	graded({"seriousInjuries": 50}) == ["重大", "重大"]
	graded({"seriousInjuries": 99}) == ["重大", "重大"]
	graded({"seriousInjuries": 100}) == ["特别重大", "特别重大"]
}

test_every_boundary_of_loss if {
	graded({"directLossYuan": 1}) == ["一般", "一般"]
	graded({"directLossYuan": 9999999}) == ["一般", "一般"]
	graded({"directLossYuan": 10000000}) == ["较大", "较大"]
	graded({"directLossYuan": 49999999}) == ["较大", "较大"]
	graded({"directLossYuan": 50000000}) == ["重大", "重大"]
	graded({"directLossYuan": 99999999}) == ["重大", "重大"]
	graded({"directLossYuan": 100000000}) == ["特别重大", "特别重大"]
}

test_nothing_at_all_has_no_grade if graded({}) == ["无等级", "无等级"]

test_a_light_injury_alone_is_general if graded({"injuredTotal": 1}) == ["一般", "一般"]

test_acute_poisonings_count_as_serious_injuries if graded({"seriousInjuries": 5, "acutePoisonings": 5}) == ["较大", "较大"]

test_the_total_of_the_injured_bounds_the_serious if {
	graded({"deaths": 26, "seriousInjuries": null, "injuredTotal": 40}) == ["重大", "重大"]
	graded({"deaths": 26, "seriousInjuries": null, "injuredTotal": 100}) == ["重大", "特别重大"]
}

test_before_the_window_closes_the_injured_may_die if {
	graded({"deaths": 2, "seriousInjuries": 5, "countedOn": "2022-03-30"}) == ["一般", "较大"]
	graded({"deaths": 2, "seriousInjuries": 5, "countedOn": "2022-03-31"}) == ["一般", "一般"]
	graded({"deaths": 2, "seriousInjuries": 5, "countedOn": null}) == ["一般", "较大"]
}

test_road_and_fire_close_after_seven_days if {
	graded({"deaths": 2, "seriousInjuries": 5, "countedOn": "2022-03-08", "kind": "火灾"}) == ["一般", "一般"]
	graded({"deaths": 2, "seriousInjuries": 5, "countedOn": "2022-03-07", "kind": "道路交通"}) == ["一般", "较大"]
	graded({"deaths": 2, "seriousInjuries": 5, "countedOn": "2022-03-08", "kind": null}) == ["一般", "较大"]
}

later(day, before) := [{"on": day, "count": 1, "countedBefore": before}]

test_a_later_death_counts_up_to_day_thirty if {
	graded({"deaths": 9, "laterDeaths": later("2022-03-31", "未计入")}) == ["重大", "重大"]
	graded({"deaths": 9, "laterDeaths": later("2022-04-01", "未计入")}) == ["较大", "较大"]
}

test_a_seriously_injured_person_who_dies_is_not_counted_twice if {
	graded({"seriousInjuries": 50, "laterDeaths": later("2022-03-20", "重伤")}) == ["较大", "较大"]
	graded({"seriousInjuries": 50, "laterDeaths": later("2022-03-20", "未计入")}) == ["重大", "重大"]
	graded({"seriousInjuries": 50, "laterDeaths": later("2022-03-20", null)}) == ["较大", "重大"]
}

test_missing_persons_are_counted_after_thirty_days if {
	graded({"deaths": 9, "missing": 1, "missingSince": "2022-03-01", "countedOn": "2022-04-01"}) == ["重大", "重大"]
	graded({"deaths": 9, "missing": 1, "missingSince": "2022-03-01", "countedOn": "2022-03-31"}) == ["较大", "重大"]
	graded({"deaths": 9, "missing": 1}) == ["较大", "重大"]
}

test_nothing_known_is_open_between_the_ends if {
	a03.interval.least == "无等级" with input as {}
	a03.interval.most == "特别重大" with input as {}
}

# The grade that the approved report states prevails, whatever the numbers say (article 32).
official(grade, changed) := found if {
	found := a03.interval with input as {"facts": {"accident": object.union_n([accident, changed, {"officialGrade": {
		"value": grade,
		"organ": "湖北省人民政府",
		"on": "2022-08-01",
		"document": {"number": "批复（假定）"},
	}}])}}
}

test_the_official_grade_prevails_at_every_step if {
	every grade in ["无等级", "一般", "较大", "重大", "特别重大"] {
		found := official(grade, {"deaths": 10})
		[found.least, found.most] == [grade, grade]
		found.official == grade
		found.computed == {"least": "重大", "most": "重大"}
	}
}

test_where_no_accident_happened_there_is_no_grade_whatever_numbers_are_stated if {
	graded({"occurred": false, "deaths": 3}) == ["无等级", "无等级"]
	grades := a03.grades with input as {"facts": {"accident": object.union(accident, {"occurred": false, "deaths": 3})}}
	[grade.is | some grade in grades] == [false, false, false, false]
}

test_road_accidents_and_fires_stop_counting_deaths_after_day_seven if {
	every kind in ["道路交通", "火灾"] {
		graded({"kind": kind, "deaths": 9, "laterDeaths": later("2022-03-08", "未计入")}) == ["重大", "重大"]
		graded({"kind": kind, "deaths": 9, "laterDeaths": later("2022-03-09", "未计入")}) == ["较大", "较大"]
	}
}

test_a_death_between_both_windows_is_open_while_the_kind_is_unknown if {
	graded({"kind": null, "deaths": 9, "laterDeaths": later("2022-03-08", "未计入")}) == ["重大", "重大"]
	graded({"kind": null, "deaths": 9, "laterDeaths": later("2022-03-09", "未计入")}) == ["较大", "重大"]
	graded({"kind": null, "deaths": 9, "laterDeaths": later("2022-03-31", "未计入")}) == ["较大", "重大"]
	graded({"kind": null, "deaths": 9, "laterDeaths": later("2022-04-01", "未计入")}) == ["较大", "较大"]
	graded({"deaths": 9, "laterDeaths": later(null, "未计入")}) == ["较大", "重大"]
}

test_a_missing_person_found_dead_is_not_counted_twice if {
	missing := {"deaths": 8, "missing": 1, "missingSince": "2022-03-01"}
	graded(object.union(missing, {"laterDeaths": later("2022-03-20", "失踪")})) == ["较大", "较大"]
	graded(object.union(missing, {"laterDeaths": later("2022-03-20", "未计入")})) == ["重大", "重大"]
	graded(object.union(missing, {"laterDeaths": later("2022-03-20", null)})) == ["较大", "重大"]
}

test_missing_after_a_fire_are_counted_after_seven_days if {
	fire := {"kind": "火灾", "deaths": 9, "missing": 1, "missingSince": "2022-03-01"}
	graded(object.union(fire, {"countedOn": "2022-03-09"})) == ["重大", "重大"]
	graded(object.union(fire, {"countedOn": "2022-03-08"})) == ["较大", "重大"]
}

test_with_the_first_day_counted_the_windows_end_one_day_earlier if {
	included := {"firstDay": "included"}
	a := a03.interval with input as {
		"facts": {"accident": object.union(accident, {"deaths": 9, "laterDeaths": later("2022-03-31", "未计入")})},
		"options": included,
	}
	a.least == "较大"
	b := a03.interval with input as {
		"facts": {"accident": object.union(accident, {"deaths": 9, "laterDeaths": later("2022-03-30", "未计入")})},
		"options": included,
	}
	b.least == "重大"
}

test_provisional_counts_wait_for_the_day_of_counting_and_not_for_a_reading if {
	notes := a03.notes with input as {"facts": {"accident": object.union(accident, {"countedOn": null})}}
	notes.counts_are_provisional == ["/accident/countedOn"]
}

# A reading is no fact that could still be found out.
test_what_keeps_the_counts_provisional_are_facts if {
	found := a03.notes.counts_are_provisional with input as {"facts": {"accident": {
		"occurredOn": "2022-03-01", "countedOn": "2022-03-15", "deaths": 3,
	}}}
	found == ["/accident/kind"]
}
