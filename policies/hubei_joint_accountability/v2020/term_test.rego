package test.hubei_term

import data.hubei_joint_accountability.v2020.term

misses(subject, act) := found if {
	found := [term.began_after_the_act, term.ended_before_the_act] with input as {"facts": {"subject": subject, "act": act}}
}

day := {"on": "2022-05-10"}

weeks := {"from": "2022-03-01", "until": "2022-05-10"}

test_a_term_that_meets_a_day_of_the_act_does_not_miss_it if {
	every subject in [{}, {"termFrom": "2022-05-10"}, {"termUntil": "2022-05-10"}, {"termFrom": "2019-01-01", "termUntil": "2022-06-01"}] {
		misses(subject, day) == [false, false]
	}
	every subject in [{"termFrom": "2022-05-10"}, {"termUntil": "2022-03-01"}, {"termFrom": "2022-04-01", "termUntil": "2022-04-02"}] {
		misses(subject, weeks) == [false, false]
	}
}

test_a_term_misses_the_act_before_or_after_it if {
	every act in [day, weeks] {
		misses({"termFrom": "2022-05-11"}, act) == [true, false]
		misses({"termUntil": "2022-02-28"}, act) == [false, true]
	}
}

test_a_term_misses_no_act_of_no_day if {
	misses({"termFrom": "2022-05-11", "termUntil": "2022-02-28"}, {}) == [false, false]
	misses({"termUntil": "2022-02-28"}, {"until": "2022-05-10"}) == [false, false]
}
