/** The log of the configured store with its key and its file of checkpoints: what writes. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Configuration } from '../contract/generated/types.ts';
import type { StoreFailed } from './failures.ts';
import { commandSigner, openKey, tryToSign } from './keys.ts';
import { keysOf } from './known-keys.ts';
import { createLog, type Log, readNodes } from './log.ts';
import { equal, foldPeaks } from './merkle.ts';
import { lastKeyHash, type Signer, statedCheckpoint, type Verifier } from './note.ts';
import { openPostgres, openPostgresToRead } from './postgres.ts';
import { type LatestCheckpoint, latestCheckpoint } from './reading.ts';
import { openSqlite, openSqliteToRead } from './sqlite.ts';
import type { Store } from './store.ts';
import { signedEdge } from './stored-tree.ts';
import { edgeAt } from './tree.ts';
import { openCheckpoint } from './verify-record.ts';
import { createWitness, readWitness } from './witness.ts';

export type RecordsConfiguration = Pick<
  Configuration,
  | 'TONGZE_DATA'
  | 'TONGZE_DATABASE'
  | 'TONGZE_LOG_KEY'
  | 'TONGZE_LOG_SIGNER'
  | 'TONGZE_LOG_PUBLIC_KEY'
  | 'TONGZE_CHECKPOINTS'
>;

/** Where everything lies. */
export interface RecordsPaths {
  readonly database: string;
  readonly key: string;
  readonly checkpoints: string;
}

export function pathsOf(configuration: RecordsConfiguration): RecordsPaths {
  const folder = configuration.TONGZE_DATA;
  return {
    database: join(folder, 'tongze.db'),
    key: configuration.TONGZE_LOG_KEY ?? join(folder, 'log.key'),
    checkpoints: configuration.TONGZE_CHECKPOINTS ?? join(folder, 'checkpoints.txt'),
  };
}

/** The store that the configuration names. The folder of a database on disk is made. */
export async function openStore(configuration: RecordsConfiguration): Promise<Store> {
  const { TONGZE_DATABASE: address } = configuration;
  return address === undefined ? openSqlite(pathsOf(configuration).database) : openPostgres(address);
}

/** The same to read alone: the database is left as it is. */
export async function openStoreToRead(configuration: RecordsConfiguration): Promise<Store> {
  const { TONGZE_DATABASE: address } = configuration;
  return address === undefined ? openSqliteToRead(pathsOf(configuration).database) : openPostgresToRead(address);
}

export interface RecordsHooks {
  /** The disk failed: the process must end. */
  readonly onBroken: (error: StoreFailed) => void;
  /** The file of checkpoints could not be written. */
  readonly onWitnessFailure: (error: unknown) => void;
}

/**
 * - `made` at this start
 * - `unused` though it was there: the first start with a key of one's own, or the records are gone
 * - `used` for the records that are there
 */
export type KeyState = 'made' | 'unused' | 'used';

export interface OpenedLog {
  readonly store: Store;
  readonly log: Log;
  readonly verifier: Verifier;
  readonly key: KeyState;
  /** Commits what waits, then closes the store. */
  close(): Promise<void>;
}

/** @throws with the remedy when the store is not reached, or the key is not the one of the log or does not sign */
export async function openLog(
  configuration: RecordsConfiguration,
  { onBroken, onWitnessFailure }: RecordsHooks,
): Promise<OpenedLog> {
  const store = await openStore(configuration);
  try {
    const { checkpoints } = pathsOf(configuration);
    const latest = await latestCheckpoint(store);
    const outside = await assertNotSetBack(store, checkpoints, latest);
    const { signer, isNew } = await signerOf(configuration, store, latest);
    await tryToSign(signer);
    const resume = (size: number) => signedEdge(store, size, [signer.verifier]);
    const edge = await resume(latest?.size ?? 0);
    const witness = createWitness(checkpoints, onWitnessFailure);
    // It was signed in the last second before a crash.
    if (latest !== undefined && latest.size > outside) witness.note(latest.note);
    const log = createLog({ store, signers: () => [signer], edge, resume, onCheckpoint: witness.note, onBroken });
    const close = async () => {
      await log.drain();
      witness.close();
      await store.close();
    };
    const unmade = latest === undefined ? 'unused' : 'used';
    return { store, log, verifier: signer.verifier, key: isNew ? 'made' : unmade, close };
  } catch (error) {
    await store.close();
    throw store.failure(error);
  }
}

