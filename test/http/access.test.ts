import { test } from 'tap';
import type { ReadLog } from '../../src/access/read-log.ts';
import type { ReadAudit } from '../../src/contract/generated/types.ts';
import { validate } from '../../src/contract/validate.ts';
import { allow, identityOf, open, readsRecords, stateless } from '../../src/http/access.ts';
import { serve } from '../../src/http/routes.ts';
import { example, fakeApp, knowing } from './fake.ts';

test('a route that declares no access keeps the service from starting', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());
  app.get('/forgotten', async () => ({}));

  await t.rejects(async () => app.ready(), /GET \/forgotten .*declares no access/);
});

test('a route serves the identity that has one of its roles, and no other', async (t) => {
  const authentication = knowing({ a: { roles: ['auditor'], tenant: 'wuhan' }, s: { roles: ['submitter'] } });
  const app = fakeApp([], {}, { authentication });
  t.teardown(() => app.close());
  serve(app, '/api/v1/records', { GET: allow(['auditor', 'reviewer'], (request) => identityOf(request)) });
  const asked = (authorization: string | undefined) =>
    app.inject({ url: '/api/v1/records', headers: authorization === undefined ? {} : { authorization } });

  t.same((await asked('Bearer a')).json(), { subject: 'a', tenant: 'wuhan', roles: ['auditor'], via: 'key' });
  t.equal((await asked('Bearer s')).statusCode, 403);
  t.equal((await asked(undefined)).statusCode, 401, 'not even on loopback');
  t.equal((await asked('Basic YTpi')).statusCode, 401);
});

test('on a fresh loopback the routes that touch no record serve anybody, but no forged credential', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());
  const status = async (headers: Readonly<Record<string, string>>) =>
    (await app.inject({ method: 'POST', url: '/api/v1/evaluations', headers, payload: example })).statusCode;

  t.equal(await status({}), 200);
  t.equal(await status({ authorization: 'Bearer invented' }), 401);
});

test('health answers a probe that has no credential where all others need one', async (t) => {
  const app = fakeApp([], {}, { authentication: knowing({}, false) });
  t.teardown(() => app.close());

  for (const url of ['/health', '/health/live', '/health/ready']) t.equal((await app.inject(url)).statusCode, 200, url);
  for (const url of ['/', '/v1/policies', '/openapi.json']) t.equal((await app.inject(url)).statusCode, 401, url);
});

const ID = '01920000-0000-7000-8000-000000000000';

/** A log that keeps its lines, or fails. */
function keeping(lines: ReadAudit[], fails = false): ReadLog {
  return {
    append: async (line) => {
      if (fails) throw new Error('disk full');
      lines.push({ ...line });
    },
    close: async () => undefined,
  };
}

test('whoever reads a record is in the audit before the answer leaves, whatever the answer', async (t) => {
  const lines: ReadAudit[] = [];
  const authentication = knowing({ a: { roles: ['auditor'], tenant: 'wuhan' }, s: { roles: ['submitter'] } });
  const app = fakeApp([], {}, { authentication, readLog: keeping(lines) });
  t.teardown(() => app.close());
  serve(app, '/api/v1/records/:id', {
    GET: readsRecords(['auditor'], (request, reply) => {
      t.equal(lines.length, (request.params as { id: string }).id === ID ? 0 : 2);
      return reply.code((request.params as { id: string }).id === ID ? 200 : 404).send({});
    }),
  });
  const read = (id: string, who: string) =>
    app.inject({ url: `/api/v1/records/${id}`, headers: { authorization: `Bearer ${who}` } });

  await read(ID, 'a');
  t.equal((await read(ID, 's')).statusCode, 403);
  await read('张三', 'a');
  t.equal((await read(ID, 'nobody')).statusCode, 401);

  t.strictSame(
    lines.map(({ subject, status, id }) => [subject, status, id]),
    [
      ['a', 200, ID],
      ['s', 403, ID],
      ['a', 404, undefined],
    ],
  );
  t.match(lines[0], { tenant: 'wuhan', via: 'key', method: 'GET', route: '/api/v1/records/:id' });
  for (const line of lines) t.strictSame(validate('read-audit.schema.json', line), []);
});

