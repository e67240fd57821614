/**
 * What an unknown fact may turn out to be, one representative of each kind: both answers of a yes or no, every word of a
 * list of words, both sides of every boundary of a number or a day. The boundaries are the law's: its blocks declare them
 * (METADATA `boundaries`, `days`); none stands here.
 */
import { resolved, type Schema, schemaAt } from '../contract/schemas.ts';
import type { Catalogue } from '../engine/evaluator.ts';
import { isObject, textOf, valueAt, withValue } from './facts.ts';

export interface Completion {
  /** How the value reads: 是、0、较大 … */
  readonly text: string;
  /** The facts with this completion. */
  readonly facts: unknown;
  /** Distance from the given value, for numbers and days; 0 otherwise. */
  readonly distance: number;
}

/** Words that stand in for what a hypothetical evaluation does not have. Never recorded. */
const SUPPOSED = '假设';
const SUPPOSED_ON = '2000-01-01';

const FACTS = 'facts.schema.json';

/** What the days of the case are measured from besides its own facts: `/publication/not_after` and the like. */
export type Anchors = Readonly<Record<string, unknown>>;

/** @returns nothing where the kinds of value cannot be listed: a name, a place, a document */
export function completionsOf(
  catalogue: Catalogue,
  facts: unknown,
  pointer: string,
  anchors: Anchors = {},
): readonly Completion[] {
  const located = schemaAt(FACTS, pointer);
  if (located === undefined) return [];
  const { home, schema, definition } = located;
  const given = valueAt(facts, pointer);
  const simple = (value: unknown): Completion => ({
    text: textOf(isObject(value) ? value['value'] : value),
    facts: withValue(facts, pointer, value),
    distance: 0,
  });
  const differs = ({ facts: completed }: Completion) =>
    JSON.stringify(valueAt(completed, pointer)) !== JSON.stringify(given);
  if (definition === 'Evaluation' || definition === 'OfficialFinding')
    return [true, false]
      .filter((value) => value !== judgement(given))
      .map((value) => simple(supposed(definition, value)));
  if (schema.items !== undefined) return listCompletions(facts, pointer, home, schema.items);
  if (hasType(schema, 'boolean')) {
    const list = listOf(facts, pointer);
    return [true, false]
      .map((value) => simple(value))
      .filter(differs)
      .map((completion) =>
        list === undefined ? completion : { ...completion, facts: withEmptyList(completion.facts, list) },
      );
  }
  if (schema.enum !== undefined)
    return schema.enum
      .filter((value) => value !== null)
      .map(simple)
      .filter(differs);
  if (hasType(schema, 'integer')) return numbers(catalogue, facts, pointer, schema).filter(differs);
  if (schema.format === 'date') return days(catalogue, facts, pointer, anchors).filter(differs);
  return [];
}

const hasType = ({ type }: Schema, name: string) => type === name || (Array.isArray(type) && type.includes(name));

const judgement = (given: unknown) => (isObject(given) ? given['value'] : undefined);

function supposed(definition: string, value: boolean): unknown {
  const document = { number: SUPPOSED };
  return definition === 'Evaluation'
    ? { value, evaluator: { organ: SUPPOSED, post: SUPPOSED, reference: 'X' }, on: SUPPOSED_ON, evidence: [document] }
    : { value, organ: SUPPOSED, on: SUPPOSED_ON, document };
}

/** A list is completed as empty, or with one element whose words and judgements are each of what they may be. */
function listCompletions(facts: unknown, pointer: string, home: string, items: Schema): readonly Completion[] {
  const given = valueAt(facts, pointer);
  const before = Array.isArray(given) ? given : [];
  const complete = (list: readonly unknown[], text: string): Completion => {
    const filled = withValue(facts, pointer, list);
    const flag = completeFlagOf(pointer);
    return { text, facts: flag === undefined ? filled : withValue(filled, flag, true), distance: 0 };
  };
  const elements = elementsOf(home, items);
  return [
    complete(before, before.length === 0 ? '没有' : '没有其他的'),
    ...elements.map(({ element, text }) => complete([...before, element], text)),
  ];
}

/** `/performance/failures` has `/performance/complete` beside it, `/accountability/decisions` has `…/decisionsComplete`. */
function completeFlagOf(list: string): string | undefined {
  return [`${list}Complete`, `${list.slice(0, list.lastIndexOf('/'))}/complete`].find(
    (flag) => schemaAt(FACTS, flag) !== undefined,
  );
}

