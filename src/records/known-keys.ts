/**
 * Which public keys of a log count, and for which of its trees. Rotations tie keys together; whoever has stolen a key
 * that was replaced can still sign with it, so it counts for trees of before its replacement only.
 */
import { type Leaf, parseLeaf } from './leaf.ts';
import { hashLeaf, verifyInclusion } from './merkle.ts';
import { type Checkpoint, parseVerifier, type Verifier } from './note.ts';
import { inclusionProof } from './reading.ts';
import type { Store } from './store.ts';
import { type KnownKey, openCheckpoint } from './verify-record.ts';

/** A record of a rotation, with the checkpoint that covered it first. */
export interface KeptRotation {
  readonly keys: NonNullable<Leaf['keys']>;
  readonly index: number;
  readonly note: string;
  /** Whether the record is in the tree of that checkpoint. */
  isIn(checkpoint: Checkpoint): boolean;
}

/**
 * The keys that hang together with the trusted ones. Backwards the new key, which has always signed, vouches for the
 * old one; forwards the old one has to have signed too, so not where it was lost.
 */
export function withRotations(trusted: readonly Verifier[], rotations: readonly KeptRotation[]): readonly KnownKey[] {
  const known = new Map<string, KnownKey>(trusted.map((key) => [key.text, key]));
  // From the earliest, again after each that counts: what ends a key is known before what the key signed later.
  let waiting = rotations.toSorted((a, b) => a.index - b.index);
  for (;;) {
    const next = waiting.find((rotation) => vouching(rotation, known) !== undefined);
    const to = next === undefined ? undefined : vouching(next, known);
    if (next === undefined || to === undefined) return [...known.values()];
    waiting = waiting.filter((rotation) => rotation !== next);
    const { from, lost } = next.keys;
    known.set(to.text, to);
    const old = known.get(from) ?? parseVerifier(from);
    if (old === undefined) continue;
    // Where a rotation was cut short the old key signed on until the next one.
    const lastSize = Math.max((old as KnownKey).lastSize ?? 0, next.index);
    known.set(from, { ...old, lastSize, isLost: lost });
  }
}

/** The new key of a rotation, where the known keys say that it is one. */
function vouching(rotation: KeptRotation, known: ReadonlyMap<string, KnownKey>): KnownKey | undefined {
  const { from, to, lost } = rotation.keys;
  const signs = (key: KnownKey | undefined) => {
    const checkpoint = key === undefined ? undefined : openCheckpoint(rotation.note, [key]);
    return checkpoint !== undefined && rotation.isIn(checkpoint);
  };
  const trusted = known.get(to);
  if (signs(trusted)) return trusted;
  const fresh = parseVerifier(to);
  return !lost && signs(known.get(from)) && signs(fresh) ? fresh : undefined;
}

/** All keys of a log: the one that signs now, and those that its records tie to it. */
export async function keysOf(store: Store, trusted: readonly Verifier[]): Promise<readonly KnownKey[]> {
  const rows = await store.database
    .selectFrom('records')
    .innerJoin('checkpoints', 'checkpoints.size', 'records.size')
    .select(['records.idx as index', 'records.leaf', 'checkpoints.size', 'checkpoints.note'])
    .where('records.kind', '=', 'key_rotation')
    .where('records.idx', '>=', 0)
    .execute();
  const rotations: KeptRotation[] = [];
  for (const { index, leaf, size, note } of rows) {
    const { keys } = parseLeaf(leaf) ?? {};
    if (keys === undefined) continue;
    const proof = await inclusionProof(store, index, size);
    const isIn = (checkpoint: Checkpoint) =>
      checkpoint.size === size &&
      verifyInclusion({ index, size, leafHash: hashLeaf(leaf), proof, root: checkpoint.root });
    rotations.push({ keys, index, note, isIn });
  }
  return withRotations(trusted, rotations);
}

/** The keys in the form of auditors; not those that were lost or stolen, which nobody should begin to trust. */
export function textOfKeys(keys: readonly KnownKey[]): string {
  return keys
    .filter(({ isLost = false }) => !isLost)
    .map(({ text }) => `${text}\n`)
    .join('');
}
