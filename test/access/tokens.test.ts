import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import t, { type Test } from 'tap';
import { tokenReader } from '../../src/access/tokens.ts';
import { readConfiguration } from '../../src/contract/configuration.ts';
import { matchLists } from '../support/lists.ts';

const ISSUER = 'https://issuer.example';
const AUDIENCE = 'tongze';
const issuer = await generateKeyPair('ES256', { extractable: true });
const stranger = await generateKeyPair('ES256');
const jwks = { keys: [{ ...(await exportJWK(issuer.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] };
const claims = { sub: 'u-17', roles: ['auditor', 'cook'], tenant: 'wuhan' };

function keyFile(t: Test, content: unknown = jwks): string {
  const folder = mkdtempSync(join(tmpdir(), 'tongze-jwks-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'jwks.json'), JSON.stringify(content));
  return join(folder, 'jwks.json');
}

async function reader(source: string, environment: Readonly<Record<string, string>> = {}, faults: string[] = []) {
  const read = await tokenReader(
    readConfiguration({
      TONGZE_TOKEN_JWKS: source,
      TONGZE_TOKEN_ISSUER: ISSUER,
      TONGZE_TOKEN_AUDIENCE: AUDIENCE,
      ...environment,
    }),
    ({ message }) => faults.push(message),
  );
  return read as NonNullable<typeof read>;
}

const signed = (
  payload: JWTPayload,
  { iss = ISSUER, aud = AUDIENCE, exp = '5m' as string | number, key = issuer.privateKey, alg = 'ES256' } = {},
) => {
  const token = new SignJWT(payload).setProtectedHeader({ alg, kid: 'k1' }).setIssuer(iss).setAudience(aud);
  return token.setIssuedAt().setExpirationTime(exp).sign(key);
};

t.test('a token of the issuer gives subject, tenant and the roles that are ours', async (t) => {
  const read = await reader(keyFile(t));

  t.same(await read(await signed(claims)), {
    subject: 'u-17',
    tenant: 'wuhan',
    roles: ['auditor'],
    via: 'token',
  });
});

t.test('a token of anybody else, for anybody else, altered or unsigned is refused', async (t) => {
  const read = await reader(keyFile(t));
  const good = await signed(claims);
  const [header, , signature] = good.split('.') as [string, string, string];
  const payload = Buffer.from(JSON.stringify({ ...claims, roles: ['administrator'] })).toString('base64url');
  // The classic: the public key, which everybody has, as the secret of a symmetric algorithm.
  const confused = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(await exportSPKI(issuer.publicKey)));
  const unsigned = new UnsecuredJWT(claims).setIssuer(ISSUER).setAudience(AUDIENCE).setExpirationTime('5m').encode();

  const forged = {
    'of another issuer': await signed(claims, { iss: 'https://other.example' }),
    'for another service': await signed(claims, { aud: 'other' }),
    'by another key': await signed(claims, { key: stranger.privateKey }),
    'with another payload': `${header}.${payload}.${signature}`,
    'with its end cut': good.slice(0, -2),
    'with a symmetric algorithm': confused,
    'without a signature': unsigned,
    'that is not valid yet': await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setNotBefore('5m')
      .setExpirationTime('9m')
      .sign(issuer.privateKey),
    'that never expires': await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .sign(issuer.privateKey),
    'without a subject': await signed({ roles: ['auditor'], tenant: 'wuhan' }),
    'without a tenant': await signed({ sub: 'u-17', roles: ['auditor'] }),
    'with a tenant that is none': await signed({ ...claims, tenant: 'a b' }),
    'that is no token': 'a.b.c',
  };

  for (const [which, token] of Object.entries(forged)) t.equal(await read(token), 'invalid-token', `a token ${which}`);
});

t.test('clocks may differ by the tolerance, and no more', async (t) => {
  const seconds = Math.floor(Date.now() / 1000);
  const late = await signed(claims, { exp: seconds - 20 });
  const path = keyFile(t);

  t.type(await (await reader(path, { TONGZE_TOKEN_TOLERANCE_SECONDS: '60' }))(late), 'object');
  t.equal(await (await reader(path, { TONGZE_TOKEN_TOLERANCE_SECONDS: '0' }))(late), 'expired-token');
});

t.test('an algorithm that is not configured is refused, even of the issuer', async (t) => {
  const read = await reader(keyFile(t), { TONGZE_TOKEN_ALGORITHMS: 'RS256,EdDSA' });

  t.equal(await read(await signed(claims)), 'invalid-token');
});

t.test('claims are found by a path, by a name with dots, and as words of one string', async (t) => {
  const path = keyFile(t);
  const nested = await signed({ sub: 'a', realm_access: { roles: ['reviewer'] }, 'https://x.example/t': 'wuhan' });
  const words = await signed({ sub: 'a', scope: 'openid submitter', tenant: 'wuhan' });
  const inNested = { TONGZE_TOKEN_ROLES_CLAIM: 'realm_access.roles', TONGZE_TOKEN_TENANT_CLAIM: 'https://x.example/t' };

  matchLists(t, await (await reader(path, inNested))(nested), { roles: ['reviewer'], tenant: 'wuhan' });
  matchLists(t, await (await reader(path, { TONGZE_TOKEN_ROLES_CLAIM: 'scope' }))(words), { roles: ['submitter'] });
  matchLists(t, await (await reader(path, { TONGZE_TOKEN_ROLES_CLAIM: '__proto__.roles' }))(words), { roles: [] });
});

t.test('keys come from an address, and an issuer that does not answer is not the token’s fault', async (t) => {
  let broken = false;
  const server = createServer((_request, response) => response.writeHead(broken ? 500 : 200).end(JSON.stringify(jwks)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  t.teardown(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const faults: string[] = [];

  t.match(await (await reader(url))(await signed(claims)), { subject: 'u-17' });
  broken = true;
  t.equal(await (await reader(url, {}, faults))(await signed(claims)), 'issuer-unavailable');
  t.equal(faults.length, 1);
});

t.test('keys that cannot be used keep the service from starting, with the remedy', async (t) => {
  await t.rejects(reader('http://issuer.example/jwks'), /应为 https/);
  await t.rejects(reader('/nowhere/jwks.json'), /文件不存在/);
  await t.rejects(reader(keyFile(t, { keys: [{ kty: 'oct', k: 'c2VjcmV0' }] })), /没有私钥和对称密钥/);
  await t.rejects(reader(keyFile(t, { keys: [await exportJWK(issuer.privateKey)] })), /没有私钥和对称密钥/);
  await t.rejects(reader(keyFile(t, [])), /不是公钥的 JWKS/);
  t.equal(await tokenReader(readConfiguration({}), () => undefined), undefined);
  t.throws(() => readConfiguration({ TONGZE_TOKEN_ALGORITHMS: 'HS256' }), /TONGZE_TOKEN_ALGORITHMS/);
  t.throws(() => readConfiguration({ TONGZE_TOKEN_JWKS: 'a' }), /TONGZE_TOKEN_ISSUER/);
});
