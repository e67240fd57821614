/**
 * Work shared among worker threads. What has gathered by the end of a turn of the loop travels together: a message to
 * another thread costs as much as a small evaluation, so a few tasks share one. On few cores short tasks stay with
 * one thread; where all have long ones, the calling thread does them itself.
 */
import { move, Piscina, transferableSymbol, valueSymbol } from 'piscina';
import { type Joined, joined, parted } from '../kernel/joined.ts';
import { EvaluationFailed } from './instance.ts';

/** A result is some bytes and what is said of them. */
export interface Result {
  readonly bytes: Uint8Array;
}

export interface BatchesOptions<Task, R extends Result> {
  /** URL of the worker's module: its default export takes a list of tasks and gives their `packed` results. */
  readonly filename: string;
  readonly workerData: unknown;
  readonly threads: number;
  /** Milliseconds after which a worker is ended, and that a task waits for one at most. */
  readonly deadlineMs: number;
  /** Milliseconds that a task will take, as far as one can tell. */
  readonly expectedMs: (task: Task) => number;
  /** What may take until its deadline: it is never run on the calling thread, and has a worker for itself. */
  readonly isLarge: (task: Task) => boolean;
  /**
   * Whether another thread works on the result. It and the calling one keep few cores busy: a short task stays with the
   * calling one, and nobody waits for a third.
   */
  readonly isHandedOn?: (task: Task) => boolean;
  /**
   * Runs a task on the calling thread, one after the other: a short one while it is alone, would wait for long ones or
   * is handed on, and any until the workers have started or while large ones hold them all.
   */
  readonly here?: (task: Task) => Promise<R>;
}

export interface Batches<Task, R extends Result> {
  /** @throws {EvaluationFailed} beyond its deadline; with the code `TZ_BUSY` when there was no room for it */
  run(task: Task): Promise<R>;
  /** Threads that run now, and tasks that wait for one. */
  usage(): { readonly threads: number; readonly waiting: number };
  /** Ends the threads; whatever they had not answered, and what comes later, has no room any more. */
  close(): Promise<void>;
}

/** Milliseconds of work that travel together at most: who is first in a batch waits for its last. */
const BATCH_MS = 5;

/** Milliseconds of work for which it is worth to wake another thread while one that works will soon ask for more. */
const WAKE_MS = 2;

/**
 * Milliseconds below which a task is short. On few cores such tasks stay with the thread that works, whose caches hold
 * what they need: the calling thread, the one that writes and the callers take the rest of the machine.
 */
const SHORT_MS = 0.5;
const FEW_CORES = 2;

/** Milliseconds of short work, or of its waiting, for which another thread is woken all the same. */
const WAKE_FOR_SHORT_MS = 20;

/** Milliseconds for which the calling thread may be kept from its other work while workers are ready. */
const HERE_MS = 2;

/** Milliseconds of a task for which workers are started though nothing else is asked. */
const WAKE_ALONE_MS = 20;

/** Large tasks under way, those that wait counted: about a second of work. */
const MAX_LARGE = 64;

/** Milliseconds after which an idle thread ends. */
const IDLE_MS = 60_000;

interface Job<Task, R> {
  readonly task: Task;
  readonly since: number;
  /** Milliseconds that it will take. */
  readonly cost: number;
  /** Large, or left over from a batch that a worker did not finish. */
  readonly isAlone: boolean;
  readonly resolve: (result: R) => void;
  readonly reject: (why: unknown) => void;
}

