import { test } from 'tap';
import { schemas } from '../../src/contract/schemas.ts';
import { STYLE_HASH } from '../../src/http/markup.ts';
import { matchLists } from '../support/lists.ts';
import { type Call, example, fakeApp, REVISION } from './fake.ts';

test('an evaluation hands over facts and options as they were sent', async (t) => {
  const calls: Call[] = [];
  const app = fakeApp(calls);
  t.teardown(() => app.close());

  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/evaluations',
    payload: { ...example, options: { sensitivity: 'all' }, expectBundle: REVISION },
  });

  t.equal(answer.statusCode, 200);
  t.match(answer.json(), { status: 'indeterminate', provenance: {} });
  t.equal(answer.headers['cache-control'], 'no-store');
  t.strictSame(calls, [{ kind: 'decide', what: 'addressees', facts: example.facts, options: { sensitivity: 'all' } }]);
});

test('facts that are null or absent reach the engine as they are', async (t) => {
  const calls: Call[] = [];
  const app = fakeApp(calls);
  t.teardown(() => app.close());

  await app.inject({
    method: 'POST',
    url: '/api/v1/evaluations',
    payload: { question: 'grade', facts: { accident: { deaths: null } } },
  });

  t.strictSame(calls[0]?.facts, { accident: { deaths: null } });
});

test('a provision is found by its eId and by every form of citation', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());
  const found = async (text: string) => (await app.inject(`/api/v1/provisions/${encodeURIComponent(text)}`)).json().eId;

  for (const text of ['art_11__para_1__item_3', '第十一条第一款第三项', '11(1)(3)'])
    t.equal(await found(text), 'art_11__para_1__item_3');
  for (const text of ['第十三条第二项', '第十三条第（二）项', '13(2)', '13(1)(2)'])
    t.equal(await found(text), 'art_13__para_1__item_2');
  t.match((await app.inject('/api/v1/provisions/11(1)(3)')).json(), {
    text: '发生重大生产安全责任事故',
    title: '发生重大事故的追责对象',
  });
});

test('what changes only with its content is tagged and not sent twice', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());

  for (const url of [
    '/api/v1/questions',
    '/api/v1/provisions',
    '/api/v1/schemas/facts',
    '/openapi.json',
    `/api/v1/bundles/${REVISION}`,
  ]) {
    const first = await app.inject(url);
    const second = await app.inject({ url, headers: { 'if-none-match': String(first.headers.etag) } });
    t.equal(first.statusCode, 200, url);
    matchLists(t, [second.statusCode, second.body], [304, ''], url);
  }
});

test('schemas are served as they are, with and without the ending', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());

  for (const name of ['facts', 'facts.schema.json'])
    t.strictSame((await app.inject(`/api/v1/schemas/${name}`)).json(), schemas.get('facts.schema.json'));
});

test('the page shows what runs and a request that is accepted as it stands', async (t) => {
  const calls: Call[] = [];
  const app = fakeApp(calls);
  t.teardown(() => app.close());

  const { body, headers } = await app.inject({ url: '/', headers: { host: 'tongze.example:8181' } });

  t.match(body, REVISION);
  t.match(body, 'http://tongze.example:8181/api/v1/evaluations');
  const payload = /-d &#39;(.*?)&#39;<\/code>/.exec(body)?.[1]?.replaceAll('&quot;', '"') as string;
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/evaluations',
    headers: { 'content-type': 'application/json' },
    payload,
  });
  t.equal(answer.statusCode, 200);
  t.equal(
    headers['content-security-policy'],
    `default-src 'none';style-src ${STYLE_HASH};base-uri 'none';form-action 'none';frame-ancestors 'none'`,
  );
  t.notMatch(headers['content-security-policy'], /unsafe-inline/);
  t.notMatch(body, /<script|style=|onclick|https?:\/\/(?!tongze\.example)/);
});

test('a forged Host header does not reach the page', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());

  const { body } = await app.inject({ url: '/', headers: { host: 'a"><script>alert(1)</script>' } });

  t.notMatch(body, /script|alert/);
  t.match(body, 'http://127.0.0.1:8181/');
});

test('every answer has the headers of helmet', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());

  for (const url of ['/', '/health', '/v1/data', '/nothing', '/openapi.json']) {
    const { headers } = await app.inject(url);
    t.equal(headers['x-content-type-options'], 'nosniff', url);
    t.equal(headers['x-powered-by'], undefined);
  }
});
