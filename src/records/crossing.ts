/**
 * Drafts on their way to the thread that writes, and answers on their way back. What was asked for in one turn of the
 * loop crosses in one message: text and bytes, which cost less than objects.
 */
import { type Joined, joined, parted } from '../kernel/joined.ts';
import type { Decided, Draft, Made, Origin } from './appending.ts';
import { type RecordRefusal, RecordRefused, StoreFailed, type StoreFailure } from './failures.ts';
import type { KeyState } from './open-log.ts';

/** What is asked of the thread; each but the last is answered under its number. */
export type Asked =
  | { readonly kind: 'append'; readonly id: number; readonly drafts: SentDrafts }
  | { readonly kind: 'check'; readonly id: number }
  | { readonly kind: 'close' };

/** What the thread says, of itself and in answer. */
export type Said =
  | { readonly kind: 'opened'; readonly verifier: string; readonly key: KeyState }
  | { readonly kind: 'not-opened'; readonly why: SentError }
  | { readonly kind: 'appended'; readonly id: number; readonly results: SentResults }
  | { readonly kind: 'checked'; readonly id: number; readonly why?: SentError }
  | { readonly kind: 'broken'; readonly why: SentError }
  | { readonly kind: 'witness-failed'; readonly why: SentError }
  | { readonly kind: 'closed'; readonly why?: SentError };

export interface SentDrafts {
  /** JSON of the drafts: the origin by its place, input and output without their bytes. */
  readonly text: string;
  /** Each origin once: it is the same for as long as the same rules decide. */
  readonly origins: readonly Origin[];
  /** Input and output of each; empty where a draft has none. */
  readonly contents: Joined;
}

/** A draft without its bytes. */
interface SentDraft extends Omit<Draft, 'origin' | 'input' | 'output'> {
  readonly origin: number;
  readonly hasInput: boolean;
  readonly output?: Omit<Decided, 'bytes'>;
}

export interface SentResults {
  readonly results: readonly (Pick<Made, 'id' | 'isRepetition'> | { readonly why: SentError })[];
  /** Of each the decision, if it is that of a repetition (whoever asked for a new one has it), and the other members. */
  readonly answers: Joined;
}

/** What is known of an error on the other side too. */
export interface SentError {
  readonly message: string;
  readonly code?: string;
  readonly failure?: StoreFailure;
  readonly refusal?: RecordRefusal;
  readonly cause?: SentError;
}

const NOTHING = new Uint8Array();

export function sentDrafts(drafts: readonly Draft[]): SentDrafts {
  const origins = [...new Set(drafts.map(({ origin }) => origin))];
  const said = drafts.map(
    ({ origin, input, output, ...draft }): SentDraft => ({
      ...draft,
      origin: origins.indexOf(origin),
      hasInput: input !== undefined,
      ...(output === undefined ? {} : { output: { status: output.status, result: output.result } }),
    }),
  );
  const contents = joined(drafts.flatMap(({ input = NOTHING, output }) => [input, output?.bytes ?? NOTHING]));
  return { text: JSON.stringify(said), origins, contents };
}

export function draftsIn({ text, origins, contents }: SentDrafts): readonly Draft[] {
  const bytes = parted(contents);
  return (JSON.parse(text) as SentDraft[]).map(({ origin, hasInput, output, ...draft }, at) => ({
    ...draft,
    origin: origins[origin] as Origin,
    ...(hasInput ? { input: bytes[2 * at] as Uint8Array } : {}),
    ...(output === undefined ? {} : { output: { ...output, bytes: bytes[2 * at + 1] as Uint8Array } }),
  }));
}

export function sentResults(results: readonly PromiseSettledResult<Made>[]): SentResults {
  return {
    results: results.map((result) => {
      if (result.status === 'rejected') return { why: sentError(result.reason) };
      const { id, isRepetition } = result.value;
      return { id, isRepetition };
    }),
    answers: joined(
      results.flatMap((result) => {
        if (result.status === 'rejected') return [NOTHING, NOTHING];
        const { isRepetition, decision = NOTHING, others } = result.value;
        return [isRepetition ? decision : NOTHING, others];
      }),
    ),
  };
}

/** @param drafts that were sent */
export function resultsIn({ results, answers }: SentResults, drafts: readonly Draft[]): readonly (Made | Error)[] {
  const bytes = parted(answers);
  return results.map((result, at) => {
    if ('why' in result) return errorIn(result.why);
    const { id, isRepetition } = result;
    const [repeated, others] = bytes.slice(2 * at, 2 * at + 2) as [Uint8Array, Uint8Array];
    const again = repeated.length === 0 ? undefined : repeated;
    return { id, isRepetition, others, decision: isRepetition ? again : drafts[at]?.output?.bytes };
  });
}

export function sentError(thrown: unknown): SentError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { code } = error as { readonly code?: unknown };
  return {
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(error instanceof StoreFailed ? { failure: error.failure } : {}),
    ...(error instanceof RecordRefused ? { refusal: error.refusal } : {}),
    ...(error.cause === undefined ? {} : { cause: sentError(error.cause) }),
  };
}

export function errorIn({ message, code, failure, refusal, cause }: SentError): Error {
  const inner = cause === undefined ? undefined : errorIn(cause);
  if (failure !== undefined) return new StoreFailed(failure, inner);
  if (refusal !== undefined) return new RecordRefused(refusal);
  const error = new Error(message, inner === undefined ? {} : { cause: inner });
  return code === undefined ? error : Object.assign(error, { code });
}
