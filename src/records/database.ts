/** The tables and their migrations, for both stores. Nothing is edited: triggers refuse it. */
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

export interface Tables {
  /** One row a leaf; `idx` is its place in the log. */
  readonly records: {
    readonly idx: number;
    readonly id: string;
    readonly kind: string;
    readonly time: string;
    readonly tenant: string;
    readonly subject: string;
    readonly question: string | null;
    readonly day: string | null;
    readonly about: string | null;
    readonly supersedes: string | null;
    readonly idempotency: string | null;
    readonly leaf: Uint8Array;
    readonly leaf_hash: Uint8Array;
    /** The size of the checkpoint that covered it first. */
    readonly size: number;
  };
  /** What a leaf commits to; null after an erasure. */
  readonly contents: {
    readonly id: string;
    readonly part: string;
    readonly salt: Uint8Array | null;
    readonly bytes: Uint8Array | null;
    readonly status: string | null;
  };
  /** Complete subtrees of the levels 8, 16 …; level 0 is in `records`. */
  readonly nodes: { readonly level: number; readonly idx: number; readonly hash: Uint8Array };
  readonly checkpoints: { readonly size: number; readonly note: string };
}

export type StoreKind = 'sqlite' | 'postgres';

const FINAL_TABLES = ['records', 'nodes', 'checkpoints'] as const;

