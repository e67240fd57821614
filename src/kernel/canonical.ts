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

/** The members of an object, written once for all objects that have them. */
export function membersOf(value: object): readonly Member[] {
  return Object.entries(value).map(([name, member]) => [
    name,
    Buffer.from(`${JSON.stringify(name)}:${canonical(member)}`),
  ]);
}

const [OPEN, COMMA, CLOSE] = [Buffer.from('{'), Buffer.from(','), Buffer.from('}')];

/** The object of these members. The RFC sorts names by their UTF-16 code units, as JavaScript does. */
export function objectOf(members: readonly Member[]): Uint8Array {
  const sorted = [...members].sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.concat([OPEN, ...sorted.flatMap(([, bytes], at) => (at === 0 ? [bytes] : [COMMA, bytes])), CLOSE]);
}
