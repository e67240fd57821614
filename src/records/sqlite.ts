/** The store on disk that needs nothing but this machine. */
import { accessSync, closeSync, constants, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { gathered } from '../kernel/gathered.ts';
import { assertKnown, migrate, type Tables } from './database.ts';
import { StoreFailed, sqliteFailure } from './failures.ts';
import { createJournal, PAGE_BYTES } from './journal.ts';
import type { Placed, Store, Writing } from './store.ts';
import type { StoredNode } from './tree.ts';

/** Milliseconds to wait for another process that writes; then 503. */
const BUSY_MS = 2_000;

/** Bytes that a disk must still take after it was full: a group of records. */
const PROBE_BYTES = 256 * 1024;

type Connection = Database.Database;

function open(path: string, readonly: boolean): Connection {
  const connection = new Database(path, { readonly, timeout: BUSY_MS });
  if (!readonly) {
    connection.pragma('journal_mode = WAL');
    // FULL: the journal is synced with every commit; what was answered survives a power cut.
    connection.pragma('synchronous = FULL');
    // Copying is ours: see `journal.ts`.
    connection.pragma('wal_autocheckpoint = 0');
    // Erased contents are overwritten, not only unlinked.
    connection.pragma('secure_delete = ON');
  }
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  return connection;
}

/** @throws {StoreFailed} when the file cannot be opened or is no database */
export async function openSqlite(path: string): Promise<Store> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // SQLite gives its journal the mode of the database; nobody else may read facts about officials.
  closeSync(openSync(path, 'a', 0o600));
  let writer: Connection | undefined;
  try {
    writer = open(path, false);
    await migrate(new Kysely<Tables>({ dialect: new SqliteDialect({ database: writer }) }), 'sqlite');
    return storeOf(path, writer);
  } catch (error) {
    writer?.close();
    throw sqliteFailure(error) ?? error;
  }
}

/**
 * The same to read alone: the database is not changed, not even brought up to date.
 *
 * @throws with the remedy where SQLite cannot put the files beside it by which it reads while others write
 */
export async function openSqliteToRead(path: string): Promise<Store> {
  let reading: Reading | undefined;
  try {
    reading = readingOf(path);
    await assertKnown(reading.database, 'sqlite');
    const write = async () => {
      throw new Error('the store was opened to read alone');
    };
    return { ...reading, write };
  } catch (error) {
    await reading?.close();
    const { code = '' } = error as { readonly code?: string };
    if (/^SQLITE_(CANTOPEN|READONLY)/.test(code)) assertRoomBeside(path, error);
    throw sqliteFailure(error) ?? error;
  }
}

function assertRoomBeside(path: string, cause: unknown): void {
  const folder = dirname(path);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Error(
      `${folder} 不能写入，SQLite 打不开其中的数据库（它要在旁边放 -wal 和 -shm 两个文件）：` +
        '把整个文件夹复制到可写之处，用 TONGZE_DATA 指向那里 (the folder is read-only: copy it to where it can be written)',
      { cause },
    );
  }
}

/** What of a store is done with connections of its own that only read. */
type Reading = Omit<Store, 'write'>;

function readingOf(path: string): Reading {
  const reader = open(path, true);
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: reader }) });
  // In one transaction, which locks the journal once.
  const byIdempotency = reader.transaction(lookupOf(reader));

  return {
    kind: 'sqlite',
    database,
    recordWith: gathered(async (hashes) => byIdempotency(hashes)),
    failure: (error) => (error instanceof StoreFailed ? error : (sqliteFailure(error) ?? error)),
    integrity: async () => {
      const rows = reader.pragma('integrity_check(200)') as readonly { readonly integrity_check: string }[];
      return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
    },
    backup: async (target) => {
      const source = open(path, true);
      try {
        // One state of the database: where others write, a copy that sees their writes begins again and again.
        source.exec('BEGIN');
        source.prepare('select count(*) from checkpoints').get();
        await source.backup(target);
      } finally {
        source.close();
      }
    },
    close: () => database.destroy(),
  };
}

