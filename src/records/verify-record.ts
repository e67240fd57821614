/** Verification of one record as it was given out, without any store: what an auditor does on another machine. */
import type {
  Decision,
  DecisionRecord,
  Receipt,
  Recorded,
  Verification,
  VerificationCheck,
} from '../contract/generated/types.ts';
import { canonical, canonicalBytes } from '../kernel/canonical.ts';
import { sha256 } from '../kernel/sha256.ts';
import { commitmentTo } from './commitment.ts';
import { type Leaf, parseLeaf } from './leaf.ts';
import { type Hash, hashLeaf, verifyConsistency, verifyInclusion } from './merkle.ts';
import { type Checkpoint, openNote, parseCheckpoint, statedCheckpoint, type Verifier } from './note.ts';
import { resultDigest } from './recording.ts';
import type { Part } from './store.ts';

/** A later checkpoint with the proof that it continues the one of the receipt. */
export interface Later {
  readonly checkpoint: string;
  readonly proof: readonly Hash[];
  /**
   * It proves the tree of the receipt too where that has no signature of a known key: for an auditor who has only a key
   * that came later. Not for a store, which has to have such a signature for every tree.
   */
  readonly vouches?: boolean;
}

/** A record as it was given out: the answer to `POST /api/v1/decisions`, or to `GET /api/v1/decisions/{id}`. */
export type Given = Recorded | DecisionRecord;

/** A public key, and for which trees it counts. */
export interface KnownKey extends Verifier {
  /** Leaves of the largest tree that it may sign: those before the record of its replacement. Absent: any. */
  readonly lastSize?: number;
  /** It was replaced because it was lost or stolen. */
  readonly isLost?: boolean;
}

/** The checkpoint of a note, if one of the keys that count for its tree has signed it. */
export function openCheckpoint(note: string, known: readonly KnownKey[]): Checkpoint | undefined {
  return signersOf(note, known).length > 0 ? statedCheckpoint(note) : undefined;
}

/** The keys that have signed a checkpoint and count for its tree; none where a known key's signature is wrong. */
export function signersOf(note: string, known: readonly KnownKey[]): readonly KnownKey[] {
  const opened = openNote(note, known);
  if (typeof opened === 'string') return [];
  const checkpoint = parseCheckpoint(opened.text);
  if (checkpoint === undefined) return [];
  const { origin, size } = checkpoint;
  // Whoever signs for a log may sign other notes under other names; a checkpoint is its own log's.
  return opened.by.filter(({ name, lastSize = size }) => name === origin && size <= lastSize);
}

/**
 * Of several trusted keys of a log, those that have signed neither the receipt nor the later checkpoint. Nothing shows
 * that they ended, or that the others did not: whoever stole a key that was replaced signs what he likes.
 */
export function silentKeys({ receipt }: Given, known: readonly KnownKey[], later?: Later): readonly KnownKey[] {
  const notes = [receipt.checkpoint, ...(later === undefined ? [] : [later.checkpoint])];
  const signed = new Set(notes.flatMap((note) => signersOf(note, known)).map(({ text }) => text));
  const log = statedCheckpoint(receipt.checkpoint)?.origin;
  return known.filter(({ name, text }) => name === log && !signed.has(text));
}

const unbase64 = (text: string) => Buffer.from(text, 'base64');

/**
 * Checks one record as it was given out, with nothing but the public keys.
 *
 * @param later a later checkpoint, to show that the log since went on from here
 * @param damaged parts of which the store itself shows that they are not what was recorded
 */
export function verifyRecord(
  given: Given,
  known: readonly KnownKey[],
  later?: Later,
  damaged: ReadonlySet<Part> = new Set(),
): Verification {
  const { receipt } = given;
  const bytes = new TextEncoder().encode(receipt.leaf);
  const leaf = parseLeaf(bytes);
  const checkpoint = openReceipt(receipt, known, later);
  const output = 'output' in given ? given.output : (given as Recorded).decision;
  const { input = null, salts } = 'salts' in given ? given : {};
  const checks: VerificationCheck[] = [
    { check: 'leaf', holds: leaf !== undefined },
    { check: 'columns', holds: leaf !== undefined && isOf(leaf, given) },
    { check: 'input', holds: !damaged.has('input') && matches(leaf, 'input', salts?.input, input) },
    { check: 'output', holds: !damaged.has('output') && matches(leaf, 'output', salts?.output, output) },
    { check: 'result', holds: output == null ? null : leaf?.result === resultDigest({ ...output }) },
    { check: 'provenance', holds: output == null ? null : leaf !== undefined && isFrom(leaf, output) },
    { check: 'inclusion', holds: checkpoint !== undefined && isIncluded(bytes, receipt, checkpoint) },
    { check: 'checkpoint', holds: checkpoint !== undefined && checkpoint.size === receipt.size },
    ...(later === undefined ? [] : [{ check: 'consistency' as const, holds: continues(checkpoint, later, known) }]),
  ];
  return { holds: checks.every(({ holds }) => holds !== false), checks };
}

