/**
 * Many cases, one a line: from the bytes of a request line to the bytes of a result line, and the lines of a stream cut
 * into chunks that a worker takes at once. Knows nothing of HTTP.
 */

import { checkFacts } from '../contract/facts.ts';
import type { DivisionTable } from '../contract/places.ts';
import type { RefusedLine } from '../contract/refused-line.ts';
import { type ProblemItem, validate, validatorOf } from '../contract/validate.ts';
import { canonicalBytes } from '../kernel/canonical.ts';
import { isJsonProblem, parseJson } from '../kernel/json.ts';
import { type AskPolicy, type Catalogue, createAsk, type Form, inputOf } from './evaluator.ts';
import { createRun } from './instance.ts';
import type { EngineParts } from './local.ts';

/** Bytes of one line. */
export const MAX_LINE_BYTES = 64 * 1024;

/** What one task of a worker holds at most: some tens of milliseconds of work. */
const CHUNK = { lines: 128, bytes: 128 * 1024 } as const;

const NEWLINE = 0x0a;

/** Consecutive lines of a stream, or the one line that is longer than a line may be. */
export interface Chunk {
  /** Number of its first line, from 1. */
  readonly first: number;
  /** Whole lines, each but the last with its newline; absent for a line that is too long. */
  readonly bytes?: Uint8Array;
}

export type Tally = Readonly<Record<'determined' | 'indeterminate' | 'not_applicable', number>>;

/** The answers to a chunk: result lines as bytes, and what could not be answered. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly refused: readonly RefusedLine[];
  readonly tally: Tally;
}

/** What the lines are answered with. */
export interface Engine {
  readonly ask: AskPolicy;
  readonly catalogue: Catalogue;
  readonly divisions: DivisionTable;
}

/** With an instance of its own. */
export function createEngine({ module, data }: EngineParts): Engine {
  const catalogue = data['catalogue'] as Catalogue;
  const fits = validatorOf('decision.schema.json');
  const ask = createAsk(createRun(module, data), catalogue, (value) => fits(value) === true);
  return { ask, catalogue, divisions: data['territory'] as DivisionTable };
}

const LINE = 'stream.schema.json#/$defs/StreamLine';
const encoder = new TextEncoder();

/** Cuts a stream of bytes into chunks, as soon as whole lines are there; holds one unfinished line at most. */
export async function* chunksOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Chunk> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let skipping = false;
  for await (const data of source) {
    let buffer: Buffer = rest.length === 0 ? viewOf(data) : Buffer.concat([rest, data]);
    rest = Buffer.alloc(0);
    if (skipping) {
      const end = buffer.indexOf(NEWLINE);
      if (end < 0) continue;
      buffer = buffer.subarray(end + 1);
      skipping = false;
      line += 1;
    }
    let start = 0;
    let count = 0;
    let from = 0;
    for (let end = buffer.indexOf(NEWLINE, from); end >= 0; end = buffer.indexOf(NEWLINE, from)) {
      if (end - from > MAX_LINE_BYTES) {
        if (from > start) yield { first: line, bytes: buffer.subarray(start, from) };
        line += count;
        yield { first: line };
        line += 1;
        count = 0;
        from = end + 1;
        start = from;
        continue;
      }
      from = end + 1;
      count += 1;
      if (count < CHUNK.lines && from - start < CHUNK.bytes) continue;
      yield { first: line, bytes: buffer.subarray(start, from) };
      line += count;
      count = 0;
      start = from;
    }
    if (from > start) yield { first: line, bytes: buffer.subarray(start, from) };
    line += count;
    rest = buffer.subarray(from);
    if (rest.length <= MAX_LINE_BYTES) continue;
    yield { first: line };
    rest = Buffer.alloc(0);
    skipping = true;
  }
  if (!skipping && rest.length > 0) yield { first: line, bytes: rest };
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/**
 * Answers the lines of a chunk, each by itself. Lines of white space are passed over.
 *
 * @param isCancelled asked before each line: the client of the stream may have left
 */
export function answerLines(
  engine: Engine,
  form: Form,
  { first, bytes = encoder.encode('') }: Chunk,
  isCancelled: () => boolean = () => false,
): Piece {
  const results: Uint8Array[] = [];
  const refused: RefusedLine[] = [];
  const tally = { determined: 0, indeterminate: 0, not_applicable: 0 };
  let length = 0;
  let line = first - 1;
  for (let start = 0; start < bytes.length && !isCancelled(); ) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    const own = bytes.subarray(start, end);
    start = end + 1;
    line += 1;
    if (isBlank(own)) continue;
    const result = answerLine(engine, form, own, line);
    if ('why' in result) refused.push({ at: length, ...result });
    else {
      for (const part of result.parts) {
        results.push(part);
        length += part.length;
      }
      tally[result.status as keyof typeof tally] += 1;
    }
  }
  return { bytes: written(results, length), refused, tally };
}

/** A buffer of its own: one from Node's pool could not move to another thread. */
function written(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);
}

type Answered = { readonly status: string; readonly parts: readonly Uint8Array[] } | Omit<RefusedLine, 'at'>;

function answerLine({ ask, catalogue, divisions }: Engine, form: Form, bytes: Uint8Array, line: number): Answered {
  let value: unknown;
  try {
    value = parseJson(bytes);
  } catch (thrown) {
    if (!isJsonProblem(thrown)) throw thrown;
    const { code, message, pointer } = thrown;
    return { line, why: { kind: 'json', problem: { code, message, ...(pointer === undefined ? {} : { pointer }) } } };
  }
  const id = idOf(value);
  const named = id === undefined ? { line } : { line, id };
  const items = validate(LINE, value);
  if (items.length > 0) return { ...named, why: { kind: 'contract', items } };
  const { question, facts, options = {} } = value as Case;
  const places = checkFacts(facts, divisions, '/facts');
  if (places.length > 0) return { ...named, why: { kind: 'contract', items: places } };
  if (!Object.hasOwn(catalogue.questions, question)) return { ...named, why: { kind: 'unknown-question' } };
  const { sensitivity = 'none', ...readings } = options;
  if (sensitivity !== 'none') return { ...named, why: { kind: 'contract', items: [NO_SENSITIVITY] } };
  try {
    const input = canonicalBytes(inputOf(catalogue, question, facts, readings));
    const { answer, json } = ask({ question, form, input });
    const head = `{${id === undefined ? '' : `"id":${JSON.stringify(id)},`}"line":${line},`;
    // What the policy wrote is `{"result": …}`: its own opening brace gives way to the head.
    return { status: answer.status, parts: [encoder.encode(head), json.subarray(1), END] };
  } catch {
    return { ...named, why: { kind: 'failed' } };
  }
}

interface Case {
  readonly question: string;
  readonly facts: unknown;
  readonly options?: { readonly sensitivity?: string };
}

const END = encoder.encode('\n');

const NO_SENSITIVITY: ProblemItem = {
  code: 'not_allowed',
  message: '流不比较读法。',
  pointer: '/options/sensitivity',
  remedy: '不填，或者填 none；要比较读法的，用 /api/v1/evaluations 一个一个地问。',
};

/** The id that a line gives, where it may be repeated. */
function idOf(value: unknown): string | undefined {
  const id = (value as { readonly id?: unknown } | null)?.id;
  return typeof id === 'string' && id !== '' && id.length <= 100 ? id : undefined;
}
