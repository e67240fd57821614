/** A draft becomes an entry of the log and the answer of its request: its identity, time, commitments and leaf are made here. */
import { uuidv7 } from 'uuidv7';
import { writerWith } from '../kernel/canonical.ts';
import { commitmentTo, freshSalt } from './commitment.ts';
import { RecordRefused } from './failures.ts';
import type { Actor, Kind, Leaf } from './leaf.ts';
import type { Log } from './log.ts';
import { contentOf, findRecord, type Receipt, receiptOf, receiptWith } from './reading.ts';
import type { Content, Entry, Part, Store } from './store.ts';

/** What every leaf says of the program. */
export type Origin = Pick<Leaf, 'bundle' | 'contract' | 'instruments' | 'engine' | 'territory'>;

/** A decision as the engine gives it. */
export interface Decided {
  /** Canonical JSON, UTF-8. */
  readonly bytes: Uint8Array;
  readonly status: string;
  /** Digest of the canonical JSON of the decision without its provenance: what `replay` compares. */
  readonly result: string;
}

/** A record before it has a place. */
export interface Draft {
  readonly kind: Kind;
  readonly origin: Origin;
  readonly actor: Actor;
  readonly tenant: string;
  readonly key: string | null;
  /** What was asked, without what names the answer's version only: canonical JSON, UTF-8. */
  readonly input?: Uint8Array;
  readonly output?: Decided;
  readonly question?: string;
  readonly day?: string | null;
  readonly about?: string;
  readonly supersedes?: string;
  readonly more?: Partial<Omit<Leaf, keyof Origin>>;
  readonly erases?: readonly Part[];
}

/** A record that was made, or that was there under the same key: what is answered. */
export interface Made {
  readonly id: string;
  readonly isRepetition: boolean;
  /** Canonical JSON of the decision, where there is one. */
  readonly decision: Uint8Array | undefined;
  /** JSON of the other members of the answer, without the brace that opens it; UTF-8. */
  readonly others: Uint8Array;
}

export interface Appending {
  /** @throws {RecordRefused} when its decision is superseded, or its key was used for another request */
  append(draft: Draft): Promise<Made>;
}

export interface AppendingOptions {
  readonly store: Store;
  readonly log: Log;
  /** The clock; only what is written in leaves comes from it. */
  readonly now?: () => Date;
}

export function createAppending({ store, log, now = () => new Date() }: AppendingOptions): Appending {
  return {
    append: async (draft) => {
      const { entry, leaf } = entryOf(draft, now());
      const outcome = await log.append(entry);
      if ('superseded' in outcome) throw new RecordRefused('already-superseded');
      if ('existing' in outcome) return answerAgain(store, outcome.existing, draft.input);
      const receipt = receiptWith(leaf, outcome.appended);
      return { id: entry.id, isRepetition: false, decision: draft.output?.bytes, others: othersOf(entry, receipt) };
    },
  };
}

/**
 * The answer that the first request under a key got.
 *
 * @param input canonical JSON
 * @throws {RecordRefused} unless this one asks the same
 */
export async function answerAgain(store: Store, id: string, input: Uint8Array | undefined): Promise<Made> {
  const record = await findRecord(store, id);
  if (record === undefined) throw new Error('a record that was there is gone');
  // After an erasure nobody can say any more whether this is the same request.
  const { salt } = record.contents.input ?? {};
  const isSame = salt != null && input !== undefined && commitmentTo({ salt, bytes: input }) === record.leaf.input;
  if (!isSame) throw new RecordRefused('idempotency-conflict');
  const receipt = await receiptOf(store, record);
  const decision = contentOf(record, 'output') ?? undefined;
  return { id, isRepetition: true, decision, others: othersOf(record.leaf, receipt) };
}

/** An entry with the text of its leaf. */
function entryOf(draft: Draft, at: Date): { readonly entry: Entry; readonly leaf: string } {
  const { kind, origin, actor, tenant, key, input, output, question, day, about, supersedes, more } = draft;
  const [id, time] = [uuidv7(), at.toISOString()];
  const contents: Content[] = [];
  const own: { -readonly [name in keyof Leaf]?: Leaf[name] } = { version: 1, id, time, kind, actor };
  if (question !== undefined) {
    own.entrypoint = `questions/${question}/decision`;
    own.day = day ?? null;
  }
  for (const [part, bytes, status] of [
    ['input', input, null],
    ['output', output?.bytes, output?.status ?? null],
  ] as const) {
    if (bytes === undefined) continue;
    const content = { part, salt: freshSalt(), bytes, status };
    contents.push(content);
    own[part] = commitmentTo(content);
  }
  if (output !== undefined) own.result = output.result;
  if (key !== null) own.idempotency = key;
  if (about !== undefined) own.about = about;
  if (supersedes !== undefined) own.supersedes = supersedes;
  if (more !== undefined) Object.assign(own, more);
  const leaf = leafWriterOf(origin)(own);
  const entry = { ...columnsOf(own as Leaf), tenant, leaf: Buffer.from(leaf), contents, erases: draft.erases ?? [] };
  return { entry, leaf };
}

const leafWriters = new WeakMap<Origin, ReturnType<typeof writerWith>>();

/** The origin is most of a leaf, and the same in all that come together. */
function leafWriterOf(origin: Origin): ReturnType<typeof writerWith> {
  const known = leafWriters.get(origin);
  if (known !== undefined) return known;
  const writer = writerWith(origin);
  leafWriters.set(origin, writer);
  return writer;
}

/** The columns that can be searched; each is in the leaf, so that a change of one is found. */
export function columnsOf(leaf: Leaf): Omit<Entry, 'leaf' | 'contents' | 'erases'> {
  return {
    id: leaf.id,
    kind: leaf.kind,
    time: leaf.time,
    tenant: leaf.actor.tenant,
    subject: leaf.actor.subject,
    question: leaf.entrypoint?.split('/')[1] ?? null,
    day: leaf.day ?? null,
    about: leaf.about ?? null,
    supersedes: leaf.supersedes ?? null,
    idempotency: leaf.idempotency ?? null,
  };
}

function othersOf({ id, kind, time }: Pick<Entry, 'id' | 'kind' | 'time'>, receipt: Receipt): Uint8Array {
  const before = Buffer.from(`"id":"${id}","kind":"${kind}","receipt":`);
  return Buffer.concat([before, ...receipt, Buffer.from(`,"time":"${time}"}`)]);
}

const [OPEN, DECISION, COMMA] = [Buffer.from('{'), Buffer.from('{"decision":'), Buffer.from(',')];

/**
 * JSON that fits `recorded.schema.json`, UTF-8. Built of stored bytes alone, so that a repetition gets what the first
 * request got.
 */
export function answerOf({ decision, others }: Made): Uint8Array {
  return decision === undefined ? Buffer.concat([OPEN, others]) : Buffer.concat([DECISION, decision, COMMA, others]);
}
