/** Answers packed with gzip for who accepts it, as OPA does: from 1 KiB on. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import fastifyPlugin from 'fastify-plugin';

/** Bytes below which packing costs more than it saves; OPA's `server.encoding.gzip.min_length`. */
const MIN_BYTES = 1024;

const TEXT = /^(application\/(problem\+|schema\+)?json|text\/)/;

const packed = promisify(gzip);

export const compress = fastifyPlugin(
  async (app) => {
    app.addHook('onSend', async (request, reply, payload) => {
      if (!(typeof payload === 'string' || Buffer.isBuffer(payload))) return payload;
      if (payload.length < MIN_BYTES || reply.hasHeader('content-encoding')) return payload;
      if (!TEXT.test(String(reply.getHeader('content-type') ?? ''))) return payload;
      reply.header('vary', 'accept-encoding');
      if (!accepts(request.headers['accept-encoding'])) return payload;
      const tag = reply.getHeader('etag');
      // The packed bytes are others than those that the tag names.
      if (typeof tag === 'string' && !tag.startsWith('W/')) reply.header('etag', `W/${tag}`);
      reply.header('content-encoding', 'gzip').removeHeader('content-length');
      return packed(payload);
    });
  },
  { name: 'tongze-compress', fastify: '5.x' },
);

/** Whether `gzip` is listed with a weight above 0; `*` alone asks for nothing in particular, as OPA reads it. */
export function accepts(header: string | string[] | undefined): boolean {
  const weights = new Map<string, number>();
  for (const entry of [header ?? ''].flat().join(',').split(',')) {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length);
    weights.set(name, weight === undefined ? 1 : Number(weight));
  }
  return (weights.get('gzip') ?? weights.get('x-gzip') ?? 0) > 0;
}
