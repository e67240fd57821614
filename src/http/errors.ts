/** The one table of everything that can go wrong over HTTP, and the answer that each becomes. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../contract/generated/types.ts';
import type { ProblemItem } from '../contract/validate.ts';
import { isJsonProblem, type JsonProblem } from '../kernel/json.ts';

interface Kind {
  readonly status: number;
  readonly title: string;
  /** What to do about it; the detail where nothing more precise is known. */
  readonly remedy: string;
  /** OPA's code for it, on OPA's paths. */
  readonly opa: string;
  /** The status on OPA's paths, where it differs: OPA's clients know 400 only. */
  readonly opaStatus?: 400;
}

/** Every problem of the service. `docs` and tests compare themselves with this table. */
export const PROBLEMS = {
  /** The body is no JSON, or JSON that two readers could read differently. */
  'malformed-json': {
    status: 400,
    title: '不是可用的 JSON',
    remedy: '提交一个 UTF-8 编码的 JSON 对象。',
    opa: 'invalid_parameter',
  },
  /** A count given twice is two facts. */
  'duplicate-key': {
    status: 400,
    title: '同一名称出现两次',
    remedy: '同一对象里每个名称只写一次。',
    opa: 'invalid_parameter',
  },
  /** URL, headers or query parameters. */
  'invalid-request': {
    status: 400,
    title: '请求的写法有误',
    remedy: '检查网址、查询参数和请求头的写法。',
    opa: 'invalid_parameter',
  },
  /** OPA's paths that would write. */
  'read-only': {
    status: 400,
    title: '只读',
    remedy: '规则和数据归规则包所有，不能经接口改写（all paths owned by bundle "tongze"）。',
    opa: 'invalid_parameter',
  },
  /** OPA's paths that need partial evaluation. */
  'not-served': {
    status: 400,
    title: '不提供',
    remedy: '规则编译成 WASM，没有部分求值（not served: no partial evaluation in WASM）；请用 /v1/data 下的入口。',
    opa: 'invalid_parameter',
  },
  /** The route needs to know who asks. */
  'missing-credentials': {
    status: 401,
    title: '没有说明是谁',
    remedy: '请求头写 Authorization: Bearer 加密钥或者令牌；第一个密钥用 npm run tongze -- key create 生成。',
    opa: 'unauthorized',
  },
  'unknown-key': {
    status: 401,
    title: '不认识这个密钥',
    remedy: '核对密钥是否抄全、是否已被撤销；密钥只在生成时显示一次，遗失的请管理员另发。',
    opa: 'unauthorized',
  },
  'expired-key': {
    status: 401,
    title: '密钥已经过期',
    remedy: '请管理员另发一个密钥。',
    opa: 'unauthorized',
  },
  /** Signature, issuer, audience, time or claims of a JWT. */
  'invalid-token': {
    status: 401,
    title: '令牌无效',
    remedy: '令牌须由配置的签发者签发给本服务，算法、签发者、受众和声明都须相符。',
    opa: 'unauthorized',
  },
  'expired-token': {
    status: 401,
    title: '令牌已经过期',
    remedy: '向签发者换取新的令牌。',
    opa: 'unauthorized',
  },
  'role-missing': {
    status: 403,
    title: '没有所需的角色',
    remedy: '请向管理员申请相应的密钥或者令牌。',
    opa: 'forbidden',
  },
  /** A connection that is not encrypted, past the proxy that encrypts. */
  'not-through-proxy': {
    status: 403,
    title: '没有经过代理',
    remedy: '这个连接没有加密。请经本服务的代理（https）访问；代理的地址由管理员写在 TONGZE_TRUSTED_PROXIES。',
    opa: 'forbidden',
  },
  /** A question or a path under /v1/data that does not exist. */
  'unknown-entrypoint': {
    status: 404,
    title: '没有这个入口',
    remedy: '可问的问题见 /api/v1/questions。',
    opa: 'invalid_parameter',
    opaStatus: 400,
  },
  'unknown-provision': {
    status: 404,
    title: '没有这个条款',
    remedy: '收录的条款见 /api/v1/provisions；引用写作第十一条第一款第三项、11(1)(3) 或者 eId。',
    opa: 'resource_not_found',
  },
  'unknown-schema': {
    status: 404,
    title: '没有这个契约文件',
    remedy: '名称如 facts、options、decision；全部见 /openapi.json。',
    opa: 'resource_not_found',
  },
  'unknown-bundle': {
    status: 404,
    title: '没有这个版本的规则包',
    remedy: '只提供正在运行的版本，见 /v1/status。',
    opa: 'resource_not_found',
  },
  'unknown-policy': {
    status: 404,
    title: '没有这个规则文件',
    remedy: '全部规则文件见 /v1/policies。',
    opa: 'resource_not_found',
  },
  /** OPA: the document at the path is undefined (v0 and POST / only). */
  'undefined-document': {
    status: 404,
    title: '没有答复',
    remedy: '该路径没有值。POST / 和 /v0/data 的请求体就是输入本身：{"facts": {…}, "options": {…}}。',
    opa: 'undefined_document',
  },
  'not-found': { status: 404, title: '没有这个网址', remedy: '接口见 /openapi.json。', opa: 'resource_not_found' },
  'method-not-allowed': {
    status: 405,
    title: '不接受这个方法',
    remedy: '接受的方法见响应头 Allow。',
    opa: 'method_not_allowed',
  },
  'request-timeout': {
    status: 408,
    title: '请求没有按时发完',
    remedy: '检查网络，重新提交。',
    opa: 'request_timeout',
  },
  'bundle-mismatch': {
    status: 412,
    title: '规则版本不符',
    remedy: '运行的规则不是 expectBundle 所指的版本；核对 /api/v1/questions 的 revision，或者不填 expectBundle。',
    opa: 'invalid_parameter',
    opaStatus: 400,
  },
  'too-large': { status: 413, title: '内容太大', remedy: '请求体最大 256 KiB。', opa: 'too_large' },
  'uri-too-long': { status: 414, title: '网址太长', remedy: '缩短网址，或者改用 POST。', opa: 'uri_too_long' },
  'unsupported-media-type': {
    status: 415,
    title: '不接受这种内容',
    remedy: '请求头 Content-Type 应为 application/json（UTF-8），不压缩。',
    opa: 'unsupported_media_type',
  },
  'schema-violation': {
    status: 422,
    title: '不符合契约',
    remedy: '逐处改正 errors 所列的各项，再提交。',
    opa: 'invalid_parameter',
    opaStatus: 400,
  },
  'too-many-requests': {
    status: 429,
    title: '请求太频繁',
    remedy: '请按响应头 Retry-After 所写的秒数稍后再试；经常需要更多的，请管理员发一个每分钟次数较高的密钥。',
    opa: 'too_many_requests',
  },
  'headers-too-large': {
    status: 431,
    title: '请求头太大',
    remedy: '缩短网址和请求头；GET 的 input 太长的改用 POST。',
    opa: 'headers_too_large',
  },
  /** The engine gave no whole answer. Never an answer that is not whole. */
  'evaluation-error': {
    status: 500,
    title: '评估没有得出完整的答复',
    remedy: '没有作出任何决定。请把 instance 的编号告诉管理员。',
    opa: 'internal_error',
  },
  'bundle-damaged': {
    status: 500,
    title: '规则包损坏',
    remedy: '规则包与随版本发布的摘要值不符，不予提供。请告诉管理员。',
    opa: 'internal_error',
  },
  'internal-error': {
    status: 500,
    title: '内部错误',
    remedy: '没有作出任何决定。请把 instance 的编号告诉管理员。',
    opa: 'internal_error',
  },
  /** A token could not be checked. */
  'issuer-unavailable': {
    status: 503,
    title: '令牌暂时无法核对',
    remedy: '签发者没有给出公钥。稍后再试；一直如此的，请管理员核对 TONGZE_TOKEN_JWKS 所指的地址。',
    opa: 'issuer_unavailable',
  },
  /** Nobody reads a record without a trace of it. */
  'audit-unavailable': {
    status: 503,
    title: '暂时不能读取记录',
    remedy: '读取记录须先写审计，而审计没有写成。请管理员检查数据目录的空间和权限。',
    opa: 'audit_unavailable',
  },
  overloaded: {
    status: 503,
    title: '暂时繁忙',
    remedy: '请按响应头 Retry-After 所写的秒数稍后再试。',
    opa: 'overloaded',
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type ProblemCode = keyof typeof PROBLEMS;

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
        pointer: error.pointer ?? '',
        remedy: PROBLEMS[problem].remedy,
        ...place,
      },
    ],
  });
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
