/** The evidence of one decision in one archive: everything that proves it on a machine that has nothing else. */
import { readFileSync } from 'node:fs';
import type { EvidenceManifest, EvidenceProofs, EvidenceSalts } from '../contract/generated/types.ts';
import { canonicalBytes } from '../kernel/canonical.ts';
import { sha256 } from '../kernel/sha256.ts';
import { packed } from '../policy/archive.ts';
import { damaged } from '../records/failures.ts';
import { keysOf, textOfKeys } from '../records/known-keys.ts';
import type { Verifier } from '../records/note.ts';
import {
  consistencyProof,
  type FoundRecord,
  inclusionProof,
  keptCheckpoint,
  type LatestCheckpoint,
  latestCheckpoint,
  type Related,
  relatedTo,
} from '../records/reading.ts';
import type { Store } from '../records/store.ts';
import { readmeOf } from './readme.ts';

/** What the decision was made with, byte for byte. */
export interface Materials {
  readonly wasm: Uint8Array;
  readonly rego: Uint8Array;
  /** By the names of the files. */
  readonly schemas: ReadonlyMap<string, Uint8Array>;
  /** Editions of the division table that were added, by their days. */
  readonly editions: ReadonlyMap<string, Uint8Array>;
}

/** - `not-a-decision`: a record of another kind · `unknown-tree`: the log never had that size */
export type EvidenceRefusal = 'not-a-decision' | 'unknown-tree';

export interface EvidenceOptions {
  readonly store: Store;
  /** Public keys to begin with; those that rotations tie to them come along. */
  readonly trusted: readonly Verifier[];
  readonly materialsOf: (record: FoundRecord) => Materials;
}

const VERIFIER = new URL('./verify.mjs', import.meta.url);

/**
 * Makes the package.
 *
 * @param first leaves of the auditor's old checkpoint: the proof that the log went on from there comes along
 * @returns a `.tar.gz`; the same bytes while the log does not grow
 */
export async function evidenceOf(
  { store, trusted, materialsOf }: EvidenceOptions,
  record: FoundRecord,
  first?: number,
): Promise<Uint8Array | EvidenceRefusal> {
  const { leaf, contents, lost } = record;
  if (leaf.result === undefined) return 'not-a-decision';
  const latest = await latestCheckpoint(store);
  const receipt = await keptCheckpoint(store, record.size);
  if (latest === undefined) throw damaged('没有检查点 (there is no checkpoint)');
  if (first !== undefined && (first < 1 || first > latest.size)) return 'unknown-tree';
  const { wasm, rego, schemas, editions } = materialsOf(record);
  const keys = await keysOf(store, trusted);
  const related = await relatedTo(store, leaf.id, latest.size);
  const files = new Map<string, Uint8Array>([
    ['record/leaf.json', record.leafBytes],
    ['record/salts.json', canonicalBytes(saltsOf(record))],
    ['proof/receipt.txt', utf8(receipt)],
    ['proof/checkpoint.txt', utf8(latest.note)],
    ['proof/keys.txt', utf8(textOfKeys(keys))],
    ['proof/proofs.json', canonicalBytes(await proofsOf(store, record, latest, related, first))],
    ['bundles/tongze.wasm.tar.gz', wasm],
    ['bundles/tongze.rego.tar.gz', rego],
    ['verify.mjs', readFileSync(VERIFIER)],
  ]);
  const parts = (['input', 'output'] as const).filter((part) => contents[part]?.bytes != null);
  for (const part of parts) files.set(`record/${part}.json`, contents[part]?.bytes as Uint8Array);
  for (const [name, bytes] of schemas) files.set(`schemas/${name}`, bytes);
  for (const [edition, bytes] of editions) files.set(`territory/${edition}.json`, bytes);
  files.set('README.md', utf8(readmeOf({ leaf, size: latest.size, parts, lost, confirmationsLeft: related.left })));
  files.set('manifest.json', utf8(`${JSON.stringify(manifestOf(leaf.id, files), null, 2)}\n`));
  return packed(new Map([...files].map(([name, bytes]) => [`${nameOf(leaf.id)}/${name}`, bytes])));
}

/** The folder that a package unpacks to, and its file without the ending. */
export function nameOf(id: string): string {
  return `evidence-${id}`;
}

function manifestOf(id: string, files: ReadonlyMap<string, Uint8Array>): EvidenceManifest {
  const listed = [...files].map(([name, bytes]) => ({ name, bytes: bytes.byteLength, sha256: sha256(bytes) }));
  return { version: 1, id, files: listed.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

function saltsOf({ contents }: FoundRecord): EvidenceSalts {
  const hex = (bytes: Uint8Array | null | undefined) => (bytes == null ? null : Buffer.from(bytes).toString('hex'));
  return { input: hex(contents.input?.salt), output: hex(contents.output?.salt) };
}

async function proofsOf(
  store: Store,
  { index, size }: FoundRecord,
  latest: LatestCheckpoint,
  about: Related,
  first: number | undefined,
): Promise<EvidenceProofs> {
  const path = async (at: number, of: number) => ({
    index: at,
    size: of,
    path: (await inclusionProof(store, at, of)).map(base64),
  });
  const replaced = await rotationsOf(store, latest.size);
  // The tree of each rotation too: only then does the new key vouch for an old one in this history, not in another.
  const starts = new Set([size, ...(first === undefined ? [] : [first]), ...replaced.map((row) => row.size)]);
  const consistency: EvidenceProofs['consistency'] = [];
  for (const start of [...starts].filter((one) => one < latest.size))
    consistency.push({
      first: start,
      second: latest.size,
      proof: (await consistencyProof(store, start, latest.size)).map(base64),
    });
  const related: EvidenceProofs['related'] = [];
  for (const row of about.rows) related.push({ leaf: text(row.leaf), inclusion: await path(row.idx, latest.size) });
  const rotations: EvidenceProofs['rotations'] = [];
  for (const row of replaced)
    rotations.push({
      leaf: text(row.leaf),
      inclusion: await path(row.idx, row.size),
      checkpoint: await keptCheckpoint(store, row.size),
    });
  return { receipt: await path(index, size), latest: await path(index, latest.size), consistency, related, rotations };
}

/** All: a chain of keys with a gap leads nowhere. */
async function rotationsOf({ database }: Store, size: number) {
  return database
    .selectFrom('records')
    .select(['idx', 'size', 'leaf'])
    .where('kind', '=', 'key_rotation')
    .where('idx', '>=', 0)
    .where('idx', '<', size)
    .orderBy('idx')
    .execute();
}

const utf8 = (written: string) => new TextEncoder().encode(written);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
