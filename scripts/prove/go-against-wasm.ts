/** OPA's Go evaluator and the WASM that the service runs give the same bytes for facts at random. */
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import type { Catalogue } from '../../src/engine/evaluator.ts';
import { data, go, wasm } from '../../test/support/engines.ts';
import { facts } from '../../test/support/random.ts';
import { findTool } from '../tools.mjs';
import type { ProofOptions, ProofResult } from './proof.ts';

export const name = 'go-against-wasm';
export const title = 'Go 和 WASM 对任意事实给出相同的字节';

const INPUTS = 100_000;
const SHORT_INPUTS = 1_000;
/** Of one start of OPA: its whole input and output are held in memory. */
const CHUNK = 250;

export async function run({ short, seed }: ProofOptions): Promise<ProofResult> {
  const opa = findTool('opa');
  if (opa === null) throw new Error('缺少 opa：npm run setup');
  const catalogue = data['catalogue'] as Catalogue;
  const questions = Object.keys(catalogue.questions);
  const readings = Object.entries(catalogue.readings);
  const asked = fc.tuple(fc.nat(), facts(catalogue.boundaries), fc.nat(), fc.boolean()).map(([q, given, r, other]) => {
    const [option, reading] = readings[r % readings.length] as (typeof readings)[number];
    return {
      entrypoint: `questions/${questions[q % questions.length]}/answer`,
      input: { facts: given, options: other ? { [option]: reading.alternatives[0] } : {} },
    };
  });
  const failures: string[] = [];
  const total = short ? SHORT_INPUTS : INPUTS;
  for (let done = 0; done < total && failures.length < 5; done += CHUNK) {
    const chunk = fc.sample(asked, { numRuns: CHUNK, seed: seed + done });
    const values = go(opa, chunk);
    chunk.forEach(({ entrypoint, input }, i) => {
      const ours = canonicalize(wasm(entrypoint, new TextEncoder().encode(JSON.stringify(input))));
      if (canonicalize(values[i]) !== ours) failures.push(`${entrypoint} ${JSON.stringify(input)}`);
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { figures: { 输入: total, 问题: questions.length }, failures };
}
