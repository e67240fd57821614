/** The OpenAPI 3.1 document: 3.1 speaks JSON Schema 2020-12, so the files of `schemas/` serve as they are. */
import type { Schema } from './schemas.ts';

type Json = Readonly<Record<string, unknown>>;

/** Files that describe no part of the HTTP interface. */
const INTERNAL = new Set([
  'api-keys.schema.json',
  'configuration.schema.json',
  'legal-case.schema.json',
  'read-audit.schema.json',
]);

/** The component that a file becomes: evaluation-request.schema.json → EvaluationRequest. */
function componentOf(file: string): string {
  return file
    .replace('.schema.json', '')
    .split('-')
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join('');
}

function localised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => localised(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== '$schema' && key !== '$id');
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, key === '$ref' ? localReference(inner as string) : localised(inner)]),
  );
}

function localReference(ref: string): string {
  const [file = '', path = ''] = ref.split('#');
  return `#/components/schemas/${path === '' ? componentOf(file) : path.split('/').at(-1)}`;
}

function components(schemas: ReadonlyMap<string, Schema>): Json {
  const all: Record<string, unknown> = {};
  const add = (name: string, schema: unknown) => {
    if (name in all) throw new Error(`two schemas are called ${name}`);
    all[name] = localised(schema);
  };
  for (const [file, { $defs = {}, ...rest }] of schemas) {
    if (INTERNAL.has(file)) continue;
    for (const [name, definition] of Object.entries($defs)) add(name, definition);
    // A file may hold definitions only.
    if (rest.type !== undefined) add(componentOf(file), rest);
  }
  return all;
}

const schema = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const json = (body: Json, type = 'application/json'): Json => ({ content: { [type]: { schema: body } } });
const ok = (description: string, body: Json, type?: string): Json => ({ description, ...json(body, type) });

function problems(surface: 'native' | 'opa', ...statuses: readonly number[]): Json {
  const type = surface === 'native' ? 'application/problem+json' : 'application/json';
  return Object.fromEntries(
    [...statuses, 500, 503].map((status) => [
      String(status),
      { description: PROBLEM_TITLES[status] ?? '错误', ...json(schema('Problem'), type) },
    ]),
  );
}

const PROBLEM_TITLES: Readonly<Record<number, string>> = {
  400: '请求有误',
  404: '没有',
  405: '不接受这个方法',
  408: '请求没有按时发完',
  412: '规则版本不符',
  413: '内容太大',
  415: '不接受这种内容',
  422: '不符合契约',
  500: '没有得出完整的答复',
  503: '暂时繁忙，见 Retry-After',
};

const COMPATIBLE = '与 OPA 1.22.2 的接口相容。';

function parameter(name: string, where: 'path' | 'query', description: string, body: Json): Json {
  return { name, in: where, required: where === 'path', description, schema: body };
}

const flag = (name: string, description: string): Json =>
  parameter(name, 'query', description, { type: 'string', enum: ['', 'true', 'false'] });

const opaParameters: readonly Json[] = [
  flag('pretty', '缩进输出。'),
  flag('provenance', '附版本和规则包的修订号。'),
  flag('metrics', '附用时。'),
  parameter('explain', 'query', 'notes：逐条说明；WASM 没有跟踪，其他取值给出同样的说明并附警告。', {
    type: 'string',
    enum: ['off', 'notes', 'fails', 'full', 'debug'],
  }),
];

const opaAnswer: Json = {
  type: 'object',
  description: 'result 是入口的值；路径没有值时没有 result。',
  properties: {
    result: { description: '入口的值，或者路径所指的一部分。' },
    provenance: { type: 'object' },
    metrics: { type: 'object' },
    explanation: { type: 'array', maxItems: 200, items: {} },
    warning: { type: 'object' },
  },
};

const anyObject: Json = { type: 'object' };