function storeOf(path: string, writer: Connection): Store {
  const reading = readingOf(path);
  const writing = writingOf(writer);
  const journal = createJournal(path, writer, BUSY_MS);

  return {
    ...reading,
    write: async (work) => {
      try {
        journal.throwUnheard();
        writer.exec('BEGIN IMMEDIATE');
        const before = writing.bytes();
        const result = await work(writing);
        writer.exec('COMMIT');
        await journal.committed(writing.bytes() - before, writing.hasErased());
        return result;
      } catch (error) {
        rollBack(writer);
        throw reading.failure(error);
      }
    },
    close: async () => {
      await reading.close();
      await journal.close();
      writer.close();
    },
  };
}

function rollBack(writer: Connection): void {
  if (!writer.inTransaction) return;
  try {
    writer.exec('ROLLBACK');
  } catch {
    // The first error tells what happened; SQLite has rolled back by itself.
  }
}

/** Of hashes of Idempotency-Keys, those that a record has, with its id. */
function lookupOf(connection: Connection): (hashes: readonly string[]) => ReadonlyMap<string, string> {
  // Asked before every record: prepared once.
  const id = connection.prepare('select id from records where idempotency = ?').pluck();
  return (hashes) => {
    const found = new Map<string, string>();
    for (const hash of hashes) {
      const one = id.get(hash) as string | undefined;
      if (one !== undefined) found.set(hash, one);
    }
    return found;
  };
}

interface SqliteWriting extends Writing {
  /** Bytes written so far, by which the length of the journal is known. */
  bytes(): number;
  /** Whether anything was erased since the last call. */
  hasErased(): boolean;
}

function writingOf(writer: Connection): SqliteWriting {
  const size = writer.prepare('select coalesce(max(size), 0) as size from checkpoints').pluck();
  const byIdempotency = lookupOf(writer);
  const superseded = writer.prepare('select 1 from records where supersedes = ?').pluck();
  const insertRecord = writer.prepare(
    'insert into records (idx, id, kind, time, tenant, subject, question, day, about, supersedes, idempotency, leaf, ' +
      'leaf_hash, size) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertContent = writer.prepare('insert into contents (id, part, salt, bytes, status) values (?, ?, ?, ?, ?)');
  const insertNode = writer.prepare('insert into nodes (level, idx, hash) values (?, ?, ?)');
  const insertCheckpoint = writer.prepare('insert into checkpoints (size, note) values (?, ?)');
  const erase = writer.prepare(
    'update contents set salt = null, bytes = null, status = null where id = ? and part = ?',
  );
  const leaves = writer.prepare('select leaf from records where idx >= ? and idx < ? order by idx').pluck();
  let written = 0;
  let erased = false;

  const insert = (record: Placed) => {
    const { index, id, kind, time, tenant, subject, question, day, about, supersedes, idempotency } = record;
    const { leaf, leafHash, contents, erases } = record;
    insertRecord.run(
      index,
      id,
      kind,
      time,
      tenant,
      subject,
      question,
      day,
      about,
      supersedes,
      idempotency,
      leaf,
      leafHash,
      record.size,
    );
    written += leaf.byteLength + 200;
    // Its place in the index is nowhere near the last one's: a page of its own.
    if (idempotency !== null) written += PAGE_BYTES;
    for (const { part, salt, bytes, status } of contents) {
      insertContent.run(id, part, salt, bytes, status);
      written += bytes.byteLength + 100;
    }
    for (const part of erases) {
      erase.run(about, part);
      erased = true;
    }
  };

  return {
    bytes: () => written,
    hasErased: () => {
      const was = erased;
      erased = false;
      return was;
    },
    size: async () => size.get() as number,
    byIdempotency: async (hashes) => byIdempotency(hashes),
    superseded: async (ids) => new Set(ids.filter((id) => superseded.get(id) !== undefined)),
    append: async (records: readonly Placed[], nodes: readonly StoredNode[]) => {
      for (const record of records) insert(record);
      for (const { level, index, hash } of nodes) insertNode.run(level, index, hash);
    },
    leaves: async (from, to) => leaves.all(from, to) as Uint8Array[],
    checkpoint: async (covered, note) => {
      insertCheckpoint.run(covered, note);
    },
    probe: async (room) => {
      // A number in the header that nobody reads: its page goes into the journal as the pages of a record do.
      writer.pragma('user_version = 1');
      // Pages that were freed are overwritten (secure_delete), so they go there too.
      if (room)
        writer.exec(
          `create table probe (b blob); insert into probe values (zeroblob(${PROBE_BYTES})); drop table probe`,
        );
    },
  };
}
