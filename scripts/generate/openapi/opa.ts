/** OPA's own paths, compatible with OPA 1.22.2. */
import type { Examples } from './examples.ts';
import { anyObject, content, type Json, ok, opa, parameter, schema, text, unchanged } from './operation.ts';

const COMPATIBLE = '与 OPA 1.22.2 的接口相容。';

const flag = (name: string, description: string): Json =>
  parameter(name, 'query', description, { type: 'string', enum: ['', 'true', 'false'] });

const PARAMETERS: readonly Json[] = [
  flag('pretty', '缩进输出。'),
  flag('provenance', '附版本和规则包的修订号。'),
  flag('metrics', '附用时。'),
  flag('instrument', '与 metrics 相同。'),
  parameter('explain', 'query', 'notes：逐条说明；WASM 没有跟踪，其他取值给出同样的说明并附警告。', {
    type: 'string',
    enum: ['off', 'notes', 'fails', 'full', 'debug'],
  }),
];

const ANSWER: Json = {
  type: 'object',
  description: 'result 是入口的值；路径没有值时没有 result。',
  properties: {
    result: { description: '入口的值，或者路径所指的一部分。' },
    provenance: { type: 'object' },
    metrics: { type: 'object' },
    explanation: { type: 'array', maxItems: 200, items: {} },
    warning: {
      type: 'object',
      required: ['code', 'message'],
      properties: { code: { type: 'string', maxLength: 60 }, message: { type: 'string', maxLength: 400 } },
    },
  },
};

const BATCH: Json = {
  type: 'object',
  required: ['batch_decision_id', 'responses'],
  properties: {
    batch_decision_id: { type: 'string', maxLength: 60, description: '本次请求的编号。' },
    responses: { type: 'object', maxProperties: 500, description: '编号到答复；没有得出的有 code 和 message。' },
  },
};

export function opaPaths({ inputs }: Examples): Json {
  const wrapped = Object.fromEntries(
    Object.entries(inputs).map(([name, { summary, value }]) => [name, { summary, value: { input: value } }]),
  );
  const path = {
    ...parameter('path', 'path', '入口，或者入口之下的路径。', text(1000)),
    example: 'questions/addressees/decision',
  };
  return {
    '/v1/data/{path}': {
      parameters: [path],
      get: opa({
        operationId: 'getData',
        tag: 'opa',
        summary: '取一个入口的值',
        description: COMPATIBLE,
        access: 'stateless',
        parameters: [...PARAMETERS, parameter('input', 'query', '输入的 JSON。', { type: 'string', maxLength: 8000 })],
        answers: { 200: ok('答复', ANSWER) },
      }),
      post: opa({
        operationId: 'postData',
        tag: 'opa',
        summary: '按输入取一个入口的值',
        description: `${COMPATIBLE}不符合契约的输入为 400，不评估。`,
        access: 'stateless',
        parameters: PARAMETERS,
        body: { required: false, ...content(schema('OpaRequest'), undefined, wrapped) },
        answers: { 200: ok('答复', ANSWER) },
      }),
    },
    '/v1/batch/data/{path}': {
      parameters: [path],
      post: opa({
        operationId: 'postBatch',
        tag: 'opa',
        summary: '同一入口，多个输入',
        description: '与 Enterprise OPA 的接口相容。有一个输入不符合契约即为 400，一个也不评估；更多的用流。',
        access: 'stateless',
        parameters: PARAMETERS,
        body: {
          required: true,
          ...content(schema('BatchRequest'), undefined, {
            two: {
              summary: '两起事故的等级',
              value: {
                inputs: { a: { facts: { accident: { deaths: 3 } } }, b: { facts: { accident: { deaths: 10 } } } },
                common_input: { facts: { accident: { occurredOn: '2021-06-13', countedOn: '2021-09-30' } } },
              },
            },
          }),
        },
        answers: {
          200: ok('全部有答复', BATCH),
          207: ok('部分没有得出答复，逐项有 http_status_code', BATCH),
        },
      }),
    },
    '/v0/data/{path}': {
      parameters: [path],
      post: opa({
        operationId: 'postDataV0',
        tag: 'opa',
        summary: '请求体就是输入，答复就是值',
        description: COMPATIBLE,
        access: 'stateless',
        body: { required: false, ...content(schema('EvaluationInput'), undefined, inputs) },
        answers: { 200: ok('值', {}) },
        problems: [404],
      }),
    },
    '/': {
      get: opa({
        operationId: 'getPage',
        tag: 'operations',
        summary: '说明页',
        access: 'stateless',
        answers: { 200: { description: '说明页', content: { 'text/html': {} } } },
      }),
      post: opa({
        operationId: 'postDefault',
        tag: 'opa',
        summary: '默认决定（questions/addressees/decision）',
        description: COMPATIBLE,
        access: 'stateless',
        body: { required: true, ...content(schema('EvaluationInput'), undefined, inputs) },
        answers: { 200: ok('值', anyObject) },
        problems: [404],
      }),
    },
    '/docs': {
      get: opa({
        operationId: 'getDocs',
        tag: 'operations',
        summary: '接口说明：本文件的网页',
        access: 'stateless',
        answers: { 200: { description: '接口说明', content: { 'text/html': {} } }, 304: unchanged },
      }),
    },
    '/v1/policies': {
      get: opa({
        operationId: 'listPolicies',
        tag: 'opa',
        summary: '全部规则文件',
        description: COMPATIBLE,
        access: 'stateless',
        answers: { 200: ok('规则文件', anyObject) },
      }),
    },
    '/v1/policies/{id}': {
      get: opa({
        operationId: 'getPolicy',
        tag: 'opa',
        summary: '一个规则文件',
        description: COMPATIBLE,
        access: 'stateless',
        parameters: [parameter('id', 'path', '规则文件的 id。', text(200))],
        answers: { 200: ok('规则文件', anyObject) },
        problems: [404],
      }),
    },
    '/v1/status': {
      get: opa({
        operationId: 'getStatus',
        tag: 'opa',
        summary: '正在运行的规则包',
        description: COMPATIBLE,
        access: 'stateless',
        answers: { 200: ok('状态', anyObject) },
      }),
    },
    '/v1/config': {
      get: opa({
        operationId: 'getConfig',
        tag: 'opa',
        summary: '配置，不含秘密',
        description: COMPATIBLE,
        access: 'stateless',
        answers: { 200: ok('配置', anyObject) },
      }),
    },
  };
}