function first(kind: StoreKind): Migration {
  const bytes = kind === 'sqlite' ? sql`blob` : sql`bytea`;
  return {
    async up(db) {
      await db.schema
        .createTable('records')
        .addColumn('idx', kind === 'sqlite' ? 'integer' : 'bigint', (column) => column.primaryKey())
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('time', 'text', (column) => column.notNull())
        .addColumn('tenant', 'text', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('question', 'text')
        .addColumn('day', 'text')
        .addColumn('about', 'text', (column) => column.references('records.id'))
        .addColumn('supersedes', 'text', (column) => column.unique().references('records.id'))
        .addColumn('idempotency', 'text', (column) => column.unique())
        .addColumn('leaf', bytes, (column) => column.notNull())
        .addColumn('leaf_hash', bytes, (column) => column.notNull())
        .addColumn('size', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('contents')
        .addColumn('id', 'text', (column) => column.notNull().references('records.id'))
        .addColumn('part', 'text', (column) => column.notNull())
        .addColumn('salt', bytes)
        .addColumn('bytes', bytes)
        .addColumn('status', 'text')
        .addPrimaryKeyConstraint('contents_key', ['id', 'part'])
        .execute();
      await db.schema
        .createTable('nodes')
        .addColumn('level', 'integer', (column) => column.notNull())
        .addColumn('idx', 'bigint', (column) => column.notNull())
        .addColumn('hash', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('nodes_key', ['level', 'idx'])
        .execute();
      await db.schema
        .createTable('checkpoints')
        .addColumn('size', kind === 'sqlite' ? 'integer' : 'bigint', (column) => column.primaryKey())
        .addColumn('note', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('records_about').on('records').column('about').execute();
      await db.schema.createIndex('records_tenant').on('records').columns(['tenant', 'idx']).execute();
      await (kind === 'sqlite' ? sqliteTriggers(db) : postgresTriggers(db));
    },
  };
}

const ERASED =
  'new.bytes is null and new.salt is null and new.status is null and new.id = old.id and new.part = old.part';

/** @param name of what is refused, by which the trigger is named */
async function refuseOnSqlite(db: Kysely<unknown>, table: string, event: string, when = '', name = event) {
  await sql
    .raw(`create trigger ${table}_no_${name} before ${event} on ${table} ${when}
        begin select raise(abort, '${table}: append only'); end`)
    .execute(db);
}

async function sqliteTriggers(db: Kysely<unknown>): Promise<void> {
  for (const table of FINAL_TABLES) {
    await refuseOnSqlite(db, table, 'update');
    await refuseOnSqlite(db, table, 'delete');
  }
  await refuseOnSqlite(db, 'contents', 'delete');
  await refuseOnSqlite(db, 'contents', 'update', `when not (${ERASED})`);
}

/**
 * `insert or replace` deletes what is in its way, and fires triggers of deletion only where a connection asks for that.
 * A table without an integer as its key has a number of its own for each row (`rowid`), which is in the way too; an
 * erasure that gave a row the number of another would replace that one.
 */
const UNIQUE = {
  records: ['idx', 'id', 'supersedes', 'idempotency'],
  contents: ['rowid', 'id, part'],
  nodes: ['rowid', 'level, idx'],
  checkpoints: ['size'],
} as const satisfies Readonly<Record<keyof Tables, readonly string[]>>;

const withoutReplacement: Migration = {
  async up(db) {
    for (const [table, keys] of Object.entries(UNIQUE)) {
      const isThere = keys.map((key) => {
        const same = key.split(', ').map((column) => `${column} = new.${column}`);
        return `exists (select 1 from ${table} where ${same.join(' and ')})`;
      });
      await refuseOnSqlite(db, table, 'insert', `when ${isThere.join(' or ')}`, 'replacement');
    }
    await refuseOnSqlite(db, 'contents', 'update', 'when new.rowid <> old.rowid', 'move');
  },
};

async function postgresTriggers(db: Kysely<unknown>): Promise<void> {
  await sql`create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '%: append only', tg_table_name using errcode = 'restrict_violation'; end $$`.execute(db);
  for (const table of [...FINAL_TABLES, 'contents'] as const) {
    const events = table === 'contents' ? 'delete' : 'update or delete';
    await sql
      .raw(`create trigger ${table}_final before ${events} on ${table} for each row execute function refuse_change()`)
      .execute(db);
    await sql
      .raw(
        `create trigger ${table}_kept before truncate on ${table} for each statement execute function refuse_change()`,
      )
      .execute(db);
  }
  await sql
    .raw(`create trigger contents_erased before update on contents for each row
      when (not (${ERASED})) execute function refuse_change()`)
    .execute(db);
}

/** By name, in the order in which they are applied. A migration that was released is never edited. */
function migrationsOf(kind: StoreKind): Readonly<Record<string, Migration>> {
  return {
    '0001_log': first(kind),
    // PostgreSQL has no such statement: what `on conflict` may do is an update, which its triggers refuse.
    ...(kind === 'sqlite' ? { '0002_no_replacement': withoutReplacement } : {}),
  };
}

/**
 * Brings the tables up to date. Several processes may do it at once.
 *
 * @throws when a newer version of the program has been at this database
 */
export async function migrate(database: Kysely<Tables>, kind: StoreKind): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => migrationsOf(kind) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && /previously executed migration/.test(error.message)) throw madeByNewer(error);
  throw error;
}

/**
 * For who only reads. An older database has what is read: later migrations have only added what refuses changes.
 *
 * @throws when a newer version of the program has been at this database, when no version has, or when who reads may not
 */
export async function assertKnown(database: Kysely<Tables>, kind: StoreKind): Promise<void> {
  const known = migrationsOf(kind);
  const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration`
    .execute(database)
    .catch((thrown) => {
      throw unreadable(thrown) ?? thrown;
    });
  if (rows.some(({ name }) => !Object.hasOwn(known, name))) throw madeByNewer();
}

/** What keeps the tables from being read, by what the database says. */
function unreadable(cause: unknown): Error | undefined {
  const { code, message } = cause as { readonly code?: string; readonly message: string };
  if (code === '42P01' || (code === 'SQLITE_ERROR' && message.startsWith('no such table')))
    return new Error(
      '这个数据库里没有本程序的表：核对 TONGZE_DATABASE、TONGZE_DATA；还没有启动过的，先启动服务 (it holds no tables of ours)',
      { cause },
    );
  if (code === '42501')
    return new Error(
      '这个角色读不了数据库的表：要能读 records、contents、nodes、checkpoints、kysely_migration (the role may not read the tables)',
      { cause },
    );
  return undefined;
}

function madeByNewer(cause?: Error): Error {
  return new Error('数据库是由更新的版本建立的：请用那个版本启动 (the database was made by a newer version)', {
    cause,
  });
}
