# METADATA
# title: 政务处分的种类和其他措施
# description: The kinds of sanction of art. 7 and the measures of art. 12, by name, with the provision that lists each.
package public_official_sanctions.v2020.forms

kinds := ["警告", "记过", "记大过", "降级", "撤职", "开除"]

measures := ["谈话提醒", "批评教育", "责令检查", "诫勉"]

# What the kinds are called in use: 政务记过 where the supervisory organ gives it, 行政记过 or 记过处分 where the organ itself does.
names_of(some_kinds) := [concat("", [prefix, kind, suffix]) |
	some prefix in ["", "政务", "行政"]
	some kind in some_kinds
	some suffix in ["", "处分"]
]

sanctions := array.concat(names_of(kinds), ["政务处分"])

listed[name] := ["public_official_sanctions__art_7__para_1"] if some name in sanctions

listed[name] := ["public_official_sanctions__art_12__para_1"] if some name in measures
