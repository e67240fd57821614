/** The answer that each problem of the table becomes. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../contract/generated/types.ts';
import { NAMES } from '../contract/schemas.ts';
import type { ProblemItem } from '../contract/validate.ts';
import { isJsonProblem, type JsonProblem } from '../kernel/json.ts';
import { type Kind, PROBLEMS, type ProblemCode } from './problems.ts';

interface Particulars {
  readonly detail?: string;
  readonly errors?: readonly ProblemItem[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

export interface HttpProblem extends Error, Omit<Particulars, 'cause'> {
  readonly problem: ProblemCode;
  readonly statusCode: number;
}

const thrown = new WeakSet<object>();

/** An error to throw from a handler. Neither detail nor errors may repeat a value of the request. */
export function httpProblem(problem: ProblemCode, particulars: Particulars = {}): HttpProblem {
  const { status: statusCode, title } = PROBLEMS[problem];
  const error = Object.assign(new Error(title), { name: 'HttpProblem', problem, statusCode, ...particulars });
  thrown.add(error);
  return error;
}

export function isHttpProblem(error: unknown): error is HttpProblem {
  return typeof error === 'object' && error !== null && thrown.has(error);
}

/** An engine that failed has decided nothing; one that had no room may be asked again. */
export function evaluationProblem(cause: unknown): HttpProblem {
  const isBusy = (cause as { readonly code?: unknown } | null)?.code === 'TZ_BUSY';
  return httpProblem(isBusy ? 'overloaded' : 'evaluation-error', { cause });
}

/** Fastify's own errors that a client can cause. */
const FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_BAD_URL: 'invalid-request',
  FST_ERR_MAX_PARAM_LENGTH: 'uri-too-long',
  FST_UNDER_PRESSURE: 'overloaded',
};

/** What an error means to the client. Unknown errors say nothing of themselves. */
export function asHttpProblem(error: unknown): HttpProblem {
  if (isHttpProblem(error)) return error;
  if (isJsonProblem(error)) return ofJson(error);
  const code = FASTIFY[(error as { code?: string } | null)?.code ?? ''];
  return httpProblem(code ?? 'internal-error', { cause: error });
}

function ofJson(error: JsonProblem): HttpProblem {
  const problem = error.code === 'duplicate_key' ? 'duplicate-key' : 'malformed-json';
  const { line, column } = error;
  const place = line === undefined || column === undefined ? {} : { line, column };
  return httpProblem(problem, {
    detail: error.message,
    errors: [
      {
        code: error.code,
        message: error.message,
        pointer: knownPart(error.pointer ?? ''),
        remedy: PROBLEMS[problem].remedy,
        ...place,
      },
    ],
  });
}

/** Names that are told to the client; `input` and `inputs` are OPA's, `__proto__` is told because it is refused. */
const TOLD = new Set(['input', 'inputs', '__proto__']);

/** A pointer up to the first name that the contract does not have: it may be a person's. */
function knownPart(pointer: string): string {
  const steps = pointer.split('/').slice(1);
  const end = steps.findIndex((step) => !NAMES.has(step) && !TOLD.has(step) && !/^[0-9]{1,4}$/.test(step));
  return (end < 0 ? steps : steps.slice(0, end)).map((step) => `/${step}`).join('');
}

/** OPA's own paths are everything but ours. */
export function isNative(url: string): boolean {
  return url.startsWith('/api/') || url.startsWith('/openapi.json');
}

/** The body of the answer: RFC 9457, with OPA's code and message in front on OPA's paths. */
export function problemBody(error: HttpProblem, native: boolean, id: string): Problem {
  const { title, remedy, opa, ...kind } = PROBLEMS[error.problem] as Kind;
  const detail = error.detail ?? remedy;
  const errors = error.errors === undefined ? {} : { errors: [...error.errors] };
  const common = { type: `urn:tongze:problem:${error.problem}`, title, detail, instance: `urn:uuid:${id}` };
  if (native) return { ...common, status: kind.status, code: error.problem, ...errors };
  return { code: opa, message: detail, ...errors, ...common, status: kind.opaStatus ?? kind.status };
}

const answered = new WeakMap<FastifyRequest, ProblemCode>();

/** The problem that a request was answered with. */
export function problemOf(request: FastifyRequest): ProblemCode | undefined {
  return answered.get(request);
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: HttpProblem): FastifyReply {
  answered.set(request, error.problem);
  const native = isNative(request.raw.url ?? '');
  const body = problemBody(error, native, request.id);
  const wantsProblem = native || (request.headers.accept ?? '').includes('application/problem+json');
  if (body.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', '10');
  return reply
    .code(body.status)
    .headers({ ...error.headers })
    .header('cache-control', 'no-store')
    .type(`${wantsProblem ? 'application/problem+json' : 'application/json'}; charset=utf-8`)
    .send(JSON.stringify(body));
}
