/**
 * OPA's own paths, read-only. Behaviour of OPA 1.22.2 wherever its clients look; two differences are deliberate: facts
 * that do not conform are refused instead of evaluated, and a path that is no entrypoint is refused instead of answered
 * with nothing.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { nearestName } from '../contract/nearest.ts';
import { parseJson } from '../kernel/json.ts';
import { stateless } from './access.ts';
import { isObject, requireValid } from './bodies.ts';
import { httpProblem } from './errors.ts';
import { queryOf, segmentsAfter, serve } from './routes.ts';
import type { Service } from './service.ts';

/** What `POST /` decides, as OPA's `default_decision`. */
const DEFAULT_DECISION = 'questions/addressees/decision';

const INPUT = 'evaluation-request.schema.json#/$defs/EvaluationInput';
const REQUEST = 'evaluation-request.schema.json#/$defs/OpaRequest';
const WRITES = { PUT: 'read-only', PATCH: 'read-only', DELETE: 'read-only' } as const;
const NO_QUERY = 'not-served';

interface Warning {
  readonly code: 'api_usage_warning';
  readonly message: string;
}

interface Outcome {
  readonly entrypoint: string;
  /** The whole value of the entrypoint. */
  readonly whole: unknown;
  /** The part that the path names; `undefined` where there is none. */
  readonly value: unknown;
  readonly evaluationNs: number;
}

/** OPA counts a parameter as true when it is present and empty or `true` in any case. */
function isOn(query: ReadonlyMap<string, string>, name: string): boolean {
  const value = query.get(name);
  return value === '' || value?.toLowerCase() === 'true';
}

/** The entrypoint that a path is at or below, and the rest of the path. */
function entrypointOf(service: Service, segments: readonly string[]): readonly [string, readonly string[]] {
  for (const entrypoint of service.entrypoints) {
    const own = entrypoint.split('/');
    if (own.every((segment, index) => segments[index] === segment)) return [entrypoint, segments.slice(own.length)];
  }
  const known = service.entrypoints.map((entrypoint) => `/v1/data/${entrypoint}`).join('、');
  const meant = nearestName(segments.slice(0, 3).join('/'), service.entrypoints);
  const hint = meant === undefined ? '' : `是不是 /v1/data/${meant}？`;
  const message = `该路径不是入口，也不在入口之下（not an entrypoint）。${hint}`;
  throw httpProblem('unknown-entrypoint', {
    detail: `${message}入口有：${known}。`,
    errors: [{ code: 'unknown_entrypoint', message, pointer: '', remedy: `入口有：${known}。` }],
  });
}

/** The part of a value that path segments name, by OPA's rules: keys of objects, indices of lists. */
function partOf(value: unknown, segments: readonly string[]): unknown {
  let part = value;
  for (const segment of segments) {
    if (Array.isArray(part)) part = /^(0|[1-9][0-9]{0,5})$/.test(segment) ? part[Number(segment)] : undefined;
    else part = isObject(part) && Object.hasOwn(part, segment) ? part[segment] : undefined;
  }
  return part;
}

async function outcomeOf(service: Service, segments: readonly string[], input: unknown): Promise<Outcome> {
  const [entrypoint, rest] = entrypointOf(service, segments);
  const { facts = {}, options = {} } = (input ?? {}) as { facts?: unknown; options?: unknown };
  const start = process.hrtime.bigint();
  const whole = await evaluated(() => service.evaluate(entrypoint, facts, options));
  const evaluationNs = Number(process.hrtime.bigint() - start);
  return { entrypoint, whole, value: partOf(whole, rest), evaluationNs };
}

/** An engine that fails has decided nothing. */
export async function decided<T>(evaluate: () => Promise<T>): Promise<T> {
  try {
    return await evaluate();
  } catch (cause) {
    throw httpProblem('evaluation-error', { cause });
  }
}

/** Nor has one that gives anything but an object. */
async function evaluated(evaluate: () => Promise<unknown>): Promise<unknown> {
  const value = await decided(evaluate);
  if (!isObject(value)) throw httpProblem('evaluation-error');
  return value;
}

interface Asked {
  readonly outcome: Outcome;
  readonly warning: Warning | undefined;
}

/** A request of `/v1/data`, by body or by the parameter `input`. */
async function askedOf(service: Service, request: FastifyRequest): Promise<Asked> {
  const segments = segmentsAfter('/v1/data', request);
  const [entrypoint] = entrypointOf(service, segments);
  const body = request.method === 'GET' ? bodyOfQuery(request) : request.body;
  if (body === undefined || (isObject(body) && !Object.hasOwn(body, 'input')))
    // Nothing was asked: stock OPA leaves these rules undefined without an input, and so does the policy.
    return { outcome: { entrypoint, whole: {}, value: undefined, evaluationNs: 0 }, warning: inputMissing };
  const facts = ((body as { input?: { facts?: unknown } } | null)?.input ?? undefined)?.facts;
  requireValid(service, REQUEST, body, facts, '/input/facts');
  const { input } = body as { readonly input: unknown };
  return { outcome: await outcomeOf(service, segments, input), warning: undefined };
}

const inputMissing: Warning = { code: 'api_usage_warning', message: "'input' key missing from the request" };

function bodyOfQuery(request: FastifyRequest): unknown {
  const input = queryOf(request).get('input');
  return input === undefined ? undefined : { input: parseJson(new TextEncoder().encode(input)) };
}

const STATES = new Map<unknown, string>([
  [true, '成立'],
  [false, '不成立'],
  [null, '待查明'],
]);

interface Note {
  readonly node: string;
  readonly message: string;
}

