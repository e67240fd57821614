/** What a stream costs beside its evaluations: all cores against one thread that does nothing else, and a million cases. */
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { compile } from '../../src/engine/instance.ts';
import { answerLines, createEngine } from '../../src/engine/lines.ts';
import { createStreams } from '../../src/engine/stream.ts';
import { readBundle } from '../../src/policy/bundle.ts';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';
import type { Proof } from './proof.ts';

export const name = 'streams';
export const title =
  '流用尽所有核心：不低于单线程从字节到字节的 85% 乘核心数，百万个小案件不超过 90 秒，一行不少、次序不变';

/** Of the machine, what other processes may take while the clock still tells; beyond it only processor time does. */
const OTHERS = 0.05;

const SHARE = 0.85;
const MILLION_SECONDS = 90;

/** Bytes that the source gives at once, as a socket does. */
const READ = 64 * 1024;

export const run: Proof['run'] = async ({ short }) => {
  const bundle = await readBundle(builtInBundles.wasm.path, builtInBundles.wasm.sha256);
  const module = compile(bundle.wasm as Uint8Array);
  const engine = createEngine({ module, data: bundle.data });
  const cores = availableParallelism();
  const streams = createStreams({ module, data: bundle.data }, 5_000);
  const failures: string[] = [];

  /** Lines a second of a whole stream; the results are counted and their order is checked. */
  const streamed = async (count: number, line: (i: number) => string) => {
    const end = timed(count);
    let lines = 0;
    for await (const { bytes, refused } of streams.answer(source(count, line), 'answer')) {
      if (refused.length > 0) failures.push(`${refused.length} 行没有答复`);
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let at = 0; at < text.length; at = text.indexOf(0x0a, at) + 1) {
        lines += 1;
        if (!text.subarray(at, at + 40).includes(`"line":${lines},`)) failures.push(`第 ${lines} 行不在其位`);
        if (failures.length > 5) throw new Error(failures.join('；'));
      }
    }
    if (lines !== count) failures.push(`提交 ${count} 行，答复 ${lines} 行`);
    return end();
  };

  try {
    const { facts } = JSON.parse(readFileSync('src/http/example.json', 'utf8')) as { facts: unknown };
    const usual = JSON.stringify({ question: 'addressees', facts });
    const small = (i: number) =>
      `{"question":"grade","facts":{"accident":{"deaths":${i % 50},"occurredOn":"2021-06-13","countedOn":"2021-09-30"}}}`;
    // Starts the workers, which compile their validators.
    await streamed(cores * 200, () => usual);

    const rounds = short ? 2 : 5;
    const count = short ? 2_000 : 20_000;
    const one: Spent[] = [];
    const all: Spent[] = [];
    const chunk = { first: 1, bytes: Buffer.from(`${usual}\n`.repeat(100)) };
    // Both sides compile their hottest functions before they are measured.
    for (let done = 0; done < 1_000; done += 100) answerLines(engine, 'answer', chunk);
    await streamed(cores * 1_000, () => usual);
    await streamed(cores * 1_000, small);
    for (let round = 0; round < rounds; round += 1) {
      const end = timed(count / cores);
      for (let done = 0; done < count / cores; done += 100) answerLines(engine, 'answer', chunk);
      one.push(end());
      all.push(await streamed(count, () => usual));
    }
    const of = (spent: readonly Spent[], what: keyof Spent) => median(spent.map((each) => each[what]));
    const byClock = of(all, 'perSecond') / (of(one, 'perSecond') * cores);
    const byProcessor = of(one, 'microseconds') / of(all, 'microseconds');
    const million = short ? 20_000 : 1_000_000;
    const ofSmall = await streamed(million, small);
    const others = Math.max(...all.map((each) => each.others), ofSmall.others);
    const isQuiet = others <= OTHERS;
    const share = isQuiet ? byClock : byProcessor;
    const seconds = isQuiet ? million / ofSmall.perSecond : (million * ofSmall.microseconds) / 1e6 / cores;
    if (!short && share < SHARE) failures.push(`只有单线程乘核心数的 ${(share * 100).toFixed(0)}%`);
    if (!short && seconds > MILLION_SECONDS) failures.push(`百万个小案件用了 ${seconds.toFixed(0)} 秒`);
    return {
      figures: {
        核心数: cores,
        '别的进程所占（%，最多）': Math.round(others * 100),
        '判断依据（别的进程超过 5% 时，时钟不作数）': isQuiet ? '时钟' : '处理器时间',
        '单线程（十堰一案，每秒）': Math.round(of(one, 'perSecond')),
        '流（十堰一案，每秒）': Math.round(of(all, 'perSecond')),
        '占单线程乘核心数（%，按时钟）': Math.round(byClock * 100),
        '单线程（每案处理器微秒）': Math.round(of(one, 'microseconds')),
        '流（每案处理器微秒，各线程合计）': Math.round(of(all, 'microseconds')),
        '占单线程乘核心数（%，按处理器时间）': Math.round(byProcessor * 100),
        小案件: million,
        '小案件用时（秒）': Number((million / ofSmall.perSecond).toFixed(1)),
        '小案件（每秒）': Math.round(ofSmall.perSecond),
        '小案件（每案处理器微秒）': Math.round(ofSmall.microseconds),
        '小案件（每秒，所有核心都归它时）': Math.round((cores * 1e6) / ofSmall.microseconds),
      },
      failures,
    };
  } finally {
    await streams.close();
  }
};

interface Spent {
  /** Cases by the clock. */
  readonly perSecond: number;
  /** Of processor time for a case, all threads together. */
  readonly microseconds: number;
  /** Part of the machine that other processes took meanwhile, 0 to 1. */
  readonly others: number;
}

/** Starts to measure; the function that it returns ends it. */
function timed(count: number): () => Spent {
  const since = performance.now();
  const own = process.cpuUsage();
  const machine = busy();
  return () => {
    const milliseconds = performance.now() - since;
    const { user, system } = process.cpuUsage(own);
    const others = busy() - machine - (user + system) / 1000;
    return {
      perSecond: (count * 1000) / milliseconds,
      microseconds: (user + system) / count,
      others: Math.max(0, others / (milliseconds * cpus().length)),
    };
  };
}

/** Milliseconds that the machine's cores were busy since it started. */
function busy(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}

async function* source(count: number, line: (i: number) => string): AsyncGenerator<Uint8Array> {
  let text = '';
  for (let i = 0; i < count; i += 1) {
    text += `${line(i)}\n`;
    if (text.length < READ) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
