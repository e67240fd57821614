/**
 * Two tenants on one service, each with keys and with tokens of one issuer, on every store: neither sees, finds, guesses,
 * changes or slows the other. A process of its own, its command line, its audit on disk, the client that others get.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import t, { type Test } from 'tap';
import { ROLES, type Role } from '../src/access/identity.ts';
import { type Model, type TongzeClient, tongzeClient } from '../src/client/client.ts';
import type { ReadAudit } from '../src/contract/generated/types.ts';
import { matchLists } from './support/lists.ts';
import { dataFolder, startService } from './support/process.ts';
import { STORES, type StoreKind } from './support/stores.ts';

const ISSUER = 'https://issuer.example';
const TENANTS = ['wuhan', 'shiyan'] as const;
type Tenant = (typeof TENANTS)[number];

/** What a tenant alone knows; it may reach nobody else. */
const SECRETS: Readonly<Record<Tenant, string>> = { wuhan: 'canary-wuhan-4b1d', shiyan: 'canary-shiyan-9c02' };
const OTHER: Readonly<Record<Tenant, Tenant>> = { wuhan: 'shiyan', shiyan: 'wuhan' };

/** Requests a minute of the subject `quick` of either tenant. */
const RATE = 3;

const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
const stranger = await generateKeyPair('ES256');

interface House {
  /** The client of a caller of the tenant: by a key, or by a token. */
  as(tenant: Tenant, role: Role | 'quick', via: 'key' | 'token'): TongzeClient;
  /** The client of whoever has this credential. */
  with(credential: string): TongzeClient;
  token(claims: JWTPayload, key?: CryptoKey): Promise<string>;
  /** Every answer that each tenant got, headers and body. */
  readonly seen: Readonly<Record<Tenant, readonly string[]>>;
  audit(): readonly ReadAudit[];
}

async function houseOf(t: Test, store: StoreKind): Promise<House> {
  const data = dataFolder(t);
  const jwks = join(data, 'jwks.json');
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] }));
  const environment = {
    TONGZE_DATA: data,
    TONGZE_ANONYMOUS: 'none',
    TONGZE_TOKEN_JWKS: jwks,
    TONGZE_TOKEN_ISSUER: ISSUER,
    TONGZE_TOKEN_AUDIENCE: 'tongze',
    TONGZE_OPERATOR_TENANT: 'wuhan',
    ...(store.kind === 'postgres' ? { TONGZE_DATABASE: await store.make(t) } : {}),
  };
  const credentials = new Map<string, string>();
  const token = (claims: JWTPayload, key: CryptoKey = privateKey) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(ISSUER)
      .setAudience('tongze')
      .setExpirationTime('10m')
      .sign(key);
  for (const tenant of TENANTS) {
    for (const role of ROLES) {
      // The same names in both houses: a name alone must open nothing.
      credentials.set(`${tenant} ${role} token`, await token({ sub: 'desk-1', tenant, roles: [role] }));
      credentials.set(`${tenant} ${role} key`, keyOf(environment, tenant, role, 'desk-1'));
    }
    credentials.set(`${tenant} quick key`, keyOf(environment, tenant, 'submitter', 'quick', RATE));
  }
  const { address } = await startService(t, environment);
  const seen: Record<Tenant, string[]> = { wuhan: [], shiyan: [] };
  const clientOf = (credential: string, tenant?: Tenant) =>
    tongzeClient(address, {
      token: credential,
      fetch: async (request) => {
        const response = await fetch(request);
        if (tenant !== undefined)
          seen[tenant].push(`${JSON.stringify([...response.headers])}${await response.clone().text()}`);
        return response;
      },
    });
  return {
    as: (tenant, role, via) => clientOf(credentials.get(`${tenant} ${role} ${via}`) as string, tenant),
    with: clientOf,
    token,
    seen,
    audit: () =>
      readdirSync(join(data, 'access'))
        .filter((name) => name.startsWith('reads-'))
        .flatMap((name) =>
          readFileSync(join(data, 'access', name), 'utf8')
            .trimEnd()
            .split('\n'),
        )
        .map((line) => JSON.parse(line) as ReadAudit),
  };
}

