# METADATA
# title: 第七十六条 公务回避
# description: |
#   The grounds for a civil servant's recusal. An inquiry into a relative touches that relative's interests. The kinships
#   of art. 74(1): spouses, direct blood relatives, collateral blood relatives within three generations, close relatives
#   by marriage.
package civil_servant_law.v2018.articles.a76

import data.facts
import data.logic
import data.public_official_sanctions.v2020.articles.a47

kinships := ["配偶", "父母、子女", "同胞兄弟姐妹", "其他直系血亲", "其他三代以内旁系血亲", "近姻亲"]

own_interest(i) := logic.given(facts.procedure_investigators[i].hasInterest)

interest_of_kin(i) := logic.any_of([
	logic.is_one_of(facts.procedure_investigators[i].relation, kinships),
	logic.given(facts.procedure_investigators[i].relativeHasInterest),
])

other_circumstance(i) := logic.given(facts.procedure_investigators[i].mayAffectFairness)

ground(i) := logic.any_of([own_interest(i), interest_of_kin(i), other_circumstance(i)])

# METADATA
# title: 公务员执行公务应当回避
# custom:
#   provision: civil_servant_law__art_76__para_1
#   modality: must
#   class: chapeau
#   human: [/procedure/investigators]
#   quote: 公务员执行公务时，有下列情形之一的，应当回避：
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := a47.recusal([ground(i) | some i, _ in facts.procedure_investigators])

# METADATA
# title: 本人利害关系
# custom:
#   provision: civil_servant_law__art_76__para_1__item_1
#   modality: must
#   class: M
#   quote: 涉及本人利害关系的；
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := a47.recusal([own_interest(i) | some i, _ in facts.procedure_investigators])

# METADATA
# title: 亲属的利害关系
# custom:
#   provision: civil_servant_law__art_76__para_1__item_2
#   modality: must
#   class: M
#   quote: 涉及与本人有本法第七十四条第一款所列亲属关系人员的利害关系的；
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := a47.recusal([interest_of_kin(i) | some i, _ in facts.procedure_investigators])

# METADATA
# title: 其他可能影响公正的情形
# custom:
#   provision: civil_servant_law__art_76__para_1__item_3
#   modality: must
#   class: H
#   human: [/procedure/investigators]
#   quote: 其他可能影响公正执行公务的。
#   questions: [procedure]
findings[rego.metadata.rule().custom.provision] := a47.recusal([other_circumstance(i) | some i, _ in facts.procedure_investigators])
