/**
 * The log: entries wait in one queue, one transaction commits all that have gathered, and each is answered after the
 * commit. So one fsync serves many, and nothing is answered that is not on disk.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { NotOurs, StoreFailed } from './failures.ts';
import { equal, foldPeaks, type Hash, hashLeaf } from './merkle.ts';
import { checkpointText, type Signer, signNote } from './note.ts';
import type { Entry, Placed, Store, Writing } from './store.ts';
import { type Edge, EMPTY_EDGE, edgeAt, extend, type ReadNodes } from './tree.ts';

/** Entries in one transaction: more would make the first of them wait. */
const MAX_GROUP = 256;

/**
 * Milliseconds between two commits. A lone entry is committed at once; under load, where one would follow the other with
 * an entry or two each, a commit waits this long for others to join it.
 */
const BETWEEN_COMMITS_MS = 1.5;

/** Milliseconds that a commit or a check says something of the store: who asks for health must not wear out the disk. */
const CHECK_HOLDS_MS = 1_000;

/** Where an entry came to lie, with everything that proves it. */
export interface Appended {
  readonly index: number;
  /** Leaves of the tree that the checkpoint covers. */
  readonly size: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: string;
}

/** An entry is not appended where a record with its Idempotency-Key is there, or its decision is superseded. */
export type Outcome = { readonly appended: Appended } | { readonly existing: string } | { readonly superseded: true };

export interface Log {
  append(entry: Entry): Promise<Outcome>;
  /**
   * Shows that the store takes what is written: by a commit of the last second, or by one that changes nothing.
   *
   * @throws {StoreFailed} why it does not
   */
  check(): Promise<void>;
  /** Ends when everything in the queue is committed. */
  drain(): Promise<void>;
}

export interface LogOptions {
  readonly store: Store;
  /** Whoever signs checkpoints; two while a key is replaced. The first names the log. */
  readonly signers: () => readonly Signer[];
  /** Where the log goes on; an empty tree if absent. */
  readonly edge?: Edge;
  /** The edge of a tree that another process has signed meanwhile. @throws {StoreFailed} unless it has */
  readonly resume: (size: number) => Promise<Edge>;
  /** Told of each new checkpoint after its commit. */
  readonly onCheckpoint?: (note: string, size: number) => void;
  /** Told once when the disk failed: the process must end, for nobody knows what it holds. */
  readonly onBroken?: (error: StoreFailed) => void;
}

interface Waiting {
  readonly entry: Entry;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** What was read back is not what was written: memory or disk. Nothing is signed then. */
class NotAsWritten extends Error {
  override readonly name = 'NotAsWritten';
}

export function createLog(options: LogOptions): Log {
  const { store, signers, resume, onCheckpoint, onBroken } = options;
  let queue: Waiting[] = [];
  let running: Promise<void> | undefined;
  let edge = options.edge ?? EMPTY_EDGE;
  let broken: StoreFailed | undefined;
  let committedAt = Number.NEGATIVE_INFINITY;
  let succeededAt = Number.NEGATIVE_INFINITY;
  let wasFull = false;
  let checked: { readonly at: number; readonly done: Promise<void> } | undefined;

  const run = async () => {
    while (queue.length > 0) {
      const early = committedAt + BETWEEN_COMMITS_MS - performance.now();
      // Who comes in the same turn of the loop joins in any case.
      await (early > 0 ? pause(early) : turn());
      const group = queue.slice(0, MAX_GROUP);
      queue = queue.slice(MAX_GROUP);
      await commit(group);
      committedAt = performance.now();
    }
    running = undefined;
  };

  const commit = async (group: readonly Waiting[]) => {
    try {
      const done = await store.write((writing) =>
        write(
          writing,
          edge,
          signers(),
          (size) => goneOn(store, edge, size, resume),
          group.map(({ entry }) => entry),
        ),
      );
      edge = done.edge;
      succeeded();
      group.forEach(({ resolve }, at) => {
        resolve(done.outcomes[at] as Outcome);
      });
      if (done.checkpoint !== undefined) onCheckpoint?.(done.checkpoint, edge.size);
    } catch (error) {
      failed(error);
      // What an earlier check found holds no more.
      checked = undefined;
      for (const { reject } of group) reject(error);
    }
  };

  const succeeded = () => {
    succeededAt = performance.now();
    wasFull = false;
  };

  const failed = (error: unknown) => {
    if (!(error instanceof StoreFailed)) return;
    succeededAt = Number.NEGATIVE_INFINITY;
    wasFull ||= error.failure === 'full';
    if (broken !== undefined || error.failure !== 'broken') return;
    broken = error;
    onBroken?.(error);
  };

  /** Between two groups: nothing else writes meanwhile. */
  const probe = async () => {
    while (running !== undefined) await running;
    if (broken !== undefined) throw broken;
    const work = store.write((writing) => writing.probe(wasFull)).then(succeeded);
    running = work.catch(failed).then(() => {
      running = queue.length > 0 ? run() : undefined;
    });
    await work;
  };

  return {
    append: (entry) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) {
          reject(broken);
          return;
        }
        queue.push({ entry, resolve, reject });
        running ??= run();
      }),
    check: () => {
      if (broken === undefined && performance.now() - succeededAt < CHECK_HOLDS_MS) return Promise.resolve();
      if (checked === undefined || performance.now() - checked.at > CHECK_HOLDS_MS)
        checked = { at: performance.now(), done: probe() };
      return checked.done;
    },
    drain: async () => {
      while (running !== undefined) await running;
    },
  };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

