/** One of the threads that answer for our rules: texts of facts in, bytes of answers out, which move and are not copied. */
import { workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { createRun } from '../../../src/engine/instance.ts';

const run = createRun(workerData as WebAssembly.Module, {});
const encoder = new TextEncoder();

export default function answers(texts: readonly string[]): unknown {
  const written = texts.map((text) => run('peers/answer', encoder.encode(text)).json);
  return move({ [valueSymbol]: written, [transferableSymbol]: written.map(({ buffer }) => buffer) });
}
