import { OPAClient } from '@open-policy-agent/opa';
import { type Test, test } from 'tap';
import { cleanPath } from '../../src/http/clean-path.ts';
import { matchLists } from '../support/lists.ts';
import { type Call, example, fakeApp } from './fake.ts';

const facts = example.facts;
const PATH = '/v1/data/questions/addressees/decision';

function started(t: Test) {
  const calls: Call[] = [];
  const app = fakeApp(calls);
  t.teardown(() => app.close());
  return { app, calls };
}

test('POST /v1/data/{entrypoint} evaluates the input and wraps the value', async (t) => {
  const { app, calls } = started(t);

  const answer = await app.inject({
    method: 'POST',
    url: PATH,
    payload: { input: { facts, options: { gate: 'presumed' } }, other: 1 },
  });

  t.equal(answer.statusCode, 200);
  t.match(answer.headers['content-type'], /^application\/json/);
  t.strictSame(Object.keys(answer.json()), ['result']);
  t.match(answer.json().result, { status: 'indeterminate' });
  t.strictSame(calls, [
    { kind: 'evaluate', what: 'questions/addressees/decision', facts, options: { gate: 'presumed' } },
  ]);
});

test('an empty body and a body without input get no result, with a warning', async (t) => {
  const { app, calls } = started(t);

  const empty = await app.inject({ method: 'POST', url: PATH });
  const typed = await app.inject({
    method: 'POST',
    url: PATH,
    headers: { 'content-type': 'application/json' },
    payload: '',
  });
  const none = await app.inject({ method: 'POST', url: PATH, payload: { a: 1 } });

  for (const answer of [empty, typed, none]) {
    t.equal(answer.statusCode, 200);
    t.notOk('result' in answer.json());
    t.strictSame(answer.json().warning, { code: 'api_usage_warning', message: "'input' key missing from the request" });
  }
  t.strictSame(calls, []);
});

test('a path below an entrypoint gives that part, and no result where there is none', async (t) => {
  const { app } = started(t);
  const at = async (path: string) =>
    (await app.inject({ method: 'POST', url: `${PATH}/${path}`, payload: { input: { facts } } })).json();

  t.strictSame(await at('status'), { result: 'indeterminate' });
  t.strictSame(await at('status/'), { result: 'indeterminate' });
  t.strictSame(await at('list/1'), { result: '乙' });
  t.strictSame(await at('list/2'), {});
  t.strictSame(await at('none/deeper'), {});
  t.strictSame(await at('constructor'), {});
  t.strictSame(await at('a%2Fb'), { result: 'slash' });
  t.strictSame(await at('a/b'), {});
});

test('a path that is no entrypoint nor below one is 400 and lists the entrypoints', async (t) => {
  const { app, calls } = started(t);

  for (const url of [
    '/v1/data',
    '/v1/data/',
    '/v1/data/questions',
    '/v1/data/questions/addressees',
    '/v1/data/system/main',
    '/v1/data/questions%2Faddressees/decision',
  ])
    for (const method of ['GET', 'POST'] as const) {
      const answer = await app.inject({ method, url });
      t.equal(answer.statusCode, 400, `${method} ${url}`);
      t.equal(answer.json().code, 'invalid_parameter');
      t.match(answer.json().message, /\/v1\/data\/questions\/grade\/answer/);
    }
  t.strictSame(calls, []);
});

test('GET reads the input from the query', async (t) => {
  const { app, calls } = started(t);

  const answer = await app.inject({ method: 'GET', url: PATH, query: { input: JSON.stringify({ facts }) } });
  const none = await app.inject({ method: 'GET', url: PATH });
  const twice = await app.inject({ method: 'GET', url: PATH, query: { input: '{"facts":{},"facts":{}}' } });

  t.equal(answer.statusCode, 200);
  t.strictSame(calls[0]?.facts, facts);
  t.strictSame(none.json(), {}, 'no warning, as in OPA');
  matchLists(t, twice.json(), { code: 'invalid_parameter', errors: [{ code: 'duplicate_key' }] });
});

