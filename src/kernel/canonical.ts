/** RFC 8785: the one text of a value, which digests, commitments and comparisons are of. */
import { configure } from 'safe-stable-stringify';

// Names in the order of their code units, numbers and strings as JavaScript writes them: what the RFC asks for, in less
// than half the time of its author's `canonicalize`, with which the tests compare it. A lone surrogate is not I-JSON and
// is refused where a request is read.
const stringify = configure({ bigint: false, circularValue: Error, strict: true });

/** @throws for what is no JSON value, such as a number without end */
export function canonical(value: unknown): string {
  return stringify(value) as string;
}

const encoder = new TextEncoder();

export function canonicalBytes(value: unknown): Uint8Array {
  return encoder.encode(canonical(value));
}

/** A member of an object, with its name and value in canonical form: UTF-8, which text would become for each digest. */
export type Member = readonly [name: string, bytes: Uint8Array];

/** @param text of the value, in canonical form */
export function memberOf(name: string, text: string): Member {
  return [name, Buffer.from(`${JSON.stringify(name)}:${text}`)];
}

/** The members of an object, written once for all objects that have them. */
export function membersOf(value: object): readonly Member[] {
  return Object.entries(value).map(([name, member]) => memberOf(name, canonical(member)));
}

const [OPEN, COMMA, CLOSE] = [Buffer.from('{'), Buffer.from(','), Buffer.from('}')];

/** The RFC sorts names by their UTF-16 code units, as JavaScript does. */
const inOrder = (members: readonly Member[]) => [...members].sort(([a], [b]) => (a < b ? -1 : 1));

/** The object of these members. */
export function objectOf(members: readonly Member[]): Uint8Array {
  const all = inOrder(members).flatMap(([, bytes], at) => (at === 0 ? [bytes] : [COMMA, bytes]));
  return Buffer.concat([OPEN, ...all, CLOSE]);
}

/**
 * Gives the object of these members and one more, for any value of that one; the others are joined once.
 *
 * @param name that none of them has
 */
export function objectWith(members: readonly Member[], name: string): (more: Member) => Uint8Array {
  const sorted = inOrder(members);
  const before = sorted.filter(([other]) => other < name).flatMap(([, bytes]) => [bytes, COMMA]);
  const after = sorted.filter(([other]) => other > name).flatMap(([, bytes]) => [COMMA, bytes]);
  const [start, end] = [Buffer.concat([OPEN, ...before]), Buffer.concat([...after, CLOSE])];
  return ([, bytes]) => Buffer.concat([start, bytes, end]);
}

type Values = Readonly<Record<string, unknown>>;

/** How objects with the same names are written: the text before each value that is their own, and after the last. */
interface Plan {
  readonly own: readonly { readonly name: string; readonly before: string }[];
  readonly end: string;
}

function planOf(common: Values, names: readonly string[]): Plan {
  const own: { name: string; before: string }[] = [];
  let text = '';
  [...new Set([...Object.keys(common), ...names])].sort().forEach((name, at) => {
    text += `${at === 0 ? '{' : ','}${JSON.stringify(name)}:`;
    if (names.includes(name)) {
      own.push({ name, before: text });
      text = '';
    } else text += canonical(common[name]);
  });
  return { own, end: own.length === 0 && text === '' ? '{}' : `${text}}` };
}

/** Gives the canonical text of `{ ...common, ...own }` for any `own`; what is common is written once. */
export function writerWith(common: Values): (own: Values) => string {
  const plans = new Map<string, Plan>();
  return (own) => {
    const names = Object.keys(own);
    const key = JSON.stringify(names);
    let plan = plans.get(key);
    if (plan === undefined) {
      plan = planOf(common, names);
      plans.set(key, plan);
    }
    let text = '';
    for (const { name, before } of plan.own) text += before + canonical(own[name]);
    return text + plan.end;
  };
}

/** The canonical text of an object of these texts. */
export function objectOfTexts(texts: Readonly<Record<string, string>>): string {
  const members = Object.keys(texts).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${texts[name]}`).join(',')}}`;
}
