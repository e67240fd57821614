/** One of the threads that answer for our rules: texts of facts in, bytes of answers out. */
import { workerData } from 'node:worker_threads';
import { createArena } from '../../../src/engine/arena.ts';
import { packed } from '../../../src/engine/batches.ts';
import { createRun } from '../../../src/engine/instance.ts';

const arena = createArena(1024 * 1024);
const run = createRun(workerData as WebAssembly.Module, {}, arena.keep);
const encoder = new TextEncoder();

export default function answers(texts: readonly string[]): unknown {
  arena.clear();
  return packed(texts.map((text) => ({ bytes: run('peers/answer', encoder.encode(text)).json })));
}
