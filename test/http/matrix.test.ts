/** Role × route × method, all of them: what a route declares is what it does. */
import t from 'tap';
import { ROLES, type Role } from '../../src/access/identity.ts';
import type { AppOptions } from '../../src/http/app.ts';
import { type Caller, pathOf, refusal } from '../support/refusal.ts';
import { fakeApp, knowing } from './fake.ts';

const WHO = {
  ...Object.fromEntries(ROLES.map((role) => [role, { roles: [role] }])),
  powerless: { roles: [] },
  expired: 'expired-key',
} as const;

/** Parts that routes need to exist; a handler that is reached fails on them, which is no refusal. */
const PARTS = { readLog: { append: async () => undefined, close: async () => undefined }, records: {}, bundles: {} };

const CREDENTIALS = [...Object.keys(WHO), 'unknown', undefined];

/** Whoever a credential of the table stands for. */
function callerOf(credential: string | undefined): Caller {
  if (credential === undefined) return undefined;
  if (credential === 'unknown' || credential === 'expired') return 'invalid';
  return credential === 'powerless' ? [] : [credential as Role];
}

for (const anonymous of [true, false])
  t.test(`every role meets at every route what it declares, ${anonymous ? 'on loopback' : 'elsewhere'}`, async (t) => {
    const authentication = knowing(WHO, anonymous);
    const limits = { refusedPerMinute: 1_000_000 };
    const app = fakeApp([], {}, { authentication, limits, ...PARTS } as unknown as AppOptions);
    t.teardown(() => app.close());
    await app.ready();
    const routes = app.declaredAccess();
    t.ok(routes.length > 20);

    for (const { method, url, access } of routes)
      for (const credential of CREDENTIALS) {
        const headers = credential === undefined ? {} : { authorization: `Bearer ${credential}` };
        const { statusCode } = await app.inject({ method: method as 'GET', url: pathOf(url), headers });
        const expected = refusal(access, callerOf(credential), anonymous);
        const met = statusCode === 401 || statusCode === 403 ? statusCode : undefined;
        t.equal(met, expected, `${method} ${url} to ${credential ?? 'nobody'}: ${statusCode}`);
      }
  });

t.test('every method that a route does not serve is refused alike to every role', async (t) => {
  const app = fakeApp([], {}, { authentication: knowing(WHO, false), ...PARTS } as unknown as AppOptions);
  t.teardown(() => app.close());
  await app.ready();
  const routes = app.declaredAccess();
  const urls = [...new Set(routes.map(({ url }) => url))];

  for (const url of urls)
    for (const method of app.supportedMethods) {
      if (routes.some((route) => route.url === url && route.method === method)) continue;
      const statuses = new Set<number>();
      for (const credential of ['administrator', undefined]) {
        const headers = credential === undefined ? {} : { authorization: `Bearer ${credential}` };
        statuses.add((await app.inject({ method: method as 'GET', url: pathOf(url), headers })).statusCode);
      }
      t.equal(statuses.size, 1, `${method} ${url}`);
      t.ok([400, 405].includes([...statuses][0] as number), `${method} ${url}: ${[...statuses]}`);
    }
});

t.test('only health is public, and nothing that shows a record is open to anybody', async (t) => {
  const app = fakeApp([], {}, PARTS as unknown as AppOptions);
  t.teardown(() => app.close());
  await app.ready();

  for (const { method, url, access, audited } of app.declaredAccess()) {
    t.equal(access === 'public', url.startsWith('/health'), `${method} ${url}`);
    if (/\/(decisions|log|records)(\/|$)/.test(url)) t.type(access, Array, `${method} ${url}`);
    if (audited) t.type(access, Array, `${method} ${url}`);
  }
});
