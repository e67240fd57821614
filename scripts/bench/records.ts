/**
 * Durable decisions: how many a second the service records, beside the same work without a record and beside what the
 * store inserts by itself. `npm run bench:records [-- --short]`; the load generator runs on the same machine, beside the
 * service. Writes build/bench-records.json and fails on any answer that is no success.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ask, credentialIn, inFolder, launch } from '../prove/records/service.ts';

const SHORT = process.argv.includes('--short');
const SECONDS = SHORT ? 1 : 8;

const { facts } = JSON.parse(readFileSync('src/http/example.json', 'utf8')) as { facts: object };

/** What is asked, by the size of the work. */
const FIXTURES: Readonly<
  Record<string, { readonly question: string; readonly facts: object; readonly connections: number }>
> = {
  small: {
    question: 'grade',
    facts: { accident: { deaths: 4, seriousInjuries: 11, directLossYuan: 5_000_000 } },
    connections: 64,
  },
  // An evaluation takes milliseconds: more at once would be shed as overload on a slow machine.
  usual: { question: 'addressees', facts, connections: 8 },
};

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

async function measure(
  connections: number,
  request: (at: number) => Promise<{ readonly status: number }>,
): Promise<Measured> {
  const times: number[] = [];
  let at = 0;
  const until = performance.now() + SECONDS * 1000;
  const worker = async () => {
    while (performance.now() < until) {
      const since = performance.now();
      at += 1;
      const { status } = await request(at);
      if (status !== 200 && status !== 201) throw new Error(`status ${status}`);
      times.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  times.sort((a, b) => a - b);
  const percentile = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return { perSecond: Math.round(times.length / SECONDS), p50: percentile(0.5), p99: percentile(0.99) };
}

/** Rows of 2 KB, one durable transaction each, and a hundred in each. */
function insertRates(folder: string): { readonly single: number; readonly grouped: number } {
  const database = new Database(join(folder, 'bare.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table bare (id integer primary key, bytes blob)');
  const insert = database.prepare('insert into bare (bytes) values (?)');
  const row = Buffer.alloc(2048, 1);
  const rate = (rows: number) => {
    const group = database.transaction(() => {
      for (let at = 0; at < rows; at += 1) insert.run(row);
    });
    const until = performance.now() + (SECONDS * 1000) / 2;
    let done = 0;
    while (performance.now() < until) {
      group();
      done += rows;
    }
    return Math.round(done / (SECONDS / 2));
  };
  const rates = { single: rate(1), grouped: rate(100) };
  database.close();
  return rates;
}

await inFolder(async (folder) => {
  const store = insertRates(folder);
  console.log(`store by itself: ${store.single}/s one by one, ${store.grouped}/s in groups of 100`);
  const credential = await credentialIn(folder);
  const { url, kill } = await launch({ folder });
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const results: Record<string, unknown> = { store };
  for (const [name, { connections, ...body }] of Object.entries(FIXTURES)) {
    const record = { ...body, classification: '内部' };
    const without = () => ask(url, credential, agent, 'evaluations', body);
    const recorded = (at: number) => ask(url, credential, agent, 'decisions', record, `${name}-${at}`);
    for (let at = 0; at < 200; at += 1) await without();
    const pure = await measure(connections, without);
    const durable = await measure(connections, recorded);
    const cost = Math.round((1 - durable.perSecond / pure.perSecond) * 1000) / 10;
    results[name] = { pure, durable, costPercent: cost };
    console.log(
      `${name.padEnd(6)} without a record ${pure.perSecond}/s (p99 ${pure.p99} ms), recorded ${durable.perSecond}/s ` +
        `(p50 ${durable.p50} ms, p99 ${durable.p99} ms): recording costs ${cost} %`,
    );
  }
  agent.destroy();
  await kill('SIGTERM');
  mkdirSync('build', { recursive: true });
  writeFileSync('build/bench-records.json', `${JSON.stringify(results, null, 2)}\n`);
});
