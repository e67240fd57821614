/** The thread in which the cases of a bundle are asked, with an instance of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { validatorOf } from '../contract/validate.ts';
import { canonicalBytes } from '../kernel/canonical.ts';
import { type Catalogue, createAsk, type Form, inputOf } from './evaluator.ts';
import { type GoldenTask, runGolden } from './golden.ts';
import { createRun } from './instance.ts';

const { module, data, cases } = workerData as GoldenTask;
const catalogue = data['catalogue'] as Catalogue;
const fits = validatorOf('decision.schema.json');
const ask = createAsk(createRun(module, data), catalogue, (value) => fits(value) === true);

async function evaluate(entrypoint: string, facts: unknown, options: unknown): Promise<unknown> {
  const [, question, form] = entrypoint.split('/') as [string, string, Form];
  const input = canonicalBytes(inputOf(catalogue, question, facts, options));
  return ask({ question, form, input }).answer;
}

parentPort?.postMessage(await runGolden({ data, evaluate }, cases));
