/**
 * `npm run bench -- programs <folder> [--short]`: this program beside another checkout of it, on recorded decisions of
 * *small*. Both run all the time and take turns, because a machine does twice as much in one minute as in another: the
 * median of the ratios counts. Threads compile as they like, so start it again before you believe a few per cent.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { credentialIn, inFolder, launch } from '../prove/records/service.ts';
import { FIXTURES, median, medians, type Round, round, type Target, WARM_SECONDS } from './rounds.ts';

const SHORT = process.argv.includes('--short');
const ROUNDS = SHORT ? 2 : 20;
const SECONDS = SHORT ? 1 : 2;

const other = process.argv[3] ?? '';
if (!existsSync(join(other, 'src/main.ts')))
  throw new Error(`不是本程序的另一份检出：${other || '（没有给出）'}。用法 npm run bench -- programs <文件夹>`);

async function running<T>(program: string, work: (target: Target) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    const authorization = `Bearer ${await credentialIn(folder)}`;
    const { url, kill } = await launch({ folder, program });
    try {
      return await work({ url, authorization });
    } finally {
      await kill('SIGTERM');
    }
  });
}

await running(other, (before) =>
  running('.', async (now) => {
    const turns: [Round, Round][] = [];
    const one = (target: Target, seconds: number) => round(target, 'decisions', FIXTURES.small, seconds);
    for (const target of [before, now]) await one(target, SHORT ? 1 : WARM_SECONDS);
    for (let at = 0; at < ROUNDS; at += 1) turns.push([await one(before, SECONDS), await one(now, SECONDS)]);
    for (const [name, at] of [
      ['other', 0],
      ['this', 1],
    ] as const) {
      const { perSecond, p50, p99, microseconds } = medians(turns.map((turn) => turn[at]));
      console.log(`${name.padEnd(6)} ${perSecond}/s, p50 ${p50} ms, p99 ${p99} ms, ${microseconds} µs of processor`);
    }
    const ratio = (of: (measured: Round) => number) =>
      median(turns.map(([first, second]) => of(second) / of(first))).toFixed(2);
    console.log(
      `this ÷ other, median of ${ROUNDS} turns of ${SECONDS} s: ${ratio(({ perSecond }) => perSecond)} of the rate, ` +
        `${ratio(({ microseconds }) => microseconds)} of the processor time`,
    );
  }),
);
