/** Decisions and what follows them, each an entry of the log. The engine and the caller's identity are handed in. */

import { uuidv7 } from 'uuidv7';
import type {
  ConfirmationRequest,
  CorrectionRequest,
  DecisionRequest,
  ErasureRequest,
} from '../contract/generated/types.ts';
import { sha256 } from '../kernel/sha256.ts';
import { commitmentTo, freshSalt } from './commitment.ts';
import { type Actor, canonicalBytes, type Kind, type Leaf, parseLeaf, SYSTEM } from './leaf.ts';
import type { Appended, Log, Outcome } from './log.ts';
import { type FoundRecord, findRecord, receiptOf, receiptText } from './reading.ts';
import type { Content, Entry, Part, Store } from './store.ts';

/** Why a request about records is refused; nothing was recorded. */
export type RecordRefusal =
  | 'unknown-record'
  | 'idempotency-conflict'
  | 'idempotency-in-progress'
  | 'already-superseded'
  | 'not-a-decision';

export class RecordRefused extends Error {
  override readonly name = 'RecordRefused';
  readonly refusal: RecordRefusal;

  constructor(refusal: RecordRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** Who asks for a record to be made, and the key under which a repetition is the same request. */
export interface Caller extends Actor {
  /** The value of Idempotency-Key. */
  readonly key: string;
}

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

/** Evaluates; facts and options conform to the contract. */
export type Decide = (question: string, facts: unknown, options: unknown) => Promise<Decided>;

export interface RecordsOptions {
  readonly store: Store;
  readonly log: Log;
  readonly origin: Origin;
  readonly decide: Decide;
  /** The clock; only what is written in leaves comes from it. */
  readonly now?: () => Date;
}

/** A record that was made, or that was there under the same key: the answer. */
export interface Made {
  readonly id: string;
  /** JSON that fits `recorded.schema.json`, UTF-8; the same bytes for every repetition. */
  readonly bytes: Uint8Array;
  readonly isRepetition: boolean;
}

/** Who put a bundle into operation, and what he gave as the reason: content of the record, not of its leaf. */
export interface Activation {
  readonly actor: Actor;
  readonly said: unknown;
}

export interface Recording {
  decide(caller: Caller, request: DecisionRequest): Promise<Made>;
  correct(caller: Caller, id: string, request: CorrectionRequest): Promise<Made>;
  confirm(caller: Caller, id: string, request: ConfirmationRequest): Promise<Made>;
  erase(caller: Caller, id: string, request: ErasureRequest): Promise<Made>;
  /**
   * Records that this bundle decides from now on, unless the log says so already.
   *
   * @param by who decided it, with what he said; the program itself if absent
   */
  activate(by?: Activation): Promise<void>;
  /** Records that `to` signs from now on. */
  rotate(from: string, to: string, lost: boolean): Promise<Appended>;
}

/** A record before it has a place. */
interface Draft {
  readonly kind: Kind;
  readonly actor: Actor;
  readonly tenant: string;
  readonly key: string | null;
  /** What was asked, without what names the answer's version only. */
  readonly input?: unknown;
  readonly output?: Decided;
  readonly question?: string;
  readonly day?: string | null;
  readonly about?: string;
  readonly supersedes?: string;
  readonly more?: Partial<Leaf>;
  readonly erases?: readonly Part[];
}

export function createRecording({ store, log, origin, decide, now = () => new Date() }: RecordsOptions): Recording {
  const underWay = new Set<string>();

  const append = async (draft: Draft): Promise<Made> => {
    const { entry, leaf } = entryOf(draft, origin, now());
    const outcome = await log.append(entry);
    return made(entry, leaf, outcome, draft);
  };

  const made = async (entry: Entry, leaf: Leaf, outcome: Outcome, draft: Draft): Promise<Made> => {
    if ('superseded' in outcome) throw new RecordRefused('already-superseded');
    if ('existing' in outcome) return repeated(outcome.existing, draft.input);
    const output = entry.contents.find(({ part }) => part === 'output')?.bytes;
    const receipt = receiptText(entry.leaf, outcome.appended);
    return { id: leaf.id, bytes: answerOf(leaf, output, receipt), isRepetition: false };
  };

  /** The answer that the first request got, if this one asks the same. */
  const repeated = async (id: string, input: unknown): Promise<Made> => {
    const record = await findRecord(store, id);
    if (record === undefined) throw new Error('a record that was there is gone');
    // After an erasure nobody can say any more whether this is the same request.
    const { salt } = record.contents.input ?? {};
    const isSame = salt != null && commitmentTo({ salt, bytes: canonicalBytes(input) }) === record.leaf.input;
    if (!isSame) throw new RecordRefused('idempotency-conflict');
    const receipt = await receiptOf(store, record);
    const bytes = answerOf(record.leaf, record.contents.output?.bytes ?? undefined, receipt);
    return { id, bytes, isRepetition: true };
  };

  /** Once for each key: who comes while it runs is told so, who comes later gets the same answer. */
  const once = async (caller: Caller, route: string, input: unknown, work: (key: string) => Promise<Made>) => {
    const key = keyHash(caller, route);
    if (underWay.has(key)) throw new RecordRefused('idempotency-in-progress');
    underWay.add(key);
    try {
      const existing = await store.recordWith(key);
      return await (existing === undefined ? work(key) : repeated(existing, input));
    } catch (error) {
      throw store.failure(error);
    } finally {
      underWay.delete(key);
    }
  };

  const decisionOf = async (tenant: string, id: string): Promise<FoundRecord> => {
    const record = await findRecord(store, id);
    if (record === undefined || record.tenant !== tenant) throw new RecordRefused('unknown-record');
    if (record.leaf.kind !== 'decision' && record.leaf.kind !== 'correction') throw new RecordRefused('not-a-decision');
    return record;
  };

  const decided = async ({ question, facts, options = {} }: DecisionRequest) => ({
    output: await decide(question, facts, options),
    question,
    day: facts.accident?.occurredOn ?? null,
  });

  return {
    decide: (caller, { expectBundle: _, ...input }) =>
      once(caller, 'decisions', input, async (key) =>
        append({ kind: 'decision', ...of(caller), key, input, ...(await decided(input)) }),
      ),
    correct: (caller, id, { expectBundle: _, ...input }) =>
      once(caller, `decisions/${id}/correction`, input, async (key) => {
        await decisionOf(caller.tenant, id);
        const { reason: _reason, ...request } = input;
        const links = { about: id, supersedes: id };
        return append({ kind: 'correction', ...of(caller), key, input, ...links, ...(await decided(request)) });
      }),
    confirm: (caller, id, input) =>
      once(caller, `decisions/${id}/confirmation`, input, async (key) => {
        await decisionOf(caller.tenant, id);
        const more = { outcome: input.outcome };
        return append({ kind: 'confirmation', ...of(caller), key, input, about: id, more });
      }),
    erase: (caller, id, input) =>
      once(caller, `decisions/${id}/erasure`, input, async (key) => {
        const record = await findRecord(store, id);
        if (record === undefined || record.tenant !== caller.tenant) throw new RecordRefused('unknown-record');
        const erases = [...new Set(input.parts)].sort();
        return append({ kind: 'erasure', ...of(caller), key, input, about: id, erases, more: { erased: erases } });
      }),
    activate: async (by) => {
      const latest = await store.database
        .selectFrom('records')
        .select('leaf')
        .where('kind', '=', 'bundle_activation')
        .orderBy('idx', 'desc')
        .limit(1)
        .executeTakeFirst();
      const before = latest === undefined ? undefined : parseLeaf(latest.leaf);
      if (before !== undefined && decidesAlike(before, origin)) return;
      const actor = by?.actor ?? SYSTEM;
      const input = by === undefined ? {} : { input: by.said };
      await append({ kind: 'bundle_activation', actor, tenant: actor.tenant, key: null, ...input });
    },
    rotate: async (from, to, lost) => {
      const more = { keys: { from, to, lost } };
      const draft: Draft = { kind: 'key_rotation', actor: SYSTEM, tenant: SYSTEM.tenant, key: null, more };
      const outcome = await log.append(entryOf(draft, origin, now()).entry);
      if (!('appended' in outcome)) throw new Error('a rotation is always appended');
      return outcome.appended;
    },
  };
}

/** Same rules and same table of places: nothing new decides. */
function decidesAlike(before: Origin, after: Origin): boolean {
  const added = (origin: Origin) => (origin.territory ?? []).map(({ sha256 }) => sha256).join();
  return before.bundle.sha256 === after.bundle.sha256 && added(before) === added(after);
}

function of({ subject, tenant, role }: Caller): Pick<Draft, 'actor' | 'tenant'> {
  return { actor: { subject, tenant, role }, tenant };
}

/** Scoped to the caller and the route: two callers never meet under one key. */
function keyHash({ tenant, subject, key }: Caller, route: string): string {
  return sha256(canonicalBytes([tenant, subject, route, key]));
}

/** The digest that `replay` compares: the decision without where it came from. */
export function resultDigest({ provenance: _, ...decision }: Readonly<Record<string, unknown>>): string {
  return sha256(canonicalBytes(decision));
}

const encoder = new TextEncoder();

function entryOf(draft: Draft, origin: Origin, at: Date): { readonly entry: Entry; readonly leaf: Leaf } {
  const { kind, actor, tenant, key, input, output, question, day, about, supersedes, more = {}, erases = [] } = draft;
  const contents: Content[] = [
    ...(input === undefined ? [] : [contentOf('input', canonicalBytes(input), null)]),
    ...(output === undefined ? [] : [contentOf('output', output.bytes, output.status)]),
  ];
  const leaf: Leaf = {
    version: 1,
    id: uuidv7(),
    time: at.toISOString(),
    kind,
    actor,
    ...origin,
    ...(question === undefined ? {} : { entrypoint: `questions/${question}/decision`, day: day ?? null }),
    ...Object.fromEntries(contents.map((content) => [content.part, commitmentTo(content)])),
    ...(output === undefined ? {} : { result: output.result }),
    ...(key === null ? {} : { idempotency: key }),
    ...(about === undefined ? {} : { about }),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...more,
  };
  const entry: Entry = {
    ...columnsOf(leaf),
    tenant,
    leaf: canonicalBytes(leaf),
    contents,
    erases,
  };
  return { entry, leaf };
}

function contentOf(part: Part, bytes: Uint8Array, status: string | null): Content {
  return { part, salt: freshSalt(), bytes, status };
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

/** Built of stored bytes alone, so that a repetition gets what the first request got. */
function answerOf({ id, kind, time }: Leaf, output: Uint8Array | undefined, receipt: string): Uint8Array {
  const rest = `"id":"${id}","kind":"${kind}","receipt":${receipt},"time":"${time}"}`;
  if (output === undefined) return encoder.encode(`{${rest}`);
  return Buffer.concat([encoder.encode('{"decision":'), output, encoder.encode(`,${rest}`)]);
}
