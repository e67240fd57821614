# METADATA
# title: 领导干部规定所列的形式
# description: The forms of art. 19, by name, with the provision that lists each.
package leaders_safety.v2018.forms

names := ["通报", "诫勉", "停职检查", "调整职务", "责令辞职", "降职", "免职", "处分"]

listed[name] := ["leaders_safety__art_19__para_1"] if some name in names
