/**
 * Eighty rules in the shape of clauses of a regulation, not its law: thresholds, kinds and findings that must all hold,
 * often with a pair of which one suffices. Every engine gets them in its own notation.
 */

export type Facts = Readonly<Record<string, number | string | boolean>>;

export type Condition =
  | { readonly fact: string; readonly atLeast: number }
  | { readonly fact: string; readonly oneOf: readonly string[] }
  | { readonly fact: string; readonly is: boolean };

export interface Rule {
  readonly id: string;
  readonly all: readonly Condition[];
  /** One of them suffices; none if empty. */
  readonly any: readonly Condition[];
}

const RULES = 80;
const NUMBERS = { deaths: 40, injuries: 120, lossYuan: 200_000_000 } as const;
const KINDS = ['mine', 'construction', 'traffic', 'fire', 'chemistry'] as const;
const FINDINGS = Array.from({ length: 24 }, (_, i) => `finding_${i + 1}`);

/** mulberry32: the same numbers in every process. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(random: () => number, of: readonly T[]) => of[Math.floor(random() * of.length)] as T;

/** Every fact once, none unknown: yes and no are all that the peers can say. */
export function factsOf(seed: number): Facts {
  const random = randomOf(seed);
  return {
    ...Object.fromEntries(Object.entries(NUMBERS).map(([name, most]) => [name, Math.floor(random() * most)])),
    kind: pick(random, KINDS),
    ...Object.fromEntries(FINDINGS.map((name) => [name, random() < 0.7])),
  };
}

export const rules: readonly Rule[] = (() => {
  const random = randomOf(1);
  const names = [...Object.keys(NUMBERS), 'kind', ...FINDINGS];
  const condition = (fact: string): Condition => {
    if (fact === 'kind') return { fact, oneOf: KINDS.filter(() => random() < 0.7) };
    const most = NUMBERS[fact as keyof typeof NUMBERS];
    if (most !== undefined) return { fact, atLeast: Math.floor(most * random() * 0.5) };
    return { fact, is: random() < 0.85 };
  };
  const some = (count: number) => [...names].sort(() => random() - 0.5).slice(0, count);
  return Array.from({ length: RULES }, (_, i) => {
    const facts = some(4);
    return {
      id: `rule_${i + 1}`,
      all: facts.slice(0, 2).map(condition),
      any: i % 2 === 0 ? facts.slice(2).map(condition) : [],
    };
  });
})();

function holds(condition: Condition, facts: Facts): boolean {
  const value = facts[condition.fact];
  if ('atLeast' in condition) return (value as number) >= condition.atLeast;
  if ('oneOf' in condition) return condition.oneOf.includes(value as string);
  return value === condition.is;
}

/** What every engine has to answer: the rules that hold, sorted. */
export function expected(facts: Facts): readonly string[] {
  return rules
    .filter(
      ({ all, any }) => all.every((c) => holds(c, facts)) && (any.length === 0 || any.some((c) => holds(c, facts))),
    )
    .map(({ id }) => id)
    .sort();
}

/**
 * The rules over the project's own three-valued logic: each tells why, and what is missing. As in its policies, a
 * condition that several rules rest on has a name, so that it is evaluated once. The rules are one table, as zen gets
 * them: a rule of its own for each row would be remembered for a second use that never comes.
 */
