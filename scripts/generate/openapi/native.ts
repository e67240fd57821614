/** Our own paths: evaluation, the law, the contract. */
import type { Examples } from './examples.ts';
import { anyObject, content, type Json, native, ok, parameter, schema, text, unchanged } from './operation.ts';

const DIGEST = { type: 'string', pattern: '^[0-9a-f]{64}$', minLength: 64, maxLength: 64 };

export function nativePaths({ requests, decisions }: Examples): Json {
  return {
    '/api/v1/evaluations': {
      post: native({
        operationId: 'evaluate',
        tag: 'evaluation',
        summary: '评估一起事故，不留记录',
        description: '没有填写的事实一律是“尚未查明”。相同的事实、读法和规则版本总是给出相同的答复。',
        access: 'stateless',
        body: { required: true, ...content(schema('EvaluationRequest'), undefined, requests) },
        answers: { 200: ok('答复', schema('Decision'), undefined, decisions) },
        problems: [404, 412],
      }),
    },
    '/api/v1/evaluations/stream': {
      post: native({
        operationId: 'evaluateStream',
        tag: 'evaluation',
        summary: '评估许多案件，一行一个（NDJSON），不留记录',
        description:
          '请求和答复都是 NDJSON；按行的顺序边收边答，最后一行是合计。整个流用同一个规则版本。不能读或者不符合契约的行答以问题，其余照常。客户端须边发边收。',
        access: 'stateless',
        parameters: [
          parameter('form', 'query', 'answer：状态、事实路径、读法；decision：附条文。', {
            type: 'string',
            enum: ['answer', 'decision'],
          }),
        ],
        body: { required: true, ...content(schema('StreamLine'), 'application/x-ndjson') },
        answers: { 200: ok('一行一个答复', schema('StreamResult'), 'application/x-ndjson') },
      }),
    },
    '/api/v1/memos': {
      post: native({
        operationId: 'writeMemo',
        tag: 'evaluation',
        summary: '评估并写成适用意见（Markdown；Accept 含 text/html 时为 HTML），不留记录',
        access: 'stateless',
        body: { required: true, ...content(schema('EvaluationRequest'), undefined, requests) },
        answers: {
          200: {
            description: '适用意见',
            content: {
              'text/markdown': { schema: { type: 'string', maxLength: 4_000_000 } },
              'text/html': { schema: { type: 'string', maxLength: 8_000_000 } },
            },
          },
        },
        problems: [404, 412],
      }),
    },
    '/api/v1/explanations': {
      post: native({
        operationId: 'explain',
        tag: 'evaluation',
        summary: '说明为什么、哪一个尚缺的事实起决定作用、什么不同结论就会不同，不留记录',
        access: 'stateless',
        body: { required: true, ...content(schema('ExplanationRequest')) },
        answers: { 200: ok('说明', schema('Explanation')) },
        problems: [404],
      }),
    },
    '/api/v1/questions': {
      get: native({
        operationId: 'listQuestions',
        tag: 'evaluation',
        summary: '可问的问题和入口',
        access: 'stateless',
        answers: { 200: ok('问题', QUESTIONS), 304: unchanged },
      }),
    },
    '/api/v1/provisions': {
      get: native({
        operationId: 'listProvisions',
        tag: 'law',
        summary: '条款原文和标注',
        access: 'stateless',
        answers: { 200: ok('条款', PROVISIONS), 304: unchanged },
      }),
    },
    '/api/v1/provisions/{eId}': {
      get: native({
        operationId: 'getProvision',
        tag: 'law',
        summary: '一个条款',
        access: 'stateless',
        parameters: [
          {
            ...parameter('eId', 'path', 'eId，或者引用。', text(80)),
            examples: {
              eId: { value: 'art_11__para_1__item_3' },
              citation: { value: '第十一条第一款第三项' },
              short: { value: '11(1)(3)' },
            },
          },
        ],
        answers: { 200: ok('条款', PROVISION), 304: unchanged },
        problems: [404],
      }),
    },
    '/api/v1/schemas/{name}': {
      get: native({
        operationId: 'getSchema',
        tag: 'contract',
        summary: '一个契约文件（JSON Schema 2020-12）',
        access: 'stateless',
        parameters: [parameter('name', 'path', '名称，例如 facts。', { ...text(80), examples: ['facts'] })],
        answers: { 200: ok('契约文件', anyObject, 'application/schema+json'), 304: unchanged },
        problems: [404],
      }),
    },
    '/api/v1/bundles/{revision}': {
      get: native({
        operationId: 'getBundle',
        tag: 'contract',
        summary: '下载规则包（Rego），可以用 OPA 自行核对',
        access: 'stateless',
        parameters: [parameter('revision', 'path', '规则的版本。', DIGEST)],
        answers: { 200: { description: '规则包', content: { 'application/gzip': {} } }, 304: unchanged },
        problems: [404],
      }),
    },
    '/openapi.json': {
      get: native({
        operationId: 'getOpenapi',
        tag: 'contract',
        summary: '本文件',
        access: 'stateless',
        answers: { 200: ok('OpenAPI 3.1', anyObject), 304: unchanged },
      }),
    },
  };
}

const PROVISION: Json = {
  type: 'object',
  description: '条款的原文；有规则的条款还有标题、情态、引用等标注。',
  required: ['eId'],
  properties: {
    eId: schema('ProvisionId'),
    kind: { description: '单位的种类。', type: 'string', maxLength: 20 },
    text: { description: '原文。', type: 'string', maxLength: 4000 },
    title: { description: '标题。', type: 'string', maxLength: 200 },
    citation: { description: '引用的写法。', type: 'string', maxLength: 200 },
    modality: { description: '情态：must、may、must_not 等。', type: 'string', maxLength: 40 },
  },
};

const PROVISIONS: Json = {
  type: 'object',
  required: ['revision', 'provisions'],
  properties: { revision: DIGEST, provisions: { type: 'array', maxItems: 1000, items: PROVISION } },
};

const QUESTIONS: Json = {
  type: 'object',
  required: ['revision', 'questions'],
  properties: {
    revision: DIGEST,
    questions: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        required: ['id', 'title', 'provisions', 'entrypoints'],
        properties: {
          id: { type: 'string', maxLength: 60 },
          title: { type: 'string', maxLength: 60 },
          provisions: { description: '它回答的条款。', type: 'array', maxItems: 1000, items: schema('ProvisionId') },
          entrypoints: {
            description: 'OPA 的入口。',
            type: 'array',
            maxItems: 20,
            items: { type: 'string', maxLength: 120 },
          },
        },
      },
    },
  },
};
