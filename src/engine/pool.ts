/** Where evaluations run: on the calling thread while there is one alone, else in workers, which also can be ended. */
import { availableParallelism } from 'node:os';
import type { Evaluation } from '../operations/metrics.ts';
import { createBatches, type Result } from './batches.ts';
import type { Decided, Options, Provenance } from './decide.ts';
import type { Answer, Asked, Reply } from './evaluator.ts';
import { EvaluationFailed } from './instance.ts';
import type { EngineParts, Local, Wanted } from './local.ts';

/** Above this an evaluation may take until its deadline; a smaller one takes some milliseconds at most. */
const SMALL = { bytes: 16 * 1024, items: 200 } as const;

/** How much less is small where every reading is tried, each with an evaluation of its own. */
const SMALLER_FOR_ALL = 4;

/** Milliseconds that tasks of one likeness are expected to take before the first of them. */
const FIRST_GUESS_MS = 1;

/** How much the last evaluation counts in what is expected of the next. */
const WEIGHT = 0.1;

/** How much longer than expected an evaluation counts at most: the collector may have stopped it, or another process. */
const MOST = 4;

/** What a worker is started with. */
export interface WorkerParts extends EngineParts {
  readonly provenance: Provenance;
}

/** What travels to a worker: text and bytes cross threads cheaper than objects. */
export type Task = { readonly likeness: string } & (
  | { readonly kind: 'ask'; readonly asked: Asked }
  | {
      readonly kind: Deciding;
      readonly question: string;
      readonly sensitivity: Options['sensitivity'];
      readonly wanted: string;
    }
);

/** `record`: the thread that writes records works on what was decided. */
type Deciding = 'decide' | 'record';

/** What comes back: the bytes of the reply or of the decision. */
export interface TaskResult extends Result {
  readonly status: string;
  /** Of a decision. */
  readonly result?: string;
  /** Why there is no answer. */
  readonly failed?: string;
  readonly evaluations: readonly Evaluation[];
  readonly milliseconds: number;
}

export interface Pool {
  ask(asked: Asked): Promise<Reply>;
  decide(wanted: Wanted): Promise<Decided>;
  /** The same, for the thread that writes records to go on with. */
  decideToRecord(wanted: Wanted): Promise<Decided>;
  /** Threads that run now, and evaluations that wait for one. */
  usage(): { readonly threads: number; readonly waiting: number };
  close(): Promise<void>;
}

/**
 * @param local      evaluates on the calling thread and tells of its evaluations itself
 * @param deadlineMs milliseconds after which a worker is ended and the evaluation fails
 * @param tell       is told of the evaluations of the workers, those included that a worker did not live to tell of
 */
export function createPool(
  local: Local,
  deadlineMs: number,
  workerData: WorkerParts,
  tell: (evaluation: Evaluation) => void = () => undefined,
): Pool {
  const expected = new Map<string, number>();
  const batches = createBatches<Task, TaskResult>({
    filename: new URL('./worker.ts', import.meta.url).href,
    workerData,
    threads: availableParallelism(),
    deadlineMs,
    expectedMs: ({ likeness }) => expected.get(likeness) ?? FIRST_GUESS_MS,
    isLarge: (task) => !(task.kind === 'ask' ? isSmall(task.asked.input) : isSmall(task.wanted, task.sensitivity)),
    isHandedOn: ({ kind }) => kind === 'record',
    here: (task) => resultOf(local, task),
  });
  const run = async (task: Task): Promise<TaskResult> => {
    const started = performance.now();
    const result = await batches.run(task).catch((thrown: { readonly code?: unknown }) => {
      const { question, form } = task.kind === 'ask' ? task.asked : { question: task.question, form: 'decision' };
      const seconds = (performance.now() - started) / 1000;
      // What found no room was not evaluated.
      if (thrown.code !== 'TZ_BUSY') tell({ question, form, outcome: 'failed', seconds });
      throw thrown;
    });
    const before = expected.get(task.likeness) ?? FIRST_GUESS_MS;
    const took = Math.min(result.milliseconds, MOST * before);
    expected.set(task.likeness, before + WEIGHT * (took - before));
    for (const evaluation of result.evaluations) tell(evaluation);
    if (result.failed !== undefined) throw new EvaluationFailed(result.failed);
    return result;
  };
  const deciding = (kind: Deciding) => async (wanted: Wanted) => {
    const [text, { question, options }] = [JSON.stringify(wanted), wanted];
    const { sensitivity, asIfInForce } = options;
    const likeness = likenessOf(`${question} ${sensitivity} ${asIfInForce}`, text.length);
    const { bytes, status, result = '' } = await run({ kind, question, sensitivity, wanted: text, likeness });
    return { bytes, status, result };
  };
  return {
    ask: async (asked) => {
      const { form, question, articles, input } = asked;
      const likeness = likenessOf(`${form} ${question} ${articles?.length}`, input.length);
      const { bytes, status } = await run({ kind: 'ask', asked, likeness });
      return replyOf(bytes, status);
    },
    decide: deciding('decide'),
    decideToRecord: deciding('record'),
    usage: batches.usage,
    close: batches.close,
  };
}

/**
 * Tasks with one likeness take about as long: what is asked, in the way that is wanted, of facts about as long. A few
 * that take long would else be hidden among many that do not, and hold up the calling thread.
 */
function likenessOf(what: string, length: number): string {
  return `${what} ${Math.ceil(Math.log2(length + 1))}`;
}

/** Does a task on this thread. */
export async function resultOf(local: Local, task: Task, evaluations: readonly Evaluation[] = []): Promise<TaskResult> {
  const started = performance.now();
  const done = (made: Omit<TaskResult, 'evaluations' | 'milliseconds'>): TaskResult => ({
    ...made,
    evaluations,
    milliseconds: performance.now() - started,
  });
  try {
    if (task.kind === 'ask') {
      const { json, answer } = local.ask(task.asked);
      return done({ bytes: json, status: answer.status });
    }
    return done(await local.decide(JSON.parse(task.wanted) as Wanted));
  } catch (thrown) {
    if (!(thrown instanceof EvaluationFailed)) throw thrown;
    return done({ bytes: new Uint8Array(), status: 'failed', failed: thrown.message });
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The answer is read only where it is asked for: who passes the bytes on need not pay for it. */
function replyOf(json: Uint8Array, status: string): Reply {
  let answer: Answer | undefined;
  return {
    json,
    status,
    get answer() {
      answer ??= (JSON.parse(UTF8.decode(json)) as { readonly result: Answer }).result;
      return answer;
    },
  };
}

const COMMA = 0x2c;

/**
 * @param input JSON without white space, so that its commas bound the number of items and members
 * @param sensitivity of a decision
 */
export function isSmall(input: Uint8Array | string, sensitivity?: Options['sensitivity']): boolean {
  const share = sensitivity === 'all' ? SMALLER_FOR_ALL : 1;
  if (Buffer.byteLength(input) > SMALL.bytes / share) return false;
  let commas = 0;
  for (let at = 0; at < input.length; at += 1)
    if ((typeof input === 'string' ? input.charCodeAt(at) : input[at]) === COMMA) commas += 1;
  return commas <= SMALL.items / share;
}
