/**
 * The benchmark: our HTTP against `opa run --server` with the Rego bundle of the same build and against a bare Fastify
 * route, our engine in process against `opa bench`. Servers run one at a time on one core, the client on the other;
 * alternating rounds, median and spread. Ratios count: the machines are noisy. Exits non-zero on an error status or
 * on answers that differ. `-- peers` compares with other rule engines instead (`peers/main.ts`), `-- records` measures
 * durable decisions (`records.ts`), `-- programs <folder>` this program with another checkout of it (`programs.ts`).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import autocannon from 'autocannon';
import canonicalize from 'canonicalize';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';
import { createService } from '../../src/service.ts';
import { serviceArguments } from '../bootstrap/service.mjs';
import { findTool } from '../tools.mjs';
import { grown } from './growth.ts';
import { type Running, start } from './servers.ts';

for (const other of ['./peers/main.ts', './records.ts', './programs.ts']) {
  // The first word only: a checkout may be called as one of them.
  if (process.argv[2] !== other.split(/[/.]+/)[1]) continue;
  await import(other);
  process.exit();
}

const SHORT = process.argv.includes('--short');
const ROUNDS = SHORT ? 2 : 5;
const SECONDS = SHORT ? 1 : 4;
const CONNECTIONS = 8;
const PORT = 18_181;
const PATH = '/v1/data/questions/addressees/answer';

const opa = findTool('opa');
if (opa === null) throw new Error('缺少 opa：npm run setup (the benchmark compares with opa)');
if (process.env['BENCH_PINNED'] === undefined) {
  const again = spawnSync('taskset', ['-c', '1', process.execPath, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, BENCH_PINNED: '1' },
  });
  process.exit(again.status ?? 1);
}

const { facts } = JSON.parse(readFileSync('src/http/example.json', 'utf8')) as { facts: unknown };
const input = { facts, options: {} };
const body = JSON.stringify({ input });

mkdirSync('build', { recursive: true });
const service = await createService();
const expected = canonicalize(await service.evaluate('questions/addressees/answer', facts, {})) as string;
writeFileSync('build/bench-answer.json', `{"result":${expected}}`);

const node = process.execPath;
const ours = () =>
  start(
    [node, ...serviceArguments()],
    { PORT: String(PORT), LOG_LEVEL: 'silent', TONGZE_DATA: 'build/bench-data' },
    PORT,
    '/health',
  );
const theirs = () =>
  start(
    [opa, 'run', '--server', '--addr', `127.0.0.1:${PORT}`, '--log-level', 'error', '-b', builtInBundles.rego.path],
    { GOMAXPROCS: '1' },
    PORT,
    '/health',
  );
const bare = () =>
  start([node, 'scripts/bench/bare.ts'], { PORT: String(PORT), ANSWER: 'build/bench-answer.json' }, PORT, '/health');

interface Round {
  readonly perSecond: number;
  readonly p99: number;
}

async function round(server: () => Promise<Running>, path: string, payload: string, check: boolean): Promise<Round> {
  const running = await server();
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${running.url}${path}`, { method: 'POST', headers, body: payload });
    const { result } = (await response.json()) as { result: unknown };
    if (check && canonicalize(result) !== expected) throw new Error(`another answer from ${running.url}${path}`);
    const load = (duration: number) =>
      autocannon({
        url: `${running.url}${path}`,
        method: 'POST',
        headers,
        body: payload,
        connections: CONNECTIONS,
        duration,
      });
    await load(1);
    const measured = await load(SECONDS);
    if (measured.non2xx + measured.errors > 0) throw new Error(`${measured.non2xx + measured.errors} failed requests`);
    return { perSecond: measured.requests.average, p99: measured.latency.p99 };
  } finally {
    await running.stop();
  }
}

const native = (sensitivity: string) => JSON.stringify({ question: 'addressees', facts, options: { sensitivity } });
const contenders: Record<string, () => Promise<Round>> = {
  ours: () => round(ours, PATH, body, true),
  opa: () => round(theirs, PATH, body, true),
  bare: () => round(bare, PATH, body, true),
  decision: () => round(ours, '/v1/data/questions/addressees/decision', body, false),
  used: () => round(ours, '/api/v1/evaluations', native('used'), false),
};

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
const rounds: Record<string, Round[]> = {};
for (let i = 0; i < ROUNDS; i += 1)
  for (const [name, run] of Object.entries(contenders)) {
    const result = await run();
    rounds[name] = [...(rounds[name] ?? []), result];
    console.log(`round ${i + 1} ${name.padEnd(9)} ${result.perSecond.toFixed(0).padStart(7)}/s  p99 ${result.p99} ms`);
  }

const rate = (name: string) => median((rounds[name] ?? []).map(({ perSecond }) => perSecond));
const p99 = (name: string) => median((rounds[name] ?? []).map((r) => r.p99));

/** Decisions per second in process, with canonical bytes and the check of the output. */
async function inProcess(evaluate: () => unknown): Promise<number> {
  const milliseconds = SHORT ? 500 : 2000;
  const until = performance.now() + milliseconds;
  let done = 0;
  while (performance.now() < until) {
    await evaluate();
    done += 1;
  }
  return (done * 1000) / milliseconds;
}

const engine = median(
  await Promise.all([await inProcess(() => service.evaluate('questions/addressees/answer', facts, {}))]),
);
writeFileSync('build/bench-input.json', JSON.stringify(input));
const bench = JSON.parse(
  execFileSync(opa, [
    'bench',
    '-b',
    builtInBundles.rego.path,
    '-i',
    'build/bench-input.json',
    '-f',
    'json',
    'data.questions.addressees.answer',
  ]).toString(),
) as { ns_per_op?: number; N: number; T: number };
const opaPerSecond = 1e9 / (bench.ns_per_op ?? bench.T / bench.N);

const growth: Record<string, number> = {};
for (const times of [1, 2, 4]) {
  const evaluate = await grown(opa, times);
  const bytes = new TextEncoder().encode(JSON.stringify(input));
  growth[`x${times}`] = await inProcess(() => evaluate('questions/addressees/answer', bytes));
}

const figures = {
  httpVsOpaServer: rate('ours') / rate('opa'),
  httpVsBareRoute: rate('ours') / rate('bare'),
  engineVsOpaGo: engine / opaPerSecond,
  httpVsEngine: rate('ours') / engine,
  p99VsOpaServer: p99('ours') / p99('opa'),
  growth: Object.fromEntries(Object.entries(growth).map(([times, value]) => [times, (growth['x1'] as number) / value])),
};
writeFileSync('build/bench.json', `${JSON.stringify(figures, null, 2)}\n`);

const spread = (name: string) => {
  const values = (rounds[name] ?? []).map(({ perSecond }) => perSecond);
  return `${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`;
};
console.log(
  `\n十堰, question addressees, ${ROUNDS} rounds of ${SECONDS} s, ${CONNECTIONS} connections; server on one core, client on the other`,
);
for (const name of Object.keys(contenders))
  console.log(
    `${name.padEnd(9)} median ${rate(name).toFixed(0).padStart(7)}/s  (${spread(name)})  p99 ${p99(name)} ms`,
  );
console.log(`engine in process ${engine.toFixed(0)}/s, opa bench ${opaPerSecond.toFixed(0)}/s`);
console.log(
  `cost of …/decision ×${(rate('ours') / rate('decision')).toFixed(2)}, of sensitivity used ×${(rate('ours') / rate('used')).toFixed(2)} of …/answer`,
);
console.log(JSON.stringify(figures, null, 2));
await service.close();