function paths(): Json {
  const dataPath = parameter('path', 'path', '入口，或者入口之下的路径，例如 questions/addressees/decision。', {
    type: 'string',
    minLength: 1,
    maxLength: 1000,
  });
  const text = (maxLength: number): Json => ({ type: 'string', minLength: 1, maxLength });
  return {
    '/api/v1/evaluations': {
      post: {
        operationId: 'evaluate',
        tags: ['native'],
        summary: '评估一起事故，不留记录',
        requestBody: { required: true, ...json(schema('EvaluationRequest')) },
        responses: {
          200: ok('答复', schema('Decision')),
          ...problems('native', 400, 404, 408, 412, 413, 415, 422),
        },
      },
    },
    '/api/v1/memos': {
      post: {
        operationId: 'memo',
        tags: ['native'],
        summary: '评估并写成适用意见（Markdown；Accept 含 text/html 时为 HTML），不留记录',
        requestBody: { required: true, ...json(schema('EvaluationRequest')) },
        responses: {
          200: {
            description: '适用意见',
            content: {
              'text/markdown': { schema: { type: 'string', maxLength: 4_000_000 } },
              'text/html': { schema: { type: 'string', maxLength: 8_000_000 } },
            },
          },
          ...problems('native', 400, 404, 408, 412, 413, 415, 422),
        },
      },
    },
    '/api/v1/explanations': {
      post: {
        operationId: 'explain',
        tags: ['native'],
        summary: '说明为什么、哪一个尚缺的事实起决定作用、什么不同结论就会不同，不留记录',
        requestBody: { required: true, ...json(schema('ExplanationRequest')) },
        responses: {
          200: ok('说明', schema('Explanation')),
          ...problems('native', 400, 404, 408, 413, 415, 422),
        },
      },
    },
    '/api/v1/questions': get('questions', '可问的问题和入口', ok('问题', anyObject)),
    '/api/v1/provisions': get('provisions', '条款原文和标注', ok('条款', anyObject)),
    '/api/v1/provisions/{eId}': get('provision', '一个条款', ok('条款', anyObject), [
      parameter('eId', 'path', 'eId，或者引用：第十一条第一款第三项、11(1)(3)。', text(80)),
    ]),
    '/api/v1/schemas/{name}': get(
      'schema',
      '一个契约文件（JSON Schema 2020-12）',
      ok('契约文件', anyObject, 'application/schema+json'),
      [parameter('name', 'path', '名称，例如 facts。', text(80))],
    ),
    '/api/v1/bundles/{revision}': get(
      'bundle',
      '下载规则包（Rego）',
      { description: '规则包', content: { 'application/gzip': {} } },
      [
        parameter('revision', 'path', '规则的版本。', {
          type: 'string',
          pattern: '^[0-9a-f]{64}$',
          minLength: 64,
          maxLength: 64,
        }),
      ],
    ),
    '/openapi.json': get('openapi', '本文件', ok('OpenAPI 3.1', anyObject)),
    '/v1/data/{path}': {
      parameters: [dataPath],
      get: {
        operationId: 'getData',
        tags: ['opa'],
        summary: `取一个入口的值。${COMPATIBLE}`,
        parameters: [
          ...opaParameters,
          parameter('input', 'query', '输入的 JSON。', { type: 'string', maxLength: 8000 }),
        ],
        responses: { 200: ok('答复', opaAnswer), ...problems('opa', 400) },
      },
      post: {
        operationId: 'postData',
        tags: ['opa'],
        summary: `按输入取一个入口的值。${COMPATIBLE}不符合契约的输入为 400，不评估。`,
        parameters: opaParameters,
        requestBody: { required: false, ...json(schema('OpaRequest')) },
        responses: { 200: ok('答复', opaAnswer), ...problems('opa', 400, 408, 413, 415) },
      },
    },
    '/v0/data/{path}': {
      parameters: [dataPath],
      post: {
        operationId: 'postDataV0',
        tags: ['opa'],
        summary: `请求体就是输入，答复就是值。${COMPATIBLE}`,
        requestBody: { required: false, ...json(schema('EvaluationInput')) },
        responses: { 200: ok('值', {}), ...problems('opa', 400, 404, 408, 413, 415) },
      },
    },
    '/': {
      get: {
        operationId: 'page',
        tags: ['native'],
        summary: '说明页',
        responses: { 200: { description: '说明页', content: { 'text/html': {} } } },
      },
      post: {
        operationId: 'postDefault',
        tags: ['opa'],
        summary: `默认决定（questions/addressees/decision）。${COMPATIBLE}`,
        requestBody: { required: true, ...json(schema('EvaluationInput')) },
        responses: { 200: ok('值', anyObject), ...problems('opa', 400, 404, 408, 413, 415) },
      },
    },
    '/v1/policies': get('policies', `全部规则文件。${COMPATIBLE}`, ok('规则文件', anyObject), [], 'opa'),
    '/v1/policies/{id}': get(
      'policy',
      `一个规则文件。${COMPATIBLE}`,
      ok('规则文件', anyObject),
      [parameter('id', 'path', '规则文件的 id。', text(200))],
      'opa',
    ),
    '/v1/status': get('status', `正在运行的规则包。${COMPATIBLE}`, ok('状态', anyObject), [], 'opa'),
    '/v1/config': get('config', `配置，不含秘密。${COMPATIBLE}`, ok('配置', anyObject), [], 'opa'),
    '/health': get('health', `是否健康。${COMPATIBLE}`, ok('健康', anyObject), [], 'opa'),
    '/health/live': get('live', '进程是否活着', ok('健康', anyObject), [], 'opa'),
    '/health/ready': get('ready', '是否可以接收请求', ok('健康', anyObject), [], 'opa'),
  };
}

function get(
  operationId: string,
  summary: string,
  success: Json,
  parameters: readonly Json[] = [],
  surface: 'native' | 'opa' = 'native',
): Json {
  const responses = { 200: success, ...problems(surface, ...(parameters.length > 0 ? [404] : [])) };
  return {
    get: { operationId, tags: [surface], summary, ...(parameters.length > 0 ? { parameters } : {}), responses },
  };
}

/**
 * The document, a function of its arguments only, so that it can be committed and compared.
 *
 * @param schemas the files of `schemas/` by name
 * @param version of the program
 */
export function openapiDocument(schemas: ReadonlyMap<string, Schema>, version: string): Json {
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: '同责 Tongze',
      version,
      description: '按《湖北省安全生产党政同责实施办法》评估一起生产安全事故。只作建议，不作决定。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'native', description: '本机接口' },
      { name: 'opa', description: '与 OPA 相容的接口，只读' },
    ],
    paths: paths(),
    components: { schemas: components(schemas) },
  };
}
