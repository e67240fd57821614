/**
 * `npm run bench -- peers [--short]`: the same eighty rules in our engine, three-valued and with reasons, and in two
 * rule engines that answer yes or no; in process and behind the same Fastify route, all cores free to all. Answers are
 * compared before anything is measured. Ratios count; processor time tells where the machine is not ours alone.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';
import { sha256 } from '../../../src/kernel/sha256.ts';
import { readBundle } from '../../../src/policy/bundle.ts';
import { findTool } from '../../tools.mjs';
import { type Engine, type EngineName, engines, FOLDER, WASM } from './engines.ts';
import { asRego, expected, factsOf, rules } from './rules.ts';

const SHORT = process.argv.includes('--short');
const ROUNDS = SHORT ? 2 : 5;
const SECONDS = SHORT ? 1 : 4;

/** Until the compilers of all engines have done their work: a service runs for longer than that. */
const WARM_UP_SECONDS = SHORT ? 1 : 4;
const CONNECTIONS = 16;
const COMPARED = 200;

/** In flight at once in process: an engine with threads of its own shall have something for each. */
const IN_FLIGHT = 16;

const BASE: EngineName = 'tongze (workers)';
const names = Object.keys(engines) as EngineName[];
const texts = Array.from({ length: COMPARED }, (_, seed) => JSON.stringify(factsOf(seed)));

/** Brings the peers, which are no dependency of the project. */
function install(): boolean {
  mkdirSync(FOLDER, { recursive: true });
  const { platforms, ...manifest } = JSON.parse(
    readFileSync(new URL('./package.json', import.meta.url), 'utf8'),
  ) as Manifest;
  const native = platforms[`${process.platform}-${process.arch}`];
  if (native === undefined) return skip(`没有 ${process.platform}-${process.arch} 的包`);
  const zen = manifest.dependencies['@gorules/zen-engine'] as string;
  const dependencies = { ...manifest.dependencies, [native]: zen };
  writeFileSync(`${FOLDER}/package.json`, JSON.stringify({ ...manifest, dependencies }));
  const args = ['install', '--omit=optional', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'];
  try {
    execFileSync('npm', [...args, '--loglevel', 'error'], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'pipe'] });
    return true;
  } catch {
    return skip('npm 装不上');
  }
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly platforms: Readonly<Record<string, string>>;
}

function skip(why: string): false {
  console.log(`跳过与同类引擎的比较：${why} (skipped: the peers cannot be installed)`);
  return false;
}

