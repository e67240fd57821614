/** Backup and restore: a copy of the database with the checkpoints and what decisions were made with; never the key. */
import { copyFileSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Verifier } from './note.ts';
import { pathsOf, type RecordsConfiguration } from './open-log.ts';
import { restorePostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';
import { type StoreVerification, verifyStore } from './verify-store.ts';
import { readWitness } from './witness.ts';

/** What a backup consists of. */
const NAMES = { sqlite: 'tongze.db', postgres: 'tongze.dump', checkpoints: 'checkpoints.txt' } as const;

/** Folders of the data folder that old decisions are replayed and proven with. */
const KEPT = ['bundles', 'schemas', 'territory'] as const;

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
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = join(folder, NAMES[store.kind]);
  if (existsSync(database)) throw new Error(`${database} 已经存在：换一个文件夹 (there is a backup already)`);
  const { checkpoints } = pathsOf(configuration);
  const copy = join(folder, NAMES.checkpoints);
  const hasCheckpoints = existsSync(checkpoints);
  // Before the database: a checkpoint that the copy of the database does not reach would look like a loss.
  if (hasCheckpoints) copyFileSync(checkpoints, copy);
  await store.backup(database);
  return [database, ...(hasCheckpoints ? [copy] : []), ...copyKept(configuration.TONGZE_DATA, folder)];
}

/**
 * Verifies a backup of a database on disk by what is in it. The checkpoints of the running service are no measure of it:
 * they have grown since.
 */
export async function verifyBackup(folder: string, verifiers: readonly Verifier[]): Promise<StoreVerification> {
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
 * @throws when there is a store already: a restore never writes over records
 */
export async function restore(
  configuration: RecordsConfiguration,
  folder: string,
  newest?: string,
): Promise<{ readonly byItself: boolean }> {
  const { database, checkpoints } = pathsOf(configuration);
  if (newest !== undefined && !existsSync(newest)) throw new Error(`没有 ${newest} (no such file)`);
  if (newest !== undefined && existsSync(checkpoints))
    throw new Error(`${checkpoints} 已经存在：就用它核对，不必另给 (there is a file of checkpoints already)`);
  const address = configuration.TONGZE_DATABASE;
  if (address === undefined) {
    const backup = join(folder, NAMES.sqlite);
    if (!existsSync(backup)) throw new Error(`${folder} 里没有 ${NAMES.sqlite} (no backup of a database on disk)`);
    if (existsSync(database)) throw new Error(`${database} 已经存在：先移往别处 (there is a database already)`);
    mkdirSync(dirname(database), { recursive: true, mode: 0o700 });
    copyFileSync(backup, database);
  } else await restorePostgres(join(folder, NAMES.postgres), address);
  const copy = newest ?? join(folder, NAMES.checkpoints);
  // What is there has gone on since the backup, and stays.
  const isThere = existsSync(checkpoints);
  if (existsSync(copy) && !isThere) copyFileSync(copy, checkpoints);
  copyKept(folder, configuration.TONGZE_DATA);
  return { byItself: newest === undefined && !isThere };
}
