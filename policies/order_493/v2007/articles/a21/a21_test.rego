package test.order_493_a21

import data.order_493.v2007.articles.a21

stated(place, seat) := found if {
	found := a21.seat_is_elsewhere with input as {"facts": {"accident": {"divisionCode": place, "unitDivisionCode": seat}}}
}

elsewhere(place, seat) := stated(place, seat).is

test_the_seat_is_elsewhere_where_both_codes_say_so if {
	elsewhere("420323", "410323") == true
	elsewhere("420323", "320323") == true
	elsewhere("420323", "421323") == true
	elsewhere("420323", "420523") == true
	elsewhere("420323", "420313") == true
	elsewhere("420323", "420324") == true
	elsewhere("420323103", "420323203") == false
	elsewhere("420323", "420323") == false
	elsewhere("429004", "429005") == true
	elsewhere("429004", "420300") == true
	elsewhere("420300", "420500") == true
	elsewhere("420300", "420523") == true
	elsewhere("420300", "420323") == null
	elsewhere("420000", "420323") == null
	elsewhere("420000", "420300") == null
	elsewhere("420323", null) == null
}

test_it_is_the_same_from_the_other_side if {
	elsewhere("410323", "420323") == true
	elsewhere("320323", "420323") == true
	elsewhere("421323", "420323") == true
	elsewhere("420523", "420323") == true
	elsewhere("420313", "420323") == true
	elsewhere("420324", "420323") == true
	elsewhere("420323203", "420323103") == false
	elsewhere("420323", "420323") == false
	elsewhere("429005", "429004") == true
	elsewhere("420300", "429004") == true
	elsewhere("420500", "420300") == true
	elsewhere("420523", "420300") == true
	elsewhere("420323", "420300") == null
	elsewhere("420323", "420000") == null
	elsewhere("420300", "420000") == null
	elsewhere(null, "420323") == null
}

test_the_code_that_stops_short_is_what_is_missing if {
	stated("420300", "420323").on == ["/accident/divisionCode"]
	stated("420323", null).on == ["/accident/unitDivisionCode"]
}
