/** Tokens of an issuer (JWT): verified by its public keys, never by anything that the token says of itself. */
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { Configuration } from '../contract/generated/types.ts';
import { type Identity, type Refusal, ROLES } from './identity.ts';
import { isLoopback } from './listening.ts';
import { watchedFile } from './watched-file.ts';

type Keys = Parameters<typeof jwtVerify>[1];

/** Milliseconds that the issuer may take to give its keys. */
const ISSUER_TIMEOUT_MS = 3_000;

/** A subject goes into audit and records, so it is visible ASCII. */
const SUBJECT = /^[\x21-\x7e]{1,255}$/;
const TENANT = /^[A-Za-z0-9][A-Za-z0-9._:|-]{0,63}$/;

/**
 * Tells whose token it is; `undefined` where no issuer is configured.
 *
 * @throws when the configuration names keys that cannot be used
 */
export async function tokenReader(
  configuration: Readonly<Configuration>,
  onFault: (error: Error) => void,
): Promise<((token: string) => Promise<Identity | Refusal>) | undefined> {
  const { TONGZE_TOKEN_JWKS: source, TONGZE_TOKEN_ISSUER: issuer, TONGZE_TOKEN_AUDIENCE: audience } = configuration;
  if (source === undefined || issuer === undefined || audience === undefined) return undefined;
  const keys = /^https?:\/\//.test(source) ? remoteKeys(source) : await localKeys(source, onFault);
  const options = {
    issuer,
    audience,
    algorithms: configuration.TONGZE_TOKEN_ALGORITHMS.split(','),
    clockTolerance: configuration.TONGZE_TOKEN_TOLERANCE_SECONDS,
    requiredClaims: ['sub', 'exp'],
  };
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, await keys(), options);
      return identityOfClaims(payload, configuration);
    } catch (error) {
      if (error instanceof errors.JWTExpired) return 'expired-token';
      if (!isOfIssuer(error)) return 'invalid-token';
      onFault(error as Error);
      return 'issuer-unavailable';
    }
  };
}

/** The issuer did not give its keys: nothing that the token could have done better. */
function isOfIssuer(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'].includes(error.code);
}

function remoteKeys(source: string): () => Promise<Keys> {
  const url = new URL(source);
  if (url.protocol === 'http:' && !isLoopback(url.hostname.replace(/^\[|\]$/g, '')))
    throw new Error('TONGZE_TOKEN_JWKS 的网址应为 https；http 只许用于本机 (the JWKS must come over https)');
  const keys = createRemoteJWKSet(url, { timeoutDuration: ISSUER_TIMEOUT_MS });
  return async () => keys;
}

async function localKeys(path: string, onFault: (error: Error) => void): Promise<() => Promise<Keys>> {
  return watchedFile(
    path,
    (text) => {
      if (text === undefined) throw new Error('TONGZE_TOKEN_JWKS 所指的文件不存在 (no such file)');
      try {
        const set = JSON.parse(text) as JSONWebKeySet;
        if (set.keys.some((key) => key.kty === 'oct' || 'd' in key)) throw new Error('a secret among public keys');
        return createLocalJWKSet(set);
      } catch {
        throw new Error(
          'TONGZE_TOKEN_JWKS 所指的文件不是公钥的 JWKS：应为 {"keys": […]}，没有私钥和对称密钥 (not a JWKS of public keys)',
        );
      }
    },
    onFault,
  );
}

function identityOfClaims(
  payload: JWTPayload,
  { TONGZE_TOKEN_ROLES_CLAIM: rolesAt, TONGZE_TOKEN_TENANT_CLAIM: tenantAt }: Readonly<Configuration>,
): Identity | Refusal {
  const { sub = '' } = payload;
  const tenant = claimAt(payload, tenantAt);
  if (!SUBJECT.test(sub) || typeof tenant !== 'string' || !TENANT.test(tenant)) return 'invalid-token';
  const claimed = claimAt(payload, rolesAt);
  const named = typeof claimed === 'string' ? claimed.split(' ') : Array.isArray(claimed) ? claimed : [];
  // An issuer names roles of other services as well.
  return { subject: sub, tenant, roles: ROLES.filter((role) => named.includes(role)), via: 'token' };
}

/** A claim by its whole name, which may have dots (`https://example.org/roles`), else by its path. */
function claimAt(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  let value: unknown = payload;
  for (const step of name.split('.'))
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Readonly<Record<string, unknown>>)[step]
        : undefined;
  return value;
}
