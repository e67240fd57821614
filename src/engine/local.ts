/** What one thread answers with: an instance of its own, the catalogue, and the contract that answers have to fit. */
import type { Schema } from '../contract/schemas.ts';
import { validatorOf } from '../contract/validate.ts';
import { canonicalBytes, objectOf } from '../kernel/canonical.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { Evaluation } from '../operations/metrics.ts';
import { createDecide, type Decided, type Options, type Provenance } from './decide.ts';
import { type Answer, type Asked, type Catalogue, createAsk, type Form, inputOf, type Reply } from './evaluator.ts';
import { createRun, type Keep } from './instance.ts';
import { type Join, joiner, type TextData, type WithTexts } from './texts.ts';

/** What threads answer with: checked, unpacked and compiled once by the thread that starts them. */
export interface EngineParts {
  readonly module: WebAssembly.Module;
  readonly data: Readonly<Record<string, unknown>>;
  /** The version of the contract that answers have to fit; the program's own if absent. */
  readonly contract?: ReadonlyMap<string, Schema> | undefined;
}

/** A decision that is wanted; facts and options fit the contract. */
export interface Wanted {
  readonly question: string;
  readonly facts: unknown;
  readonly options: Options;
}

export interface Local {
  /** @throws {EvaluationFailed} */
  ask(asked: Asked): Reply;
  /** @throws {EvaluationFailed} */
  decide(wanted: Wanted): Promise<Decided>;
}

/**
 * @param tell is told of every evaluation, those for sensitivity included
 * @param keep makes the bytes of replies, as of `createRun`
 * @param join gives answers their texts, as `joiner` does
 */
export function createLocal(
  { module, data, contract }: EngineParts,
  provenance: Provenance,
  tell: (evaluation: Evaluation) => void,
  keep?: Keep,
  join: typeof joiner = joiner,
): Local {
  const catalogue = data['catalogue'] as Catalogue;
  const run = createRun(module, data, keep);
  const validator = validatorOf('decision.schema.json', contract);
  const askPolicy = createAsk(run, catalogue, (value) => validator(value) === true);
  const measured = (asked: Asked, answer: () => Reply): Reply => {
    const { question, articles } = asked;
    const form = articles === undefined ? asked.form : 'part';
    const started = performance.now();
    let outcome = 'failed';
    try {
      const reply = answer();
      outcome = reply.answer.status;
      return reply;
    } finally {
      tell({ question, form, outcome, seconds: (performance.now() - started) / 1000 });
    }
  };
  const joins = new Map<string, Join | undefined>();
  /** Found out when a question is asked for the first time. */
  const joinOf = (question: string): Join | undefined => {
    if (joins.has(question)) return joins.get(question);
    const input = canonicalBytes(inputOf(catalogue, question, {}, {}));
    const asked = (form: Form) => askPolicy({ question, form, input }).answer;
    const found = join(data as unknown as TextData, asked('answer'), asked('decision'));
    joins.set(question, found);
    return found;
  };
  /** Answers that come again are the same object: they get their texts once. */
  const texted = new WeakMap<Answer, WithTexts & { readonly output: string }>();
  const askMeasured = (asked: Asked) => measured(asked, () => askPolicy(asked));
  const askWithTexts = (asked: Asked): Reply => {
    const withTexts = asked.form === 'decision' ? joinOf(asked.question) : undefined;
    if (withTexts === undefined) return askMeasured(asked);
    return measured(asked, () => {
      const reply = askPolicy({ ...asked, form: 'answer' });
      let said = texted.get(reply.answer);
      if (said === undefined) {
        const joined = withTexts(reply.answer);
        said = { ...joined, output: sha256(objectOf(joined.members)) };
        texted.set(reply.answer, said);
      }
      return { ...reply, ...said };
    });
  };
  const decide = createDecide(askWithTexts, catalogue, provenance, sha256);
  return { ask: askMeasured, decide: ({ question, facts, options }) => decide(question, facts, options) };
}
