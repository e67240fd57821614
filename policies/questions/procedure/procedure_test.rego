package test.questions_procedure

import data.questions.procedure

wrong_track(of_article_11, track) := found if {
	found := procedure.own_notes.wrong_track with input as {"facts": {"accountability": {"track": track}}}
		with data.hubei_joint_accountability.v2020.articles.a11.case_of_whom_is_asked as {"is": of_article_11, "on": []}
}

# 以上规定情形的责任追究，按照事故调查处理相关规定进行。
test_only_a_case_of_article_11_on_the_track_of_article_14_is_on_the_wrong_one if {
	wrong_track(true, "第十四条程序") == ["/accountability/track"]
	wrong_track(true, "事故调查处理") == []
	wrong_track(false, "第十四条程序") == []
	wrong_track(null, "第十四条程序") == []
}

test_filing_a_case_and_suspension_are_pointed_out_and_accountability_is_not if {
	kinds := ["立案", "问责", "暂停履行职务", "不予追究"]
	found := procedure.own_notes.suspension_is_not_accountability with input as {"facts": {"accountability": {"decisions": [{"kind": kind} | some kind in kinds]}}}
	found == ["/accountability/decisions/0", "/accountability/decisions/2"]
}

test_the_civil_code_is_named_where_a_last_day_was_counted if {
	counted := {"applies": {"is": true, "on": ["/appeal/basis"]}, "deadlines": [{"step": "申诉", "lastDay": "2022-03-01"}]}
	not_counted := {"applies": {"is": true, "on": ["/appeal/filed"]}, "deadlines": [{"step": "申诉"}]}
	found := procedure.own_notes.periods_by_civil_code with data.questions.found.procedure as {"a": counted, "b": not_counted}
	found == ["/appeal/basis"]
}
