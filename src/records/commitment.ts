/**
 * Salted commitments: a leaf binds input and output without giving them away, and after both are erased with their
 * salts nothing of them can be guessed from these. The digest of the result, beside them in the leaf, has no salt: a
 * replay has to give it again. `(xxd -r -p <<< $salt; cat input.json) | sha256sum` checks one.
 */
import { getRandomValues } from 'node:crypto';
import { adjoined } from '../kernel/joined.ts';
import { sha256 } from '../kernel/sha256.ts';

const SALT_BYTES = 32;

export interface Committed {
  readonly salt: Uint8Array;
  /** Canonical JSON. */
  readonly bytes: Uint8Array;
}

/** SHA-256 over the salt and the bytes, 64 hex digits. The salt has a fixed length, so the two cannot be confused. */
export function commitmentTo({ salt, bytes }: Committed): string {
  return sha256(adjoined(salt, bytes));
}

/** The generator is asked for many salts at once: a call of its own for each costs more than the commitment. */
const SALTS = 128;

let salts = new Uint8Array();

export function freshSalt(): Uint8Array {
  if (salts.length === 0) salts = getRandomValues(new Uint8Array(SALTS * SALT_BYTES));
  const salt = salts.slice(0, SALT_BYTES);
  salts = salts.subarray(SALT_BYTES);
  return salt;
}
