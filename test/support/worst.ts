/** The largest facts that the contract admits, made from its schemas: whatever list is added to them is filled too. */

import { checkAgreement } from '../../src/contract/agreement.ts';
import { type Located, resolved, rootOf, type Schema } from '../../src/contract/schemas.ts';
import { validate } from '../../src/contract/validate.ts';

type Json = Readonly<Record<string, unknown>>;

/** A list of the facts: `/register/accidents`. */
export interface List {
  readonly group: string;
  readonly name: string;
  readonly maxItems: number;
}

const facts = rootOf('facts.schema.json');

/** Every list directly in a group of facts. */
export function listsOfFacts(): readonly List[] {
  return Object.entries(facts.schema.properties ?? {}).flatMap(([group, property]) => {
    const { home, schema } = resolved({ home: facts.home, schema: property });
    return Object.entries(schema.properties ?? {}).flatMap(([name, leaf]) => {
      const { maxItems } = resolved({ home, schema: leaf }).schema;
      return maxItems === undefined ? [] : [{ group, name, maxItems }];
    });
  });
}

/**
 * Valid facts with every group filled, and of the chosen lists as many items as asked; of the others one.
 *
 * @param items  how many items, by the path of the list
 * @param groups which groups of facts; all if absent
 * @throws when the contract has something that this does not know how to fill
 */
export function filled(items: Readonly<Record<string, number>>, groups?: readonly string[]): Json {
  const names = colliding();
  const next = () => names.next().value as string;
  const all = sample(facts, '', (path) => items[path] ?? 1, next) as Json;
  const value = Object.fromEntries(Object.entries(all).filter(([group]) => groups?.includes(group) ?? true));
  const wrong = [...validate('facts.schema.json', value), ...checkAgreement(value)];
  if (wrong.length > 0) throw new Error(`not valid: ${JSON.stringify(wrong.slice(0, 3))}`);
  return value;
}

function sample(
  { home, schema, definition }: Located,
  path: string,
  count: (path: string) => number,
  name: () => string,
): unknown {
  if (schema.enum !== undefined) return schema.enum.find((value) => value !== null && value !== false);
  const types = [schema.type ?? []].flat();
  if (types.includes('object'))
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, property]) => [
        key,
        sample(resolved({ home, schema: property }), `${path}/${key}`, count, name),
      ]),
    );
  if (types.includes('array')) {
    const items = resolved({ home, schema: schema.items as Schema });
    const length = Math.min(schema.maxItems ?? 1, Math.max(schema.minItems ?? 0, count(path)));
    return Array.from({ length }, () => sample(items, `${path}/*`, count, name));
  }
  if (types.includes('boolean')) return true;
  // The year in which the sampled days lie.
  if (types.includes('integer') && path.endsWith('/year')) return 2021;
  // The seriously injured and the poisoned.
  if (types.includes('integer') && path.endsWith('/injuredTotal')) return 6;
  if (types.includes('integer')) return Math.max(schema.minimum ?? 0, Math.min(3, schema.maximum ?? 3));
  if (schema.format === 'date') return '2021-06-01';
  if (definition === 'DivisionCode') return '420303003';
  const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, 'u');
  const candidates = [
    name(),
    'sha256:'.padEnd(71, 'a'),
    'a'.repeat(64),
    '420303',
    'art_5__para_1__item_3',
    'a',
    '2021-06-01',
  ];
  return candidates.find(
    (text) =>
      text.length >= (schema.minLength ?? 0) &&
      text.length <= (schema.maxLength ?? 1e9) &&
      (pattern?.test(text) ?? true),
  );
}

/**
 * The largest number of items for which something still holds.
 *
 * @param holds of 0 items, and of fewer whenever of more
 */
export function most(limit: number, holds: (items: number) => boolean): number {
  let [low, high] = [0, limit];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The worst body that still fits: every list filled in the same proportion. */
export function worstWithin(bytes: number): Json {
  const lists = listsOfFacts();
  const thousandths = most(1000, (share) => JSON.stringify(scaled(lists, share)).length <= bytes);
  return scaled(lists, thousandths);
}

function scaled(lists: readonly List[], thousandths: number): Json {
  const items = lists.map(({ group, name, maxItems }) => [
    `/${group}/${name}`,
    Math.ceil((maxItems * thousandths) / 1000),
  ]);
  return filled(Object.fromEntries(items));
}

const texts: string[] = [];
let tried = 0;

/** Texts with the same low bits of OPA's FNV-1a hash: in a table of up to 4,096 places all of them share one. */
function* colliding(): Generator<string> {
  for (let i = 0; ; i += 1) {
    while (texts.length <= i) {
      const text = tried.toString(36);
      tried += 1;
      let hash = 0x811c9dc5;
      for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      if ((hash & 0xfff) === 0) texts.push(text);
    }
    yield texts[i] as string;
  }
}
