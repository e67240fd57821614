/** A stream of cases through worker threads: results in the order of the lines, never more in flight than threads need. */

import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { RefusedLine } from '../contract/refused-line.ts';
import type { Form } from './evaluator.ts';
import { type Chunk, chunksOf, type Piece, type Tally } from './lines.ts';
import type { LinesTask } from './lines-worker.ts';
import type { EngineParts } from './local.ts';

/** Chunks that are with the workers or wait for the client to take them, for each thread. */
const IN_FLIGHT = 2;

export interface Streams {
  /**
   * Answers a stream. Reads no further while the reader of the result does not take what is there; stops the work when
   * the reader leaves.
   *
   * @throws what reading the source throws
   */
  answer(source: AsyncIterable<Uint8Array>, form: Form): AsyncGenerator<Piece>;
  close(): Promise<void>;
}

/**
 * @param deadlineMs milliseconds that the evaluation of one line may take
 * @param threads    worker threads; all cores if absent
 */
export function createStreams(bundle: EngineParts, deadlineMs: number, threads = availableParallelism()): Streams {
  let workers: Piscina | undefined;

  const run = async (task: LinesTask, milliseconds: number): Promise<Piece> => {
    workers ??= new Piscina({
      filename: new URL('./lines-worker.ts', import.meta.url).href,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: 60_000,
      workerData: bundle,
    });
    return (await workers.run(task, { signal: AbortSignal.timeout(milliseconds) })) as Piece;
  };

  /** A chunk that a worker did not finish is tried again line by line, so that only the line to blame has failed. */
  const answerChunk = async (task: LinesTask): Promise<Piece> => {
    const { chunk, cancelled } = task;
    if (chunk.bytes === undefined) return refusal({ at: 0, line: chunk.first, why: { kind: 'too-long' } });
    try {
      return await run(task, deadlineMs * 2);
    } catch {
      const pieces: Piece[] = [];
      for (const one of linesOf(chunk)) {
        if (Atomics.load(cancelled, 0) !== 0) break;
        const failed = refusal({ at: 0, line: one.first, why: { kind: 'failed' } });
        pieces.push(await run({ ...task, chunk: one }, deadlineMs).catch(() => failed));
      }
      return joined(pieces);
    }
  };

  return {
    async *answer(source, form) {
      const cancelled = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const chunks = chunksOf(source);
      const pieces: Promise<Piece>[] = [];
      let next: Promise<IteratorResult<Chunk>> | undefined;
      try {
        next = chunks.next();
        while (next !== undefined || pieces.length > 0) {
          const room = next !== undefined && pieces.length < threads * IN_FLIGHT;
          const [head] = pieces;
          const first = await Promise.race([
            ...(head === undefined ? [] : [head.then((piece) => ({ piece }))]),
            ...(room ? [(next as Promise<IteratorResult<Chunk>>).then((chunk) => ({ chunk }))] : []),
          ]);
          if ('piece' in first) {
            pieces.shift();
            yield first.piece;
          } else if (first.chunk.done === true) next = undefined;
          else {
            pieces.push(answerChunk({ form, chunk: own(first.chunk.value), cancelled }));
            next = chunks.next();
          }
        }
      } finally {
        Atomics.store(cancelled, 0, 1);
        // Not awaited: the source may be waiting for bytes that never come.
        next?.catch(() => undefined);
        chunks.return(undefined).catch(() => undefined);
      }
    },
    close: async () => workers?.destroy(),
  };
}

/** The bytes alone: a view would take the whole buffer behind it to the worker. */
function own({ first, bytes }: Chunk): Chunk {
  return bytes === undefined ? { first } : { first, bytes: Uint8Array.from(bytes) };
}

function* linesOf({ first, bytes = new Uint8Array() }: Chunk): Generator<Chunk> {
  let line = first;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    yield { first: line, bytes: bytes.slice(start, end) };
    start = end;
  }
}

const NONE: Tally = { determined: 0, indeterminate: 0, not_applicable: 0 };

function refusal(refused: RefusedLine): Piece {
  return { bytes: new Uint8Array(), refused: [refused], tally: NONE };
}

function joined(pieces: readonly Piece[]): Piece {
  let length = 0;
  const refused: RefusedLine[] = [];
  const tally = { ...NONE };
  for (const piece of pieces) {
    refused.push(...piece.refused.map((one) => ({ ...one, at: one.at + length })));
    for (const status of Object.keys(tally) as (keyof Tally)[]) tally[status] += piece.tally[status];
    length += piece.bytes.length;
  }
  return { bytes: Buffer.concat(pieces.map(({ bytes }) => bytes)), refused, tally };
}
