/**
 * The thread that writes records. Commitments, leaves, signatures and the wait for the disk are its own, so that the
 * thread of the requests has none of them.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Appending, Draft, Made } from './appending.ts';
import { type Asked, errorIn, resultsIn, type Said, sentDrafts } from './crossing.ts';
import { StoreFailed } from './failures.ts';
import { parseVerifier, type Verifier } from './note.ts';
import type { KeyState, RecordsConfiguration, RecordsHooks } from './open-log.ts';

export interface Writer extends Appending {
  readonly verifier: Verifier;
  readonly key: KeyState;
  /** Shows that the store takes what is written. @throws {StoreFailed} why it does not */
  check(): Promise<void>;
  /** Commits what waits, then ends the thread. */
  close(): Promise<void>;
}

interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

interface Gathered {
  readonly draft: Draft;
  readonly waiting: Waiting<Made>;
}

/**
 * Megabytes of young objects in the thread. What it handles are bytes that live for one group, outside the heap: they are
 * let go with the young objects that hold them, so those are collected often. With V8's own limit the bytes outgrew the
 * heap first, and all of it was marked twice a second.
 */
const YOUNG_MB = 24;

export function writerThread(configuration: RecordsConfiguration): Worker {
  return new Worker(new URL('./writer-thread.ts', import.meta.url), {
    workerData: configuration,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
}

/** @throws when the thread ends before it says anything */
async function firstSaid(thread: Worker): Promise<Said> {
  const silent = once(thread, 'exit').then(([code]) => {
    throw new Error(`the thread that writes ended with ${code} before it had opened the log`);
  });
  const [said] = (await Promise.race([once(thread, 'message'), silent])) as [Said];
  return said;
}

/** @throws with the remedy when the store is not reached or the key is not the one of the log */
export async function startWriter(
  configuration: RecordsConfiguration,
  { onBroken, onWitnessFailure }: RecordsHooks,
  thread: Worker = writerThread(configuration),
): Promise<Writer> {
  const opened = await firstSaid(thread);
  if (opened.kind !== 'opened') {
    await thread.terminate();
    throw opened.kind === 'not-opened' ? errorIn(opened.why) : new Error(`the thread that writes said ${opened.kind}`);
  }

  const groups = new Map<number, readonly Gathered[]>();
  const checks = new Map<number, Waiting<void>>();
  let gathered: Gathered[] = [];
  let numbers = 0;
  /** Why nothing is taken any more. */
  let ended: StoreFailed | undefined;
  let closing: Waiting<void> | undefined;
  let hasEnded = false;

  const post = (asked: Asked, move: readonly ArrayBuffer[] = []) => {
    thread.postMessage(asked, move);
    // What is under way keeps the process alive; a thread that waits does not.
    thread.ref();
  };

  const settled = () => {
    // Whoever ends the thread waits for its end; an answer that comes meanwhile must not let the process go before.
    if (!hasEnded && groups.size === 0 && checks.size === 0 && closing === undefined) thread.unref();
  };

  const flush = () => {
    const group = gathered;
    gathered = [];
    // The thread has ended meanwhile, and they were told.
    if (group.length === 0) return;
    numbers += 1;
    groups.set(numbers, group);
    const drafts = sentDrafts(group.map(({ draft }) => draft));
    post({ kind: 'append', id: numbers, drafts }, [drafts.contents.bytes.buffer]);
  };

  const hear = (said: Said) => {
    switch (said.kind) {
      case 'appended': {
        const group = groups.get(said.id) ?? [];
        groups.delete(said.id);
        const results = resultsIn(
          said.results,
          group.map(({ draft }) => draft),
        );
        results.forEach((result, at) => {
          if (result instanceof Error) group[at]?.waiting.reject(result);
          else group[at]?.waiting.resolve(result);
        });
        break;
      }
      case 'checked': {
        const waiting = checks.get(said.id);
        checks.delete(said.id);
        if (said.why === undefined) waiting?.resolve();
        else waiting?.reject(errorIn(said.why));
        break;
      }
      case 'broken':
        onBroken(errorIn(said.why) as StoreFailed);
        break;
      case 'witness-failed':
        onWitnessFailure(errorIn(said.why));
        break;
      case 'closed':
        if (said.why === undefined) closing?.resolve();
        else closing?.reject(errorIn(said.why));
        closing = undefined;
        break;
      default:
    }
    settled();
  };

  /** A thread that ends unasked leaves nobody who knows what the disk holds. */
  const end = (cause: unknown) => {
    if (hasEnded) return;
    hasEnded = true;
    const why = new StoreFailed('broken', cause);
    ended ??= why;
    const unanswered = [...groups.values()]
      .flat()
      .concat(gathered)
      .map(({ waiting }) => waiting);
    for (const waiting of [...unanswered, ...checks.values(), ...(closing === undefined ? [] : [closing])])
      waiting.reject(why);
    groups.clear();
    checks.clear();
    gathered = [];
    closing = undefined;
    onBroken(why);
  };

  thread.on('message', hear);
  thread.on('error', end);
  thread.on('exit', () => end(new Error('the thread that writes has ended')));
  settled();

  return {
    verifier: parseVerifier(opened.verifier) as Verifier,
    key: opened.key,
    append: (draft) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) {
          reject(ended);
          return;
        }
        if (gathered.length === 0) setImmediate(flush);
        gathered.push({ draft, waiting: { resolve, reject } });
      }),
    check: () =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) {
          reject(ended);
          return;
        }
        numbers += 1;
        checks.set(numbers, { resolve, reject });
        post({ kind: 'check', id: numbers });
      }),
    close: async () => {
      if (ended !== undefined) return;
      ended = new StoreFailed('unavailable', new Error('the records are closed'));
      await new Promise<void>((resolve, reject) => {
        closing = { resolve, reject };
        // After what was gathered in this turn.
        setImmediate(() => post({ kind: 'close' }));
      });
      hasEnded = true;
      await thread.terminate();
    },
  };
}
