/** Who asks, and in which capacity. Knows nothing of HTTP. */
import type { Role } from '../contract/generated/types.ts';

export type { Role };

/** Every capacity in which somebody may act. What each may do is declared where routes are served. */
export const ROLES = [
  /** 提交人: submits facts, records decisions and reads those of the own tenant. */
  'submitter',
  /** 复核人: reads, confirms and corrects the recorded decisions of the own tenant. */
  'reviewer',
  /** 规则作者: replays records and compares versions of the rules. */
  'author',
  /** 审计人: reads records, proofs and the audit of reads; changes nothing. */
  'auditor',
  /** 管理员: runs the service; bundles, erasure. */
  'administrator',
] as const satisfies readonly Role[];

export interface Identity {
  /** An opaque reference such as a key's id or a token's `sub`; never a person's name. */
  readonly subject: string;
  /** Whose records it sees: those of this tenant only. */
  readonly tenant: string;
  readonly roles: readonly Role[];
  /** How it was proven; `loopback`: not at all, the request came from this machine. */
  readonly via: 'loopback' | 'key' | 'token';
  /** Requests a minute, where its key says something else than the configuration. */
  readonly perMinute?: number;
}

/** The tenant of keys that name no other. */
export const DEFAULT_TENANT = 'default';

/** Who asks without saying who, where that is allowed: nobody in particular, and no role. */
export const ANONYMOUS: Identity = { subject: 'anonymous', tenant: DEFAULT_TENANT, roles: [], via: 'loopback' };

/** Why a credential is not accepted; `issuer-unavailable`: it could not be checked. */
export type Refusal = 'unknown-key' | 'expired-key' | 'invalid-token' | 'expired-token' | 'issuer-unavailable';

/** How the service tells who asks. */
export interface Authentication {
  /** Whether the routes that record nothing and read no record serve those who do not say who they are. */
  readonly anonymous: boolean;
  /**
   * Whose credential it is.
   *
   * @param credential what follows `Bearer ` in the header `Authorization`
   */
  identify(credential: string): Promise<Identity | Refusal>;
}

/** No key and no token: nobody is known. What a service on loopback starts with. */
export const NOBODY_KNOWN: Authentication = { anonymous: true, identify: async () => 'unknown-key' };
