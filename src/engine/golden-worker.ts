/** The thread in which the cases of a bundle are asked, with an instance of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { validatorOf } from '../contract/validate.ts';
import { canonicalBytes } from '../kernel/canonical.ts';
import { ask, type Catalogue, type Form, inputOf } from './evaluator.ts';
import { type GoldenTask, runGolden } from './golden.ts';
import { createRun } from './instance.ts';

const { module, data, cases } = workerData as GoldenTask;
const run = createRun(module, data);
const catalogue = data['catalogue'] as Catalogue;
const fits = validatorOf('decision.schema.json');

async function evaluate(entrypoint: string, facts: unknown, options: unknown): Promise<unknown> {
  const [, question, form] = entrypoint.split('/') as [string, string, Form];
  const input = canonicalBytes(inputOf(catalogue, question, facts, options));
  return ask(run, catalogue, (value) => fits(value) === true, { question, form, input }).answer;
}

parentPort?.postMessage(await runGolden({ data, evaluate }, cases));