/** The checkpoint of a receipt: a known key signed it, or signed a later one that goes on from it. */
function openReceipt({ checkpoint: note }: Receipt, known: readonly KnownKey[], later?: Later): Checkpoint | undefined {
  const isForeign = openNote(note, known) === 'unknown_key';
  if (later?.vouches !== true || !isForeign) return openCheckpoint(note, known);
  const stated = statedCheckpoint(note);
  return continues(stated, later, known) ? stated : undefined;
}

/** Members of a record that no leaf binds, so that they could be altered unseen. */
export function unproven(given: Given): readonly string[] {
  // What came later is in the leaves of later records.
  if ('salts' in given) return ['supersededBy', 'related'];
  // Bound by the commitment to the output only, for which the salt is needed.
  return given.decision === undefined ? [] : ['decision.provenance.input'];
}

/**
 * Contents that the leaf commits to and a record as it was given out has not. It may be that they were erased, or that
 * somebody took them out of the file: the file alone cannot tell.
 */
export function absent(given: Given): readonly Part[] {
  const leaf = parseLeaf(new TextEncoder().encode(given.receipt.leaf));
  if ('salts' in given)
    return (['input', 'output'] as const).filter((part) => leaf?.[part] !== undefined && given[part] == null);
  return leaf?.output !== undefined && given.decision === undefined ? ['output'] : [];
}

function isOf(leaf: Leaf, given: Given): boolean {
  const { id, kind, time } = given;
  if (leaf.id !== id || leaf.kind !== kind || leaf.time !== time) return false;
  if (!('actor' in given)) return true;
  return canonical(leaf.actor) === canonical(given.actor) && (leaf.about ?? null) === given.about;
}

/** Members of a decision that the program added to what the policy said. */
const ADDED: readonly string[] = ['counterfactual', 'versions', 'sensitivity', 'provenance'];

/** Whether a decision says of the rules that made it what the leaf says. */
function isFrom({ bundle, territory, engine }: Leaf, decision: Decision): boolean {
  const { input: _, ...provenance } = decision.provenance ?? {};
  const said = Object.fromEntries(Object.entries(decision).filter(([name]) => !ADDED.includes(name)));
  const bound = {
    bundle: { revision: bundle.revision, sha256: bundle.sha256 },
    wasm: bundle.wasm,
    ...(territory === undefined ? {} : { territory }),
    service: engine.service,
    output: sha256(canonicalBytes(said)),
  };
  return canonical(provenance) === canonical(bound);
}

/** @param salt `undefined` where the answer has none; null after an erasure, which takes both */
function matches(leaf: Leaf | undefined, part: Part, salt: string | null | undefined, value: unknown): boolean | null {
  if (salt === undefined || (salt === null && value == null)) return null;
  if (salt === null || value == null) return false;
  return commitmentTo({ salt: Buffer.from(salt, 'hex'), bytes: canonicalBytes(value) }) === leaf?.[part];
}

function isIncluded(leaf: Uint8Array, { index, size, proof }: Receipt, { root }: Checkpoint): boolean {
  return verifyInclusion({ index, size, leafHash: hashLeaf(leaf), proof: proof.map(unbase64), root });
}

function continues(earlier: Checkpoint | undefined, later: Later, known: readonly KnownKey[]): boolean {
  const after = openCheckpoint(later.checkpoint, known);
  if (earlier === undefined || after === undefined || earlier.origin !== after.origin) return false;
  const sizes = { first: earlier.size, second: after.size };
  return verifyConsistency({ ...sizes, firstRoot: earlier.root, secondRoot: after.root, proof: later.proof });
}
