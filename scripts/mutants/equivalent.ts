/**
 * Survivors that change nothing that could be told: `path operator change` → the proof that no input gets another answer. A proof
 * for a mutant that is killed, or is not made any more, is refused.
 */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  // Two neighbouring blocks whose whole rule is `evaluated` of the unit that they cite: exchanged, the two write the
  // same two findings, f(a) under a and f(b) under b, in the other order, and an object has no order. Title and quote
  // of an answer come from the catalogue, where each block would then stand with the other's sentence: policies/checks
  // refuses both ("the quote is not a whole sentence or clause of …").
  'policies/hubei_joint_accountability/v2020/articles/a05/a05.rego 引用 art_5__para_1__item_6__s1 ↔ art_5__para_1__item_6__s2':
    '两句的规则都只是对所引条款的评价：互换引用后，仍是每一句各得自己的评价，第六项仍由这两句组成，答复相同；引文与所引的句不符，policies/checks 拒绝。',
  'policies/hubei_joint_accountability/v2020/articles/a06/a06.rego 引用 art_6__para_1__item_1 ↔ art_6__para_1__item_8':
    '两项都只有一句，规则都只是对所引条款的评价：互换引用后，仍是每一项各得自己的评价，答复相同；引文与所引的项不符，policies/checks 拒绝。',
  'policies/hubei_joint_accountability/v2020/articles/a06/safety_committee.rego 引用 art_6__para_1__item_4__s1 ↔ art_6__para_1__item_4__s2':
    '两句的规则都只是对所引条款的评价：互换引用后，仍是每一句各得自己的评价，第四项仍由各句组成，答复相同；引文与所引的句不符，policies/checks 拒绝。',
};
