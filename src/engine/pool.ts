/** Where an evaluation runs: on the calling thread while it is small, else in a worker that can be ended. */
import { Piscina } from 'piscina';
import type { Ask } from './decide.ts';
import type { Answer, Form } from './evaluator.ts';
import { EvaluationFailed } from './instance.ts';

/** Above this the evaluation leaves the calling thread; a smaller one takes at most a few milliseconds. */
const SMALL = { bytes: 16 * 1024, items: 200 } as const;

/** Workers started at most: one evaluation each. */
const THREADS = 2;

export interface WorkerTask {
  readonly question: string;
  readonly form: Form;
  readonly input: Uint8Array;
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
export function createPool(here: Ask, deadlineMs: number, workerData: unknown): Pool {
  let workers: Piscina | undefined;
  const far = async (task: WorkerTask): Promise<Answer> => {
    workers ??= new Piscina({
      filename: new URL('./worker.ts', import.meta.url).href,
      minThreads: 0,
      maxThreads: THREADS,
      idleTimeout: 60_000,
      workerData,
    });
    try {
      return (await workers.run(task, { signal: AbortSignal.timeout(deadlineMs) })) as Answer;
    } catch (thrown) {
      if (thrown instanceof Error && thrown.name === 'AbortError')
        throw new EvaluationFailed(`no answer within ${deadlineMs} ms`, { cause: thrown });
      throw thrown;
    }
  };
  return {
    ask: (question, form, input) => (isSmall(input) ? here(question, form, input) : far({ question, form, input })),
    usage: () => ({ threads: workers?.threads.length ?? 0, waiting: workers?.queueSize ?? 0 }),
    close: async () => workers?.destroy(),
  };
}

/** Canonical JSON has no white space, so its commas bound the number of items and members. */
export function isSmall(input: Uint8Array): boolean {
  if (input.byteLength > SMALL.bytes) return false;
  let commas = 0;
  for (const byte of input) if (byte === 0x2c) commas += 1;
  return commas <= SMALL.items;
}
