import { test } from 'tap';
import { allow, identityOf } from '../../src/http/access.ts';
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
