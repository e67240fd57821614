/** SQLite's journal is copied beside the writing, begins anew where writing never rests, and what fails there is told. */
import { closeSync, openSync, readdirSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import t, { type Test } from 'tap';
import { createJournalCopier } from '../../src/records/journal-copier.ts';
import { openSqlite } from '../../src/records/sqlite.ts';
import type { Placed, Store } from '../../src/records/store.ts';
import { dataFolder } from '../support/process.ts';

const MiB = 1024 * 1024;

/** A journal with a table of one row in it. */
function database(t: Test) {
  const path = join(dataFolder(t), 'some.db');
  const writer = new Database(path);
  t.teardown(() => writer.close());
  writer.pragma('journal_mode = WAL');
  writer.pragma('wal_autocheckpoint = 0');
  writer.exec(`create table some (bytes blob); insert into some values (zeroblob(${MiB}))`);
  return { path, writer };
}

t.test('a copy brings the journal into the database, and says how long it was', async (t) => {
  const { path, writer } = database(t);
  const copier = createJournalCopier(path);
  const before = statSync(path).size;

  const pages = await copier.copy();
  await copier.close();

  t.ok(pages > MiB / 4096);
  t.ok(statSync(path).size >= before + MiB);
  // All of it was copied: the next write begins the journal anew.
  writer.exec('insert into some values (1)');
  const [{ log }] = writer.pragma('wal_checkpoint') as [{ log: number }];
  t.ok(log < 10, `${log} pages`);
});

t.test('what SQLite says of a failure comes over, each time', async (t) => {
  const path = join(dataFolder(t), 'none.db');
  const copier = createJournalCopier(path);

  await t.rejects(copier.copy(), { code: 'SQLITE_CANTOPEN' } as unknown as Error);
  writeFileSync(path, 'no database at all, '.repeat(100));
  const files = () => readdirSync('/proc/self/fd').length;
  const before = files();
  for (let times = 1; times <= 5; times += 1)
    await t.rejects(copier.copy(), { code: 'SQLITE_NOTADB' } as unknown as Error);
  t.ok(files() <= before + 1, 'what was opened is closed');
  await copier.close();
  await copier.close();
});

let records = 0;

/** A record with an output of one MiB. */
function large(): Placed {
  records += 1;
  const id = `record-${records}`;
  const [time, bytes] = ['2021-06-13T00:00:00.000Z', new Uint8Array(MiB)];
  return {
    ...{ id, time, kind: 'decision', tenant: 'wuhan', subject: 'desk', index: records, size: records },
    ...{ question: null, day: null, about: null, supersedes: null, idempotency: null, erases: [] },
    ...{ leaf: Buffer.from('{}'), leafHash: new Uint8Array(32) },
    contents: [{ part: 'output', salt: new Uint8Array(32), bytes, status: null }],
  };
}

async function write(store: Store, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await store.write((writing) => writing.append([large()], []));
    await turn();
  }
}

/** The transaction stays open for long, as for a command that signs. */
async function writeSlowly(store: Store): Promise<void> {
  await store.write(async (writing) => {
    await writing.append([large()], []);
    await pause(20);
  });
  await turn();
}

/** How often the journal has begun anew. @source https://www.sqlite.org/fileformat2.html section 4.1 */
function sequence(path: string): number {
  const [file, bytes] = [openSync(`${path}-wal`, 'r'), Buffer.alloc(4)];
  readSync(file, bytes, 0, 4, 12);
  closeSync(file);
  return bytes.readUInt32BE();
}

for (const [how, most, one] of [
  // A fast disk takes many records before the copier has begun, which comes last where others take the machine.
  ['in short transactions', 1_000, (store: Store) => write(store, 1)],
  ['in long ones', 2_000, writeSlowly],
] as const)
  t.test(`where writing never rests, ${how}, the journal begins anew`, async (t) => {
    const path = join(dataFolder(t), 'records.db');
    const store = await openSqlite(path);
    const before = records;
    // The first write empties the journal.
    await write(store, 2);
    const first = sequence(path);
    for (let tries = 0; tries < most && sequence(path) === first; tries += 1) await one(store);

    t.ok(sequence(path) > first);
    await store.close();
    const again = await openSqlite(path);
    const { count } = await again.database
      .selectFrom('records')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    t.equal(count, records - before, 'nothing is lost');
    t.strictSame(await again.integrity(), []);
    await again.close();
  });

t.test('where the copier cannot open the database, the writer copies', async (t) => {
  const path = join(dataFolder(t), 'records.db');
  const store = await openSqlite(path);
  await write(store, 1);
  renameSync(path, `${path}.away`);
  for (let tries = 0; tries < 20 && statSync(`${path}.away`).size < 10 * MiB; tries += 1) await write(store, 10);

  t.ok(statSync(`${path}.away`).size >= 10 * MiB);
  renameSync(`${path}.away`, path);
  await store.close();
});

t.test('a backup ends while another process never rests from writing, and holds one state', async (t) => {
  const path = join(dataFolder(t), 'records.db');
  const [writing, copying] = [await openSqlite(path), await openSqlite(path)];
  await write(writing, 5);
  const target = join(dataFolder(t), 'copy.db');

  let isDone = false;
  const backup = copying.backup(target).finally(() => {
    isDone = true;
  });
  let more = 0;
  for (; more < 100 && !isDone; more += 1) await write(writing, 1);

  t.ok(isDone, 'it did not wait for the last write');
  t.ok(more > 1, 'others wrote meanwhile');
  await backup;
  const copy = await openSqlite(target);
  t.strictSame(await copy.integrity(), []);
  await Promise.all([writing, copying, copy].map((store) => store.close()));
});

t.test('SQLite is one in which two may copy the journal of one database', async (t) => {
  const [major = 0, minor = 0, patch = 0] = (
    database(t).writer.prepare('select sqlite_version()').pluck().get() as string
  )
    .split('.')
    .map(Number);
  // @source https://www.sqlite.org/wal.html#walresetbug, mended in 3.51.3
  t.ok(major * 1e6 + minor * 1e3 + patch >= 3_051_003);
});

t.test('erased contents leave the disk also while the journal is copied', async (t) => {
  const path = join(dataFolder(t), 'records.db');
  const store = await openSqlite(path);
  // After sixteen a copy begins; once the thread that makes it has started, it is at it when the erasure comes.
  for (let times = 1; times <= 8; times += 1) {
    await write(store, 16);
    await pause(10);
    const erasure: Placed = { ...large(), contents: [], about: `record-${records - 2}`, erases: ['output'] };
    await store.write((writing) => writing.append([erasure], []));
    t.equal(statSync(`${path}-wal`).size, 0, `erasure ${times}`);
  }
  await store.close();
});

t.test('a copy that failed is told to the next write, once', async (t) => {
  const path = join(dataFolder(t), 'records.db');
  const store = await openSqlite(path);
  await write(store, 1);
  for (const ending of ['', '-wal', '-shm']) renameSync(path + ending, `${path}.away${ending}`);
  writeFileSync(path, 'no database at all, '.repeat(100));

  const told = async (): Promise<unknown> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const why = await write(store, 1).catch((error: unknown) => error);
      if (why !== undefined) return why;
      await pause(20);
    }
    return undefined;
  };

  t.match(await told(), { name: 'StoreFailed', failure: 'corrupt', cause: { code: 'SQLITE_NOTADB' } });
  await t.resolves(write(store, 1), 'the disk may be as it should be again');
  await store.close();
});
