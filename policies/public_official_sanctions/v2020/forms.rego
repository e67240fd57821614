# METADATA
# title: 政务处分的种类和其他措施
# description: The kinds of sanction of art. 7 and the measures of art. 12, by name, with the provision that lists each.
package public_official_sanctions.v2020.forms

kinds := ["警告", "记过", "记大过", "降级", "撤职", "开除"]

measures := ["谈话提醒", "批评教育", "责令检查", "诫勉"]

listed[name] := ["public_official_sanctions__art_7__para_1"] if some name in array.concat(kinds, ["政务处分"])

listed[name] := ["public_official_sanctions__art_12__para_1"] if some name in measures
