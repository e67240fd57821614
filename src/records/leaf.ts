/** The leaf of a record: what the log binds for ever. It holds digests, codes and opaque references, no text. */
import type { Leaf } from '../contract/generated/types.ts';
import { validatorOf } from '../contract/validate.ts';
import { canonical } from '../kernel/canonical.ts';

export type { Leaf } from '../contract/generated/types.ts';

export type Kind = Leaf['kind'];

/** Who acted, and in which capacity. */
export interface Actor {
  readonly subject: string;
  readonly tenant: string;
  readonly role: string;
}

/** Nobody in particular: what the program itself records. */
export const SYSTEM: Actor = { subject: 'system', tenant: 'system', role: 'system' };

const SCHEMA = 'leaf.schema.json';

/**
 * Reads a leaf from the store or from a file.
 *
 * @returns `undefined` unless it is canonical JSON that fits the schema
 */
export function parseLeaf(bytes: Uint8Array): Leaf | undefined {
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
    if (canonical(value) !== text) return undefined;
  } catch {
    return undefined;
  }
  return validatorOf(SCHEMA)(value) === true ? (value as Leaf) : undefined;
}
