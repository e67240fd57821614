/** The worker's side of the pool: an instance of its own of the module that all threads share. */
import { workerData } from 'node:worker_threads';
import { validatorOf } from '../contract/validate.ts';
import { type Asked, ask, type Catalogue } from './evaluator.ts';
import { createRun } from './instance.ts';
import type { WorkerBundle } from './pool.ts';

const { module, data, contract } = workerData as WorkerBundle;
const run = createRun(module, data);
const fits = validatorOf('decision.schema.json', contract);

/** @returns the JSON of the reply alone: bytes cross threads cheaper than objects */
export default function answer(asked: Asked): Uint8Array {
  return ask(run, data['catalogue'] as Catalogue, (value) => fits(value) === true, asked).json;
}
