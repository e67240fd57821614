# METADATA
# title: 第六十七条 特种设备事故由谁调查
package special_equipment.v2009.articles.a67

import data.logic
import data.order_493.v2007.articles.a03
import data.order_493.v2007.investigation
import data.special_equipment.v2009.scale

# METADATA
# title: 特别重大特种设备事故的调查
# custom:
#   provision: special_equipment__art_67__para_1
#   modality: must
#   class: M
#   quote: 特别重大事故由国务院或者国务院授权有关部门组织事故调查组进行调查。
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := investigated("extraordinary", "国务院", "国务院或者国务院授权的有关部门")

# METADATA
# title: 重大特种设备事故的调查
# custom:
#   provision: special_equipment__art_67__para_2
#   modality: must
#   class: M
#   quote: 重大事故由国务院特种设备安全监督管理部门会同有关部门组织事故调查组进行调查。
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := investigated("major", "国务院", "国务院特种设备安全监督管理部门会同有关部门")

# METADATA
# title: 较大特种设备事故的调查
# custom:
#   provision: special_equipment__art_67__para_3
#   modality: must
#   class: M
#   quote: 较大事故由省、自治区、直辖市特种设备安全监督管理部门会同有关部门组织事故调查组进行调查。
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := investigated("larger", "省级", "省特种设备安全监督管理部门会同有关部门")

# METADATA
# title: 一般特种设备事故的调查
# custom:
#   provision: special_equipment__art_67__para_4
#   modality: must
#   class: M
#   quote: 一般事故由设区的市的特种设备安全监督管理部门会同有关部门组织事故调查组进行调查。
#   questions: [applicability]
findings[rego.metadata.rule().custom.provision] := investigated("general", "市级", "设区的市的特种设备安全监督管理部门会同有关部门")

# The higher of both scales is the grade; who investigated does not tell it.
investigated(grade, level, organ) := object.union(
	logic.norm(of_the_grade(grade), investigation.is_at_least(level)),
	named(grade, {"grade": investigation.names[grade], "level": level, "status": "named", "organ": organ}),
)

of_the_grade(grade) := logic.all_of([scale.is_chosen, a03.grades[grade]])

named(grade, investigator) := {} if of_the_grade(grade).is == false

else := {"investigators": [investigator]}
