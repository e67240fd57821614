/** The worker's side of the pool: an engine of its own, from the same verified bundle. */
import { workerData } from 'node:worker_threads';
import { validatorOf } from '../contract/validate.ts';
import { readBundle } from '../policy/bundle.ts';
import { type Answer, ask, type Catalogue } from './evaluator.ts';
import { createEvaluate } from './instance.ts';
import type { WorkerTask } from './pool.ts';

const { path, sha256 } = workerData as { path: string; sha256: string };
const bundle = await readBundle(path, sha256);
const evaluate = createEvaluate(bundle.wasm as Uint8Array, bundle.data);
const fits = validatorOf('decision.schema.json');
const catalogue = bundle.data['catalogue'] as Catalogue;

export default function run({ question, form, input }: WorkerTask): Answer {
  return ask(evaluate, catalogue, (value) => fits(value) === true, question, form, input);
}
