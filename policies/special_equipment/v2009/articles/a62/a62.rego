# METADATA
# title: 特种设备重大事故
package special_equipment.v2009.articles.a62

import data.logic
import data.special_equipment.v2009.grades

# METADATA
# title: 特种设备重大事故
# description: By the numbers (item 1) or by an event (the other items); `each` says by which.
# custom:
#   provision: special_equipment__art_62__para_1
#   modality: definition
#   class: M
#   quote: 有下列情形之一的，为重大事故：
#   questions: [grade]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(grades.exactly.major),
	grades.items_of("major", rego.metadata.rule().custom.provision),
)
