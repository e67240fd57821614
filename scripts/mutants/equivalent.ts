/**
 * Survivors that change nothing that could be told: the key of a mutant (path, provision, operator, change, and which
 * time it occurs) → the proof that no input gets another answer. A proof for a mutant that is killed, or is not made any
 * more, is refused.
 */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  'policies/calendar/calendar.rego 界限±1 2 → 3（第 3 处）':
    '日期都是 YYYY-MM-DD 十个字符（facts 的契约），从第八个字符起只剩两个：取两个和取三个相同。',
  'policies/logic/logic.rego 界限±1 2 → 1': '只有一个依据时排序和去重都不改变它：排不排序，结果相同。',
  'policies/hubei_joint_accountability/v2020/identity.rego 漏条件 漏掉 are_placed(a, b)':
    '只省比较：没有代码、机关种类和编号的机关没有 only，不会因一地只有一个而相同；名称相同的，is_same 的第一条已经成立。',
  'policies/questions/collect.rego 漏条件 漏掉 count(paths) > 0':
    '只是少排几个条款的序：没有待查事实的条款，对任何 p 都没有 waiting[eid][p]，仍然不在 decides 里。',
  'policies/questions/collect.rego 比较 > → >=':
    '同上：多出来的是没有待查事实的条款，对任何 p 都没有 waiting[eid][p]，仍然不在 decides 里。',
  'policies/hubei_joint_accountability/v2020/articles/a03/a03.rego art_3__para_4 漏条件 漏掉 identity.is_told_without_name(first_as_named[name])':
    '只是少比较几次：没有编号、又不是本地唯一的机关，只有名称相同才是同一机关（is_same）；清单的机关只有一个名称，名称相同的都在 named[name] 里，其中没有尽职的已使 performed_as_named[name] 为假，到不了这一条。',
  'policies/hubei_joint_accountability/v2020/exemption_conflicts.rego 漏条件 漏掉 key != null':
    '只省比较：多出来的是都没有编号（或者 only）的两个机关；is_same 的三条各要求名称、编号或者 only 相同而且不是 null，成立的已有共同的键，不成立的下一行排除。',
  'policies/questions/collect.rego 漏条件 漏掉 finding[part]':
    '只省组数组：三项都没有的，三个推导式都是空的，相连仍是 else 的 []；推导式里没有 part。',
  'policies/questions/collect.rego 漏条件 漏掉 not texts[name]':
    '只省合并：texts 替换的是 findings 和 notes；explained 的每一条包括原来的全部成员和值，notes 的每个编号原来是数组，object.union 取右边的，两边编号相同（policies/notes 有每个编号的文字）。',
  'policies/hubei_joint_accountability/v2020/register.rego 漏条件 漏掉 code != null':
    '多出来的 null 只数 of_no_prefecture 已经数的：市（州）不明的待查，其余的不算（不明的编号对任何一个都不相等）；待查的不使 two_in 成立，counted 因此也不变。',
  'policies/hubei_joint_accountability/v2020/articles/a13/a13.rego art_13__para_1__item_2 机关和用语 "prefecture" → "province"（第 8 处）':
    'within 不认得 province，只使原来为真的成为待查，改列所问对象一地的；原来为真的，两者同属一个市（州），所列相同，省一级的先已为真。',
};
