/** The worker's side of the pool: an instance of its own of the module that all threads share. */
import { workerData } from 'node:worker_threads';
import type { Evaluation } from '../operations/metrics.ts';
import { createArena } from './arena.ts';
import { packed } from './batches.ts';
import { createLocal } from './local.ts';
import { resultOf, type Task, type TaskResult, type WorkerParts } from './pool.ts';

const { provenance, ...parts } = workerData as WorkerParts;
const arena = createArena(1024 * 1024);
let evaluations: Evaluation[] = [];
const local = createLocal(parts, provenance, (evaluation) => evaluations.push(evaluation), arena.keep);

export default async function results(tasks: readonly Task[]): Promise<unknown> {
  // `packed` has copied what the batch before gave.
  arena.clear();
  const made: TaskResult[] = [];
  for (const task of tasks) {
    evaluations = [];
    made.push(await resultOf(local, task, evaluations));
  }
  return packed(made);
}
