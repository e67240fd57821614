/** The metamorphic relations of the law on many inputs. */
import fc from 'fast-check';
import { relations } from '../../test/support/relations.ts';
import type { ProofOptions, ProofResult } from './proof.ts';

export const name = 'metamorphic';
export const title = '法律的各项蜕变关系对任意事实都成立';

const RUNS = 50_000;
const SHORT_RUNS = 500;

export async function run({ short, seed }: ProofOptions): Promise<ProofResult> {
  const numRuns = short ? SHORT_RUNS : RUNS;
  const failures: string[] = [];
  for (const { title, property } of relations) {
    const { failed, counterexample, errorInstance } = fc.check(property, { numRuns, seed });
    if (failed) failures.push(`${title}：${JSON.stringify(counterexample ?? String(errorInstance))}`);
  }
  return { figures: { 关系: relations.length, 每项输入: numRuns }, failures };
}
