/** Keys: 256 random bits that are shown once; what is kept is a hash. */
import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ApiKey } from '../contract/generated/types.ts';
import type { Identity, Refusal } from './identity.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A recognisable beginning, an id that is no secret, and 256 bits. */
const FORM = /^tongze_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;

export interface KeyRequest extends Pick<ApiKey, 'roles' | 'tenant' | 'perMinute'> {
  /** An opaque reference; the key's id if absent. */
  readonly subject?: string;
  /** How many days it is valid. */
  readonly days: number;
}

/** A new key: the secret to hand over once, and what to keep. */
export function issueKey(
  { subject, days, ...request }: KeyRequest,
  now: Date,
): { readonly secret: string; readonly key: ApiKey } {
  const id = randomBytes(6).toString('hex');
  const secret = `tongze_${id}_${randomBytes(32).toString('base64url')}`;
  const key = {
    id,
    sha256: hashOf(secret).toString('hex'),
    subject: subject ?? `key:${id}`,
    ...request,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + days * DAY_MS).toISOString(),
  };
  return { secret, key };
}

/** Says whether a credential has the form of a key; anything else may be a token. */
export function isKey(credential: string): boolean {
  return credential.startsWith('tongze_');
}

/** Whose key it is. The id finds the entry, the hash is compared in constant time. */
export function identityOfKey(keys: readonly ApiKey[], credential: string, now: Date): Identity | Refusal {
  const id = FORM.exec(credential)?.[1];
  const key = keys.find((one) => one.id === id);
  const matches = timingSafeEqual(hashOf(credential), Buffer.from(key?.sha256 ?? NO_HASH, 'hex'));
  if (key === undefined || !matches || key.revokedAt !== undefined) return 'unknown-key';
  if (now.toISOString() >= key.expiresAt) return 'expired-key';
  const { subject, tenant, roles, perMinute } = key;
  return { subject, tenant, roles, perMinute, via: 'key' };
}

const NO_HASH = '0'.repeat(64);

/** One hash is enough: nobody guesses 256 random bits, however fast. */
function hashOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}
