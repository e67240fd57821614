/** The parts of an answer of OPA's Data API: the value that a path names, and what the query asks for beside it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { nearestName } from '../contract/nearest.ts';
import { isObject } from './bodies.ts';
import { evaluationProblem, httpProblem } from './errors.ts';
import { queryOf } from './routes.ts';
import type { Service } from './service.ts';

export interface Warning {
  readonly code: 'api_usage_warning';
  readonly message: string;
}

export const INPUT_MISSING: Warning = {
  code: 'api_usage_warning',
  message: "'input' key missing from the request",
};

export const JSON_TYPE = 'application/json; charset=utf-8';

export interface Outcome {
  readonly entrypoint: string;
  /** The whole value of the entrypoint. */
  readonly whole: unknown;
  /** The part that the path names; `undefined` where there is none. */
  readonly value: unknown;
  readonly evaluationNs: number;
}

/** OPA counts a parameter as true when it is present and empty or `true` in any case. */
export function isOn(query: ReadonlyMap<string, string>, name: string): boolean {
  const value = query.get(name);
  return value === '' || value?.toLowerCase() === 'true';
}

/** The entrypoint that a path is at or below, and the rest of the path. */
export function entrypointOf(service: Service, segments: readonly string[]): readonly [string, readonly string[]] {
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

export async function outcomeOf(service: Service, segments: readonly string[], input: unknown): Promise<Outcome> {
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
    throw evaluationProblem(cause);
  }
}

/** Nor has one that gives anything but an object. */
export async function evaluated(evaluate: () => Promise<unknown>): Promise<unknown> {
  const value = await decided(evaluate);
  if (!isObject(value)) throw httpProblem('evaluation-error');
  return value;
}

export interface Asked {
  readonly outcome: Outcome;
  readonly warning: Warning | undefined;
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

export function answer(service: Service, request: FastifyRequest, { outcome, warning }: Asked, start: bigint): object {
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
export function bundlesOf({ revision, addedEditions = [] }: Service): Readonly<Record<string, string>> {
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

export function send(request: FastifyRequest, reply: FastifyReply, value: unknown): FastifyReply {
  const space = isOn(queryOf(request), 'pretty') ? 2 : 0;
  return reply
    .header('cache-control', 'no-store')
    .type(JSON_TYPE)
    .send(JSON.stringify(value, null, space));
}