async function compileRules(opa: string): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'tongze-peers-'));
  try {
    cpSync('policies/logic/logic.rego', join(root, 'logic.rego'));
    writeFileSync(join(root, 'peers.rego'), asRego());
    const out = join(root, 'out.tar.gz');
    execFileSync(opa, ['build', '-t', 'wasm', '-O', '0', '-o', out, '-b', '.'], { cwd: root, stdio: 'inherit' });
    const { wasm } = await readBundle(out, sha256(readFileSync(out)));
    writeFileSync(WASM, wasm as Uint8Array);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const textOf = (answer: string | Uint8Array) => (typeof answer === 'string' ? answer : Buffer.from(answer).toString());

/** @throws when an engine answers otherwise than the rules say */
async function compare(name: EngineName, { answer, holding }: Engine): Promise<number> {
  let held = 0;
  for (const text of texts) {
    const facts = JSON.parse(text);
    const wanted = expected(facts);
    const given = holding(textOf(await answer(facts)));
    if (JSON.stringify(given) !== JSON.stringify(wanted)) throw new Error(`${name} gives another answer`);
    held += wanted.length;
  }
  return held;
}

interface Rate {
  readonly perSecond: number;
  /** Of processor time for a decision, all threads of the process together. */
  readonly microseconds: number;
}

async function inProcess({ answer }: Engine, inFlight: number, seconds: number): Promise<Rate> {
  const since = performance.now();
  const until = since + seconds * 1000;
  const own = process.cpuUsage();
  let done = 0;
  const loop = async () => {
    while (performance.now() < until) {
      await answer(JSON.parse(texts[done % COMPARED] as string));
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, loop));
  const { user, system } = process.cpuUsage(own);
  return { perSecond: (done * 1000) / (performance.now() - since), microseconds: (user + system) / done };
}

async function behindHttp(name: EngineName): Promise<Rate & { readonly p99: number }> {
  const env = { ...process.env, ENGINE: name };
  const child = spawn(process.execPath, [new URL('./server.ts', import.meta.url).pathname], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const processor = async () => {
      const { user, system } = (await (await fetch(`${url}/processor`)).json()) as NodeJS.CpuUsage;
      return user + system;
    };
    const headers = { 'content-type': 'application/json' };
    const requests = texts.map((body) => ({ method: 'POST', path: '/decide', headers, body }));
    const load = (duration: number) => autocannon({ url, requests, connections: CONNECTIONS, duration });
    await load(WARM_UP_SECONDS);
    const before = await processor();
    const { requests: answered, latency, non2xx, errors } = await load(SECONDS);
    if (non2xx + errors > 0) throw new Error(`${name}: ${non2xx + errors} failed requests`);
    const microseconds = ((await processor()) - before) / (answered.average * SECONDS);
    return { perSecond: answered.average, microseconds, p99: latency.p99 };
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

type Measured = Record<'one' | 'many', Rate[]> & { http: (Rate & { readonly p99: number })[] };

async function measure(): Promise<Readonly<Record<EngineName, Measured>>> {
  const made = Object.fromEntries(names.map((name) => [name, engines[name]()])) as Record<EngineName, Engine>;
  const measured = Object.fromEntries(
    names.map((name) => [name, { one: [], many: [], http: [] }]),
  ) as unknown as Record<EngineName, Measured>;
  for (const name of names)
    console.log(`${name.padEnd(20)} ${COMPARED} cases, ${await compare(name, made[name])} conclusions as expected`);
  for (const name of names) await inProcess(made[name], IN_FLIGHT, SHORT ? 0.3 : 1);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of names) {
      measured[name].one.push(await inProcess(made[name], 1, SECONDS / 2));
      measured[name].many.push(await inProcess(made[name], IN_FLIGHT, SECONDS / 2));
      measured[name].http.push(await behindHttp(name));
    }
  for (const engine of Object.values(made)) await engine.close();
  return measured;
}

function tell(measured: Readonly<Record<EngineName, Measured>>): void {
  const of = (name: EngineName, what: keyof Measured, which: keyof Rate) =>
    median(measured[name][what].map((rate) => rate[which]));
  const ratios = Object.fromEntries(
    (['one', 'many', 'http'] as const).map((what) => [
      what,
      Object.fromEntries(
        names.map((name) => [
          name,
          {
            perSecond: of(name, what, 'perSecond') / of(BASE, what, 'perSecond'),
            perProcessorSecond: of(BASE, what, 'microseconds') / of(name, what, 'microseconds'),
          },
        ]),
      ),
    ]),
  );
  writeFileSync('build/bench-peers.json', `${JSON.stringify(ratios, null, 2)}\n`);
  console.log(
    `\n${rules.length} rules, ${ROUNDS} alternating rounds, ${availableParallelism()} cores for server and client, ${CONNECTIONS} connections`,
  );
  console.log(`decisions per second (× of ${BASE}; processor µs a decision; range of the rounds)`);
  for (const what of ['one', 'many', 'http'] as const) {
    console.log(
      { one: '\nin process, one at a time', many: `\nin process, ${IN_FLIGHT} in flight`, http: '\nbehind Fastify' }[
        what
      ],
    );
    for (const name of names) {
      const rates = measured[name][what].map(({ perSecond }) => perSecond);
      const range = `${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)}`;
      const ratio = (of(name, what, 'perSecond') / of(BASE, what, 'perSecond')).toFixed(2);
      const processor = `${of(name, what, 'microseconds').toFixed(0)} µs`;
      const p99 = what === 'http' ? `  p99 ${median(measured[name].http.map((r) => r.p99))} ms` : '';
      console.log(
        `${name.padEnd(20)} ${of(name, what, 'perSecond').toFixed(0).padStart(8)}/s  ×${ratio}  ${processor.padStart(9)}  (${range})${p99}`,
      );
    }
  }
}

const opa = findTool('opa');
if (opa === null) throw new Error('缺少 opa：npm run setup (the benchmark compiles its rules with opa)');
if (install()) {
  await compileRules(opa);
  tell(await measure());
}
