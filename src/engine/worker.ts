/** The worker's side of the pool: an instance of its own of the module that all threads share. */
import { workerData } from 'node:worker_threads';
import type { Evaluation } from '../operations/metrics.ts';
import { packed } from './batches.ts';
import { createLocal } from './local.ts';
import { resultOf, type Task, type TaskResult, type WorkerParts } from './pool.ts';

const { provenance, ...parts } = workerData as WorkerParts;
let evaluations: Evaluation[] = [];
const local = createLocal(parts, provenance, (evaluation) => evaluations.push(evaluation));

export default async function results(tasks: readonly Task[]): Promise<unknown> {
  const made: TaskResult[] = [];
  for (const task of tasks) {
    evaluations = [];
    made.push(await resultOf(local, task, evaluations));
  }
  return packed(made);
}
