/** One example for every problem and every item code: `docs/errors.md` shows them as the service answers them. */
import type { FastifyInstance } from 'fastify';
import type { ItemCode } from '../../src/contract/items.ts';
import { readsRecords } from '../../src/http/access.ts';
import type { AppOptions, Service } from '../../src/http/app.ts';
import type { BundleOperations } from '../../src/http/bundles.ts';
import type { RecordsParts } from '../../src/http/decisions.ts';
import type { ProblemCode } from '../../src/http/problems.ts';
import { serve } from '../../src/http/routes.ts';
import { BundleRefused } from '../../src/policy/refused.ts';
import { RecordRefused, StoreFailed } from '../../src/records/failures.ts';
import { knowing, REVISION } from './fake.ts';

export interface ProblemExample {
  readonly method?: string;
  /** Absent where no single request brings it about; `when` says what does, and test/http/refusals.test.ts does it. */
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** In which state of the service, where that matters. */
  readonly when?: string;
  readonly service?: Partial<Service>;
  readonly options?: AppOptions;
  readonly prepare?: (app: FastifyInstance) => void;
}

const EVALUATIONS = '/api/v1/evaluations';
const evaluation = { question: 'grade', facts: { accident: { deaths: 26 } } };
const bearer = (credential: string) => ({ authorization: `Bearer ${credential}` });
const asked = { method: 'POST', url: EVALUATIONS, body: evaluation };
const failing = () => Promise.reject(new Error('failed'));
const record = '/api/v1/decisions/01920000-0000-7000-8000-000000000000';

/** A route that shows a record, whatever the service has of them. */
const oneRecord = (app: FastifyInstance) =>
  serve(app, '/api/v1/example-records/:id', { GET: readsRecords(['auditor'], () => ({})) });
const exampleRecord = record.replace('decisions', 'example-records');

/** What the refusals of `knowing` are shown as: no credential stands in a document. */
export const CREDENTIALS: Readonly<Record<string, string>> = {
  unknown: 'tongze_000000000000_…',
  expired: 'tongze_1a44f5e1d679_…',
  forged: 'eyJhbGciOi…',
  late: 'eyJhbGciOi…',
  offline: 'eyJhbGciOi…',
  reader: 'tongze_4fcc28df2862_…',
  quick: 'tongze_4fcc28df2862_…',
  writer: 'tongze_4fcc28df2862_…',
  operator: 'tongze_4fcc28df2862_…',
};

const known = knowing({
  expired: 'expired-key',
  forged: 'invalid-token',
  late: 'expired-token',
  offline: 'issuer-unavailable',
  reader: { roles: ['auditor'] },
  quick: { roles: ['submitter'], perMinute: 0 },
});
const keyed = (credential: string): ProblemExample => ({
  ...asked,
  headers: bearer(credential),
  options: { authentication: known },
});

/** A request that leaves a record, where recording fails so. */
function recorded(error: Error): ProblemExample {
  const recording = new Proxy({} as RecordsParts['recording'], { get: () => () => Promise.reject(error) });
  const store = { failure: (thrown: unknown) => thrown } as RecordsParts['store'];
  const records = { store, recording } as RecordsParts;
  return {
    method: 'POST',
    url: '/api/v1/decisions',
    headers: { ...bearer('writer'), 'idempotency-key': '7c6e1b2a' },
    body: { ...evaluation, classification: '内部' },
    options: {
      authentication: knowing({ writer: { roles: ['submitter', 'reviewer'] } }),
      readLog: { append: async () => undefined, close: async () => undefined },
      records,
    },
  };
}

const altered = new BundleRefused('altered-file', 'tongze.wasm.tar.gz');

const confirmed = { url: `${record}/confirmation`, body: { outcome: 'confirmed' } };
const corrected = { url: `${record}/correction`, body: { ...evaluation, classification: '内部', reason: 'facts' } };

