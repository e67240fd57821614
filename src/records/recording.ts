/** Decisions and what follows them, each an entry of the log. The engine and the caller's identity are handed in. */
import type {
  ConfirmationRequest,
  CorrectionRequest,
  DecisionRequest,
  ErasureRequest,
} from '../contract/generated/types.ts';
import { canonicalBytes } from '../kernel/canonical.ts';
import { sha256 } from '../kernel/sha256.ts';
import { type Appending, answerAgain, type Decided, type Draft, type Made, type Origin } from './appending.ts';
import { RecordRefused } from './failures.ts';
import { type Actor, parseLeaf, SYSTEM } from './leaf.ts';
import { assertAsRecorded, type FoundRecord, findRecord } from './reading.ts';
import type { Store } from './store.ts';

/** Who asks for a record to be made, and the key under which a repetition is the same request. */
export interface Caller extends Actor {
  /** The value of Idempotency-Key. */
  readonly key: string;
}

/** Evaluates; facts and options conform to the contract. */
export type Decide = (question: string, facts: unknown, options: unknown) => Promise<Decided>;

export interface RecordsOptions {
  readonly store: Store;
  readonly appending: Appending;
  readonly origin: Origin;
  readonly decide: Decide;
}

/** Who put a bundle into operation, and what he gave as the reason: content of the record, not of its leaf. */
export interface Activation {
  readonly actor: Actor;
  /** What no other activation of this actor has; without free text, because it outlives an erasure. */
  readonly identity: readonly (string | number)[];
  readonly said: unknown;
}

export interface Recording {
  decide(caller: Caller, request: DecisionRequest): Promise<Made>;
  correct(caller: Caller, id: string, request: CorrectionRequest): Promise<Made>;
  confirm(caller: Caller, id: string, request: ConfirmationRequest): Promise<Made>;
  erase(caller: Caller, id: string, request: ErasureRequest): Promise<Made>;
  /**
   * Records that this bundle decides from now on. What somebody decided is recorded once, also where the rules stay the
   * same; the program by itself says it only where the log does not say so already.
   *
   * @param by who decided it, with what he said; the program itself if absent
   */
  activate(by?: Activation): Promise<void>;
}

export function createRecording({ store, appending, origin, decide }: RecordsOptions): Recording {
  const underWay = new Set<string>();

  const append = (draft: Omit<Draft, 'origin'>) => appending.append({ ...draft, origin });

  /** Once for each key: who comes while it runs is told so, who comes later gets the same answer. */
  const once = async (
    caller: Caller,
    route: string,
    asked: unknown,
    work: (key: string, input: Uint8Array) => Promise<Made>,
  ) => {
    const key = keyHash(caller, route);
    if (underWay.has(key)) throw new RecordRefused('idempotency-in-progress');
    underWay.add(key);
    try {
      const existing = await store.recordWith(key);
      const input = canonicalBytes(asked);
      return await (existing === undefined ? work(key, input) : answerAgain(store, existing, input));
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
    decide: (caller, { expectBundle: _, ...asked }) =>
      once(caller, 'decisions', asked, async (key, input) =>
        append({ kind: 'decision', ...of(caller), key, input, ...(await decided(asked)) }),
      ),
    correct: (caller, id, { expectBundle: _, ...asked }) =>
      once(caller, `decisions/${id}/correction`, asked, async (key, input) => {
        await decisionOf(caller.tenant, id);
        const { reason: _reason, ...request } = asked;
        const links = { about: id, supersedes: id };
        return append({ kind: 'correction', ...of(caller), key, input, ...links, ...(await decided(request)) });
      }),
    confirm: (caller, id, asked) =>
      once(caller, `decisions/${id}/confirmation`, asked, async (key, input) => {
        assertAsRecorded(await decisionOf(caller.tenant, id));
        const more = { outcome: asked.outcome };
        return append({ kind: 'confirmation', ...of(caller), key, input, about: id, more });
      }),
    erase: (caller, id, asked) =>
      once(caller, `decisions/${id}/erasure`, asked, async (key, input) => {
        const record = await findRecord(store, id);
        if (record === undefined || record.tenant !== caller.tenant) throw new RecordRefused('unknown-record');
        const erases = [...new Set(asked.parts)].sort();
        // The leaf would say that something was erased that never was there.
        if (erases.some((part) => record.leaf[part] === undefined)) throw new RecordRefused('not-a-decision');
        return append({ kind: 'erasure', ...of(caller), key, input, about: id, erases, more: { erased: erases } });
      }),
    activate: async (by) => {
      if (by !== undefined) {
        const { actor, said } = by;
        const key = keyOf(by);
        if ((await store.recordWith(key)) !== undefined) return;
        const input = said === undefined ? {} : { input: canonicalBytes(said) };
        await append({ kind: 'bundle_activation', actor, tenant: actor.tenant, key, ...input });
        return;
      }
      const latest = await store.database
        .selectFrom('records')
        .select('leaf')
        .where('kind', '=', 'bundle_activation')
        .orderBy('idx', 'desc')
        .limit(1)
        .executeTakeFirst();
      const before = latest === undefined ? undefined : parseLeaf(latest.leaf);
      if (before !== undefined && decidesAlike(before, origin)) return;
      await append({ kind: 'bundle_activation', actor: SYSTEM, tenant: SYSTEM.tenant, key: null });
    },
  };
}

/** Under which an activation is recorded once. */
export function keyOf({ identity, actor }: Pick<Activation, 'identity' | 'actor'>): string {
  return sha256(canonicalBytes(['bundles', ...identity, actor.subject, actor.tenant]));
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
