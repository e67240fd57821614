/** What a stream costs beside its evaluations: all cores against one thread that does nothing else, and a million cases. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { DivisionTable } from '../../src/contract/places.ts';
import { validatorOf } from '../../src/contract/validate.ts';
import type { Catalogue } from '../../src/engine/evaluator.ts';
import { compile, createRun } from '../../src/engine/instance.ts';
import { answerLines, type Engine } from '../../src/engine/lines.ts';
import { createStreams } from '../../src/engine/stream.ts';
import { readBundle } from '../../src/policy/bundle.ts';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';
import type { Proof } from './proof.ts';

export const name = 'streams';
export const title =
  '流用尽所有核心：不低于单线程从字节到字节的 85% 乘核心数，百万个小案件不超过 90 秒，一行不少、次序不变';

const SHARE = 0.85;
const MILLION_SECONDS = 90;

/** Bytes that the source gives at once, as a socket does. */
const READ = 64 * 1024;

export const run: Proof['run'] = async ({ short }) => {
  const bundle = await readBundle(builtInBundles.wasm.path, builtInBundles.wasm.sha256);
  const module = compile(bundle.wasm as Uint8Array);
  const fits = validatorOf('decision.schema.json');
  const engine: Engine = {
    run: createRun(module, bundle.data),
    catalogue: bundle.data['catalogue'] as Catalogue,
    divisions: bundle.data['territory'] as DivisionTable,
    conforms: (value) => fits(value) === true,
  };
  const cores = availableParallelism();
  const streams = createStreams({ module, data: bundle.data }, 5_000);
  const failures: string[] = [];

  /** Lines a second of a whole stream; the results are counted and their order is checked. */
  const streamed = async (count: number, line: (i: number) => string) => {
    const since = performance.now();
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
    return (count * 1000) / (performance.now() - since);
  };

  try {
    const { facts } = JSON.parse(readFileSync('src/http/example.json', 'utf8')) as { facts: unknown };
    const usual = JSON.stringify({ question: 'addressees', facts });
    const small = (i: number) =>
      `{"question":"grade","facts":{"accident":{"deaths":${i % 50},"occurredOn":"2021-06-13","countedOn":"2021-09-30"}}}`;
    // Starts the workers, which compile their validators.
    await streamed(cores * 200, () => usual);

    const rounds = short ? 1 : 5;
    const count = short ? 2_000 : 20_000;
    const one: number[] = [];
    const all: number[] = [];
    const chunk = { first: 1, bytes: Buffer.from(`${usual}\n`.repeat(100)) };
    answerLines(engine, 'answer', chunk);
    for (let round = 0; round < rounds; round += 1) {
      const since = performance.now();
      for (let done = 0; done < count / cores; done += 100) answerLines(engine, 'answer', chunk);
      one.push((count * 1000) / cores / (performance.now() - since));
      all.push(await streamed(count, () => usual));
    }
    const share = median(all) / (median(one) * cores);
    const million = short ? 20_000 : 1_000_000;
    const perSecond = await streamed(million, small);
    const seconds = million / perSecond;
    if (!short && share < SHARE) failures.push(`只有单线程乘核心数的 ${(share * 100).toFixed(0)}%`);
    if (!short && seconds > MILLION_SECONDS) failures.push(`百万个小案件用了 ${seconds.toFixed(0)} 秒`);
    return {
      figures: {
        核心数: cores,
        '单线程（十堰一案，每秒）': Math.round(median(one)),
        '流（十堰一案，每秒）': Math.round(median(all)),
        '占单线程乘核心数（%）': Math.round(share * 100),
        小案件: million,
        '小案件用时（秒）': Number(seconds.toFixed(1)),
        '小案件（每秒）': Math.round(perSecond),
      },
      failures,
    };
  } finally {
    await streams.close();
  }
};

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