/** The list that a flag of completeness belongs to, where none was given. */
function listOf(facts: unknown, flag: string): string | undefined {
  const named = /^(.*)Complete$/.exec(flag)?.[1];
  const group = /^(\/[^/]+)\/complete$/.exec(flag)?.[1];
  const leaves = group === undefined ? {} : (schemaAt(FACTS, group)?.schema.properties ?? {});
  const list =
    named ??
    Object.keys(leaves)
      .map((leaf) => `${group}/${leaf}`)
      .find((leaf) => isList(leaf));
  return list !== undefined && isList(list) && !Array.isArray(valueAt(facts, list)) ? list : undefined;
}

const isList = (pointer: string) => schemaAt(FACTS, pointer)?.schema.items !== undefined;

const withEmptyList = (facts: unknown, list: string) => withValue(facts, list, []);

/** More elements than these are not tried: one word each of the leaves that decide. */
const MAX_ELEMENTS = 6;

function elementsOf(home: string, items: Schema): readonly { readonly element: unknown; readonly text: string }[] {
  const { home: at, schema } = resolved({ home, schema: items });
  const required: Record<string, unknown> = {};
  for (const name of schema.required ?? []) {
    const value = exampleOf(at, schema.properties?.[name]);
    if (value === undefined) return [];
    required[name] = value;
  }
  const variants = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    valuesOf(at, property).map((value) => ({
      element: { ...required, [name]: value },
      text: `有一项，${property.title ?? name}：${textOf(isObject(value) ? value['value'] : value)}`,
    })),
  );
  return variants.slice(0, MAX_ELEMENTS);
}

/** Every value of a leaf whose values can be listed. */
function valuesOf(home: string, property: Schema): readonly unknown[] {
  const { schema, definition } = resolved({ home, schema: property });
  if (definition === 'Evaluation' || definition === 'OfficialFinding')
    return [true, false].map((value) => supposed(definition, value));
  if (hasType(schema, 'boolean')) return [true, false];
  return (schema.enum ?? []).filter((value) => value !== null);
}

function exampleOf(home: string, property: Schema | undefined): unknown {
  if (property === undefined) return undefined;
  const listed = valuesOf(home, property);
  if (listed.length > 0) return listed[0];
  const { schema } = resolved({ home, schema: property });
  const [example] = schema.examples ?? [];
  if (example !== undefined) return example;
  if (schema.format === 'date') return SUPPOSED_ON;
  if (hasType(schema, 'integer')) return schema.minimum ?? 0;
  if (hasType(schema, 'string') && schema.pattern === undefined) return SUPPOSED;
  return undefined;
}

/**
 * Of an unknown number the least and both sides of every boundary; of a given one the nearest value on the other side of
 * each boundary. Within what the contract allows.
 */
function numbers(
  catalogue: Catalogue,
  facts: unknown,
  pointer: string,
  { minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: Schema,
): readonly Completion[] {
  const given = valueAt(facts, pointer);
  const bounds = catalogue.boundaries[pointer] ?? [];
  const candidates =
    typeof given === 'number'
      ? bounds.map((bound) => (bound > given ? bound : bound - 1))
      : [minimum, ...bounds.flatMap((bound) => [bound - 1, bound])];
  return [...new Set(candidates)]
    .filter((value) => value >= minimum && value <= maximum)
    .sort((a, b) => a - b)
    .map((value) => ({
      text: String(value),
      facts: withValue(facts, pointer, value),
      distance: typeof given === 'number' ? Math.abs(value - given) : 0,
    }));
}

const DAY_MS = 86_400_000;

/** The days of other facts that the law measures this one from, and both sides of each of its periods. */
function days(catalogue: Catalogue, facts: unknown, pointer: string, anchors: Anchors): readonly Completion[] {
  const given = valueAt(facts, pointer);
  const candidates = (catalogue.days[pointer] ?? []).flatMap(({ from, after }) => {
    const start = valueAt(facts, from) ?? valueAt(anchors, from);
    return typeof start === 'string'
      ? after.flatMap((offset) => [offset - 1, offset, offset + 1]).map((offset) => shifted(start, offset))
      : [];
  });
  return [...new Set(candidates)].sort().map((day) => ({
    text: day,
    facts: withValue(facts, pointer, day),
    distance: typeof given === 'string' ? Math.abs(Date.parse(day) - Date.parse(given)) / DAY_MS : 0,
  }));
}

function shifted(day: string, offset: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + offset * DAY_MS).toISOString().slice(0, 10);
}