/**
 * A database that was put back to an older state would let the log grow a second history from there.
 *
 * @returns leaves of the largest tree in the file of checkpoints; 0 where there is none yet
 * @throws when the largest tree in the file of checkpoints is not one of this store, or the file has two of one size, or
 *   something in which no checkpoint can be read
 */
export async function assertNotSetBack(
  store: Store,
  path: string,
  latest: LatestCheckpoint | undefined,
): Promise<number> {
  if (await isFirstCutOff(store, path)) return 0;
  const seen = readWitness(path).flatMap((note) => statedCheckpoint(note) ?? []);
  if (seen.length === 0) return 0;
  const most = seen.reduce((most, one) => (one.size >= most.size ? one : most));
  const size = latest?.size ?? 0;
  const isOne = seen.every((one) => one.size !== most.size || equal(one.root, most.root));
  const isReached = isOne && most.size <= size;
  if (isReached && equal(most.root, foldPeaks((await edgeAt(readNodes(store), most.size)).peaks))) return most.size;
  throw new Error(
    `数据库里只有 ${size} 条记录，与 ${path} 里最大的检查点（${most.size} 条）不符：数据库被退回或者改写过。` +
      '恢复较新的备份；确实无法恢复的，先把这个文件交给审计人、移往别处，再启动 (the database is older than its last checkpoint, or another)',
  );
}

/** Longer than what a power cut can leave of one checkpoint. */
const MOST_CUT_OFF = 4096;

/** Whether the file is nothing but the beginning of a checkpoint of this store: a power cut in the log's first second. */
async function isFirstCutOff({ database }: Store, path: string): Promise<boolean> {
  const { size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
  if (size === 0 || size > MOST_CUT_OFF || !statSync(path).isFile()) return false;
  const text = readFileSync(path, 'utf8');
  const found = await database
    .selectFrom('checkpoints')
    .select('size')
    .where(sql`substr(note, 1, ${sql.lit(text.length)})`, '=', text)
    .where(sql`length(note)`, '>', text.length)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The key of the configuration, if it is the one that signed the latest checkpoint. */
async function signerOf(
  configuration: RecordsConfiguration,
  store: Store,
  latest: LatestCheckpoint | undefined,
): Promise<{ readonly signer: Signer; readonly isNew: boolean }> {
  const { TONGZE_LOG_SIGNER: command, TONGZE_LOG_PUBLIC_KEY: publicKey } = configuration;
  const { signer, isNew } =
    command !== undefined && publicKey !== undefined
      ? { signer: commandSigner(command, publicKey), isNew: false }
      : openKey(pathsOf(configuration).key, latest === undefined);
  if (latest !== undefined && openCheckpoint(latest.note, [signer.verifier]) === undefined)
    throw new Error(
      '日志的密钥不是签过最近检查点的那一个：换回原来的密钥；要更换密钥，用 npm run tongze -- rotate-key ' +
        '(the key is not the one that signed the latest checkpoint)',
    );
  const last = latest === undefined ? signer.verifier.keyHash : lastKeyHash(latest.note);
  if (last === signer.verifier.keyHash) return { signer, isNew };
  const known = await keysOf(store, [signer.verifier]);
  if (!known.some(({ keyHash }) => keyHash === last))
    throw new Error(
      `最近的检查点上有一个签名（${last}）不是这份日志的密钥的：数据库被改写过，恢复备份；npm run tongze -- verify 逐处列出 ` +
        '(the latest checkpoint bears the signature of a stranger)',
    );
  // What it signed from here on would not hold, though it has signed its own replacement.
  throw new Error(
    '这个密钥已经更换，更换没有做完：再运行一次 npm run tongze -- rotate-key；新的密钥已经在别处的，改配置用它 ' +
      '(this key was replaced, and the replacement was cut short)',
  );
}
