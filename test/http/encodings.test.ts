/** Bodies packed with gzip and bodies in YAML: the same requests, the same refusals. */
import { gunzipSync, gzipSync } from 'node:zlib';
import t from 'tap';
import { accepts } from '../../src/http/compress.ts';
import { type Call, example, fakeApp, JSON_HEADERS } from './fake.ts';

const PATH = '/v1/data/questions/grade/answer';
const PACKED = { ...JSON_HEADERS, 'content-encoding': 'gzip' };
const YAML = 'input:\n  facts:\n    accident:\n      deaths: 3\n';

t.test('a body packed with gzip is read like the plain one', async (t) => {
  const calls: Call[] = [];
  const app = fakeApp(calls);
  t.teardown(() => app.close());
  const payload = JSON.stringify({ input: { facts: example.facts } });

  for (const [headers, body] of [
    [JSON_HEADERS, payload],
    [PACKED, gzipSync(payload)],
  ] as const)
    t.equal((await app.inject({ method: 'POST', url: PATH, headers, payload: body })).statusCode, 200);

  t.same(calls[0], calls[1]);
});

t.test('a body that unpacks to more than a body may have is refused without unpacking it', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  t.ok(bomb.length < 256 * 1024);

  for (const url of [PATH, '/api/v1/evaluations']) {
    const answer = await app.inject({ method: 'POST', url, headers: PACKED, payload: bomb });
    t.equal(answer.statusCode, 413, url);
  }
});

t.test('what is no whole gzip, or has anything behind it, is refused', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());
  const whole = gzipSync(JSON.stringify({ input: { facts: {} } }));

  for (const payload of [
    Buffer.from('{}'),
    whole.subarray(0, whole.length - 3),
    Buffer.concat([whole, Buffer.from('and more')]),
  ]) {
    const answer = await app.inject({ method: 'POST', url: PATH, headers: PACKED, payload });
    t.equal(answer.statusCode, 400);
    t.equal(answer.json().code, 'invalid_parameter');
  }
});

t.test('an answer of 1 KiB or more is packed for who accepts it, and only for them', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());
  const plain = await app.inject({ url: '/openapi.json' });

  const gzipped = await app.inject({ url: '/openapi.json', headers: { 'accept-encoding': 'deflate, gzip;q=0.5' } });

  t.equal(plain.headers['content-encoding'], undefined);
  t.equal(plain.headers.vary, 'accept-encoding');
  t.equal(gzipped.headers['content-encoding'], 'gzip');
  t.equal(gunzipSync(gzipped.rawPayload).toString(), plain.body);
  t.equal(gzipped.headers.etag, `W/${plain.headers.etag}`, 'the tag names other bytes');
  const again = { 'accept-encoding': 'gzip', 'if-none-match': gzipped.headers.etag as string };
  t.equal((await app.inject({ url: '/openapi.json', headers: again })).statusCode, 304);
  const small = await app.inject({ url: '/health', headers: { 'accept-encoding': 'gzip' } });
  t.equal(small.headers['content-encoding'], undefined);
});

for (const [header, expected] of [
  [undefined, false],
  ['', false],
  ['gzip', true],
  ['br, gzip', true],
  ['gzip;q=0', false],
  ['*', false],
  ['*;q=0', false],
  ['identity', false],
  ['gzipped', false],
] as const)
  t.test(`Accept-Encoding ${header} ${expected ? 'accepts' : 'does not accept'} gzip`, async (t) =>
    t.equal(accepts(header), expected),
  );

t.test('YAML is read on the paths of OPA, packed or not, and refused on ours', async (t) => {
  const calls: Call[] = [];
  const app = fakeApp(calls);
  t.teardown(() => app.close());
  const ask = (url: string, headers: Record<string, string>, payload: string | Buffer) =>
    app.inject({ method: 'POST', url, headers, payload });

  for (const type of ['application/yaml', 'application/x-yaml; charset=utf-8', 'text/yaml'])
    t.equal((await ask(PATH, { 'content-type': type }, YAML)).statusCode, 200, type);
  t.equal(
    (await ask(PATH, { 'content-type': 'application/yaml', 'content-encoding': 'gzip' }, gzipSync(YAML))).statusCode,
    200,
  );
  t.same(
    calls.map(({ facts }) => facts),
    Array.from({ length: 4 }, () => ({ accident: { deaths: 3 } })),
  );
  t.equal((await ask('/api/v1/evaluations', { 'content-type': 'application/yaml' }, YAML)).statusCode, 415);
});

t.test('YAML is validated as JSON is, and bounded tighter', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());
  const ask = (payload: string) =>
    app.inject({ method: 'POST', url: PATH, headers: { 'content-type': 'application/yaml' }, payload });

  const quoted = await ask('input:\n  facts:\n    accident:\n      deaths: "3"\n');
  t.equal(quoted.statusCode, 400);
  t.equal(quoted.json().errors[0].pointer, '/input/facts/accident/deaths');
  t.equal((await ask('a: &x 1\nb: *x\n')).json().errors[0].code, 'yaml_alias');
  t.equal((await ask(`input: {facts: {}} #${'x'.repeat(16 * 1024)}`)).statusCode, 413);
});
