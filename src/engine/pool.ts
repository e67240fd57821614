/** Where an evaluation runs: on the calling thread while it is small, else in a worker that can be ended. */
import { Piscina } from 'piscina';
import type { Schema } from '../contract/schemas.ts';
import type { Ask } from './decide.ts';
import type { Answer, Asked, Reply } from './evaluator.ts';
import { EvaluationFailed } from './instance.ts';

/** Above this the evaluation leaves the calling thread; a smaller one takes at most a few milliseconds. */
const SMALL = { bytes: 16 * 1024, items: 200 } as const;

/** Workers started at most: one evaluation each. */
const THREADS = 2;

/** Evaluations under way in workers, those that wait counted: about a second of work. */
const MAX_UNDER_WAY = 64;

/** What a worker evaluates with: checked, unpacked and compiled once by the thread that starts it. */
export interface WorkerBundle {
  readonly module: WebAssembly.Module;
  readonly data: Readonly<Record<string, unknown>>;
  /** The version of the contract that answers have to fit; the program's own if absent. */
  readonly contract?: ReadonlyMap<string, Schema> | undefined;
}

export interface Pool {
  readonly ask: Ask;
  /** Threads that run now, and evaluations that wait for one. */
  usage(): { readonly threads: number; readonly waiting: number };
  close(): Promise<void>;
}

/**
 * Sends large inputs to workers.
 *
 * @param here       evaluates on the calling thread
 * @param deadlineMs milliseconds after which a worker is ended and the evaluation fails
 */
export function createPool(here: Ask, deadlineMs: number, workerData: WorkerBundle): Pool {
  let workers: Piscina | undefined;
  let underWay = 0;
  const far = async (asked: Asked): Promise<Reply> => {
    if (underWay >= MAX_UNDER_WAY) throw busy();
    const hadToWait = underWay >= THREADS;
    underWay += 1;
    workers ??= new Piscina({
      filename: new URL('./worker.ts', import.meta.url).href,
      minThreads: 0,
      maxThreads: THREADS,
      idleTimeout: 60_000,
      workerData,
    });
    try {
      const json = (await workers.run(asked, { signal: AbortSignal.timeout(deadlineMs) })) as Uint8Array;
      return { answer: (JSON.parse(UTF8.decode(json)) as { result: Answer }).result, json };
    } catch (thrown) {
      if (thrown instanceof Error && thrown.name === 'AbortError') {
        if (hadToWait) throw busy();
        throw new EvaluationFailed(`no answer within ${deadlineMs} ms`, { cause: thrown });
      }
      throw thrown;
    } finally {
      underWay -= 1;
    }
  };
  return {
    ask: (asked) => (isSmall(asked.input) ? here(asked) : far(asked)),
    usage: () => ({ threads: workers?.threads.length ?? 0, waiting: workers?.queueSize ?? 0 }),
    close: async () => workers?.destroy(),
  };
}

/** Not a failure of the evaluation: there was no room for it. Whoever asks may come back. */
function busy(): Error {
  return Object.assign(new EvaluationFailed('too many evaluations are under way'), { code: 'TZ_BUSY' });
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Canonical JSON has no white space, so its commas bound the number of items and members. */
export function isSmall(input: Uint8Array): boolean {
  if (input.byteLength > SMALL.bytes) return false;
  let commas = 0;
  for (const byte of input) if (byte === 0x2c) commas += 1;
  return commas <= SMALL.items;
}