test('query parameters switch what they switch in OPA', async (t) => {
  const { app } = started(t);
  const ask = (query: string) => app.inject({ method: 'POST', url: `${PATH}?${query}`, payload: { input: { facts } } });

  t.match((await ask('pretty')).body, /^\{\n {2}"result"/);
  t.match((await ask('pretty=TRUE')).body, /^\{\n/);
  t.notMatch((await ask('pretty=false')).body, /\n/);
  t.strictSame((await ask('provenance=true')).json().provenance, {
    version: '0.0.0',
    bundles: { tongze: { revision: 'a'.repeat(64) } },
  });
  t.type((await ask('metrics')).json().metrics.timer_rego_query_eval_ns, 'number');
  matchLists(t, (await ask('explain=notes')).json().explanation[0], {
    op: 'note',
    node: 'art_11__para_1',
    message: /第十一条第一款：待查明/,
    locals: [],
  });
  matchLists(t, (await ask('explain=notes&pretty')).json().explanation, [
    '《办法》第十一条第一款：待查明（/accident/seriousNature）',
    'art_3__para_1：成立',
  ]);
  t.match((await ask('explain=full')).json().warning.message, /no trace/);
  t.equal((await ask('explain=off&strict-builtin-errors&rule_labels')).json().explanation, undefined);
});

test('v0 without a body has no answer and evaluates nothing', async (t) => {
  const { app, calls } = started(t);

  const answer = await app.inject({ method: 'POST', url: '/v0/data/questions/grade/answer' });

  matchLists(t, [answer.statusCode, answer.json()], [404, { code: 'undefined_document' }]);
  t.strictSame(calls, []);
});

test('a path with empty or dotted segments leads to the one that is meant, and to no other host', async (t) => {
  const { app } = started(t);
  const to = async (url: string) => {
    const { statusCode, headers } = await app.inject({ method: 'POST', url, payload: { input: { facts } } });
    return statusCode === 307 ? headers.location : statusCode;
  };

  t.equal(await to('//v1/data/questions/grade/answer?pretty=a//b'), '/v1/data/questions/grade/answer?pretty=a//b');
  t.equal(await to('/v1//data/./questions/x/../grade/answer'), '/v1/data/questions/grade/answer');
  t.equal(cleanPath('//evil.example/'), '/evil.example/');
  t.equal(cleanPath('/../..//'), '/');
  for (const path of ['/.//\\evil.example', 'http://a//b', '/v1/data/a..b/.c', '/v1/data/%2F%2E%2E'])
    t.equal(cleanPath(path), undefined, path);
});

test('v0 and POST / take the input as the body and give the value', async (t) => {
  const { app, calls } = started(t);
  const input = { facts };

  const v0 = await app.inject({ method: 'POST', url: '/v0/data/questions/grade/answer', payload: input });
  const part = await app.inject({ method: 'POST', url: '/v0/data/questions/grade/answer/status', payload: input });
  const undefinedPart = await app.inject({
    method: 'POST',
    url: '/v0/data/questions/grade/answer/none',
    payload: input,
  });
  const root = await app.inject({ method: 'POST', url: '/', payload: input });
  const noFacts = await app.inject({ method: 'POST', url: '/', payload: {} });
  const bad = await app.inject({ method: 'POST', url: '/', payload: { facts: { accident: { deaths: '3' } } } });

  t.match(v0.json(), { status: 'indeterminate' });
  t.equal(part.body, '"indeterminate"');
  matchLists(t, [undefinedPart.statusCode, undefinedPart.json().code], [404, 'undefined_document']);
  t.match(root.json(), { status: 'indeterminate' });
  t.equal(calls.at(-1)?.what, 'questions/addressees/decision');
  matchLists(t, [noFacts.statusCode, noFacts.json().code], [404, 'undefined_document']);
  matchLists(t, bad.json(), { code: 'invalid_parameter', errors: [{ pointer: '/facts/accident/deaths' }] });
});

test('input of another shape than facts and options is refused', async (t) => {
  const { app, calls } = started(t);

  for (const input of [
    null,
    1,
    [],
    {},
    { facts: null },
    { facts: {}, option: {} },
    { accident: {} },
    { facts: {}, options: { gate: 'x' } },
  ]) {
    const answer = await app.inject({ method: 'POST', url: PATH, payload: { input } });
    matchLists(t, [answer.statusCode, answer.json().code], [400, 'invalid_parameter'], JSON.stringify(input));
  }
  t.strictSame(calls, []);
});

test('policies are listed with package and rule names, with and without a trailing slash', async (t) => {
  const { app } = started(t);
  const id = 'policies/questions/grade/grade.rego';

  for (const url of ['/v1/policies', '/v1/policies/']) {
    const { result } = (await app.inject(url)).json();
    t.equal(result[0].id, id);
    t.strictSame(
      result[0].ast.package.path.map(({ value }: { value: string }) => value),
      ['data', 'questions', 'grade'],
    );
    t.strictSame(result[0].ast.rules, [{ head: { name: 'answer' } }]);
  }
  t.equal((await app.inject(`/v1/policies/${id}`)).json().result.id, id);
  t.equal((await app.inject(`/v1/policies/${encodeURIComponent(id)}`)).json().result.id, id);
});

test('whatever would write is refused with 400 and JSON', async (t) => {
  const { app } = started(t);

  for (const [method, url] of [
    ['PUT', '/v1/policies/a'],
    ['DELETE', '/v1/policies/a'],
    ['PUT', PATH],
    ['PATCH', PATH],
    ['DELETE', PATH],
    ['PUT', '/v1/data'],
  ] as const) {
    const answer = await app.inject({ method, url, payload: 'package a', headers: { 'content-type': 'text/plain' } });
    t.equal(answer.statusCode, 400, `${method} ${url}`);
    t.match(answer.json(), { code: 'invalid_parameter', message: /all paths owned by bundle/ });
  }
});

test('other methods are 405 with Allow, HEAD among them', async (t) => {
  const { app } = started(t);

  for (const [method, url, allow] of [
    ['HEAD', PATH, 'GET, POST'],
    ['OPTIONS', PATH, 'GET, POST'],
    ['POST', '/v1/policies', 'GET'],
    ['GET', '/v0/data/x', 'POST'],
    ['HEAD', '/health', 'GET'],
    ['PUT', '/', 'GET, POST'],
    ['HEAD', '/', 'GET, POST'],
  ] as const) {
    const answer = await app.inject({ method, url });
    matchLists(t, [answer.statusCode, answer.headers.allow], [405, allow], `${method} ${url}`);
    t.match(answer.headers['content-type'], /^application\/json/);
    if (method !== 'HEAD') t.match(answer.json(), { code: 'method_not_allowed', message: String });
  }
});

test('status, config, query and compile answer as a read-only OPA', async (t) => {
  const { app } = started(t);

  t.match((await app.inject('/v1/status')).json(), {
    result: { bundles: { tongze: { active_revision: 'a'.repeat(64) } } },
  });
  t.match((await app.inject('/v1/config')).json(), { result: { default_decision: '/questions/addressees/decision' } });
  for (const url of ['/v1/query', '/v1/compile', '/v1/compile/filters/x']) {
    const answer = await app.inject({ method: 'POST', url, payload: {} });
    matchLists(t, [answer.statusCode, answer.json().code], [400, 'invalid_parameter']);
  }
  t.match((await app.inject('/v1/query?q=x')).json().message, /no partial evaluation in WASM/);
});

test('health is an empty object', async (t) => {
  const { app } = started(t);

  for (const url of ['/health', '/health/live', '/health/ready', '/health?bundles&plugins&exclude-plugin=x'])
    matchLists(t, [(await app.inject(url)).statusCode, (await app.inject(url)).json()], [200, {}], url);
});

test('a client that lists application/problem+json gets it on OPA paths too', async (t) => {
  const { app } = started(t);

  const answer = await app.inject({ method: 'POST', url: '/v1/data', headers: { accept: 'application/problem+json' } });

  t.match(answer.headers['content-type'], /^application\/problem\+json/);
  t.equal(answer.json().code, 'invalid_parameter');
});

test('the official client evaluates, and knows a refusal from a failure', async (t) => {
  const { app } = started(t);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as { port: number };
  const client = new OPAClient(`http://127.0.0.1:${port}`);

  t.match(await client.evaluate('questions/addressees/decision', { facts } as never), { status: 'indeterminate' });
  t.match(await client.evaluateDefault({ facts } as never), { status: 'indeterminate' });
  await t.rejects(client.evaluate('questions/addressees/decision', { facts: { accident: { deaths: '3' } } } as never), {
    code: 'invalid_parameter',
  });
  await t.rejects(client.evaluate('nothing', { facts } as never), { code: 'invalid_parameter' });
});
