/**
 * `npm run bench -- records [--short]`: durable decisions a second, beside the same work without a record and beside what
 * the store inserts by itself, on SQLite and on PostgreSQL where there is one. The load generator runs on the same
 * machine, beside the service. Rounds alternate and the median counts; processor time tells where the machine is not
 * ours alone. Fails on any answer that is no success.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { startPostgres } from '../postgres.mjs';
import { credentialIn, inFolder, launch } from '../prove/records/service.ts';
import { FIXTURES, medians, PATHS, type Path, type Round, round, type Target, WARM_SECONDS } from './rounds.ts';

const SHORT = process.argv.includes('--short');
const ROUNDS = SHORT ? 1 : 5;
const SECONDS = SHORT ? 1 : 4;
/** What a record is as a row: leaf, input and output of a small decision. */
const ROW_BYTES = 6_000;

interface Rates {
  /** One durable transaction a row. */
  readonly single: number;
  /** One for a hundred rows. */
  readonly grouped: number;
}

async function rates(group: (rows: number) => Promise<void> | void): Promise<Rates> {
  const rate = async (rows: number) => {
    const since = performance.now();
    let done = 0;
    while (performance.now() < since + SECONDS * 500) {
      await group(rows);
      done += rows;
    }
    return Math.round((done * 1000) / (performance.now() - since));
  };
  return { single: await rate(1), grouped: await rate(100) };
}

async function sqliteRates(folder: string): Promise<Rates> {
  const database = new Database(join(folder, 'bare.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table bare (id integer primary key, bytes blob)');
  const insert = database.prepare('insert into bare (bytes) values (?)');
  const row = Buffer.alloc(ROW_BYTES, 1);
  const group = database.transaction((rows: number) => {
    for (let at = 0; at < rows; at += 1) insert.run(row);
  });
  const measured = await rates((rows) => group(rows));
  database.close();
  return measured;
}

async function postgresRates(address: string): Promise<Rates> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query('create table bare (id bigserial primary key, bytes bytea)');
  const row = Buffer.alloc(ROW_BYTES, 1);
  const measured = await rates(async (rows) => {
    const values = Array.from({ length: rows }, (_, at) => `($${at + 1})`).join(',');
    await client.query(`insert into bare (bytes) values ${values}`, Array(rows).fill(row));
  });
  await client.query('drop table bare');
  await client.end();
  return measured;
}

async function measure(store: string, bare: Rates, folder: string, environment: NodeJS.ProcessEnv): Promise<object> {
  console.log(
    `\n${store}: rows of ${ROW_BYTES} bytes by themselves ${bare.single}/s one by one, ${bare.grouped}/s by 100`,
  );
  const authorization = `Bearer ${await credentialIn(folder)}`;
  const { url, kill } = await launch({ folder, environment: environment as Record<string, string> });
  try {
    return { bare, ...(await measureFixtures({ url, authorization })) };
  } finally {
    await kill('SIGTERM');
  }
}

async function measureFixtures(target: Target): Promise<object> {
  const measured: Record<string, unknown> = {};
  for (const [name, fixture] of Object.entries(FIXTURES)) {
    for (const path of PATHS) await round(target, path, fixture, SHORT ? 1 : WARM_SECONDS);
    const rounds: Record<Path, Round[]> = { evaluations: [], decisions: [] };
    for (let at = 0; at < ROUNDS; at += 1)
      for (const path of PATHS) rounds[path].push(await round(target, path, fixture, SECONDS));
    const [without, durable] = [medians(rounds.evaluations), medians(rounds.decisions)];
    const cost = Math.round((1 - durable.perSecond / without.perSecond) * 100);
    const processorCost = Math.round((1 - without.microseconds / durable.microseconds) * 100);
    measured[name] = { without, durable, cost, processorCost };
    console.log(
      `${name.padEnd(6)} recorded ${durable.perSecond}/s (p50 ${durable.p50} ms, p99 ${durable.p99} ms, ${durable.microseconds} µs of processor, load generator ${durable.client} µs), ` +
        `without ${without.perSecond}/s (p99 ${without.p99} ms, ${without.microseconds} µs): ` +
        `recording costs ${cost} % of the rate, ${processorCost} % of the processor`,
    );
  }
  return measured;
}

const results: Record<string, object> = {};
console.log(
  `${ROUNDS} alternating rounds of ${SECONDS} s, ${availableParallelism()} cores for service and load together`,
);
await inFolder(async (folder) => {
  results['sqlite'] = await measure('sqlite', await sqliteRates(folder), folder, {});
});
const postgres = await startPostgres().catch((error: Error) => {
  console.log(`跳过 PostgreSQL：${error.message}`);
});
if (postgres !== undefined)
  await inFolder(async (folder) => {
    const bare = await postgresRates(postgres.address);
    results['postgres'] = await measure('postgres', bare, folder, { TONGZE_DATABASE: postgres.address });
  }).finally(() => postgres.stop());
mkdirSync('build', { recursive: true });
writeFileSync('build/bench-records.json', `${JSON.stringify(results, null, 2)}\n`);
