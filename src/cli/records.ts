/** What the commands about records share: the store of the configuration, and public keys. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readConfiguration } from '../contract/configuration.ts';
import type { Configuration } from '../contract/generated/types.ts';
import { readKey, verifiersIn } from '../records/keys.ts';
import type { Verifier } from '../records/note.ts';
import { openStore, openStoreToRead, pathsOf } from '../records/open-log.ts';
import type { Store } from '../records/store.ts';
import { CommandFailed } from './program.ts';

export function configured(): Readonly<Configuration> {
  try {
    return readConfiguration(process.env);
  } catch (thrown) {
    throw new CommandFailed((thrown as Error).message);
  }
}

/** Runs `work` on the store of the configuration, which must be there: a command about records makes none. */
export async function onStore<T>(
  configuration: Configuration,
  work: (store: Store) => Promise<T>,
  open: typeof openStore = openStore,
): Promise<T> {
  const { database } = pathsOf(configuration);
  if (configuration.TONGZE_DATABASE === undefined && statSync(database, { throwIfNoEntry: false })?.isFile() !== true)
    throw new CommandFailed(`没有 ${database}：核对 TONGZE_DATA (there is no database there)`);
  const store = await open(configuration);
  try {
    return await work(store);
  } catch (error) {
    throw store.failure(error);
  } finally {
    await store.close();
  }
}

/** The same for `work` that only reads: an auditor's copy stays as it was given. */
export function onStoreToRead<T>(configuration: Configuration, work: (store: Store) => Promise<T>): Promise<T> {
  return onStore(configuration, work, openStoreToRead);
}

/** An option of every command that trusts public keys. */
export const KEY_OPTION = ['-k, --key <公钥...>', '可信的公钥，或者存有公钥的文件；不给就用本机的密钥'] as const;

/**
 * The public keys that are trusted: those given, each as text or as a file of them; else the key of this machine.
 *
 * @throws when there is none
 */
export function trusted(given: readonly string[], configuration: () => Readonly<Configuration>): readonly Verifier[] {
  const found =
    given.length > 0
      ? given.flatMap((text) => verifiersIn(existsSync(text) ? readFileSync(text, 'utf8') : text))
      : ownKeys(configuration());
  if (found.length > 0) return found;
  throw new CommandFailed('没有可信的公钥：用 --key 给出公钥，或者存有公钥的文件 (no public key: give one with --key)');
}

function ownKeys(configuration: Configuration): readonly Verifier[] {
  if (configuration.TONGZE_LOG_PUBLIC_KEY !== undefined) return verifiersIn(configuration.TONGZE_LOG_PUBLIC_KEY);
  const { key } = pathsOf(configuration);
  return existsSync(key) ? [readKey(key).verifier] : [];
}

export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (thrown) {
    throw new CommandFailed(`读不出 ${path}：${(thrown as Error).message}`);
  }
}