export function asRego(): string {
  const leaf = (fact: string) => `{"fact": "/${fact}", "value": object.get(input, "${fact}", null)}`;
  const value = (condition: Condition) => {
    if ('atLeast' in condition) return `logic.at_least(${condition.fact}, ${condition.atLeast})`;
    if ('oneOf' in condition) return `logic.is_one_of(facts.${condition.fact}, ${JSON.stringify(condition.oneOf)})`;
    const given = `logic.given(facts.${condition.fact})`;
    return condition.is ? given : `logic.negate(${given})`;
  };
  const names = new Map<string, string>();
  const named = (condition: Condition) => {
    const text = value(condition);
    if (!names.has(text)) names.set(text, `condition_${names.size + 1}`);
    return names.get(text) as string;
  };
  const clause = ({ id, all, any }: Rule) => {
    const alternatives = any.length === 0 ? [] : [`logic.any_of([${any.map(named).join(', ')}])`];
    const applies = `logic.all_of([${[...all.map(named), ...alternatives].join(', ')}])`;
    return `"${id}": logic.tidy(${applies})`;
  };
  const clauses = rules.map(clause).join(',\n\t');
  const conditions = [...names].map(([text, name]) => `${name} := ${text}`).join('\n\n');
  return `package peers

import data.logic

facts := {${['kind', ...FINDINGS].map((name) => `"${name}": ${leaf(name)}`).join(', ')}}

number(name) := {"low": v, "high": v, "known": [$"/{name}"], "bound": [], "missing": []} if {
	v := input[name]
} else := {"low": 0, "high": null, "known": [], "bound": [], "missing": [$"/{name}"]}

${Object.keys(NUMBERS)
  .map((name) => `${name} := number("${name}")`)
  .join('\n\n')}

${conditions}

# METADATA
# entrypoint: true
answer := {
	${clauses},
}
`;
}

/** The rules as JSON Decision Model: a table of eighty rows, or eighty expressions. */
export function asDecisionModel(form: 'table' | 'expressions'): object {
  const unary = (condition: Condition) => {
    if ('atLeast' in condition) return `>= ${condition.atLeast}`;
    if ('oneOf' in condition) return condition.oneOf.map((kind) => `"${kind}"`).join(', ');
    return String(condition.is);
  };
  const full = (condition: Condition) => {
    if ('atLeast' in condition) return `${condition.fact} >= ${condition.atLeast}`;
    if ('oneOf' in condition) return `${condition.fact} in [${condition.oneOf.map((kind) => `"${kind}"`).join(', ')}]`;
    return `${condition.fact} == ${condition.is}`;
  };
  const names = [...Object.keys(NUMBERS), 'kind', ...FINDINGS];
  const table = {
    hitPolicy: 'collect',
    inputs: [...names.map((name) => ({ id: name, name, field: name })), { id: 'any', name: 'any' }],
    outputs: [{ id: 'rule', name: 'rule', field: 'rule' }],
    rules: rules.map(({ id, all, any }) => ({
      _id: id,
      ...Object.fromEntries(names.map((name) => [name, ''])),
      ...Object.fromEntries(all.map((condition) => [condition.fact, unary(condition)])),
      any: any.map(full).join(' or '),
      rule: `"${id}"`,
    })),
  };
  const expressions = {
    expressions: rules.map(({ id, all, any }) => ({
      id,
      key: id,
      value: [...all.map(full), ...(any.length === 0 ? [] : [`(${any.map(full).join(' or ')})`])].join(' and '),
    })),
  };
  const node = (id: string, type: string, content?: object) => ({
    id,
    name: id,
    type,
    position: { x: 0, y: 0 },
    ...(content === undefined ? {} : { content }),
  });
  const rulesNode =
    form === 'table' ? node('rules', 'decisionTableNode', table) : node('rules', 'expressionNode', expressions);
  return {
    nodes: [node('request', 'inputNode'), rulesNode, node('response', 'outputNode')],
    edges: [
      { id: '1', type: 'edge', sourceId: 'request', targetId: 'rules' },
      { id: '2', type: 'edge', sourceId: 'rules', targetId: 'response' },
    ],
  };
}

/** The rules as json-rules-engine takes them. */
export function asJsonRules(): readonly object[] {
  const one = (condition: Condition) => {
    const { fact } = condition;
    if ('atLeast' in condition) return { fact, operator: 'greaterThanInclusive', value: condition.atLeast };
    if ('oneOf' in condition) return { fact, operator: 'in', value: condition.oneOf };
    return { fact, operator: 'equal', value: condition.is };
  };
  return rules.map(({ id, all, any }) => ({
    conditions: { all: [...all.map(one), ...(any.length === 0 ? [] : [{ any: any.map(one) }])] },
    event: { type: id },
  }));
}
