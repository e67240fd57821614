import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import t, { test } from 'tap';
import { validate } from '../../src/contract/validate.ts';
import { EvaluationFailed } from '../../src/engine/instance.ts';
import { readsRecords } from '../../src/http/access.ts';
import { httpProblem } from '../../src/http/errors.ts';
import { onRecords } from '../../src/http/log.ts';
import { PROBLEMS, type ProblemCode } from '../../src/http/problems.ts';
import { serve } from '../../src/http/routes.ts';
import { NotOurs, StoreFailed, type StoreFailure } from '../../src/records/failures.ts';
import type { Store } from '../../src/records/store.ts';
import { correctionOf, gradeOf, service } from '../support/records.ts';
import { appWithRecords } from '../support/records-app.ts';
import { type Call, example, fakeApp, JSON_HEADERS, knowing, REVISION, withAccident } from './fake.ts';
import { PROBLEM_EXAMPLES } from './problem-examples.ts';

t.teardown(() => service.close());

const produced = new Set<string>();

test('no answer and no log line repeats a value of the request', async (t) => {
  const lines: string[] = [];
  const canary = '张三丰甲乙丙';
  const failing = {
    evaluate: async () => Promise.reject(new Error(canary)),
    decide: async () => Promise.reject(new Error(canary)),
  };
  const app = fakeApp([], failing, { LOG_LEVEL: 'trace', logStream: { write: (line) => void lines.push(line) } });
  t.teardown(() => app.close());
  const bodies = [
    withAccident({
      deaths: canary,
      [canary]: 1,
      kind: canary,
      occurredOn: canary,
      divisionCode: canary,
      regulators: [{ level: canary, organ: canary, [canary]: canary }],
    }),
    { question: canary, facts: {} },
    { ...example, expectBundle: canary },
    withAccident({ industry: canary }),
  ];

  const answers = [];
  for (const body of bodies)
    for (const url of [
      '/api/v1/evaluations',
      '/v1/data/questions/grade/answer',
      '/v0/data/questions/grade/answer',
      '/',
    ])
      answers.push(await app.inject({ method: 'POST', url, payload: url.startsWith('/v1') ? { input: body } : body }));
  for (const payload of [
    `{"${canary}":1,"${canary}":2}`,
    '{"zhang-san":1,"zhang-san":2}',
    `{"${canary}"`,
    `"${canary}`,
  ])
    answers.push(await app.inject({ method: 'POST', url: '/api/v1/evaluations', headers: JSON_HEADERS, payload }));
  const encoded = encodeURIComponent(canary);
  for (const url of [
    `/v1/data/${encoded}`,
    `/api/v1/provisions/${encoded}`,
    `/v1/data/questions/grade/answer?input=${encoded}`,
    `/${encoded}`,
  ])
    answers.push(await app.inject({ method: 'GET', url }));

  for (const { body, statusCode } of answers) {
    t.ok(statusCode >= 400);
    t.notMatch(body, new RegExp(`${canary}|${encoded}|zhang-san`));
    t.notMatch(body, /\/work\/|node_modules|\.ts/);
  }
  t.ok(lines.length > 0);
  t.notMatch(lines.join(''), new RegExp(`${canary}|${encoded}`));
});

