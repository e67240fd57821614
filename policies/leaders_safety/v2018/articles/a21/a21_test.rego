package test.leaders_safety_a21

import data.leaders_safety.v2018.articles.a21

enlarged(occurred) := found if {
	found := a21.loss_enlarged with input as {"facts": {
		"accident": {"occurred": occurred},
		"personal": {"lossEnlarged": {
			"value": true,
			"evaluator": {"organ": "十堰市安全生产委员会办公室", "post": "主任", "reference": "E-1"},
			"on": "2022-06-15",
			"evidence": [{"number": "评价意见（案例假定）"}],
		}},
	}}
}

test_the_loss_of_an_accident_that_did_not_happen_did_not_grow if {
	enlarged(false) == {"is": false, "on": ["/accident/occurred"]}
	[enlarged(occurred).is | some occurred in [true, null]] == [true, true]
}
