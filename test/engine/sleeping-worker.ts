/** A worker for the tests of batches: a task is how long it takes; one below zero never ends. */
import { threadId } from 'node:worker_threads';
import { packed, type Result } from '../../src/engine/batches.ts';

export type Milliseconds = number;

export interface Slept extends Result {
  readonly thread: number;
  /** Tasks of the same batch. */
  readonly together: number;
}

export default function results(tasks: readonly Milliseconds[]): unknown {
  return packed<Slept>(
    tasks.map((task) => {
      const end = task < 0 ? Number.POSITIVE_INFINITY : performance.now() + task;
      while (performance.now() < end);
      return { bytes: Buffer.from(String(task)), thread: threadId, together: tasks.length };
    }),
  );
}
