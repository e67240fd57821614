# METADATA
# title: 特种设备一般事故
package special_equipment.v2009.articles.a64

import data.logic
import data.special_equipment.v2009.grades

# METADATA
# title: 特种设备一般事故
# description: By the numbers (item 1) or by an event (the other items); `each` says by which.
# custom:
#   provision: special_equipment__art_64__para_1
#   modality: definition
#   class: M
#   quote: 有下列情形之一的，为一般事故：
#   questions: [grade]
findings[rego.metadata.rule().custom.provision] := object.union(
	logic.finding(grades.exactly.general),
	grades.items_of("general", rego.metadata.rule().custom.provision),
)
