/**
 * OPA's own paths, read-only. Behaviour of OPA 1.22.2 wherever its clients look; two differences are deliberate: facts
 * that do not conform are refused instead of evaluated, and a path that is no entrypoint is refused instead of answered
 * with nothing.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { parseJson } from '../kernel/json.ts';
import { stateless } from './access.ts';
import { isObject, requireValid } from './bodies.ts';
import { httpProblem } from './errors.ts';
import {
  type Asked,
  answer,
  bundlesOf,
  decided,
  entrypointOf,
  INPUT_MISSING,
  JSON_TYPE,
  outcomeOf,
  send,
} from './opa-answer.ts';
import { batch } from './opa-batch.ts';
import { queryOf, segmentsAfter, serve } from './routes.ts';
import type { Service } from './service.ts';

/** What `POST /` decides, as OPA's `default_decision`. */
const DEFAULT_DECISION = 'questions/addressees/decision';

const INPUT = 'evaluation-request.schema.json#/$defs/EvaluationInput';
const REQUEST = 'evaluation-request.schema.json#/$defs/OpaRequest';
const WRITES = { PUT: 'read-only', PATCH: 'read-only', DELETE: 'read-only' } as const;
const NO_QUERY = 'not-served';

/** A request of `/v1/data`, by body or by the parameter `input`. */
async function askedOf(service: Service, request: FastifyRequest): Promise<Asked> {
  const segments = segmentsAfter('/v1/data', request);
  const [entrypoint] = entrypointOf(service, segments);
  const body = request.method === 'GET' ? bodyOfQuery(request) : request.body;
  if (body === undefined || (isObject(body) && !Object.hasOwn(body, 'input')))
    // Nothing was asked: stock OPA leaves these rules undefined without an input, and so does the policy.
    return {
      outcome: { entrypoint, whole: {}, value: undefined, evaluationNs: 0 },
      warning: request.method === 'GET' ? undefined : INPUT_MISSING,
    };
  const facts = ((body as { input?: { facts?: unknown } } | null)?.input ?? undefined)?.facts;
  requireValid(service, REQUEST, body, facts, '/input/facts');
  const { input } = body as { readonly input: unknown };
  return { outcome: await outcomeOf(service, segments, input), warning: undefined };
}

function bodyOfQuery(request: FastifyRequest): unknown {
  const input = queryOf(request).get('input');
  return input === undefined ? undefined : { input: parseJson(new TextEncoder().encode(input)) };
}

/** The shape of `/v0/data` and `POST /`: the body is the input, the answer is the value. */
async function valueOnly(service: Service, segments: readonly string[], request: FastifyRequest): Promise<unknown> {
  entrypointOf(service, segments);
  const input = request.body;
  if (input === undefined) throw httpProblem('undefined-document');
  requireValid(service, INPUT, input, (input as { facts?: unknown } | null)?.facts, '/facts');
  const { value } = await outcomeOf(service, segments, input);
  if (value === undefined) throw httpProblem('undefined-document');
  return value;
}

const RESULT = '{"result":';
const OBJECT = '{'.charCodeAt(0);

/**
 * The most frequent request, answered with the bytes that the policy wrote: an entrypoint itself, by a body with an
 * input, nothing asked beside it. `undefined` where it is another one.
 */
async function plainAnswer(service: Service, request: FastifyRequest): Promise<Buffer | undefined> {
  if (request.method !== 'POST' || (request.raw.url ?? '').includes('?')) return undefined;
  const { body } = request;
  if (!isObject(body) || !Object.hasOwn(body, 'input')) return undefined;
  const [entrypoint, rest] = entrypointOf(service, segmentsAfter('/v1/data', request));
  if (rest.length > 0) return undefined;
  requireValid(service, REQUEST, body, (body['input'] as { facts?: unknown } | null)?.facts, '/input/facts');
  const { facts, options } = body['input'] as { facts: unknown; options?: unknown };
  const json = await decided(() => service.evaluateJson(entrypoint, facts, options ?? {}));
  if (json[RESULT.length] !== OBJECT) throw httpProblem('evaluation-error');
  return Buffer.from(json.buffer, json.byteOffset, json.byteLength);
}

export const opa = fastifyPlugin(
  async (app, { service }: { readonly service: Service }) => {
    const data = stateless(async (request: FastifyRequest, reply: FastifyReply) => {
      const start = process.hrtime.bigint();
      const plain = await plainAnswer(service, request);
      if (plain !== undefined) return reply.header('cache-control', 'no-store').type(JSON_TYPE).send(plain);
      return send(request, reply, answer(service, request, await askedOf(service, request), start));
    });
    for (const url of ['/v1/data', '/v1/data/*']) serve(app, url, { GET: data, POST: data }, { refuse: WRITES });

    const v0 = stateless(async (request: FastifyRequest, reply: FastifyReply) =>
      send(request, reply, await valueOnly(service, segmentsAfter('/v0/data', request), request)),
    );
    for (const url of ['/v0/data', '/v0/data/*']) serve(app, url, { POST: v0 });

    serve(app, '/v1/batch/data/*', { POST: stateless((request, reply) => batch(service, request, reply)) });

    const policies = stateless(async (request: FastifyRequest, reply: FastifyReply) => {
      const id = segmentsAfter('/v1/policies', request).join('/');
      if (id === '') return send(request, reply, { result: service.modules });
      const index = service.modules.findIndex((module) => module.id === id || module.id === `/${id}`);
      if (index < 0) throw httpProblem('unknown-policy');
      return send(request, reply, { result: service.modules[index] });
    });
    for (const url of ['/v1/policies', '/v1/policies/*']) serve(app, url, { GET: policies }, { refuse: WRITES });

    for (const url of ['/v1/query', '/v1/query/*', '/v1/compile', '/v1/compile/*'])
      serve(app, url, {}, { refuse: { GET: NO_QUERY, POST: NO_QUERY } });

    const activated = new Date().toISOString();
    const bundles = Object.fromEntries(
      Object.entries(bundlesOf(service)).map(([name, revision]) => [
        name,
        { name, active_revision: revision, last_successful_activation: activated },
      ]),
    );
    serve(app, '/v1/status', {
      GET: stateless((request, reply) =>
        send(request, reply, {
          result: {
            labels: { version: service.version },
            bundles,
          },
        }),
      ),
    });
    serve(app, '/v1/config', {
      GET: stateless((request, reply) =>
        send(request, reply, {
          result: { labels: { version: service.version }, default_decision: `/${DEFAULT_DECISION}` },
        }),
      ),
    });
  },
  { name: 'tongze-opa', fastify: '5.x', dependencies: ['tongze-bodies'] },
);

/** `POST /`: the default decision. A body that is not shaped like facts has no answer, as in OPA. */
export async function defaultDecision(
  service: Service,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  if (!isObject(request.body) || !Object.hasOwn(request.body, 'facts')) throw httpProblem('undefined-document');
  return send(request, reply, await valueOnly(service, DEFAULT_DECISION.split('/'), request));
}
