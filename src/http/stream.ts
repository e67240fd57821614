/** `POST /api/v1/evaluations/stream`: cases as NDJSON, one a line, answered in their order while they arrive. */

import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import type { RefusedLine } from '../contract/refused-line.ts';
import { stateless } from './access.ts';
import { type HttpProblem, httpProblem, problemBody } from './errors.ts';
import { queryOf, serve } from './routes.ts';
import type { Service, StreamPiece } from './service.ts';

const NDJSON = 'application/x-ndjson';
const TYPE = /^application\/x-ndjson[ \t]*(;[ \t]*charset[ \t]*=[ \t]*("utf-8"|utf-8)[ \t]*)?$/i;

/** Streams at once: each keeps the workers of all cores busy. */
const MAX_STREAMS = 8;

/** Milliseconds without a byte in either direction after which a stream is closed. */
const IDLE_MS = 30_000;

const streaming = new WeakSet<Socket>();

/** A stream may take longer to arrive than any other request; its own idle limit stands in. */
export function isStreaming(socket: Socket): boolean {
  return streaming.has(socket);
}

export const stream = fastifyPlugin(
  async (app, { service }: { readonly service: Service }) => {
    let running = 0;
    app.addContentTypeParser(NDJSON, async (request: FastifyRequest, payload: AsyncIterable<Uint8Array>) => {
      if (!TYPE.test(request.headers['content-type'] ?? '')) throw httpProblem('unsupported-media-type');
      if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
        throw httpProblem('unsupported-media-type', { detail: '流不收压缩的内容。' });
      return payload;
    });

    const answer = async (request: FastifyRequest, reply: FastifyReply) => {
      const source = request.body;
      if (!(source instanceof Readable))
        throw httpProblem('unsupported-media-type', { detail: `请求头 Content-Type 应为 ${NDJSON}，一行一个案件。` });
      const form = queryOf(request).get('form') ?? 'answer';
      if (form !== 'answer' && form !== 'decision')
        throw httpProblem('invalid-request', {
          detail: '参数 form 可填 answer（状态、事实路径、读法）或者 decision（附条文）。',
        });
      if (running >= MAX_STREAMS)
        throw httpProblem('overloaded', { detail: `同时进行的流已有 ${MAX_STREAMS} 个，请稍后再试。` });
      running += 1;
      const { socket } = request.raw;
      const close = () => socket.destroy();
      streaming.add(socket);
      socket.setTimeout(IDLE_MS).on('timeout', close);
      const lines = Readable.from(linesOf(service, source, form, request.id), { objectMode: false });
      void once(lines, 'close').then(() => {
        running -= 1;
        streaming.delete(socket);
        socket.off('timeout', close);
      });
      return reply
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .type(`${NDJSON}; charset=utf-8`)
        .send(lines);
    };
    serve(app, '/api/v1/evaluations/stream', { POST: stateless(answer) });
  },
  { name: 'tongze-stream', fastify: '5.x', dependencies: ['tongze-bodies'] },
);

async function* linesOf(
  service: Service,
  source: Readable,
  form: 'answer' | 'decision',
  id: string,
): AsyncGenerator<Uint8Array> {
  const sums = { determined: 0, indeterminate: 0, notApplicable: 0, refused: 0, failed: 0 };
  for await (const piece of service.stream(source, form)) {
    sums.determined += piece.tally.determined;
    sums.indeterminate += piece.tally.indeterminate;
    sums.notApplicable += piece.tally.not_applicable;
    for (const { why } of piece.refused) sums[why.kind === 'failed' ? 'failed' : 'refused'] += 1;
    yield written(piece, id, service);
  }
  const lines = Object.values(sums).reduce((sum, count) => sum + count, 0);
  const bundle = { revision: service.revision, sha256: service.bundles.wasm.sha256 };
  yield Buffer.from(`${JSON.stringify({ summary: { lines, ...sums, bundle } })}\n`);
}

/** The result lines with the refused ones where they belong. */
function written({ bytes, refused }: StreamPiece, id: string, service: Service): Uint8Array {
  if (refused.length === 0) return bytes;
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const one of refused) {
    parts.push(bytes.subarray(from, one.at));
    from = one.at;
    const problem = problemBody(problemOf(one, service), true, `${id}#${one.line}`);
    const named = one.id === undefined ? {} : { id: one.id };
    parts.push(Buffer.from(`${JSON.stringify({ ...named, line: one.line, problem })}\n`));
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}

function problemOf({ why }: RefusedLine, service: Service): HttpProblem {
  switch (why.kind) {
    case 'json': {
      const { code, message, pointer = '' } = why.problem;
      const kind = code === 'duplicate_key' ? 'duplicate-key' : 'malformed-json';
      const remedy = '改正这一行，再提交。';
      return httpProblem(kind, { detail: message, errors: [{ code, message, pointer, remedy }] });
    }
    case 'contract': {
      const [first] = why.items;
      return httpProblem('schema-violation', {
        detail: `${first?.message ?? ''}${first?.remedy ?? ''}`.slice(0, 2000),
        errors: why.items,
      });
    }
    case 'unknown-question':
      return httpProblem('unknown-entrypoint', { detail: `没有这个问题；可问的有：${service.questions.join('、')}。` });
    case 'too-long':
      return httpProblem('too-large', { detail: '一行最大 64 KiB；这一行没有读。' });
    case 'failed':
      return httpProblem('evaluation-error');
  }
}
