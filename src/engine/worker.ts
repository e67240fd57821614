/** The worker's side of the pool: an engine of its own, from the same verified bundle. */
import { workerData } from 'node:worker_threads';
import { conforms } from '../contract/validate.ts';
import { readBundle } from '../policy/bundle.ts';
import { ask, type Answer, type Catalogue } from './evaluator.ts';
import { createEvaluate } from './instance.ts';
import type { WorkerTask } from './pool.ts';

const { path, sha256 } = workerData as { path: string; sha256: string };
const bundle = await readBundle(path, sha256);
const evaluate = createEvaluate(bundle.wasm as Uint8Array, bundle.data);
const catalogue = bundle.data['catalogue'] as Catalogue;

export default function run({ question, form, input }: WorkerTask): Answer {
  return ask(evaluate, catalogue, (value) => conforms('decision.schema.json', value), question, form, input);
}
