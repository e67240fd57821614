/** Records read back: one, a page of them, and their proofs. */
import type { DecisionRecord, RecordList, RecordSummary } from '../contract/generated/types.ts';
import { commitmentTo } from './commitment.ts';
import type { Tables } from './database.ts';
import { damaged } from './failures.ts';
import { type Leaf, parseLeaf } from './leaf.ts';
import { type Appended, readNodes } from './log.ts';
import { consistencyRanges, type Hash, inclusionRanges } from './merkle.ts';
import type { Part, Store } from './store.ts';
import { hashesOf } from './tree.ts';

export interface FoundContent {
  /** Null after an erasure. */
  readonly salt: Uint8Array | null;
  readonly bytes: Uint8Array | null;
  readonly status: string | null;
}

/** A record as the store holds it. */
export interface FoundRecord {
  readonly index: number;
  readonly size: number;
  readonly tenant: string;
  readonly leafBytes: Uint8Array;
  readonly leafHash: Uint8Array;
  readonly leaf: Leaf;
  readonly contents: Readonly<Partial<Record<Part, FoundContent>>>;
  /** Parts that the leaf commits to and that are gone, though no record says that they were erased: damage. */
  readonly lost: ReadonlySet<Part>;
}

/** @throws {StoreFailed} `corrupt` when its leaf is none */
export async function findRecord(store: Store, id: string): Promise<FoundRecord | undefined> {
  const row = await store.database.selectFrom('records').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const leaf = parseLeaf(row.leaf);
  if (leaf === undefined) throw damaged(`位置 ${row.idx} 的叶读不出 (the leaf at ${row.idx} cannot be read)`);
  const rows = await store.database.selectFrom('contents').selectAll().where('id', '=', id).execute();
  const contents: FoundRecord['contents'] = Object.fromEntries(
    rows.map(({ part, salt, bytes, status }) => [part, { salt, bytes, status }]),
  );
  const gone = missingParts({ leaf, contents });
  // After the contents were read: an erasure that came between is seen.
  const erased = gone.length === 0 ? NONE : await erasedParts(store, id);
  return {
    index: row.idx,
    size: row.size,
    tenant: row.tenant,
    leafBytes: row.leaf,
    leafHash: row.leaf_hash,
    leaf,
    contents,
    lost: new Set(gone.filter((part) => !erased.has(part))),
  };
}

/** Parts that the leaf commits to and that are not there: erased, or lost. */
export function missingParts({ leaf, contents }: Pick<FoundRecord, 'leaf' | 'contents'>): readonly Part[] {
  return PARTS.filter((part) => leaf[part] !== undefined && !isThere(contents[part]));
}

const PARTS: readonly Part[] = ['input', 'output'];
const NONE: ReadonlySet<Part> = new Set();

const isThere = (content: FoundContent | undefined) => content?.salt != null && content.bytes !== null;

/** Parts of a record that the log says were erased. */
async function erasedParts({ database }: Store, id: string): Promise<ReadonlySet<Part>> {
  const rows = await database
    .selectFrom('records')
    .select('leaf')
    .where('about', '=', id)
    .where('kind', '=', 'erasure')
    .execute();
  const leaves = rows.map(({ leaf }) => parseLeaf(leaf));
  return new Set(leaves.flatMap((leaf) => (leaf?.about === id ? (leaf.erased ?? []) : [])));
}

/**
 * The bytes of a content, canonical JSON; null where it was erased, or where the record has none.
 *
 * @throws {StoreFailed} `corrupt` when it is not what the leaf commits to, or is gone without a record of an erasure
 */
export function contentOf({ leaf, contents, lost }: FoundRecord, part: Part): Uint8Array | null {
  if (lost.has(part)) throw gone(part);
  const { salt, bytes } = contents[part] ?? {};
  if (salt == null && bytes == null) return null;
  if (salt != null && bytes != null && commitmentTo({ salt, bytes }) === leaf[part]) return bytes;
  throw damaged(`${TITLES[part]}不是叶所承诺的 (the ${part} is not what the leaf commits to)`);
}

/** @throws {StoreFailed} `corrupt` when input or output is not what was recorded; what was erased may be missing */
export function assertAsRecorded(record: FoundRecord): void {
  for (const part of PARTS) contentOf(record, part);
}

const TITLES: Readonly<Record<Part, string>> = { input: '输入', output: '输出' };

const gone = (part: Part) =>
  damaged(`${TITLES[part]}不在了，也没有清除它的记录 (the ${part} is gone without a record of its erasure)`);

const UTF8 = new TextDecoder();

const base64 = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

