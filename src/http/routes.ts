/** How routes are declared: the methods that are served, and an answer in JSON to every other one. */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods, RouteShorthandOptions } from 'fastify';
import type { Endpoint } from './access.ts';
import { httpProblem } from './errors.ts';
import type { ProblemCode } from './problems.ts';

interface Others {
  /** Methods that are refused for another reason than not existing. */
  readonly refuse?: Readonly<Partial<Record<HTTPMethods, ProblemCode>>>;
  readonly options?: RouteShorthandOptions;
}

/**
 * Serves `endpoints` at `url`, each to whom it declares; every other method is refused before its body is read, whoever
 * asks. HEAD is no GET, as in OPA.
 */
export function serve(
  app: FastifyInstance,
  url: string,
  endpoints: Readonly<Partial<Record<HTTPMethods, Endpoint>>>,
  { refuse = {}, options = {} }: Others = {},
): void {
  const allow = Object.keys(endpoints).sort().join(', ');
  for (const method of app.supportedMethods as HTTPMethods[]) {
    const endpoint = endpoints[method];
    if (endpoint !== undefined) {
      const { access, handler, audited = false } = endpoint;
      const config = { ...options.config, access, audited };
      app.route({ ...options, config, method, url, handler: async (request, reply) => handler(request, reply) });
      continue;
    }
    const refused = async () => {
      const problem = refuse[method] ?? 'method-not-allowed';
      throw httpProblem(problem, problem === 'method-not-allowed' ? { headers: { allow } } : {});
    };
    const config = { ...options.config, access: 'public' as const, refused: true };
    app.route({ ...options, config, method, url, onRequest: refused, handler: refused });
  }
}

/**
 * The segments of the path behind `base`, each decoded by itself: an encoded slash stays inside its segment.
 *
 * @throws {HttpProblem} when a segment is no valid percent-encoding
 */
export function segmentsAfter(base: string, request: FastifyRequest): readonly string[] {
  const path = (request.raw.url ?? '').split('?')[0] as string;
  const raw = path.slice(base.length).replace(/^\/|\/$/g, '');
  return raw === '' ? [] : raw.split('/').map((segment) => decoded(segment));
}

/** Query parameters of the raw URL; the first of several counts. */
export function queryOf(request: FastifyRequest): ReadonlyMap<string, string> {
  return parametersOf(request, () => undefined);
}

/**
 * Query parameters of which none may be dropped: that would answer something else than was asked.
 *
 * @throws {HttpProblem} when a name is given twice
 */
export function distinctQueryOf(request: FastifyRequest): ReadonlyMap<string, string> {
  return parametersOf(request, () => {
    throw httpProblem('invalid-request', { detail: '同一个查询参数给出了两次；每个只给一次。' });
  });
}

function parametersOf(request: FastifyRequest, onRepetition: () => void): ReadonlyMap<string, string> {
  const text = (request.raw.url ?? '').split('?').slice(1).join('?');
  const parameters = new Map<string, string>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const [name, ...value] = pair.split('=');
    const key = fromForm(name as string);
    if (parameters.has(key)) onRepetition();
    else parameters.set(key, fromForm(value.join('=')));
  }
  return parameters;
}

/** In a query, unlike in a path, a plus is a space. */
function fromForm(text: string): string {
  return decoded(text.replaceAll('+', ' '));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw httpProblem('invalid-request', { detail: '网址里的百分号编码无效；请按 UTF-8 编码。' });
  }
}

/** Answers with a text that changes only with its content, or 304 where the client has it already. */
export function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  body: string | Buffer,
): FastifyReply {
  const tag = `"${createHash('sha256').update(body).digest('hex')}"`;
  reply.header('etag', tag).header('cache-control', 'no-cache');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((other) => other.trim().replace(/^W\//, ''));
  if (known.includes(tag) || known.includes('*')) return reply.code(304).send();
  return reply.type(type).send(body);
}
