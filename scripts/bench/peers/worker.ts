/** One of the threads that answer for our rules: texts of facts in, texts of answers out. */
import { workerData } from 'node:worker_threads';
import { createRun } from '../../../src/engine/instance.ts';

const run = createRun(workerData as WebAssembly.Module, {});
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export default function answers(texts: readonly string[]): readonly string[] {
  return texts.map((text) => decoder.decode(run('peers/answer', encoder.encode(text)).json));
}