/** Requests that produce each remaining problem of the table. */
const OTHERS: readonly (readonly [ProblemCode, number, object, object?])[] = [
  [
    'unknown-entrypoint',
    404,
    { method: 'POST', url: '/api/v1/evaluations', payload: { question: 'nothing', facts: {} } },
  ],
  [
    'bundle-mismatch',
    412,
    { method: 'POST', url: '/api/v1/evaluations', payload: { ...example, expectBundle: 'b'.repeat(64) } },
  ],
  [
    'unsupported-media-type',
    415,
    { method: 'POST', url: '/api/v1/evaluations', headers: { 'content-type': 'text/plain' }, payload: '{}' },
  ],
  [
    'unsupported-media-type',
    415,
    {
      method: 'POST',
      url: '/api/v1/evaluations',
      headers: { 'content-type': 'application/json; charset=gbk' },
      payload: '{}',
    },
  ],
  [
    'unsupported-media-type',
    415,
    {
      method: 'POST',
      url: '/api/v1/evaluations',
      headers: { ...JSON_HEADERS, 'content-encoding': 'br' },
      payload: '{}',
    },
  ],
  [
    'malformed-json',
    400,
    {
      method: 'POST',
      url: '/api/v1/evaluations',
      headers: { ...JSON_HEADERS, 'content-encoding': 'gzip' },
      payload: '{}',
    },
  ],
  ['malformed-json', 400, { method: 'POST', url: '/api/v1/evaluations' }],
  ['unknown-provision', 404, { method: 'GET', url: '/api/v1/provisions/99' }],
  ['unknown-schema', 404, { method: 'GET', url: '/api/v1/schemas/..%2Fpackage' }],
  ['unknown-bundle', 404, { method: 'GET', url: `/api/v1/bundles/${'b'.repeat(64)}` }],
  ['unknown-policy', 404, { method: 'GET', url: '/v1/policies/none' }],
  ['not-found', 404, { method: 'GET', url: '/api/v2' }],
  ['schema-violation', 400, { method: 'POST', url: '/v1/batch/data/questions/grade/answer', payload: {} }],
  ['uri-too-long', 414, { method: 'GET', url: `/api/v1/provisions/${'1'.repeat(1001)}` }],
  ['method-not-allowed', 405, { method: 'DELETE', url: '/api/v1/evaluations' }],
  [
    'read-only',
    400,
    { method: 'PUT', url: '/v1/policies/a', payload: 'package a', headers: { 'content-type': 'text/plain' } },
  ],
  ['not-served', 400, { method: 'POST', url: '/v1/compile', payload: {} }],
  ['undefined-document', 404, { method: 'POST', url: '/v0/data/questions/grade/answer/none' }],
  ['invalid-request', 400, { method: 'GET', url: '/v1/data/%ff' }],
  ['invalid-request', 400, { method: 'GET', url: '/v1/data/questions/grade/answer?input=%ff' }],
  [
    'evaluation-error',
    500,
    { method: 'POST', url: '/api/v1/evaluations', payload: example },
    { decide: () => Promise.reject('opa_abort') },
  ],
  [
    'evaluation-error',
    500,
    { method: 'POST', url: '/api/v1/evaluations', payload: example },
    { decide: async () => null },
  ],
  [
    'evaluation-error',
    500,
    { method: 'POST', url: '/v1/data/questions/grade/answer', payload: { input: { facts: {} } } },
    { evaluate: async () => [] },
  ],
  [
    'bundle-damaged',
    500,
    { method: 'GET', url: `/api/v1/bundles/${REVISION}` },
    { bundles: { rego: { path: 'package.json', sha256: 'c'.repeat(64) } } },
  ],
  [
    'bundle-damaged',
    500,
    { method: 'GET', url: `/api/v1/bundles/${REVISION}` },
    { bundles: { rego: { path: '/nowhere', sha256: 'c'.repeat(64) } } },
  ],
];

for (const [code, status, request, replaced] of OTHERS) {
  const { method, url } = request as { method: string; url: string };
  test(`${method} ${url.slice(0, 60)} is answered with ${code} (${status})`, async (t) => {
    const app = fakeApp([], replaced ?? {});
    t.teardown(() => app.close());

    const answer = await app.inject(request);

    const body = answer.json();
    t.equal(answer.statusCode, status);
    t.equal(body.type, `urn:tongze:problem:${code}`);
    t.equal(body.status, status);
    t.strictSame(validate('problem.schema.json', body), []);
    produced.add(code);
  });
}

test('a service under pressure sheds requests with 503 and Retry-After but says that it lives', async (t) => {
  const app = fakeApp([], {}, { limits: { maxRssBytes: 1 } });
  t.teardown(() => app.close());
  await app.ready();
  await new Promise((resolve) => setTimeout(resolve, 700));

  const answer = await app.inject({ method: 'POST', url: '/api/v1/evaluations', payload: example });
  const live = await app.inject({ method: 'GET', url: '/health/live' });
  const metrics = await app.inject({ method: 'GET', url: '/metrics' });

  t.equal(answer.statusCode, 503);
  t.equal(answer.headers['retry-after'], '10');
  t.equal(answer.json().code, 'overloaded');
  t.equal(live.statusCode, 200);
  t.match(metrics.body, 'tongze_refusals_total{problem="overloaded"} 1');
  produced.add('overloaded');
});