test('a record is not shown where the audit cannot be written', async (t) => {
  const authentication = knowing({ a: { roles: ['auditor'] } });
  const app = fakeApp([], {}, { authentication, readLog: keeping([], true) });
  t.teardown(() => app.close());
  serve(app, '/api/v1/records/:id', { GET: readsRecords(['auditor'], () => ({ secret: 'content' })) });

  const answer = await app.inject({ url: `/api/v1/records/${ID}`, headers: { authorization: 'Bearer a' } });

  t.equal(answer.statusCode, 503);
  t.equal(answer.json().code, 'audit-unavailable');
  t.notMatch(answer.body, /content|disk/);
});

test('a route that shows records keeps a service without an audit from starting', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());

  t.throws(() => serve(app, '/api/v1/records', { GET: readsRecords(['auditor'], () => ({})) }), /没有审计/);
});

test('a subject is held to its rate, in both surfaces’ form, and no other for it', async (t) => {
  const authentication = knowing({ slow: { roles: ['submitter'], perMinute: 2 }, other: { roles: ['submitter'] } });
  const app = fakeApp([], {}, { authentication, TONGZE_RATE_PER_MINUTE: 4 });
  t.teardown(() => app.close());
  const ask = (who: string, url = '/api/v1/questions') =>
    app.inject({ url, headers: { authorization: `Bearer ${who}` } });

  const slow = [await ask('slow'), await ask('slow'), await ask('slow'), await ask('slow', '/v1/status')];
  const other = [];
  for (let i = 0; i < 5; i++) other.push((await ask('other')).statusCode);

  t.strictSame(
    slow.map(({ statusCode }) => statusCode),
    [200, 200, 429, 429],
  );
  t.match(slow[2]?.json(), { code: 'too-many-requests', status: 429 });
  t.match(slow[3]?.json(), { code: 'too_many_requests', message: String });
  t.match(slow[2]?.headers['retry-after'], /^[1-9][0-9]?$/);
  t.strictSame(other, [200, 200, 200, 200, 429]);
});

test('of a burst as many are served as the rate allows', async (t) => {
  const authentication = knowing({ eager: { roles: ['submitter'], perMinute: 3 } });
  const app = fakeApp([], {}, { authentication });
  t.teardown(() => app.close());
  const ask = () => app.inject({ url: '/api/v1/questions', headers: { authorization: 'Bearer eager' } });

  await app.ready();
  const burst = await Promise.all(Array.from({ length: 20 }, ask));

  t.equal(burst.filter(({ statusCode }) => statusCode === 200).length, 3);
  t.equal(burst.filter(({ statusCode }) => statusCode === 429).length, 17);
});

test('an address that guesses credentials is slowed down, but who has one is served from it', async (t) => {
  const authentication = knowing({ good: { roles: ['submitter'] } });
  const app = fakeApp([], {}, { authentication, limits: { refusedPerMinute: 3 } });
  t.teardown(() => app.close());
  const ask = async (who: string) =>
    (await app.inject({ url: '/v1/status', headers: { authorization: `Bearer ${who}` } })).statusCode;

  t.strictSame([await ask('a'), await ask('b'), await ask('c'), await ask('d')], [401, 401, 401, 429]);
  t.equal(await ask('good'), 200);
});

test('who does not say who they are is held to the rate of their address only where one is set', async (t) => {
  const limited = fakeApp([], {}, { TONGZE_ANONYMOUS_RATE_PER_MINUTE: 1 });
  const free = fakeApp([], {}, { TONGZE_RATE_PER_MINUTE: 1 });
  t.teardown(() => Promise.all([limited.close(), free.close()]));
  const twice = async (app: typeof free) => [
    (await app.inject('/v1/status')).statusCode,
    (await app.inject('/v1/status')).statusCode,
  ];

  t.strictSame(await twice(limited), [200, 429]);
  t.strictSame(await twice(free), [200, 200]);
});

