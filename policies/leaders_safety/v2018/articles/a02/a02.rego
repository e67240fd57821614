# METADATA
# title: 第二条 适用范围
package leaders_safety.v2018.articles.a02

import data.leaders_safety.v2018.whom
import data.logic

# METADATA
# title: 领导班子成员
# custom:
#   provision: leaders_safety__art_2__para_1
#   modality: scope
#   class: M
#   quote: 本规定适用于县级以上地方各级党委和政府领导班子成员（以下统称地方党政领导干部）。
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := logic.finding(whom.in_a_leading_group)

# METADATA
# title: 参照执行的领导干部
# custom:
#   provision: leaders_safety__art_2__para_2
#   modality: scope
#   class: M
#   quote: 县级以上地方各级党委工作机关、政府工作部门及相关机构领导干部，乡镇（街道）党政领导干部，各类开发区管理机构党政领导干部，参照本规定执行。
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := logic.finding(whom.by_reference)