interface Written {
  readonly edge: Edge;
  readonly outcomes: readonly Outcome[];
  readonly checkpoint?: string;
}

async function write(
  writing: Writing,
  known: Edge,
  signers: readonly Signer[],
  goesOn: (size: number) => Promise<Edge>,
  entries: readonly Entry[],
): Promise<Written> {
  const size = await writing.size();
  const edge = size === known.size ? known : await goesOn(size);
  const outcomes: (Outcome | undefined)[] = [...(await refusals(writing, entries))];
  const fresh = entries.filter((_, at) => outcomes[at] === undefined);
  if (fresh.length === 0) return { edge, outcomes: outcomes as Outcome[] };

  const hashes = fresh.map(({ leaf }) => hashLeaf(leaf));
  const grown = extend(edge, hashes);
  const placed: Placed[] = fresh.map((entry, at) => ({
    ...entry,
    index: edge.size + at,
    leafHash: hashes[at] as Hash,
    size: grown.edge.size,
  }));
  await writing.append(placed, grown.nodes);
  const written = await writing.leaves(edge.size, grown.edge.size);
  // What is signed is what the store holds, hashed again.
  const again = extend(edge, written.map(hashLeaf));
  if (written.length !== fresh.length || !equal(again.root, grown.root))
    throw new StoreFailed('broken', new NotAsWritten('a leaf was read back otherwise than it was written'));
  const [first] = signers;
  if (first === undefined) throw new Error('a log without a key');
  const checkpoint = await signNote(
    checkpointText({ origin: first.verifier.name, size: again.edge.size, root: again.root }),
    signers,
  ).catch((cause: unknown) => {
    // Of a key behind a command: what was written is taken back, and may be asked for again.
    throw new StoreFailed('unavailable', cause);
  });
  await writing.checkpoint(again.edge.size, checkpoint);

  placed.forEach(({ index }, at) => {
    const appended = { index, size: again.edge.size, proof: again.proofOfAppended(index), checkpoint };
    outcomes[entries.indexOf(fresh[at] as Entry)] = { appended };
  });
  return { edge: again.edge, outcomes: outcomes as Outcome[], checkpoint };
}

/**
 * Another process has written: a longer tree that begins with the one known here.
 *
 * @throws {StoreFailed} `broken` for any other: a database that was put back, or another in its place
 */
async function goneOn(store: Store, known: Edge, size: number, resume: LogOptions['resume']): Promise<Edge> {
  const isContinued =
    size > known.size && equal(foldPeaks((await edgeAt(readNodes(store), known.size)).peaks), foldPeaks(known.peaks));
  if (isContinued) return resume(size);
  throw new StoreFailed(
    'broken',
    new NotOurs(
      `数据库里的 ${size} 条记录不是已经签过的 ${known.size} 条的继续：运行中被退回或者改写 (the database was set back)`,
    ),
  );
}

/** Why an entry is not appended; entries of one group count for those behind them. */
async function refusals(writing: Writing, entries: readonly Entry[]): Promise<readonly (Outcome | undefined)[]> {
  const existing = new Map(await writing.byIdempotency(entries.flatMap(({ idempotency }) => idempotency ?? [])));
  const superseded = new Set(await writing.superseded(entries.flatMap(({ supersedes }) => supersedes ?? [])));
  return entries.map(({ id, idempotency, supersedes }) => {
    const other = idempotency === null ? undefined : existing.get(idempotency);
    if (other !== undefined) return { existing: other };
    if (supersedes !== null && superseded.has(supersedes)) return { superseded: true };
    if (idempotency !== null) existing.set(idempotency, id);
    if (supersedes !== null) superseded.add(supersedes);
    return undefined;
  });
}

/** Nodes of the stored levels; the leaves are level 0. */
export function readNodes({ database }: Store): ReadNodes {
  return async (level, ranges) => {
    const found = new Map<number, Hash>();
    for (const { from, to } of ranges) {
      const rows =
        level === 0
          ? await database
              .selectFrom('records')
              .select(['idx', 'leaf_hash as hash'])
              .where('idx', '>=', from)
              .where('idx', '<', to)
              .execute()
          : await database
              .selectFrom('nodes')
              .select(['idx', 'hash'])
              .where('level', '=', level)
              .where('idx', '>=', from)
              .where('idx', '<', to)
              .execute();
      for (const { idx, hash } of rows) found.set(idx, hash);
    }
    return found;
  };
}