export function createBatches<Task, R extends Result>({
  filename,
  workerData,
  threads,
  deadlineMs,
  expectedMs,
  isLarge,
  isHandedOn = () => false,
  here: hereAtOnce,
}: BatchesOptions<Task, R>): Batches<Task, R> {
  const here = hereAtOnce === undefined ? undefined : oneByOne(hereAtOnce);
  let queue: Job<Task, R>[] = [];
  let workers: Piscina | undefined;
  let start: 'cold' | 'starting' | 'warm' = 'cold';
  let busy = 0;
  /** Those of the busy workers that may be so until the deadline. */
  let held = 0;
  /** Those that do short tasks only, on few cores. */
  let quick = 0;
  /** When the last of them that got some should have done them. */
  let quickUntil = 0;
  let large = 0;
  let isScheduled = false;
  let isWatched = false;
  let isClosed = false;

  const pool = (): Piscina => {
    if (workers === undefined) {
      workers = new Piscina({
        filename,
        workerData,
        minThreads: 0,
        maxThreads: threads,
        concurrentTasksPerWorker: 1,
        idleTimeout: IDLE_MS,
      });
      // Unheard, a thread that dies without a task would end the process; who waits for it has a deadline.
      workers.on('error', () => undefined);
    }
    return workers;
  };

  /** A system that grants no thread makes it fail at once, which is a rejection as any other. */
  const inThread = async (tasks: readonly Task[], signal: AbortSignal): Promise<unknown> =>
    pool().run(tasks, { signal });

  /** Threads that have read their modules; those that were idle for long have ended. */
  const isWarm = (): boolean => {
    if (start === 'warm' && pool().threads.length === 0) start = 'cold';
    if (start === 'cold') {
      start = 'starting';
      // In time, or the next crowd tries again.
      const begun = Array.from({ length: threads }, () => inThread([], AbortSignal.timeout(deadlineMs)));
      void Promise.allSettled(begun).then((ends) => {
        start = ends.every(({ status }) => status === 'fulfilled') ? 'warm' : 'cold';
      });
    }
    return start === 'warm';
  };

  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(dispatch);
  };

  const dispatch = () => {
    isScheduled = false;
    if (here !== undefined && queue.some(({ isAlone }) => !isAlone) && staysHere()) void runHere();
    while (busy < threads && queue.length > 0) {
      const now = performance.now();
      const waiting = queue.reduce((sum, { cost }) => sum + cost, 0);
      if (waitsForTheNext(waiting, now)) break;
      const jobs = next(shareOf(waiting));
      queue = queue.slice(jobs.length);
      const inTime = jobs.filter(({ since, reject }) => since > now - deadlineMs || void reject(overloaded()));
      if (inTime.length > 0) send(inTime);
    }
    if (held === threads) void runHere();
    else if (!comesSoon(performance.now())) void helpOut();
    if (queue.length > 0) watch();
  };

  /** Little work joins what else has come when a thread is done: to wake one costs as much as a small evaluation. */
  const waitsForTheNext = (waiting: number, now: number): boolean => {
    const first = queue[0] as Job<Task, R>;
    const isSoon = comesSoon(now);
    const [enough, tooLong] =
      isSoon && queue.every(isShort) ? [WAKE_FOR_SHORT_MS, WAKE_FOR_SHORT_MS] : [WAKE_MS, BATCH_MS];
    // Where the calling thread does it next, no other need be woken however late it is.
    const isNextHere = !isSoon && canDoHere(first);
    return busy !== held && waiting < enough && (isNextHere || now - first.since < tooLong);
  };

  /** Whether a thread does short tasks only, and has not had them for long. */
  const comesSoon = (now: number): boolean => quick > 0 && now < quickUntil;

  /** Should a thread that is expected not come, somebody has to look. */
  const watch = () => {
    if (isWatched) return;
    isWatched = true;
    setTimeout(() => {
      isWatched = false;
      if (queue.length > 0) schedule();
    }, BATCH_MS);
  };

  /** What waits, all of it. */
  const runHere = async () => {
    if (here === undefined) return;
    const small = queue.filter(({ isAlone }) => !isAlone);
    queue = queue.filter(({ isAlone }) => isAlone);
    for (const { task, resolve, reject } of small) await here(task).then(resolve, reject);
  };

  /** What waits for threads with long work: one short task a turn, so that requests are read between two. */
  const helpOut = async () => {
    const at = queue.findIndex(canDoHere);
    if (here === undefined || at < 0) return;
    const [{ task, resolve, reject }] = queue.splice(at, 1) as [Job<Task, R>];
    await here(task).then(resolve, reject);
    if (queue.length > 0) schedule();
  };

  /**
   * One that is soon done where nothing else is asked; everything until the threads have started, which a crowd wakes
   * and what is long.
   */
  const staysHere = (): boolean => {
    if (held === threads) return true;
    const [first, ...others] = queue;
    if (first === undefined || others.length > 0 || busy > 0) return !isWarm();
    if (first.cost >= WAKE_ALONE_MS) return !isWarm();
    return start !== 'warm' || first.cost < HERE_MS || !isWarm();
  };

  const isShort = ({ cost }: Job<Task, R>) => cost < SHORT_MS;

  const canDoHere = ({ cost, isAlone }: Job<Task, R>) => here !== undefined && !isAlone && cost < HERE_MS;

  /** Milliseconds of the work that waits which one thread is given. */
  const shareOf = (waiting: number): number => {
    if (threads <= FEW_CORES && isShort(queue[0] as Job<Task, R>)) return BATCH_MS;
    return Math.min(BATCH_MS, Math.max(WAKE_MS, waiting / (threads - busy)));
  };

  /** The tasks that travel next: one at least, about `share` milliseconds of work. */
  const next = (share: number) => {
    let count = 0;
    let milliseconds = 0;
    for (const job of queue) {
      if (count > 0 && (milliseconds >= share || job.isAlone)) break;
      count += 1;
      milliseconds += job.cost;
    }
    return queue.slice(0, count);
  };

  const send = (taken: readonly Job<Task, R>[]) => {
    const holds = taken.some(({ isAlone }) => isAlone) ? 1 : 0;
    const isQuick = threads <= FEW_CORES && taken.every(isShort) ? 1 : 0;
    busy += 1;
    held += holds;
    quick += isQuick;
    if (isQuick === 1) quickUntil = performance.now() + WAKE_FOR_SHORT_MS;
    // Ended with the batch: a signal that ends by itself would be kept until its time, thousands of them under load.
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), deadlineMs).unref();
    inThread(
      taken.map(({ task }) => task),
      deadline.signal,
    )
      .then(
        (answer) => unpacked(answer as Packed<R>).forEach((result, at) => void taken[at]?.resolve(result)),
        (why: unknown) => unfinished(taken, why),
      )
      .finally(() => {
        clearTimeout(timer);
        busy -= 1;
        held -= holds;
        quick -= isQuick;
        if (queue.length > 0) schedule();
      });
  };

  /** Each of a batch is tried again by itself, so that only the one to blame has failed. */
  const unfinished = (jobs: readonly Job<Task, R>[], why: unknown) => {
    const [first, ...others] = jobs;
    if (isClosed) for (const { reject } of jobs) reject(overloaded());
    else if (others.length > 0) {
      // They wait for each other now, which is not theirs to answer for.
      queue.unshift(...jobs.map((job) => ({ ...job, since: Number.POSITIVE_INFINITY, cost: BATCH_MS, isAlone: true })));
    } else if (why instanceof Error && why.name === 'AbortError')
      first?.reject(new EvaluationFailed(`no answer within ${deadlineMs} ms`, { cause: why }));
    else first?.reject(why);
  };

  return {
    run: async (task) => {
      const isAlone = isLarge(task);
      if (isClosed || (isAlone && large >= MAX_LARGE)) throw overloaded();
      const isShortHere = here !== undefined && threads <= FEW_CORES && !isAlone && isHandedOn(task);
      if (isShortHere && expectedMs(task) < SHORT_MS) return here(task);
      large += isAlone ? 1 : 0;
      try {
        return await new Promise<R>((resolve, reject) => {
          const cost = isAlone ? BATCH_MS : expectedMs(task);
          queue.push({ task, since: performance.now(), cost, isAlone, resolve, reject });
          schedule();
        });
      } finally {
        large -= isAlone ? 1 : 0;
      }
    },
    usage: () => ({ threads: workers?.threads.length ?? 0, waiting: queue.length }),
    close: async () => {
      isClosed = true;
      for (const { reject } of queue.splice(0)) reject(overloaded());
      await workers?.destroy();
    },
  };
}

/** So that each takes its own time only, by which one knows how long the next will take. */
function oneByOne<Task, R>(run: (task: Task) => Promise<R>): (task: Task) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(() => run(task));
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Not a failure of the evaluation: there was no room for it. Whoever asks may come back. */
function overloaded(): Error {
  return Object.assign(new EvaluationFailed('too many evaluations are under way'), { code: 'TZ_BUSY' });
}

/** Results as they cross to another thread: their bytes move. */
interface Packed<R extends Result> {
  readonly all: Joined;
  readonly results: readonly Omit<R, 'bytes'>[];
}

/** The worker's side: what its default export returns. */
export function packed<R extends Result>(results: readonly R[]): unknown {
  const all = joined(results.map(({ bytes }) => bytes));
  const value: Packed<R> = { all, results: results.map(({ bytes: _, ...said }) => said) };
  return move({ [valueSymbol]: value, [transferableSymbol]: [all.bytes.buffer] });
}

function unpacked<R extends Result>({ all, results }: Packed<R>): readonly R[] {
  const bytes = parted(all);
  return results.map((said, at) => ({ ...said, bytes: bytes[at] }) as unknown as R);
}
