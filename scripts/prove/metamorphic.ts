/** The metamorphic relations of the law on many inputs; each has a core for itself. */
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { relations } from '../../test/support/relations.ts';
import type { ProofOptions, ProofResult } from './proof.ts';
import type { Checked } from './support/relation.ts';

export const name = 'metamorphic';
export const title = '法律的各项蜕变关系对任意事实都成立';

const RUNS = 50_000;
const SHORT_RUNS = 500;

export async function run({ short, seed }: ProofOptions): Promise<ProofResult> {
  const numRuns = short ? SHORT_RUNS : RUNS;
  const threads = new Piscina<Checked, string | undefined>({
    filename: new URL('./support/relation.ts', import.meta.url).href,
    maxThreads: availableParallelism(),
    concurrentTasksPerWorker: 1,
  });
  const failed = await Promise.all(
    relations.map(async ({ title: relation }, at) => {
      const failure = await threads.run({ at, numRuns, seed });
      if (!short) console.log(`  ${failure === undefined ? '成立' : '不成立'}：${relation}`);
      return failure;
    }),
  );
  await threads.destroy();
  const failures = failed.filter((failure) => failure !== undefined);
  return { figures: { 关系: relations.length, 每项输入: numRuns }, failures };
}
