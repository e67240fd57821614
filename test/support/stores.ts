/** Every store that records can lie in, so that one suite tests them all. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { Test } from 'tap';
import { openPostgres } from '../../src/records/postgres.ts';
import { openSqlite } from '../../src/records/sqlite.ts';
import type { Store } from '../../src/records/store.ts';
import { recordingOn } from './records.ts';

/** The address of a server on which databases may be made: `postgres://user@host/postgres`. */
const SERVER = process.env['TONGZE_TEST_POSTGRES'];

export const NO_POSTGRES =
  '没有 PostgreSQL：node scripts/postgres.mjs npm test 会起一个临时的，或者用 TONGZE_TEST_POSTGRES 指一个';

export interface StoreKind {
  readonly kind: 'sqlite' | 'postgres';
  readonly skip: string | false;
  /** The address of a store of its own, which is removed after the test: a path or a URL. */
  make(t: Test): Promise<string>;
  open(address: string): Promise<Store>;
  /** Runs a statement as somebody who has the database. */
  run(address: string, statement: string): Promise<void>;
  /** Holds the lock of all who write; gives what lets it go. */
  lock(address: string): Promise<() => Promise<void>>;
  /** Runs it without the triggers that refuse changes: an insider. */
  tamper(address: string, statement: string): Promise<void>;
}

function onSqlite(path: string, ...statements: readonly string[]): void {
  const database = new Database(path);
  try {
    for (const statement of statements) database.exec(statement);
  } finally {
    database.close();
  }
}

const SQLITE_TRIGGERS = "select name from sqlite_schema where type = 'trigger'";

export const STORES: readonly StoreKind[] = [
  {
    kind: 'sqlite',
    skip: false,
    make: async (t) => join(t.testdir(), 'tongze.db'),
    open: openSqlite,
    run: async (address, statement) => onSqlite(address, statement),
    lock: async (address) => {
      const database = new Database(address);
      database.exec('begin immediate');
      return async () => void database.close();
    },
    tamper: async (address, statement) => {
      const database = new Database(address);
      const triggers = database.prepare(SQLITE_TRIGGERS).pluck().all();
      database.close();
      onSqlite(address, ...triggers.map((name) => `drop trigger ${name}`), 'pragma foreign_keys = off', statement);
    },
  },
  {
    kind: 'postgres',
    skip: SERVER === undefined && NO_POSTGRES,
    make: async (t) => {
      const name = `tongze_${randomBytes(6).toString('hex')}`;
      await onPostgres(SERVER as string, `create database ${name}`);
      t.teardown(() => onPostgres(SERVER as string, `drop database ${name} with (force)`));
      const url = new URL(SERVER as string);
      url.pathname = `/${name}`;
      return url.href;
    },
    open: openPostgres,
    run: onPostgres,
    lock: async (address) => {
      const client = new pg.Client({ connectionString: address });
      await client.connect();
      await client.query('begin');
      await client.query('lock table records in exclusive mode');
      await client.query("select pg_advisory_xact_lock(x'746f6e677a65'::bigint)");
      return () => client.end();
    },
    tamper: (address, statement) => onPostgres(address, 'set session_replication_role = replica', statement),
  },
];

/** A store of its own with a recording on it. */
export async function openedOn({ make, open }: StoreKind, t: Test) {
  const address = await make(t);
  const store = await open(address);
  t.teardown(() => store.close());
  return { address, store, ...recordingOn(store) };
}

async function onPostgres(address: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