function keyOf(environment: object, tenant: Tenant, role: Role, subject: string, perMinute?: number): string {
  const args = ['src/cli/main.ts', 'key', 'create', '--tenant', tenant, '--role', role, '--subject', subject];
  const more = perMinute === undefined ? [] : ['--per-minute', String(perMinute)];
  const env = { ...process.env, ...environment };
  const made = spawnSync(process.execPath, [...args, ...more], { env, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  return made.stdout.trim();
}

let calls = 0;
const keyed = (key = `call-${++calls}`) => ({ 'Idempotency-Key': key });

const requestOf = (tenant: Tenant, deaths = 12): Model<'DecisionRequest'> => ({
  question: 'grade',
  facts: { accident: { deaths, occurredOn: '2021-06-13', industry: SECRETS[tenant] } },
  classification: '内部',
});
const correctionOf = (tenant: Tenant): Model<'CorrectionRequest'> => ({ ...requestOf(tenant, 13), reason: 'facts' });

/** Records a decision of the tenant and gives its id. */
async function recorded(house: House, tenant: Tenant, via: 'key' | 'token', key?: string): Promise<string> {
  const params = { header: keyed(key) };
  const made = await house.as(tenant, 'submitter', via).POST('/api/v1/decisions', { params, body: requestOf(tenant) });
  if (made.data === undefined) throw new Error(`${made.response.status}`);
  return made.data.id;
}

/** Everything that can be asked of one record, by who has every role that it takes. */
function questionsAbout(house: House, tenant: Tenant, via: 'key' | 'token', id: string) {
  const path = { id };
  const made = () => ({ path, header: keyed() });
  const as = (role: Role) => house.as(tenant, role, via);
  return {
    read: () => as('auditor').GET('/api/v1/decisions/{id}', { params: { path } }),
    verify: () => as('auditor').GET('/api/v1/decisions/{id}/verification', { params: { path } }),
    replay: () => as('author').POST('/api/v1/decisions/{id}/replay', { params: { path } }),
    prove: () => as('auditor').GET('/api/v1/log/proof/inclusion', { params: { query: { id } } }),
    confirm: () =>
      as('reviewer').POST('/api/v1/decisions/{id}/confirmation', { params: made(), body: { outcome: 'confirmed' } }),
    correct: () =>
      as('reviewer').POST('/api/v1/decisions/{id}/correction', { params: made(), body: correctionOf(tenant) }),
    erase: () =>
      as('administrator').POST('/api/v1/decisions/{id}/erasure', {
        params: made(),
        body: { parts: ['input', 'output'], ground: 'order' },
      }),
  };
}

/** An answer without what is of the request alone. */
const told = ({ error, response }: { readonly error?: unknown; readonly response: Response }) => {
  const { instance: _, ...problem } = (error ?? {}) as { readonly instance?: string };
  const headers = [...response.headers].filter(([name]) => !['date', 'content-length'].includes(name));
  return { status: response.status, problem, headers };
};

for (const store of STORES)
  t.test(`two tenants on ${store.kind} know nothing of each other`, { skip: store.skip }, async (t) => {
    const house = await houseOf(t, store);
    const ids: Record<Tenant, string> = {
      // One idempotency key for both: it is of the caller, not of the service.
      wuhan: await recorded(house, 'wuhan', 'key', 'the-same'),
      shiyan: await recorded(house, 'shiyan', 'token', 'the-same'),
    };
    const nowhere = '01920000-0000-7000-8000-000000000000';

    await t.test('the same key of idempotency is another for each, and repeats for its own', async (t) => {
      t.not(ids.wuhan, ids.shiyan);
      for (const tenant of TENANTS) t.equal(await recorded(house, tenant, 'token', 'the-same'), ids[tenant]);
    });

    await t.test('a record of the other is told apart from none by nothing', async (t) => {
      for (const tenant of TENANTS)
        for (const via of ['key', 'token'] as const) {
          const theirs = questionsAbout(house, tenant, via, ids[OTHER[tenant]]);
          const none = questionsAbout(house, tenant, via, nowhere);
          for (const name of Object.keys(theirs) as (keyof typeof theirs)[]) {
            const answer = told(await theirs[name]());
            t.match(answer, { status: 404, problem: { code: 'unknown-record' } }, `${tenant} ${via} ${name}`);
            t.strictSame(answer, told(await none[name]()), `${tenant} ${via} ${name}: the same as of no record`);
          }
        }
    });

    await t.test('who lacks the role learns that, not whether the record exists', async (t) => {
      const confirm = (id: string) =>
        house.as('shiyan', 'submitter', 'key').POST('/api/v1/decisions/{id}/confirmation', {
          params: { path: { id }, header: keyed() },
          body: { outcome: 'confirmed' },
        });

      const [own, theirs, none] = [await confirm(ids.shiyan), await confirm(ids.wuhan), await confirm(nowhere)];

      t.match(told(own), { status: 403, problem: { code: 'role-missing' } });
      t.strictSame(told(theirs), told(own));
      t.strictSame(told(none), told(own));
    });

    await t.test('no search, filter or cursor of one brings out a record of the other', async (t) => {
      for (const tenant of TENANTS) {
        const other = OTHER[tenant];
        const list = async (as: Tenant, query: object) =>
          (await house.as(as, 'auditor', 'key').GET('/api/v1/decisions', { params: { query } })).data?.items ?? [];
        await recorded(house, other, 'key');
        const page = await house.as(other, 'auditor', 'key').GET('/api/v1/decisions', {
          params: { query: { limit: '1' } },
        });
        const cursor = page.data?.next as string;
        t.type(cursor, 'string');

        for (const query of [
          {},
          { cursor },
          { subject: 'desk-1' },
          { question: 'grade' },
          { kind: 'decision' },
          { status: 'determined' },
          { dayFrom: '2021-06-13', dayTo: '2021-06-13' },
          { about: ids[other] },
        ]) {
          const mine = (await list(tenant, query)).map(({ id }) => id);
          const theirs = new Set((await list(other, query)).map(({ id }) => id));
          t.strictSame(
            mine.filter((id) => theirs.has(id)),
            [],
            JSON.stringify(query),
          );
          t.equal(mine.includes(ids[other]), false, JSON.stringify(query));
        }
        t.strictSame(await list(tenant, { about: ids[other] }), []);
      }
    });

    await t.test('what the other tried left the record as it was, and its own tenant uses it', async (t) => {
      for (const tenant of TENANTS) {
        const own = questionsAbout(house, tenant, 'key', ids[tenant]);
        matchLists(t, (await own.read()).data, {
          input: { facts: { accident: { industry: SECRETS[tenant] } } },
          supersededBy: null,
          related: [],
          actor: { subject: 'desk-1', tenant },
        });
        matchLists(t, (await own.replay()).data, { same: true, changes: [] });
        t.match((await own.verify()).data, { holds: true });
        t.match(told(await own.confirm()), { status: 201 });
        t.match(told(await own.correct()), { status: 201 });
        t.match(told(await own.erase()), { status: 201 });
        t.match((await own.read()).data, { input: null, output: null });
      }
      t.match((await questionsAbout(house, 'wuhan', 'token', ids.wuhan).read()).data?.related.length, 3);
    });

    await t.test('the bundle that decides for both is for the tenant that operates the service alone', async (t) => {
      const change = async (tenant: Tenant, via: 'key' | 'token') => {
        const as = house.as(tenant, 'administrator', via);
        const body = { bundle: 'f'.repeat(64), reason: '修正第十一条的规则' };
        const asked = [
          await as.GET('/api/v1/bundles'),
          await as.POST('/api/v1/bundles/activation', { body }),
          await as.POST('/api/v1/bundles/rollback', { body }),
        ];
        return asked.map(({ response, error }) => [response.status, error?.code]);
      };

      for (const via of ['key', 'token'] as const) {
        t.strictSame(await change('shiyan', via), Array(3).fill([403, 'role-missing']));
        t.strictSame(await change('wuhan', via), [
          [200, undefined],
          [422, 'bundle-refused'],
          [422, 'bundle-refused'],
        ]);
      }
    });

    await t.test('a token says its tenant only under the signature of the issuer', async (t) => {
      const claims = { sub: 'desk-1', tenant: 'wuhan', roles: ['auditor'] };
      const [header, , signature] = (await house.token({ ...claims, tenant: 'shiyan' })).split('.');
      const moved = Buffer.from(JSON.stringify(claims)).toString('base64url');
      const forged = {
        'moved to the other tenant': `${header}.${moved}.${signature}`,
        'signed by another': await house.token(claims, stranger.privateKey),
        'of no tenant': await house.token({ sub: 'desk-1', roles: ['auditor'] }),
        'of both tenants': await house.token({ ...claims, tenant: ['wuhan', 'shiyan'] }),
      };

      for (const [what, credential] of Object.entries(forged)) {
        const answer = await house
          .with(credential)
          .GET('/api/v1/decisions/{id}', { params: { path: { id: ids.wuhan } } });
        t.match(told(answer), { status: 401, problem: { code: 'invalid-token' } }, `a token ${what}`);
      }
    });

    await t.test('one that asks too often is slowed down, the other of the same name is not', async (t) => {
      const ask = async (tenant: Tenant) =>
        (await house.as(tenant, 'quick', 'key').GET('/api/v1/questions')).response.status;

      const flood = await Promise.all(Array.from({ length: 50 }, () => ask('shiyan')));
      const calm: number[] = [];
      for (let asked = 0; asked < RATE; asked++) calm.push(await ask('wuhan'));

      t.equal(flood.filter((status) => status === 200).length, RATE);
      t.equal(flood.filter((status) => status === 429).length, 50 - RATE);
      t.strictSame(calm, Array(RATE).fill(200));
    });

    await t.test('the audit has every reading under the tenant of who read, and nothing of what stood there', (t) => {
      const lines = house.audit();
      const of = (tenant: Tenant, id: string) => lines.filter((line) => line.tenant === tenant && line.id === id);

      for (const tenant of TENANTS) {
        const statuses = of(tenant, ids[OTHER[tenant]]).map(({ status }) => status);
        // Read, verified, replayed, by a key and by a token.
        t.strictSame(statuses, Array(6).fill(404), `${tenant} of the other`);
        t.ok(of(tenant, ids[tenant]).every(({ status }) => status === 200));
        t.ok(of(tenant, ids[tenant]).length >= 4);
      }
      t.notMatch(JSON.stringify(lines), /canary/);
      t.end();
    });

    t.ok(house.seen.wuhan.join('').includes(SECRETS.wuhan), 'what is looked for below would be found');
    for (const tenant of TENANTS) {
      const everything = house.seen[tenant].join('\n');
      t.notOk(everything.includes(SECRETS[OTHER[tenant]]), `${tenant} was never told a word of the other`);
      t.notOk(everything.includes(ids[OTHER[tenant]]), `${tenant} was never told an id of the other`);
    }
  });
