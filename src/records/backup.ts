/** Backup and restore: a copy of the database with the checkpoints and what decisions were made with; never the key. */
import {
  closeSync,
  copyFileSync,
  cpSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { LogVerification } from '../contract/generated/types.ts';
import type { Verifier } from './note.ts';
import { pathsOf, type RecordsConfiguration } from './open-log.ts';
import { restorePostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';
import { verifyStore } from './verify-store.ts';
import { makeFolderOfCheckpoints, readGivenWitness, readWitness } from './witness.ts';

/** What a backup consists of. */
const NAMES = { sqlite: 'tongze.db', postgres: 'tongze.dump', checkpoints: 'checkpoints.txt' } as const;

/** Folders of the data folder that old decisions are replayed and proven with. */
const KEPT = ['bundles', 'schemas', 'territory'] as const;

/** Nobody else may read facts about officials, not even while they are being copied. */
const PRIVATE = { folder: 0o700, file: 0o600 } as const;

/** What a database on disk consists of, the journals last. SQLite plays back one that it finds beside a database. */
const ENDINGS = ['', '-wal', '-shm', '-journal'] as const;

/** Copies what the target lacks; what is there stays. */
function copyKept(from: string, to: string): readonly string[] {
  const found = KEPT.filter((name) => existsSync(join(from, name)));
  for (const name of found) cpSync(join(from, name), join(to, name), { recursive: true, force: false });
  return found.map((name) => join(to, name));
}

/**
 * Copies a running store. The copy is of one instant, whatever is recorded meanwhile.
 *
 * @returns the files of the backup
 * @throws when the folder holds one already
 */
export async function backUp(
  store: Store,
  configuration: RecordsConfiguration,
  folder: string,
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true, mode: PRIVATE.folder });
  const database = join(folder, NAMES[store.kind]);
  if (existsSync(database)) throw new Error(`${database} 已经存在：换一个文件夹 (there is a backup already)`);
  const { checkpoints } = pathsOf(configuration);
  const copy = join(folder, NAMES.checkpoints);
  const hasCheckpoints = existsSync(checkpoints);
  // Before the database: a checkpoint that the copy of the database does not reach would look like a loss.
  if (hasCheckpoints) copyFileSync(checkpoints, copy);
  closeSync(openSync(database, 'wx', PRIVATE.file));
  try {
    await store.backup(database);
  } catch (error) {
    rmSync(database);
    throw error;
  }
  return [database, ...(hasCheckpoints ? [copy] : []), ...copyKept(configuration.TONGZE_DATA, folder)];
}

/**
 * Verifies a backup of a database on disk by what is in it. The checkpoints of the running service are no measure of it:
 * they have grown since.
 */
export async function verifyBackup(folder: string, verifiers: readonly Verifier[]): Promise<LogVerification> {
  const store = await openSqlite(join(folder, NAMES.sqlite));
  try {
    return await verifyStore(store, verifiers, readWitness(join(folder, NAMES.checkpoints)));
  } finally {
    await store.close();
  }
}

/**
 * Puts a backup where the configuration says that the store is.
 *
 * @param newest a file of checkpoints that has gone on since the backup: by it one sees which records are missing
 * @returns whether the checkpoints are those of the backup, which know of no later record
 * @throws when there is a store already: a restore never writes over records; when `newest` has no checkpoint
 */
export async function restore(
  configuration: RecordsConfiguration,
  folder: string,
  newest?: string,
): Promise<{ readonly byItself: boolean }> {
  const { database, checkpoints } = pathsOf(configuration);
  if (newest !== undefined) readGivenWitness(newest);
  // What is there has gone on since the backup, and stays.
  const isThere = readWitness(checkpoints).length > 0;
  if (newest !== undefined && isThere)
    throw new Error(`${checkpoints} 已经存在：就用它核对，不必另给 (there is a file of checkpoints already)`);
  const address = configuration.TONGZE_DATABASE;
  const backup = join(folder, NAMES[address === undefined ? 'sqlite' : 'postgres']);
  if (address === undefined) {
    if (!existsSync(backup)) throw new Error(`${folder} 里没有 ${NAMES.sqlite} (no backup of a database on disk)`);
    const left = ENDINGS.map((ending) => database + ending).find((path) => existsSync(path));
    if (left !== undefined)
      throw new Error(
        `${left} 已经存在：把 ${database} 连同 -wal、-shm 一起移走 (there is a database already, or the journal of one)`,
      );
  }
  mkdirSync(configuration.TONGZE_DATA, { recursive: true, mode: PRIVATE.folder });
  const copy = newest ?? join(folder, NAMES.checkpoints);
  const isCopied = existsSync(copy) && !isThere;
  // The database comes last but for its measure: without that a service would take whatever is there for the whole.
  if (isCopied) makeFolderOfCheckpoints(dirname(checkpoints));
  copyKept(folder, configuration.TONGZE_DATA);
  if (address === undefined)
    await pipeline(
      createReadStream(backup),
      createWriteStream(database, { flags: 'wx', mode: PRIVATE.file, flush: true }),
    );
  else await restorePostgres(backup, address);
  if (isCopied) copyFileSync(copy, checkpoints);
  return { byItself: newest === undefined && !isThere };
}
