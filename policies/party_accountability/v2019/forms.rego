# METADATA
# title: 问责条例所列的形式
# description: The forms of art. 8, by name, with the provisions that list each.
package party_accountability.v2019.forms

listed := {
	"检查": ["party_accountability__art_8__para_1__item_1"],
	"通报": ["party_accountability__art_8__para_1__item_2", "party_accountability__art_8__para_2__item_1"],
	"改组": ["party_accountability__art_8__para_1__item_3"],
	"诫勉": ["party_accountability__art_8__para_2__item_2"],
	"组织调整": ["party_accountability__art_8__para_2__item_3"],
	"组织处理": ["party_accountability__art_8__para_2__item_3"],
	"停职检查": ["party_accountability__art_8__para_2__item_3"],
	"调整职务": ["party_accountability__art_8__para_2__item_3"],
	"责令辞职": ["party_accountability__art_8__para_2__item_3"],
	"免职": ["party_accountability__art_8__para_2__item_3"],
	"降职": ["party_accountability__art_8__para_2__item_3"],
	"纪律处分": ["party_accountability__art_8__para_2__item_4"],
}

# The Party’s disciplinary sanctions: kinds of 处分 (from memory), as they are called in use.
kinds := ["警告", "严重警告", "撤销党内职务", "留党察看", "开除党籍"]

discipline := array.concat(["纪律处分", "党纪处分", "党内处分", "党的纪律处分"], [concat("", [prefix, kind, suffix]) |
	some prefix in ["", "党内"]
	some kind in kinds
	some suffix in ["", "处分"]
])
