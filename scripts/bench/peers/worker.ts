/** One of the threads that answer for our rules: texts of facts in, bytes of answers out. */
import { workerData } from 'node:worker_threads';
import { packed } from '../../../src/engine/batches.ts';
import { createRun } from '../../../src/engine/instance.ts';

const run = createRun(workerData as WebAssembly.Module, {});
const encoder = new TextEncoder();

export default function answers(texts: readonly string[]): unknown {
  return packed(texts.map((text) => ({ bytes: run('peers/answer', encoder.encode(text)).json })));
}