export const PROBLEM_EXAMPLES: Readonly<Record<ProblemCode, ProblemExample>> = {
  'malformed-json': { ...asked, body: '{"question":"grade","facts":{"accident":{"deaths":}}}' },
  'duplicate-key': { ...asked, body: '{"question":"grade","facts":{"accident":{"deaths":3,"deaths":30}}}' },
  'invalid-request': { url: '/v1/data/%ff' },
  'read-only': { method: 'PUT', url: '/v1/policies/a', body: {} },
  'not-served': { method: 'POST', url: '/v1/compile', body: { query: 'data.x' } },
  'missing-credentials': { ...asked, when: 'TONGZE_ANONYMOUS=none', options: { authentication: knowing({}, false) } },
  'unknown-key': keyed('unknown'),
  'expired-key': keyed('expired'),
  'invalid-token': keyed('forged'),
  'expired-token': keyed('late'),
  'role-missing': {
    url: exampleRecord,
    headers: bearer('quick'),
    when: '只有提交人的角色，而接口要求审计人',
    options: {
      authentication: knowing({ quick: { roles: ['submitter'] } }),
      readLog: { append: async () => undefined, close: async () => undefined },
    },
    prepare: oneRecord,
  },
  'not-through-proxy': {
    url: '/v1/status',
    when: 'TONGZE_TRUSTED_PROXIES=10.0.0.5，而连接来自别处',
    options: { listening: { trustedProxies: ['10.0.0.5'], isTrustedPeer: () => false } },
  },
  'unknown-entrypoint': { ...asked, body: { question: 'grades', facts: {} } },
  'unknown-provision': { url: '/api/v1/provisions/99' },
  'unknown-schema': { url: '/api/v1/schemas/fact' },
  'unknown-bundle': { url: `/api/v1/bundles/${'b'.repeat(64)}` },
  'unknown-policy': { url: '/v1/policies/none' },
  'undefined-document': { method: 'POST', url: '/', body: {} },
  'not-found': { url: '/api/v2' },
  'method-not-allowed': { method: 'DELETE', url: EVALUATIONS },
  'request-timeout': { when: '请求体没有发完' },
  'bundle-mismatch': { ...asked, body: { ...evaluation, expectBundle: 'b'.repeat(64) } },
  'too-large': { ...asked, body: { ...evaluation, padding: 'x'.repeat(300_000) }, when: '请求体 300 kB' },
  'uri-too-long': { url: `/api/v1/provisions/${'1'.repeat(1001)}`, when: '一段 1001 个字符' },
  'unsupported-media-type': { ...asked, headers: { 'content-type': 'text/plain' } },
  'schema-violation': { ...asked, body: { question: 'grade', facts: { accident: { deaths: '26' } } } },
  'bundle-refused': {
    method: 'POST',
    url: '/api/v1/bundles/activation',
    headers: bearer('operator'),
    body: { bundle: 'b'.repeat(64), reason: '修正第十一条的规则' },
    when: '规则包被改过',
    options: {
      authentication: knowing({ operator: { roles: ['administrator'] } }),
      bundles: { activate: async () => ({ refused: altered.message }) } as unknown as BundleOperations,
    },
  },
  'too-many-requests': { ...keyed('quick'), when: '这个密钥这一分钟的次数已经用完' },
  'headers-too-large': { when: '请求头 20 kB' },
  'evaluation-error': { ...asked, when: '引擎失败', service: { decide: failing, decideJson: failing } },
  'bundle-damaged': {
    url: `/api/v1/bundles/${REVISION}`,
    when: '磁盘上的规则包被改动',
    service: { bundles: { wasm: { path: '', sha256: '' }, rego: { path: 'package.json', sha256: '0'.repeat(64) } } },
  },
  'internal-error': { when: '程序有错' },
  'issuer-unavailable': keyed('offline'),
  'audit-unavailable': {
    url: exampleRecord,
    headers: bearer('reader'),
    when: '磁盘已满',
    options: { authentication: known, readLog: { append: failing, close: async () => undefined } },
    prepare: oneRecord,
  },
  'missing-idempotency-key': { ...recorded(new Error()), headers: bearer('writer') },
  'classified-material': { ...recorded(new Error()), body: evaluation },
  'unknown-record': { ...recorded(new RecordRefused('unknown-record')), ...confirmed },
  'unknown-tree': { when: '位置不小于叶数' },
  'idempotency-conflict': recorded(new RecordRefused('idempotency-conflict')),
  'idempotency-in-progress': recorded(new RecordRefused('idempotency-in-progress')),
  'already-superseded': { ...recorded(new RecordRefused('already-superseded')), ...corrected },
  'not-a-decision': { ...recorded(new RecordRefused('not-a-decision')), ...confirmed },
  'not-kept': { when: '作出决定时的规则包已从数据目录里移走' },
  'content-erased': { when: '重放输入已经清除的决定' },
  'store-full': recorded(new StoreFailed('full', undefined)),
  'store-unavailable': recorded(new StoreFailed('unavailable', undefined)),
  'store-damaged': recorded(new StoreFailed('corrupt', undefined)),
  overloaded: { when: '请求多于能处理的' },
};

