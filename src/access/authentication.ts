/** Keys and tokens together, by the configuration. */
import { resolve } from 'node:path';
import type { Configuration } from '../contract/generated/types.ts';
import type { Authentication } from './identity.ts';
import { keyFileIn, watchedKeys } from './key-file.ts';
import { identityOfKey, isKey } from './keys.ts';
import { isLoopback } from './listening.ts';
import { tokenReader } from './tokens.ts';

/**
 * @param onFault told of a file of keys that was changed into something unreadable, and of an issuer without an answer
 * @throws when keys cannot be read or the issuer's keys cannot be used; the message says what to do
 */
export async function createAuthentication(
  configuration: Readonly<Configuration>,
  onFault: (error: Error) => void,
): Promise<Authentication> {
  const keys = await watchedKeys(keyFileIn(resolve(configuration.TONGZE_DATA)), onFault);
  const tokens = await tokenReader(configuration, onFault);
  return {
    anonymous: allowsAnonymous(configuration),
    identify: async (credential) => {
      if (isKey(credential)) return identityOfKey(await keys(), credential, new Date());
      return tokens === undefined ? 'unknown-key' : tokens(credential);
    },
  };
}

/** Behind a proxy every request comes from this machine, whoever sent it. */
function allowsAnonymous({ HOST, TONGZE_ANONYMOUS, TONGZE_TRUSTED_PROXIES }: Readonly<Configuration>): boolean {
  const onlyThisMachine = isLoopback(HOST) && TONGZE_TRUSTED_PROXIES === undefined;
  return (TONGZE_ANONYMOUS ?? (onlyThisMachine ? 'stateless' : 'none')) === 'stateless';
}
