/** From a question and facts to an answer that is complete and fits its schema, or to a failure. */
import canonicalize from 'canonicalize';
import { type Evaluate, EvaluationFailed } from './instance.ts';

/** What the bundle's catalogue says of provisions and questions. */
export interface Catalogue {
  readonly order: readonly string[];
  readonly provisions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly questions: Readonly<Record<string, readonly string[]>>;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly readings: Readonly<Record<string, { readonly default: string; readonly alternatives: readonly string[] }>>;
  /** Of the questions. */
  readonly titles: Readonly<Record<string, string>>;
}

/** An answer as both entrypoints of a question give it. */
export interface Answer {
  readonly question: string;
  readonly status: string;
  /** Where the question asks for one. */
  readonly grade?: { readonly least: string; readonly most: string };
  readonly findings: Readonly<Record<string, Finding>>;
  readonly notes: Readonly<Record<string, unknown>>;
}

export interface Truth {
  readonly is: boolean | null;
  readonly on: readonly string[];
}

export interface Finding {
  readonly applies: Truth;
  readonly kept?: Truth;
  readonly ground?: Truth;
  readonly bar?: Truth;
  readonly addressees?: unknown;
  readonly otherReading?: { readonly option: string };
  readonly areas?: { readonly option: string };
}

export type Form = 'answer' | 'decision';

const encoder = new TextEncoder();

/** RFC 8785 bytes: they serve the digest and the evaluation. */
export function canonicalBytes(value: unknown): Uint8Array {
  return encoder.encode(canonicalize(value) as string);
}

/** The input of a question: only the groups of facts that it needs. */
export function inputOf(catalogue: Catalogue, question: string, facts: unknown, options: unknown): unknown {
  const groups = catalogue.groups[question] ?? [];
  const given = facts as Readonly<Record<string, unknown>>;
  const needed = Object.fromEntries(groups.filter((group) => group in given).map((group) => [group, given[group]]));
  return { facts: needed, options: options ?? {} };
}

/**
 * Refuses an answer that is not whole: a provision that the question declares and that is missing is a rule with an
 * undefined helper, which Rego drops without a word.
 *
 * @throws {EvaluationFailed}
 */
export function assertWhole(catalogue: Catalogue, question: string, answer: Answer): void {
  const declared = catalogue.questions[question] ?? [];
  const missing = declared.filter((eId) => !(eId in answer.findings));
  const extra = Object.keys(answer.findings).filter((eId) => !declared.includes(eId));
  if (missing.length + extra.length === 0) return;
  throw new EvaluationFailed(
    `${question}: missing ${missing.join(' ') || '-'}, not declared ${extra.join(' ') || '-'}`,
  );
}

/** Asks a question in one of its two forms; `conforms` is the validator of the decision schema. */
export function ask(
  evaluate: Evaluate,
  catalogue: Catalogue,
  conforms: (value: unknown) => boolean,
  question: string,
  form: Form,
  input: Uint8Array,
): Answer {
  const value = evaluate(`questions/${question}/${form}`, input);
  if (!conforms(value)) throw new EvaluationFailed(`${question}: the result does not fit the decision schema`);
  const answer = value as Answer;
  assertWhole(catalogue, question, answer);
  return answer;
}