test('health is never slowed down', async (t) => {
  const app = fakeApp([], {}, { TONGZE_ANONYMOUS_RATE_PER_MINUTE: 1, limits: { refusedPerMinute: 1 } });
  t.teardown(() => app.close());

  for (let i = 0; i < 5; i++) t.equal((await app.inject('/health/live')).statusCode, 200);
});

test('past the proxy that encrypts nobody is served but probes', async (t) => {
  const authentication = knowing({ a: { roles: ['submitter'] } });
  const listening = { trustedProxies: ['10.0.0.5'], isTrustedPeer: (address: string) => address === '10.0.0.5' };
  const app = fakeApp([], {}, { authentication, listening });
  t.teardown(() => app.close());
  const ask = async (remoteAddress: string, url: string) =>
    app.inject({ url, remoteAddress, headers: { authorization: 'Bearer a', 'x-forwarded-for': '9.9.9.9' } });

  t.equal((await ask('10.0.0.5', '/v1/status')).statusCode, 200);
  const direct = await ask('10.0.0.6', '/v1/status');
  t.equal(direct.statusCode, 403);
  t.equal(direct.json().type, 'urn:tongze:problem:not-through-proxy');
  t.equal((await ask('10.0.0.6', '/health')).statusCode, 200);
});

test('a tenant that is called like an address is not held to what is asked from it', async (t) => {
  const authentication = knowing({ '127.0.0.1': { roles: ['submitter'], tenant: 'address' } });
  const app = fakeApp([], {}, { authentication, TONGZE_ANONYMOUS_RATE_PER_MINUTE: 1, TONGZE_RATE_PER_MINUTE: 1 });
  t.teardown(() => app.close());
  const ask = async (headers: Readonly<Record<string, string>>) =>
    (await app.inject({ url: '/v1/status', headers })).statusCode;

  t.strictSame([await ask({}), await ask({})], [200, 429]);
  t.equal(await ask({ authorization: 'Bearer 127.0.0.1' }), 200);
});

test('behind a proxy that is declared the rate is that of the client, and no client lies about its address', async (t) => {
  const options = { TONGZE_ANONYMOUS_RATE_PER_MINUTE: 1, listening: { trustedProxies: ['10.0.0.5'] } };
  const app = fakeApp([], {}, options);
  t.teardown(() => app.close());
  const ask = async (remoteAddress: string, forwarded: string) =>
    (await app.inject({ url: '/v1/status', remoteAddress, headers: { 'x-forwarded-for': forwarded } })).statusCode;

  t.strictSame([await ask('10.0.0.5', '9.9.9.1'), await ask('10.0.0.5', '9.9.9.2')], [200, 200]);
  t.equal(await ask('10.0.0.5', '9.9.9.1'), 429);
  t.strictSame([await ask('8.8.8.8', '1.1.1.1'), await ask('8.8.8.8', '2.2.2.2')], [200, 429]);
});

test('what a proxy forwarded without being declared is not from this machine', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());

  for (const headers of [{ 'x-forwarded-for': '9.9.9.9' }, { forwarded: 'for=9.9.9.9' }])
    t.equal((await app.inject({ url: '/v1/status', headers })).statusCode, 401);
  t.equal((await app.inject('/v1/status')).statusCode, 200);
});

test('a method that a route does not serve is refused alike to everybody', async (t) => {
  const app = fakeApp([], {}, { authentication: knowing({}, false) });
  t.teardown(() => app.close());
  serve(app, '/one', { GET: open(() => ({})), POST: stateless(() => ({})) });

  for (const headers of [{}, { authorization: 'Bearer x' }]) {
    const answer = await app.inject({ method: 'DELETE', url: '/one', headers });
    t.equal(answer.statusCode, 405);
    t.equal(answer.headers.allow, 'GET, POST');
  }
});
