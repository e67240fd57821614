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
