# METADATA
# title: 所问对象的身份
# description: What the role of the body or person asked about makes of it, for every instrument that speaks of 负责人.
package roles

import data.facts
import data.logic

# 负责人：主要负责人、分管负责人和其他负责人；不是负责人的人员和机关不是。
is_leader := logic.is_one_of(facts.subject.role, ["主要负责人", "分管安全生产工作的负责人", "其他负责人"])