/** What each provision says, in place of a trace: WASM has none. */
function notesOf(whole: unknown): readonly Note[] {
  const findings = isObject(whole) && isObject(whole['findings']) ? whole['findings'] : {};
  return Object.entries(findings).flatMap(([eId, finding]) => {
    if (!isObject(finding) || !isObject(finding['applies'])) return [];
    const { is, on } = finding['applies'];
    const name = typeof finding['citation'] === 'string' ? finding['citation'] : eId;
    const because = Array.isArray(on) && on.length > 0 ? `（${on.join('、')}）` : '';
    return [{ node: eId, message: `${name}：${STATES.get(is) ?? '待查明'}${because}` }];
  });
}

function explanation(notes: readonly Note[], pretty: boolean): readonly unknown[] {
  if (pretty) return notes.map(({ message }) => message);
  return notes.map(({ node, message }) => ({
    op: 'note',
    query_id: 0,
    parent_id: 0,
    type: 'string',
    node,
    locals: [],
    message,
  }));
}

function answer(service: Service, request: FastifyRequest, { outcome, warning }: Asked, start: bigint): object {
  const query = queryOf(request);
  const pretty = isOn(query, 'pretty');
  const explain = query.get('explain') ?? 'off';
  const explained = ['notes', 'fails', 'full', 'debug'].includes(explain);
  const traceless: Warning | undefined =
    explained && explain !== 'notes'
      ? { code: 'api_usage_warning', message: `explain=${explain}: WASM has no trace; the notes are given instead` }
      : undefined;
  const shown = warning ?? traceless;
  return {
    ...(outcome.value === undefined ? {} : { result: outcome.value }),
    ...(isOn(query, 'provenance') ? { provenance: provenance(service) } : {}),
    ...(isOn(query, 'metrics') || isOn(query, 'instrument') ? { metrics: metrics(outcome, start) } : {}),
    ...(explained ? { explanation: explanation(notesOf(outcome.whole), pretty) } : {}),
    ...(shown === undefined ? {} : { warning: shown }),
  };
}

/** `build_timestamp` stays away: the npm client refuses anything but an RFC 3339 time. */
function provenance(service: Service): object {
  const revisions = Object.entries(bundlesOf(service)).map(([name, revision]) => [name, { revision }]);
  return { version: service.version, bundles: Object.fromEntries(revisions) };
}

/** What the answers are made of, by name: the bundle, and each edition of the division table beside it. */
function bundlesOf({ revision, addedEditions = [] }: Service): Readonly<Record<string, string>> {
  const added = addedEditions.map(({ edition, sha256 }) => [`territory/${edition}`, sha256]);
  return { tongze: revision, ...Object.fromEntries(added) };
}

function metrics({ evaluationNs }: Outcome, start: bigint): object {
  return {
    timer_rego_query_eval_ns: evaluationNs,
    timer_server_handler_ns: Number(process.hrtime.bigint() - start),
    counter_server_query_cache_hit: 0,
  };
}

function send(request: FastifyRequest, reply: FastifyReply, value: unknown): FastifyReply {
  const space = isOn(queryOf(request), 'pretty') ? 2 : 0;
  return reply
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(value, null, space));
}

/** The shape of `/v0/data` and `POST /`: the body is the input, the answer is the value. */
async function valueOnly(service: Service, segments: readonly string[], request: FastifyRequest): Promise<unknown> {
  entrypointOf(service, segments);
  const input = request.body;
  if (input !== undefined) requireValid(service, INPUT, input, (input as { facts?: unknown } | null)?.facts, '/facts');
  const { value } = await outcomeOf(service, segments, input);
  if (value === undefined) throw httpProblem('undefined-document');
  return value;
}

/** What `opa parse` tells of a module, as far as clients read it: its package and the names of its rules. */
function moduleDocument({ id, raw }: { readonly id: string; readonly raw: string }): object {
  const named = /^package\s+(\S+)/m.exec(raw)?.[1] ?? '';
  const path = ['data', ...named.split('.')].map((value, index) => ({ type: index === 0 ? 'var' : 'string', value }));
  const names = [...raw.matchAll(/^(?:default\s+)?([a-z_][A-Za-z0-9_]*)(?=\s*(?:\(|\[|\.|:=|=|if\b|contains\b))/gm)];
  const rules = [...new Set(names.map(([, name]) => name))].filter((name) => name !== 'else' && name !== 'import');
  return { id, raw, ast: { package: { path }, rules: rules.map((name) => ({ head: { name } })) } };
}

export const opa = fastifyPlugin(
  async (app, { service }: { readonly service: Service }) => {
    const data = stateless(async (request: FastifyRequest, reply: FastifyReply) => {
      const start = process.hrtime.bigint();
      return send(request, reply, answer(service, request, await askedOf(service, request), start));
    });
    for (const url of ['/v1/data', '/v1/data/*']) serve(app, url, { GET: data, POST: data }, { refuse: WRITES });

    const v0 = stateless(async (request: FastifyRequest, reply: FastifyReply) =>
      send(request, reply, await valueOnly(service, segmentsAfter('/v0/data', request), request)),
    );
    for (const url of ['/v0/data', '/v0/data/*']) serve(app, url, { POST: v0 });

    const documents = service.modules.map((module) => moduleDocument(module));
    const policies = stateless(async (request: FastifyRequest, reply: FastifyReply) => {
      const id = segmentsAfter('/v1/policies', request).join('/');
      if (id === '') return send(request, reply, { result: documents });
      const index = service.modules.findIndex((module) => module.id === id || module.id === `/${id}`);
      if (index < 0) throw httpProblem('unknown-policy');
      return send(request, reply, { result: documents[index] });
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
