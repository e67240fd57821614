/** Examples of requests and answers: legal cases, evaluated by the bundle that is released. */
import { readCases } from '../../../test/support/cases.ts';
import type { Json } from './operation.ts';

export interface Example {
  readonly summary: string;
  readonly value: Json;
}

export interface Examples {
  /** Bodies of `/api/v1/evaluations`. */
  readonly requests: Readonly<Record<string, Example>>;
  /** The same as OPA's `input`. */
  readonly inputs: Readonly<Record<string, Example>>;
  /** Answers to those requests of which the answer is short. */
  readonly decisions: Readonly<Record<string, Example>>;
}

/** The legal cases that are shown: a whole real one, and one each that is determined and not applicable. */
const SHOWN = ['shiyan-2021-06-13', 'LT-004', 'gulei-2015-04-06'];

/** The longest answer that is shown, in characters of JSON. */
const SHORT = 12_000;

/** @param decide the service’s decision, which conforms to the contract */
export async function examples(
  decide: (question: string, facts: unknown, options: unknown) => Promise<unknown>,
): Promise<Examples> {
  const cases = readCases().map(({ body }) => body);
  const requests: Record<string, Example> = {};
  const inputs: Record<string, Example> = {};
  const decisions: Record<string, Example> = {};
  for (const id of SHOWN) {
    const found = cases.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no legal case ${id}`);
    const { question, facts, options, title: summary } = found;
    const more = options === undefined ? {} : { options };
    requests[id] = { summary, value: { question, facts, ...more } };
    if (question === 'addressees') inputs[id] = { summary, value: { facts, ...more } };
    const decision = (await decide(question, facts, options)) as Json;
    if (JSON.stringify(decision).length <= SHORT) decisions[id] = { summary, value: decision };
  }
  return { requests, inputs, decisions };
}
