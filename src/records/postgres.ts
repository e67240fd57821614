/** The store for any number of nodes: one PostgreSQL, in which a lock makes the order of the log. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { gathered } from '../kernel/gathered.ts';
import { assertKnown, migrate, type Tables } from './database.ts';
import { postgresFailure, StoreFailed } from './failures.ts';
import { insertion } from './postgres-insertion.ts';
import type { Content, Part, Placed, Store, Writing } from './store.ts';
import type { StoredNode } from './tree.ts';

/** The advisory lock of the log; any number that nothing else in the database uses. */
const LOG_LOCK = 0x746f6e677a65;

/**
 * Whatever the server's default is, an answer waits for the disk. The size that the log has once the lock is held. In
 * one message, because a message costs as much as what it asks.
 */
const BEGIN =
  `begin isolation level read committed; set local synchronous_commit = 'on'; select pg_advisory_xact_lock(${LOG_LOCK}); ` +
  'select coalesce(max(size), 0) as size from checkpoints';

const INT8 = 20;

const CONNECTIONS = 8;

/** Bytes that a table must still take: more than fits beside other rows, so that its file has to grow. */
const PROBE_BYTES = 64 * 1024;

/** Milliseconds for a connection, and for any one statement. */
const CONNECT_MS = 5_000;
const STATEMENT_MS = 30_000;

/**
 * @param address `postgres://user@host/database`
 * @throws {StoreFailed} when it is not reached, or when the server does not sync what it writes
 */
export async function openPostgres(address: string): Promise<Store> {
  return opened(address, async (pool, database) => {
    const { rows } = await pool.query<{ fsync: string }>('show fsync');
    if (rows[0]?.fsync !== 'on')
      throw new Error('这个 PostgreSQL 的 fsync 是关闭的，断电会丢失记录：请打开 (fsync is off in this PostgreSQL)');
    await migrate(database, 'postgres');
  });
}

/**
 * The same to read alone, as a role may that can do nothing else: the database is not even brought up to date.
 *
 * @throws {StoreFailed} when it is not reached
 */
export async function openPostgresToRead(address: string): Promise<Store> {
  return opened(address, (_, database) => assertKnown(database, 'postgres'));
}

async function opened(
  address: string,
  prepare: (pool: pg.Pool, database: Kysely<Tables>) => Promise<void>,
): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    application_name: 'tongze',
    // Places and sizes are counts far below 2^53; pg would give them as strings.
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that is lost, idle or in use, is replaced; the next query tells of a server that is gone. Without a
  // listener of its own, one that is in use would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await prepare(pool, database);
  } catch (error) {
    await pool.end();
    throw postgresFailure(error) ?? error;
  }
  return storeOf(address, pool, database);
}

function storeOf(address: string, pool: pg.Pool, database: Kysely<Tables>): Store {
  const failure = (error: unknown) => (error instanceof StoreFailed ? error : (postgresFailure(error) ?? error));
  return {
    kind: 'postgres',
    database,
    recordWith: gathered((hashes) => byIdempotency(pool, hashes)),
    failure,
    write: async (work) => {
      let client: pg.PoolClient | undefined;
      let lost: Error | undefined;
      try {
        client = await pool.connect();
        const results = (await client.query(BEGIN)) as unknown as readonly pg.QueryResult<{ readonly size: number }>[];
        const size = results.at(-1)?.rows[0]?.size ?? 0;
        const result = await work(writingOf(client, size));
        await client.query('commit');
        return result;
      } catch (error) {
        lost = await rollBack(client);
        throw failure(error);
      } finally {
        client?.release(lost);
      }
    },
    integrity: async () => [],
    backup: (path) => run('pg_dump', ['--format=custom', '--no-owner', `--file=${path}`], address),
    close: async () => {
      await database.destroy();
    },
  };
}

/**
 * Fills an empty database from what `backup` wrote.
 *
 * @throws when the tools of PostgreSQL are missing or the database is not empty
 */
export async function restorePostgres(path: string, address: string): Promise<void> {
  await run('pg_restore', ['--no-owner', '--exit-on-error', '--single-transaction', path], address);
}

/** Runs a tool of PostgreSQL; its own words are the reason where it fails. */
async function run(tool: 'pg_dump' | 'pg_restore', args: readonly string[], address: string): Promise<void> {
  // Arguments can be read by everybody on the machine, so the password goes by the environment.
  const url = new URL(address);
  const env = { ...process.env, ...(url.password === '' ? {} : { PGPASSWORD: decodeURIComponent(url.password) }) };
  url.password = '';
  try {
    await promisify(execFile)(tool, [...args, `--dbname=${url.href}`], { env });
  } catch (error) {
    const { code, stderr = '' } = error as { readonly code?: string | number; readonly stderr?: string };
    throw new Error(
      code === 'ENOENT'
        ? `没有 ${tool}：安装 PostgreSQL 的客户端（postgresql-client） (${tool} is missing)`
        : `${tool} 失败：${stderr.trim().slice(0, 500)}`,
      { cause: error },
    );
  }
}

