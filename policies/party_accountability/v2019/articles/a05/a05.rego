# METADATA
# title: 第五条 问责对象
package party_accountability.v2019.articles.a05

import data.logic
import data.party_accountability.v2019.whom

# METADATA
# title: 问责对象
# description: A body of government is reached only as a Party organisation (党组), a person only as a leading cadre of the Party.
# custom:
#   provision: party_accountability__art_5__para_1
#   modality: scope
#   class: X
#   gist: 问责对象是党组织和党的领导干部，重点是党委（党组）、党的工作机关及其领导成员，纪委和纪委派驻（派出）机构及其领导成员
#   questions: [accountability]
findings[rego.metadata.rule().custom.provision] := logic.finding(whom.is_accountable)