/** Members of the accident, or a whole request. */
export type ItemExample =
  | { readonly accident: string }
  | {
      readonly method: 'GET' | 'POST';
      readonly url: string;
      readonly body: string | Buffer;
      readonly shown: string;
      /** JSON if absent. */
      readonly type?: string;
    };

const accident = (members: string): ItemExample => ({ accident: members });
const whole = (body: string | Buffer, shown = String(body)): ItemExample => ({
  method: 'POST',
  url: EVALUATIONS,
  body,
  shown,
});
const yaml = (body: string): ItemExample => ({
  method: 'POST',
  url: '/v1/data/questions/grade/answer',
  type: 'application/yaml',
  body,
  shown: body,
});
const appeal = (members: string): ItemExample =>
  whole(`{"question":"grade","facts":{"appeal":{${members}}}}`, `{ …, "appeal": { ${members} } }`);
const got = (url: string): ItemExample => ({ method: 'GET', url, body: '', shown: `GET ${url}` });

/** `undefined`: no request reaches it today; test/contract/validate.test.ts does, or the day when the contract changes. */
export const ITEM_EXAMPLES: Readonly<Record<ItemCode, ItemExample | undefined>> = {
  empty_body: got('/v1/data/questions/grade/answer?input='),
  invalid_utf8: whole(Buffer.from('{"question":"\xb5\xc8\xbc\xb6"}', 'latin1'), '（以 GBK 保存的文件）'),
  byte_order_mark: whole('\ufeff{"question":"grade"}', '（以 EF BB BF 开头的文件）'),
  malformed_json: accident('"deaths": 26,'),
  malformed_yaml: yaml('input: {facts: {accident: {deaths: 0x1F}}}'),
  yaml_alias: yaml('input: {facts: &f {}, options: *f}'),
  trailing_data: whole('{"question":"grade","facts":{}} {}'),
  nesting_too_deep: whole('['.repeat(500), '[[[[… 500 层'),
  too_many_members: whole(`[${'1,'.repeat(1000)}1]`, '[1,1,… 1001 项'),
  duplicate_key: accident('"deaths": 3, "deaths": 30'),
  forbidden_key: accident('"__proto__": {}'),
  lone_surrogate: accident('"industry": "\\ud800"'),
  number_out_of_range: accident('"deaths": 1e400'),
  number_too_precise: accident('"deaths": 2.00000000000000001'),
  negative_zero: accident('"deaths": -0'),
  unknown_property: accident('"directLoss": 53954100'),
  missing_property: whole('{"question":"grade"}'),
  wrong_type: accident('"deaths": "26"'),
  not_an_integer: accident('"directLossYuan": 5395.41'),
  negative: accident('"deaths": -1'),
  out_of_range: accident('"deaths": 2000000'),
  not_allowed: accident('"kind": "火灾事故"'),
  invalid_date: accident('"occurredOn": "2021-6-13"'),
  invalid_division_code: accident('"divisionCode": "420303003000"'),
  invalid_format: accident('"industry": "燃\\n气"'),
  too_long: accident(`"industry": "${'燃'.repeat(121)}"`),
  too_short: accident('"industry": ""'),
  too_many_items: accident(`"regulators": [${Array(51).fill('{"level":"省","organ":"某厅"}').join(',')}]`),
  too_few_items: accident('"severeSocialImpact": {"value": true, "evidence": []}'),
  // A body of so many names has too_many_members before.
  too_many_properties: undefined,
  schema_violation: undefined,
  more_problems: accident(Array.from({ length: 51 }, (_, i) => `"k${i}": 1`).join(', ')),
  unknown_division_code: accident('"divisionCode": "420330"'),
  impossible_order: appeal('"decisionReceivedOn": "2022-07-01", "filedOn": "2022-06-30"'),
  contradictory: appeal('"filed": false, "filedOn": "2022-07-06"'),
  unknown_entrypoint: got('/v1/data/questions/grade/anser'),
};
