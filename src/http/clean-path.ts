/**
 * Sends a URL with empty or dotted segments to the one that is meant, as OPA does: whoever joins an address that ends
 * with a slash and a path that begins with one asks for `//v1/data`.
 */
import { posix } from 'node:path';
import type { FastifyInstance } from 'fastify';

const UNCLEAN = /\/(?:\/|\.{1,2}(?:\/|$))/;

/**
 * The path without empty and dotted segments; `undefined` where it has none, or where a browser could read the rest as
 * another host: it takes a backslash for a slash.
 */
export function cleanPath(path: string): string | undefined {
  return path.startsWith('/') && !path.includes('\\') && UNCLEAN.test(path) ? posix.normalize(path) : undefined;
}

/** Call it before the first hook that asks who the caller is: a redirect tells nobody anything. */
export function redirectUnclean(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const [path = '', ...query] = (request.raw.url ?? '').split('?');
    const clean = cleanPath(path);
    // Temporary, with the same method and body; a path, so that it leads to no other host.
    if (clean !== undefined) return reply.redirect([clean, ...query].join('?'), 307);
  });
}
