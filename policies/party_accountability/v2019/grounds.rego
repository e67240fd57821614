# METADATA
# title: 问责条例的从轻从重情形
# description: What arts. 12 and 13 of the measures import from the Party’s accountability regulations, by eId.
package party_accountability.v2019.grounds

import data.party_accountability.v2019.articles.a18
import data.party_accountability.v2019.articles.a19

lenient[eid] := a18.findings[eid].applies if {
	some eid in ["party_accountability__art_18__para_1__item_1", "party_accountability__art_18__para_1__item_2"]
}

severe[eid] := a19.findings[eid].applies if {
	some eid in ["party_accountability__art_19__para_1__item_1", "party_accountability__art_19__para_1__item_2"]
}