/** JSON that fits `receipt.schema.json`, UTF-8, keys in order: in pieces, of which the checkpoint is that of many. */
export type Receipt = readonly [Uint8Array, Uint8Array, Uint8Array];

const CHECKPOINT = Buffer.from('{"checkpoint":');

/** The latest checkpoint as JSON: a whole group of records has it. */
let written = { checkpoint: '', json: Buffer.from('""') };

/** @param leaf its text */
export function receiptWith(leaf: string, { index, size, proof, checkpoint }: Appended): Receipt {
  if (written.checkpoint !== checkpoint) written = { checkpoint, json: Buffer.from(JSON.stringify(checkpoint)) };
  const [text, hashes] = [JSON.stringify(leaf), JSON.stringify(proof.map(base64))];
  return [CHECKPOINT, written.json, Buffer.from(`,"index":${index},"leaf":${text},"proof":${hashes},"size":${size}}`)];
}

/** The receipt that was given when the record was made. */
export async function receiptOf(store: Store, { index, size, leafBytes }: FoundRecord): Promise<Receipt> {
  const checkpoint = await keptCheckpoint(store, size);
  const proof = await inclusionProof(store, index, size);
  return receiptWith(UTF8.decode(leafBytes), { index, size, proof, checkpoint });
}

export async function checkpointAt(store: Store, size: number): Promise<string | undefined> {
  const row = await store.database.selectFrom('checkpoints').select('note').where('size', '=', size).executeTakeFirst();
  return row?.note;
}

/** The checkpoint of a size that records have. @throws {StoreFailed} `corrupt` when it is gone */
export async function keptCheckpoint(store: Store, size: number): Promise<string> {
  const note = await checkpointAt(store, size);
  if (note === undefined) throw damaged(`没有 ${size} 片叶的检查点 (the checkpoint of size ${size} is gone)`);
  return note;
}

export interface LatestCheckpoint {
  readonly size: number;
  readonly note: string;
}

export async function latestCheckpoint(store: Store): Promise<LatestCheckpoint | undefined> {
  return store.database.selectFrom('checkpoints').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst();
}

/** @param size of a tree that the log has had, larger than `index` */
export async function inclusionProof(store: Store, index: number, size: number): Promise<readonly Hash[]> {
  return hashesOf(readNodes(store), inclusionRanges(index, size));
}

/** @param first from 1, at most `second`, which the log has reached */
export async function consistencyProof(store: Store, first: number, second: number): Promise<readonly Hash[]> {
  return hashesOf(readNodes(store), consistencyRanges(first, second));
}

export async function leafHashAt(store: Store, index: number): Promise<Hash | undefined> {
  const row = await store.database
    .selectFrom('records')
    .select('leaf_hash')
    .where('idx', '=', index)
    .executeTakeFirst();
  return row?.leaf_hash;
}

/** Parts that are not to be given out: gone without a record of it, or not what the leaf commits to. */
export function damagedParts(record: FoundRecord): ReadonlySet<Part> {
  return new Set(PARTS.filter((part) => isDamaged(record, part)));
}

function isDamaged(record: FoundRecord, part: Part): boolean {
  try {
    contentOf(record, part);
    return false;
  } catch {
    return true;
  }
}

const hex = (bytes: Uint8Array | null | undefined) => (bytes == null ? null : Buffer.from(bytes).toString('hex'));

/** Confirmations of one record that are given with it: the newest. */
export const MAX_CONFIRMATIONS = 1_000;

/** Records about one, in the order of the log. */
export interface Related {
  readonly rows: readonly Pick<Tables['records'], 'idx' | 'id' | 'kind' | 'time' | 'supersedes' | 'leaf'>[];
  /** Older confirmations that are not among them. */
  readonly left: number;
}

/**
 * Every correction and erasure of a record, which say what became of it, and its newest confirmations.
 *
 * @param size of the tree that they are to be in; the log may have grown since
 */
export async function relatedTo({ database }: Store, id: string, size?: number): Promise<Related> {
  const about = () => {
    const query = database.selectFrom('records').where('about', '=', id);
    return size === undefined ? query : query.where('idx', '<', size);
  };
  const columns = ['idx', 'id', 'kind', 'time', 'supersedes', 'leaf'] as const;
  const others = await about().where('kind', '!=', 'confirmation').select(columns).execute();
  const confirmations = about().where('kind', '=', 'confirmation');
  const newest = await confirmations.select(columns).orderBy('idx', 'desc').limit(MAX_CONFIRMATIONS).execute();
  const rows = [...others, ...newest].sort((a, b) => a.idx - b.idx);
  if (newest.length < MAX_CONFIRMATIONS) return { rows, left: 0 };
  const { count } = await confirmations.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return { rows, left: Number(count) - newest.length };
}