/** Sends bytes and reads until the server closes. */
function overSocket(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk;
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}

test('a body that stalls gets 408 in JSON', async (t) => {
  const app = fakeApp([], {}, { limits: { requestTimeoutMs: 300, headersTimeoutMs: 200, checkIntervalMs: 50 } });
  t.teardown(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as { port: number };

  const started = performance.now();
  const answer = await overSocket(
    port,
    'POST /api/v1/evaluations HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"question"',
  );

  t.match(answer, /^HTTP\/1\.1 408 Request Timeout\r\n/);
  const body = JSON.parse(answer.split('\r\n\r\n')[1] as string);
  t.match(body, { code: 'request_timeout', type: 'urn:tongze:problem:request-timeout' });
  t.strictSame(validate('problem.schema.json', body), []);
  t.ok(performance.now() - started < 3000);
  produced.add('request-timeout');
});

test('the timeouts that are shipped close a stalled body', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());
  await app.ready();

  t.equal(app.server.requestTimeout, 15_000);
  t.equal(app.server.headersTimeout, 10_000);
});

test('headers beyond the bound of Node get 431, and no HTTP at all gets 400', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as { port: number };

  const large = await overSocket(port, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`);
  const noise = await overSocket(port, 'no http\r\n\r\n');

  t.match(large, /^HTTP\/1\.1 431 [\s\S]*"code":"headers_too_large"/);
  t.match(noise, /^HTTP\/1\.1 400 [\s\S]*"code":"invalid_parameter"/);
  produced.add('headers-too-large');
});

test('an error that nobody foresaw is 500 without its message', async (t) => {
  const lines: string[] = [];
  const app = fakeApp([], {}, { LOG_LEVEL: 'error', logStream: { write: (line) => void lines.push(line) } });
  t.teardown(() => app.close());
  app.get('/unforeseen', { config: { access: 'public' } }, async () => {
    throw new TypeError('secret of the request');
  });

  const answer = await app.inject('/unforeseen');

  t.equal(answer.statusCode, 500);
  t.equal(answer.json().code, 'internal_error');
  t.notMatch(answer.body + lines.join(''), /secret/);
  t.match(lines.join(''), /TypeError/);
  produced.add('internal-error');
});

test('a record that cannot be audited, a rate and a bare connection have problems of their own', async (t) => {
  const authentication = knowing({ a: { roles: ['auditor'], perMinute: 1 } });
  const listening = { trustedProxies: ['10.0.0.5'], isTrustedPeer: (address: string) => address !== '10.0.0.6' };
  const readLog = { append: () => Promise.reject(new Error('full')), close: async () => undefined };
  const app = fakeApp([], {}, { authentication, listening, readLog });
  t.teardown(() => app.close());
  serve(app, '/api/v1/records', { GET: readsRecords(['auditor'], () => ({})) });

  for (const [remoteAddress, code, status] of [
    ['10.0.0.6', 'not-through-proxy', 403],
    ['10.0.0.5', 'audit-unavailable', 503],
    ['10.0.0.5', 'too-many-requests', 429],
  ] as const) {
    const headers = { authorization: 'Bearer a' };
    const answer = await app.inject({ url: '/api/v1/records', headers, remoteAddress });
    t.equal(answer.statusCode, status);
    t.equal(answer.json().code, code);
    t.strictSame(validate('problem.schema.json', answer.json()), []);
    produced.add(code);
  }
});

test('an evaluation for which there is no room is told to come back, on both surfaces', async (t) => {
  const busy = () => Promise.reject(Object.assign(new Error('full'), { code: 'TZ_BUSY' }));
  const app = fakeApp([], { evaluate: busy, evaluateJson: busy, decide: busy, decideJson: busy });
  t.teardown(() => app.close());

  for (const [url, payload] of [
    ['/api/v1/evaluations', example],
    ['/v1/data/questions/grade/answer', { input: { facts: {} } }],
  ] as const) {
    const answer = await app.inject({ method: 'POST', url, payload });
    t.equal(answer.statusCode, 503);
    t.equal(answer.json().code, 'overloaded');
    t.equal(answer.headers['retry-after'], '10');
  }
});

test('so is a decision that was to be recorded, and one that failed is told from it', async (t) => {
  const store = { failure: (error: unknown) => error } as Store;
  const full = Object.assign(new EvaluationFailed('full'), { code: 'TZ_BUSY' });

  await t.rejects(
    onRecords(store, () => Promise.reject(full)),
    httpProblem('overloaded'),
  );
  await t.rejects(
    onRecords(store, () => Promise.reject(new EvaluationFailed('no answer'))),
    httpProblem('evaluation-error'),
  );
});

const REFUSED = {
  expired: 'expired-key',
  forged: 'invalid-token',
  late: 'expired-token',
  unchecked: 'issuer-unavailable',
  powerless: { roles: [] },
} as const;

for (const [credential, code, status] of [
  [undefined, 'missing-credentials', 401],
  ['never-issued', 'unknown-key', 401],
  ['expired', 'expired-key', 401],
  ['forged', 'invalid-token', 401],
  ['late', 'expired-token', 401],
  ['powerless', 'role-missing', 403],
  ['unchecked', 'issuer-unavailable', 503],
] as const)
  for (const url of ['/api/v1/evaluations', '/v1/data/questions/grade/answer'])
    test(`${url} answers ${status} to ${credential ?? 'nobody'} where everybody must say who they are`, async (t) => {
      const calls: Call[] = [];
      const app = fakeApp(calls, {}, { authentication: knowing(REFUSED, false) });
      t.teardown(() => app.close());

      const answer = await app.inject({
        method: 'POST',
        url,
        headers: credential === undefined ? {} : { authorization: `Bearer ${credential}` },
        payload: url.startsWith('/api') ? example : { input: { facts: example.facts } },
      });

      const body = answer.json();
      t.equal(answer.statusCode, status);
      t.equal(body.type, `urn:tongze:problem:${code}`);
      if (status === 503) t.match(answer.headers['retry-after'], /^\d+$/);
      else t.match(answer.headers['www-authenticate'], /^Bearer realm="tongze"/);
      t.strictSame(validate('problem.schema.json', body), []);
      if (!url.startsWith('/api')) t.equal(body.code, PROBLEMS[code].opa);
      t.strictSame(calls, []);
      produced.add(code);
    });

/** A store whose every write fails so. */
const failing = (failure: StoreFailure, cause?: Error) => (store: Store) => ({
  ...store,
  write: async () => {
    throw new StoreFailed(failure, cause);
  },
});

/** A store in which a record of that key is still being made. */
const slow = (store: Store) => ({ ...store, write: () => new Promise<never>(() => undefined) });

type OnRecords = Awaited<ReturnType<typeof appWithRecords>>;

const made = async ({ call }: OnRecords, payload: object = gradeOf(4)) =>
  (await call('POST', 'decisions', { key: 'first', payload })).json().id as string;
const erasure = { as: 'administrator', payload: { parts: ['input'], ground: 'retention' } };
const correction = { as: 'reviewer', payload: correctionOf(5) };

const OF_RECORDS: readonly (readonly [
  ProblemCode,
  number,
  (records: OnRecords) => Promise<Awaited<ReturnType<OnRecords['call']>>>,
  ((store: Store) => Store)?,
])[] = [
  ['missing-idempotency-key', 400, ({ call }) => call('POST', 'decisions', { key: '', payload: gradeOf(4) })],
  ['classified-material', 422, ({ call }) => call('POST', 'decisions', { payload: { classification: '秘密' } })],
  ['unknown-record', 404, ({ call }) => call('GET', 'decisions/none')],
  ['unknown-tree', 404, ({ call }) => call('GET', 'log/proof/inclusion?index=7')],
  ['unknown-tree', 404, ({ call }) => call('GET', 'log/checkpoint')],
  ['invalid-request', 400, ({ call }) => call('GET', 'log/proof/inclusion?index=x')],
  ['invalid-request', 400, ({ call }) => call('GET', 'log/proof/inclusion')],
  ['invalid-request', 400, ({ call }) => call('GET', 'log/proof/consistency')],
  [
    'idempotency-conflict',
    422,
    async (records) => {
      await made(records);
      return records.call('POST', 'decisions', { key: 'first', payload: gradeOf(5) });
    },
  ],
  [
    'idempotency-in-progress',
    409,
    async ({ call }) => {
      void call('POST', 'decisions', { key: 'first', payload: gradeOf(4) });
      // The first has to be under way.
      for (let answer = null; ; ) {
        const asked = call('POST', 'decisions', { key: 'first', payload: gradeOf(4) });
        answer = await Promise.race([asked, new Promise<undefined>((resolve) => setTimeout(resolve, 2_000))]);
        if (answer !== undefined) return answer;
      }
    },
    slow,
  ],
  [
    'already-superseded',
    409,
    async (records) => {
      const id = await made(records);
      await records.call('POST', `decisions/${id}/correction`, correction);
      return records.call('POST', `decisions/${id}/correction`, correction);
    },
  ],
  [
    'not-a-decision',
    409,
    async (records) => {
      const erased = await records.call('POST', `decisions/${await made(records)}/erasure`, erasure);
      return records.call('POST', `decisions/${erased.json().id}/correction`, correction);
    },
  ],
  [
    'not-a-decision',
    409,
    async (records) => {
      const erased = await records.call('POST', `decisions/${await made(records)}/erasure`, erasure);
      return records.call('GET', `decisions/${erased.json().id}/evidence`);
    },
  ],
  [
    'not-kept',
    409,
    async (records) => {
      rmSync(join(records.data, 'bundles'), { recursive: true });
      return records.call('GET', `decisions/${await made(records)}/evidence`);
    },
  ],
  ['unknown-tree', 404, async (records) => records.call('GET', `decisions/${await made(records)}/evidence?first=2`)],
  [
    'invalid-request',
    400,
    async (records) => records.call('GET', `decisions/${await made(records)}/evidence?first=-1`),
  ],
  [
    'invalid-request',
    400,
    async (records) => records.call('POST', `decisions/${await made(records)}/replay?rules=others`),
  ],
  [
    'content-erased',
    410,
    async (records) => {
      const id = await made(records);
      await records.call('POST', `decisions/${id}/erasure`, erasure);
      return records.call('POST', `decisions/${id}/replay`, { as: 'author' });
    },
  ],
  ['store-full', 507, ({ call }) => call('POST', 'decisions', { payload: gradeOf(4) }), failing('full')],
  ['store-unavailable', 503, ({ call }) => call('POST', 'decisions', { payload: gradeOf(4) }), failing('unavailable')],
  ['store-damaged', 500, ({ call }) => call('POST', 'decisions', { payload: gradeOf(4) }), failing('broken')],
  [
    'store-unavailable',
    503,
    ({ call }) => call('POST', 'decisions', { payload: gradeOf(4) }),
    failing('broken', new NotOurs('the key was replaced')),
  ],
];

for (const [code, status, ask, wrapped] of OF_RECORDS)
  test(`of records, ${code} is answered with ${status}`, async (t) => {
    const answer = await ask(await appWithRecords(t, {}, wrapped));

    const body = answer.json();
    t.equal(answer.statusCode, status);
    t.match(body, { code, type: `urn:tongze:problem:${code}` });
    t.strictSame(validate('problem.schema.json', body), []);
    if (status === 503) t.equal(answer.headers['retry-after'], '10');
    produced.add(code);
  });

test('every problem that no example of the documentation brings about is produced by a test of this file', (t) => {
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  const others = codes.filter((code) => PROBLEM_EXAMPLES[code].url === undefined);

  t.ok(others.length < 8);
  for (const code of others) t.ok(produced.has(code), code);
  t.end();
});

test('the bundle that is offered has the digest that is promised', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());

  const answer = await app.inject(`/api/v1/bundles/${REVISION}`);

  t.equal(answer.headers['content-type'], 'application/gzip');
  t.equal(answer.headers.etag, `"${createHash('sha256').update(answer.rawPayload).digest('hex')}"`);
  t.ok(readFileSync('src/http/example.json').length > 0);
});
