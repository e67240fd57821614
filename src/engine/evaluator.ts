/** From a question and facts to an answer that is complete and fits its schema, or to a failure. */
import { canonicalBytes, type Member } from '../kernel/canonical.ts';
import { type Evaluated, EvaluationFailed, type Run } from './instance.ts';

/** What the bundle's catalogue says of provisions and questions. */
export interface Catalogue {
  readonly order: readonly string[];
  /** Of each provision in `order`. */
  readonly places: Readonly<Record<string, number>>;
  readonly provisions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly questions: Readonly<Record<string, readonly string[]>>;
  /** By question, the packages of its articles with the provisions that they give. */
  readonly articles: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly readings: Readonly<Record<string, { readonly default: string; readonly alternatives: readonly string[] }>>;
  /** Numbers at which the law changes its answer, by fact. */
  readonly boundaries: Readonly<Record<string, readonly number[]>>;
  /** Periods in days that the law counts for a fact, from another fact. */
  readonly days: Readonly<Record<string, readonly { readonly from: string; readonly after: readonly number[] }[]>>;
  /** What a provision forbids for the time being, in words; a bundle of another release may not say it. */
  readonly barred?: Readonly<Record<string, string>>;
  /** Titles of facts and readings by pointer, with `*` for the index of a list. */
  readonly facts: Readonly<Record<string, string>>;
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

/** Truth values of a finding: a reading changes what they say, and what is open waits for facts. */
export const ASPECTS = ['applies', 'kept', 'ground', 'bar', 'inTime', 'reachesSubject'] as const;

export interface Finding {
  readonly applies: Truth;
  readonly kept?: Truth;
  readonly ground?: Truth;
  readonly bar?: Truth;
  readonly inTime?: Truth;
  readonly addressees?: readonly { readonly missing?: readonly string[] }[];
  readonly otherReading?: { readonly option: string };
  readonly areas?: { readonly option: string };
  readonly reachesSubject?: Truth;
  readonly draft?: { readonly complete: Truth };
  readonly each?: readonly { readonly applies: Truth; readonly kept?: Truth }[];
  readonly gap?: string;
  readonly next?: unknown;
  readonly forms?: readonly { readonly admissible: Truth; readonly bar: Truth }[];
  readonly imported?: readonly string[];
}

export type Form = 'answer' | 'decision';

/** What is asked of the policy once. */
export interface Asked {
  readonly question: string;
  readonly form: Form;
  /** Canonical bytes of the input. */
  readonly input: Uint8Array;
  /** Packages of articles, where only they are asked; `input` names them too. */
  readonly articles?: readonly string[];
}

/** An answer that is whole and is given to nobody who would change it, with the JSON that the policy wrote: `{"result": …}`. */
export interface Reply {
  readonly answer: Answer;
  readonly status: string;
  readonly json: Uint8Array;
  /** Of the decision in canonical form, where its texts were joined to the answer. */
  readonly members?: readonly Member[];
  /** Digest of the object of these members. */
  readonly output?: string;
}

/** The input of a question: only the groups of facts that it needs. */
export function inputOf(catalogue: Catalogue, question: string, facts: unknown, options: unknown): Input {
  const groups = catalogue.groups[question] ?? [];
  const given = facts as Readonly<Record<string, unknown>>;
  const needed = Object.fromEntries(groups.filter((group) => group in given).map((group) => [group, given[group]]));
  return { facts: needed, options: options ?? {} };
}

export interface Input {
  readonly facts: unknown;
  readonly options: unknown;
}

/** Asks only some articles of a question: their findings and the grade, as the whole answer has them. */
export function askedPart(question: string, { facts, options }: Input, articles: readonly string[]): Asked {
  return { question, form: 'answer', input: canonicalBytes({ facts, options, question, articles }), articles };
}

/**
 * Refuses an answer that is not whole: a provision that the question declares and that is missing is a rule with an
 * undefined helper, which Rego drops without a word.
 *
 * @param articles the packages of articles that were asked; all of the question if absent
 * @throws {EvaluationFailed}
 */
export function assertWhole(
  catalogue: Catalogue,
  question: string,
  answer: Pick<Answer, 'findings'>,
  articles?: readonly string[],
): void {
  const declared =
    articles === undefined
      ? (catalogue.questions[question] ?? [])
      : articles.flatMap((article) => catalogue.articles[question]?.[article] ?? []);
  const given = Object.keys(answer.findings);
  if (given.length === declared.length && declared.every((eId) => Object.hasOwn(answer.findings, eId))) return;
  const missing = declared.filter((eId) => !Object.hasOwn(answer.findings, eId));
  const extra = given.filter((eId) => !declared.includes(eId));
  throw new EvaluationFailed(
    `${question}: missing ${missing.join(' ') || '-'}, not declared ${extra.join(' ') || '-'}`,
  );
}

/** The entrypoint that answers for some articles of any question. */
const PART = 'questions/part/answer';

/**
 * Bytes of an answer that is remembered. To a few counts the policy says the same again and again, to the facts of a
 * whole case hardly ever.
 */
const REMEMBERED_BYTES = 4 * 1024;

/** Answers that are remembered; beyond, all are forgotten. */
const REMEMBERED = 256;

/**
 * Asks the policy and refuses an answer that is not whole. What it has read and checked once it does not read again
 * while the policy says the same, byte for byte.
 *
 * @throws {EvaluationFailed}
 */
export type AskPolicy = (asked: Asked) => Reply;

/** @param conforms the validator of the decision schema */
export function createAsk(run: Run, catalogue: Catalogue, conforms: (value: unknown) => boolean): AskPolicy {
  const remembered = new Map<string, Answer>();

  const read = ({ question, articles }: Asked, value: unknown): Answer => {
    // A part is checked as the answer that its articles would give by themselves.
    const answer = (articles === undefined ? value : { ...(value as object), ...OF_A_PART }) as Answer;
    if (!conforms(answer)) throw new EvaluationFailed(`${question}: the result does not fit the decision schema`);
    assertWhole(catalogue, question, answer, articles);
    return answer;
  };

  const answerOf = (asked: Asked, evaluated: Evaluated): Answer => {
    const { question, form, articles } = asked;
    const { json } = evaluated;
    if (articles !== undefined || json.length > REMEMBERED_BYTES) return read(asked, evaluated.value);
    const key = `${form} ${question} ${Buffer.from(json.buffer, json.byteOffset, json.length).toString('latin1')}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const answer = read(asked, evaluated.value);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(key, answer);
    return answer;
  };

  return (asked) => {
    const { question, form, input, articles } = asked;
    const evaluated = run(articles === undefined ? `questions/${question}/${form}` : PART, input);
    const answer = answerOf(asked, evaluated);
    return { answer, status: answer.status, json: evaluated.json };
  };
}

const OF_A_PART = { status: 'indeterminate', notes: {} } as const;
