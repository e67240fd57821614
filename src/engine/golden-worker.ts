/** The thread in which the cases of a bundle are asked, with an instance of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { canonicalBytes } from '../kernel/canonical.ts';
import { type Form, inputOf } from './evaluator.ts';
import { type GoldenTask, runGolden } from './golden.ts';
import { createEngine } from './lines.ts';

const { cases, ...parts } = workerData as GoldenTask;
const { ask, catalogue } = createEngine(parts);

async function evaluate(entrypoint: string, facts: unknown, options: unknown): Promise<unknown> {
  const [, question, form] = entrypoint.split('/') as [string, string, Form];
  const input = canonicalBytes(inputOf(catalogue, question, facts, options));
  return ask({ question, form, input }).answer;
}

parentPort?.postMessage(await runGolden({ data: parts.data, evaluate }, cases));
