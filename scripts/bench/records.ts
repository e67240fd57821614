/**
 * `npm run bench -- records [--short]`: durable decisions a second, beside the same work without a record and beside what
 * the store inserts by itself, on SQLite and on PostgreSQL where there is one. The load generator runs on the same
 * machine, beside the service. Rounds alternate and the median counts; processor time tells where the machine is not
 * ours alone. Fails on any answer that is no success.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { startPostgres } from '../postgres.mjs';
import { credentialIn, inFolder, launch } from '../prove/records/service.ts';
import { load, requestOf } from './load.ts';

const SHORT = process.argv.includes('--short');
const ROUNDS = SHORT ? 1 : 5;
const SECONDS = SHORT ? 1 : 4;
/** Until the code is compiled: after six seconds compiling still takes a tenth of the processor time. */
const WARM_SECONDS = SHORT ? 1 : 15;
/** What a record is as a row: leaf, input and output of a small decision. */
const ROW_BYTES = 6_000;

const { facts } = JSON.parse(readFileSync('src/http/example.json', 'utf8')) as { facts: object };

interface Fixture {
  readonly question: string;
  readonly facts: (at: number) => object;
  readonly connections: number;
  /** More than are answered: a key that is sent again is no new decision. */
  readonly mostPerSecond: number;
}

/** Counts that reach every grade: about fifty different answers, each of which comes again. */
const SMALL: Fixture = {
  question: 'grade',
  facts: (at) => ({
    accident: { deaths: at % 40, seriousInjuries: (at * 7) % 120, directLossYuan: ((at * 13) % 30) * 5_000_000 },
  }),
  connections: 64,
  mostPerSecond: 10_000,
};

/** What is asked, by the size of the work. */
const FIXTURES: Readonly<Record<string, Fixture>> = {
  small: SMALL,
  // The same with less at once: how long one waits where the service has room.
  few: { ...SMALL, connections: 16 },
  // An evaluation takes milliseconds: more at once would be shed as overload on a slow machine.
  usual: { question: 'addressees', facts: () => facts, connections: 8, mostPerSecond: 1_500 },
  whole: { question: 'memo', facts: () => facts, connections: 4, mostPerSecond: 500 },
};

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Of the service's processor time for a decision. */
  readonly microseconds: number;
  /** Of the load generator's. */
  readonly client: number;
}

type Path = 'evaluations' | 'decisions';

interface Target {
  readonly url: string;
  readonly authorization: string;
}

let keys = 0;

async function round({ url, authorization }: Target, path: Path, fixture: Fixture, seconds: number): Promise<Round> {
  const { question, connections } = fixture;
  const made = (at: number) => {
    keys += 1;
    const asked = { question, facts: fixture.facts(at) };
    return path === 'evaluations'
      ? requestOf(url, `/api/v1/${path}`, { authorization }, asked)
      : requestOf(
          url,
          `/api/v1/${path}`,
          { authorization, 'idempotency-key': `bench-${keys}` },
          { ...asked, classification: '内部' },
        );
  };
  // Made in advance: to make each when it is sent would cost as much as to answer it.
  const requests = Array.from({ length: Math.ceil(fixture.mostPerSecond * seconds) }, (_, at) => made(at));
  const before = await processorOf(url, authorization);
  const { answered, ...measured } = await load({ url, connections, seconds, requests });
  const processor = (await processorOf(url, authorization)) - before;
  return { ...measured, microseconds: (processor * 1e6) / answered };
}

/** Seconds of processor time that the service has used. */
async function processorOf(url: string, authorization: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`, { headers: { authorization } })).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]);
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

const medians = (rounds: readonly Round[]): Round => ({
  perSecond: Math.round(median(rounds.map(({ perSecond }) => perSecond))),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  microseconds: Math.round(median(rounds.map(({ microseconds }) => microseconds))),
  client: Math.round(median(rounds.map(({ client }) => client))),
});

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
    for (const path of ['evaluations', 'decisions'] as const) await round(target, path, fixture, WARM_SECONDS);
    const rounds: Record<Path, Round[]> = { evaluations: [], decisions: [] };
    for (let at = 0; at < ROUNDS; at += 1)
      for (const path of ['evaluations', 'decisions'] as const)
        rounds[path].push(await round(target, path, fixture, SECONDS));
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