/** @returns the error that makes the connection useless */
async function rollBack(client: pg.PoolClient | undefined): Promise<Error | undefined> {
  try {
    await client?.query('rollback');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** Of hashes of Idempotency-Keys, those that a record has, with its id. */
async function byIdempotency(
  client: pg.Pool | pg.PoolClient,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (hashes.length === 0) return new Map();
  // One by one, and without a name: a plan that is kept from when the table was small would read all of it for each.
  const { rows } = await client.query<{ idempotency: string; id: string }>(
    'select idempotency, id from unnest($1::text[]) as hash ' +
      'cross join lateral (select idempotency, id from records where idempotency = hash limit 1) as found',
    [hashes],
  );
  return new Map(rows.map(({ idempotency, id }) => [idempotency, id]));
}

function writingOf(client: pg.PoolClient, size: number): Writing {
  return {
    size: async () => size,
    byIdempotency: (hashes) => byIdempotency(client, hashes),
    superseded: async (ids) => {
      if (ids.length === 0) return new Set();
      const { rows } = await client.query<{ supersedes: string }>(
        'select supersedes from records where supersedes = any($1)',
        [ids],
      );
      return new Set(rows.map(({ supersedes }) => supersedes));
    },
    append: async (records, nodes) => {
      await insertRecords(client, records);
      await insertContents(client, contentsOf(records));
      await insertNodes(client, nodes);
      for (const { about, erases } of records) for (const part of erases) await erase(client, about as string, part);
    },
    leaves: async (from, to) => {
      const { rows } = await client.query<{ leaf: Uint8Array }>(
        'select leaf from records where idx >= $1 and idx < $2 order by idx',
        [from, to],
      );
      return rows.map(({ leaf }) => leaf);
    },
    checkpoint: async (covered, note) => {
      await client.query('insert into checkpoints (size, note) values ($1, $2)', [covered, note]);
    },
    probe: async (room) => {
      // A transaction with a number is written to the journal when it commits.
      const { rows } = await client.query<{ readonly: string }>(
        "select txid_current(), current_setting('transaction_read_only') as readonly",
      );
      if (rows[0]?.readonly !== 'off') throw new StoreFailed('unavailable', new Error('the database is read-only'));
      if (!room) return;
      await client.query('savepoint probe');
      await client.query('insert into nodes (level, idx, hash) values (-1, -1, $1)', [randomBytes(PROBE_BYTES)]);
      await client.query('rollback to savepoint probe');
    },
  };
}

const RECORD_COLUMNS = [
  ['idx', 'bigint', ({ index }: Placed) => index],
  ['id', 'text', ({ id }: Placed) => id],
  ['kind', 'text', ({ kind }: Placed) => kind],
  ['time', 'text', ({ time }: Placed) => time],
  ['tenant', 'text', ({ tenant }: Placed) => tenant],
  ['subject', 'text', ({ subject }: Placed) => subject],
  ['question', 'text', ({ question }: Placed) => question],
  ['day', 'text', ({ day }: Placed) => day],
  ['about', 'text', ({ about }: Placed) => about],
  ['supersedes', 'text', ({ supersedes }: Placed) => supersedes],
  ['idempotency', 'text', ({ idempotency }: Placed) => idempotency],
  ['leaf', 'bytea', ({ leaf }: Placed) => leaf],
  ['leaf_hash', 'bytea', ({ leafHash }: Placed) => leafHash],
  ['size', 'bigint', ({ size }: Placed) => size],
] as const;

interface Row {
  readonly id: string;
  readonly content: Content;
}

const contentsOf = (records: readonly Placed[]): readonly Row[] =>
  records.flatMap(({ id, contents }) => contents.map((content) => ({ id, content })));

const CONTENT_COLUMNS = [
  ['id', 'text', ({ id }: Row) => id],
  ['part', 'text', ({ content }: Row) => content.part],
  ['salt', 'bytea', ({ content }: Row) => content.salt],
  ['bytes', 'bytea', ({ content }: Row) => content.bytes],
  ['status', 'text', ({ content }: Row) => content.status],
] as const;

const NODE_COLUMNS = [
  ['level', 'int', ({ level }: StoredNode) => level],
  ['idx', 'bigint', ({ index }: StoredNode) => index],
  ['hash', 'bytea', ({ hash }: StoredNode) => hash],
] as const;

const insertRecords = insertion('records', RECORD_COLUMNS);
const insertContents = insertion('contents', CONTENT_COLUMNS);
const insertNodes = insertion('nodes', NODE_COLUMNS);

async function erase(client: pg.PoolClient, id: string, part: Part): Promise<void> {
  await client.query('update contents set salt = null, bytes = null, status = null where id = $1 and part = $2', [
    id,
    part,
  ]);
}
