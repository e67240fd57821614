/** The worker's side of a stream: an instance of its own of the module that all threads share. */
import { workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { Form } from './evaluator.ts';
import { answerLines, type Chunk, createEngine, type Piece } from './lines.ts';
import type { EngineParts } from './local.ts';

/** What a worker is asked: a chunk of one stream. */
export interface LinesTask {
  readonly form: Form;
  readonly chunk: Chunk;
  /** One number that the threads share: not 0 once nobody waits for the stream any more. */
  readonly cancelled: Int32Array;
}

const engine = createEngine(workerData as EngineParts);

/** @returns a piece whose bytes move to the other thread: they are ten times those of the chunk, and nobody copies them */
export default function answer({ form, chunk, cancelled }: LinesTask): unknown {
  const piece: Piece = answerLines(engine, form, chunk, () => Atomics.load(cancelled, 0) !== 0);
  return move({ [valueSymbol]: piece, [transferableSymbol]: [piece.bytes.buffer] });
}