/**
 * What `GET /api/v1/decisions/{id}` gives.
 *
 * @param without parts that are left out, as if they were erased
 * @throws {StoreFailed} `corrupt` when another part is not what was recorded, or is gone without a record of an erasure
 */
export async function describe(
  store: Store,
  record: FoundRecord,
  without: ReadonlySet<Part> = NONE,
): Promise<DecisionRecord> {
  const { leaf, contents } = record;
  const jsonOf = (part: Part): unknown => {
    const bytes = without.has(part) ? null : contentOf(record, part);
    return bytes === null ? null : JSON.parse(UTF8.decode(bytes));
  };
  const { rows } = await relatedTo(store, leaf.id);
  return {
    id: leaf.id,
    kind: leaf.kind,
    time: leaf.time,
    actor: leaf.actor,
    input: jsonOf('input') as DecisionRecord['input'],
    output: jsonOf('output') as DecisionRecord['output'],
    salts: { input: hex(contents.input?.salt), output: hex(contents.output?.salt) },
    about: leaf.about ?? null,
    supersededBy: rows.find(({ supersedes }) => supersedes === leaf.id)?.id ?? null,
    related: rows.map(({ id, kind, time, leaf: bytes }) => {
      const outcome = parseLeaf(bytes)?.outcome;
      return { id, kind: kind as Leaf['kind'], time, ...(outcome === undefined ? {} : { outcome }) };
    }),
    receipt: JSON.parse(UTF8.decode(Buffer.concat(await receiptOf(store, record)))) as DecisionRecord['receipt'],
  };
}

/** What a list is narrowed by; all given must hold. */
export interface Search {
  readonly tenant: string;
  readonly kind?: string;
  readonly question?: string;
  readonly status?: string;
  readonly subject?: string;
  readonly about?: string;
  /** Recorded at or after this instant. */
  readonly since?: string;
  /** Recorded before this instant. */
  readonly until?: string;
  readonly dayFrom?: string;
  readonly dayTo?: string;
  /** Only records before this place. */
  readonly before?: number;
  readonly limit: number;
}

/** A page of records, the newest first. The cursor is a place in the log, so nothing is lost or doubled by new ones. */
export async function search(store: Store, by: Search): Promise<RecordList> {
  let query = store.database
    .selectFrom('records')
    .leftJoin('contents', (join) => join.onRef('contents.id', '=', 'records.id').on('contents.part', '=', 'output'))
    .leftJoin('records as later', 'later.supersedes', 'records.id')
    .select([
      'records.idx',
      'records.id',
      'records.kind',
      'records.time',
      'records.subject',
      'records.question',
      'records.day',
      'records.about',
      'contents.status',
      'later.id as superseded_by',
    ])
    .where('records.tenant', '=', by.tenant);
  if (by.kind !== undefined) query = query.where('records.kind', '=', by.kind);
  if (by.question !== undefined) query = query.where('records.question', '=', by.question);
  if (by.status !== undefined) query = query.where('contents.status', '=', by.status);
  if (by.subject !== undefined) query = query.where('records.subject', '=', by.subject);
  if (by.about !== undefined) query = query.where('records.about', '=', by.about);
  if (by.since !== undefined) query = query.where('records.time', '>=', by.since);
  if (by.until !== undefined) query = query.where('records.time', '<', by.until);
  if (by.dayFrom !== undefined) query = query.where('records.day', '>=', by.dayFrom);
  if (by.dayTo !== undefined) query = query.where('records.day', '<=', by.dayTo);
  if (by.before !== undefined) query = query.where('records.idx', '<', by.before);
  const rows = await query
    .orderBy('records.idx', 'desc')
    .limit(by.limit + 1)
    .execute();
  const items = rows.slice(0, by.limit).map(
    (row): RecordSummary => ({
      index: row.idx,
      id: row.id,
      kind: row.kind as RecordSummary['kind'],
      time: row.time,
      subject: row.subject,
      question: row.question,
      day: row.day,
      status: row.status,
      about: row.about,
      supersededBy: row.superseded_by,
    }),
  );
  const last = items.at(-1);
  return { items, next: rows.length > by.limit && last !== undefined ? cursorAt(last.index) : null };
}

function cursorAt(index: number): string {
  return Buffer.from(`before ${index}`).toString('base64url');
}

/** The place that a cursor names; `undefined` where it is none. */
export function placeOf(cursor: string): number | undefined {
  const match = /^before (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString());
  return match === null ? undefined : Number(match[1]);
}
