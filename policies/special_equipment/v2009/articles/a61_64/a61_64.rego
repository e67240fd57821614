# METADATA
# title: 第六十一条至第六十四条 特种设备事故等级
# description: The grades of special-equipment accidents, by the numbers (item 1 of each article) or by an event (the others).
package special_equipment.v2009.articles.a61_64

import data.special_equipment.v2009.grades

# METADATA
# title: 特种设备特别重大事故
# custom:
#   provision: special_equipment__art_61__para_1
#   modality: definition
#   class: M
#   quote: 有下列情形之一的，为特别重大事故：
#   questions: [grade]
findings[rego.metadata.rule().custom.provision] := grades.finding("extraordinary")

# METADATA
# title: 特种设备重大事故
# custom:
#   provision: special_equipment__art_62__para_1
#   modality: definition
#   class: M
#   quote: 有下列情形之一的，为重大事故：
#   questions: [grade]
findings[rego.metadata.rule().custom.provision] := grades.finding("major")

# METADATA
# title: 特种设备较大事故
# custom:
#   provision: special_equipment__art_63__para_1
#   modality: definition
#   class: M
#   quote: 有下列情形之一的，为较大事故：
#   questions: [grade]
findings[rego.metadata.rule().custom.provision] := grades.finding("larger")

# METADATA
# title: 特种设备一般事故
# custom:
#   provision: special_equipment__art_64__para_1
#   modality: definition
#   class: M
#   quote: 有下列情形之一的，为一般事故：
#   questions: [grade]
findings[rego.metadata.rule().custom.provision] := grades.finding("general")
