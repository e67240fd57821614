package test.hubei_term

import data.hubei_joint_accountability.v2020.term

reaches(role, subject, act) := found if {
	found := term.reaches_the_act with input as {"facts": {"subject": object.union({"role": role}, subject), "act": act}}
}

day := {"on": "2022-05-10"}

weeks := {"from": "2022-03-01", "until": "2022-05-10"}

head := "主要负责人"

# 其主要负责人
test_a_term_that_meets_a_day_of_the_act_reaches_it if {
	every term in [{}, {"termFrom": "2022-05-10"}, {"termUntil": "2022-05-10"}, {"termFrom": "2019-01-01", "termUntil": "2022-06-01"}] {
		reaches(head, term, day).is == true
	}
	every term in [{"termFrom": "2022-05-10"}, {"termUntil": "2022-03-01"}, {"termFrom": "2022-04-01", "termUntil": "2022-04-02"}] {
		reaches(head, term, weeks).is == true
	}
}

test_a_term_that_misses_the_act_leaves_open_whether_its_head_is_meant if {
	every act in [day, weeks] {
		reaches(head, {"termFrom": "2022-05-11"}, act) == {"is": null, "on": ["/factors/time"]}
		reaches(head, {"termUntil": "2022-02-28"}, act) == {"is": null, "on": ["/factors/time"]}
	}
}

test_a_term_says_nothing_of_an_organ_nor_of_an_act_of_no_day if {
	reaches("机关", {"termFrom": "2022-05-11"}, day).is == true
	reaches(head, {"termFrom": "2022-05-11"}, {}).is == true
	reaches(head, {"termUntil": "2022-02-28"}, {"until": "2022-05-10"}).is == true
}
