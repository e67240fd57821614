/** Every set of roles, by key and by token, at every method of every route of a running service. */
import { writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { ROLES, type Role } from '../../src/access/identity.ts';
import type { Access } from '../../src/http/access.ts';
import { type AppOptions, buildApp } from '../../src/http/app.ts';
import { fakeService } from '../../test/http/fake.ts';
import { type Caller, pathOf, refusal } from '../../test/support/refusal.ts';
import type { Proof } from './proof.ts';
import { askPatiently } from './support/polite.ts';
import { startServer } from './support/server.ts';

export const name = 'roles';
export const title = '每个接口的每个方法只让声明的角色使用，密钥和令牌一样，本机和别处都是';

const ISSUER = 'https://issuer.example';

interface Asked {
  readonly method: string;
  readonly url: string;
  /** `undefined`: the method is not served. */
  readonly access: Access | undefined;
}

/** All methods of all routes, as the same composition declares them. */
async function everything(short: boolean): Promise<readonly Asked[]> {
  const uncalled = { append: async () => undefined, close: async () => undefined };
  const app = buildApp(fakeService(), { readLog: uncalled, records: {} } as unknown as AppOptions);
  await app.ready();
  const declared = app.declaredAccess();
  const methods = short ? ['GET', 'POST', 'PUT', 'DELETE'] : app.supportedMethods.filter((one) => one !== 'HEAD');
  await app.close();
  return [...new Set(declared.map(({ url }) => url))].flatMap((url) =>
    methods.map((method) => ({
      method,
      url,
      access: declared.find((one) => one.url === url && one.method === method)?.access,
    })),
  );
}

/** All sets of roles, or those of one role and the empty one. */
function sets(short: boolean): readonly (readonly Role[])[] {
  if (short) return [[], ...ROLES.map((role) => [role])];
  return Array.from({ length: 1 << ROLES.length }, (_, bits) => ROLES.filter((_role, index) => bits & (1 << index)));
}

export const run: Proof['run'] = async ({ short }) => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const stranger = await generateKeyPair('ES256');
  const jwks = join(tmpdir(), `tongze-proof-jwks-${process.pid}.json`);
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] }));
  const token = (roles: readonly Role[], key = privateKey) =>
    new SignJWT({ sub: 'proof', tenant: 'proof', roles: [...roles] })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(ISSUER)
      .setAudience('tongze')
      .setExpirationTime('1h')
      .sign(key);
  const failures: string[] = [];
  let requests = 0;
  const all = await everything(short);

  for (const anonymous of [true, false]) {
    const server = await startServer({
      TONGZE_ANONYMOUS: anonymous ? 'stateless' : 'none',
      TONGZE_RATE_PER_MINUTE: '10000000',
      TONGZE_OPERATOR_TENANT: 'proof',
      TONGZE_TOKEN_JWKS: jwks,
      TONGZE_TOKEN_ISSUER: ISSUER,
      TONGZE_TOKEN_AUDIENCE: 'tongze',
    });
    const agent = new Agent({ keepAlive: true, maxSockets: 4 });
    try {
      const callers: (readonly [string, string | undefined, Caller])[] = [
        ['没有凭据', undefined, undefined],
        ['别人签的令牌', await token(['administrator'], stranger.privateKey), 'invalid'],
        ['没有发过的密钥', `tongze_000000000000_${'A'.repeat(43)}`, 'invalid'],
      ];
      for (const roles of sets(short)) {
        callers.push([`令牌 ${roles.join('+') || '没有角色'}`, await token(roles), roles]);
        if (roles.length === 1) callers.push([`密钥 ${roles}`, server.key(roles, '--tenant', 'proof'), roles]);
      }
      // A running service looks at its keys once a second.
      await sleep(1200);
      const work = all.flatMap((asked) => callers.map((caller) => [asked, caller] as const));
      const one = async ([{ method, url, access }, [who, credential, caller]]: (typeof work)[number]) => {
        const headers: Record<string, string> =
          credential === undefined ? {} : { authorization: `Bearer ${credential}` };
        const { status } = await askPatiently(server.port, { method, path: pathOf(url), headers, agent });
        requests += 1;
        const expected = access === undefined ? undefined : refusal(access, caller, anonymous);
        // An address that goes on with credentials that are refused is told to slow down instead.
        const met = status === 429 && expected === 401 ? 401 : status === 401 || status === 403 ? status : undefined;
        const isWrong = met !== expected || status === 0 || (access === undefined && status !== 405 && status !== 400);
        if (isWrong && failures.length < 50)
          failures.push(
            `${method} ${url}，${who}，${anonymous ? '本机' : '别处'}：${status}，应为 ${expected ?? (access === undefined ? 405 : '放行')}`,
          );
      };
      const lanes = Array.from({ length: 4 }, async () => {
        for (let next = work.pop(); next !== undefined; next = work.pop()) await one(next);
      });
      await Promise.all(lanes);
    } finally {
      agent.destroy();
      await server.stop();
    }
  }
  const served = all.filter(({ access }) => access !== undefined).length;
  return {
    figures: { 接口的方法: all.length, 其中提供的: served, 角色的组合: sets(short).length, 请求: requests },
    failures,
  };
};
