/** How long the worst admissible bodies take: on the calling thread, where they hold up everybody, and in a worker. */
import { type Catalogue, type Form, inputOf } from '../../src/engine/evaluator.ts';
import { isSmall } from '../../src/engine/pool.ts';
import { canonicalBytes } from '../../src/kernel/canonical.ts';
import { createService } from '../../src/service.ts';
import { filled, listsOfFacts, most, worstWithin } from '../../test/support/worst.ts';
import type { Proof } from './proof.ts';

export const name = 'worst-case';
export const title =
  '契约所容的最坏的事实（名称的散列全部相撞）都得出完整的答复，在主线程上的不超过四分之一秒，连同试各种读法的决定不超过一秒';

/** Milliseconds: a body that holds the calling thread longer must go to a worker. */
const LIMIT_MS = 250;

/** Of a decision, which tries readings, each with an evaluation of its own. */
const LIMIT_OF_DECISIONS_MS = 1_000;

interface Timed {
  readonly ms: number;
  readonly what: string;
}

const NONE: Timed = { ms: 0, what: '' };

export const run: Proof['run'] = async ({ short }) => {
  const service = await createService();
  const catalogue = service.data['catalogue'] as Catalogue;
  const failures: string[] = [];
  const repeats = short ? 3 : 15;
  let [worst, worstDecision] = [NONE, NONE];
  let bodies = 0;
  const timed = async (work: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let i = 0; i < repeats; i += 1) {
      const since = performance.now();
      await work();
      times.push(performance.now() - since);
    }
    return times.sort((a, b) => a - b)[Math.floor(repeats / 2)] as number;
  };
  const evaluated = (facts: unknown, question: string, form: Form) =>
    timed(() => service.evaluate(`questions/${question}/${form}`, facts, {}));
  const decided = (facts: unknown, question: string, sensitivity: 'used' | 'all') =>
    timed(() => service.decide(question, facts, { sensitivity }));
  const slower = (before: Timed, ms: number, what: string): Timed => (ms > before.ms ? { ms, what } : before);
  try {
    for (const question of service.questions)
      for (const { group, name: list, maxItems } of listsOfFacts()) {
        const groups = catalogue.groups[question] ?? [];
        if (!groups.includes(group)) continue;
        const of = (items: number) => filled({ [`/${group}/${list}`]: items }, [group]);
        const small = (items: number) => isSmall(canonicalBytes(inputOf(catalogue, question, of(items), {})));
        const facts = of(most(maxItems, small));
        const at = `${question}，/${group}/${list}`;
        bodies += 1;
        for (const form of ['answer', 'decision'] as const)
          worst = slower(worst, await evaluated(facts, question, form), `${form}，${at}`);
        for (const sensitivity of ['used', 'all'] as const) {
          const text = (items: number) => JSON.stringify({ question, facts: of(items), options: { sensitivity } });
          const wanted = of(most(maxItems, (items) => isSmall(text(items), sensitivity)));
          worstDecision = slower(worstDecision, await decided(wanted, question, sensitivity), `${sensitivity}，${at}`);
        }
      }
    if (worst.ms > LIMIT_MS) failures.push(`${worst.what}：${worst.ms.toFixed(1)} 毫秒`);
    if (worstDecision.ms > LIMIT_OF_DECISIONS_MS)
      failures.push(`决定，${worstDecision.what}：${worstDecision.ms.toFixed(1)} 毫秒`);
    const large = worstWithin(250 * 1024);
    let largest = NONE;
    for (const question of service.questions)
      for (const form of ['answer', 'decision'] as const) {
        largest = slower(largest, await evaluated(large, question, form), `${question}/${form}`);
      }
    return {
      figures: {
        '主线程上的请求体（16 KiB、200 项以内）': bodies,
        '其中最慢的（毫秒，中位）': Number(worst.ms.toFixed(2)),
        最慢的是: worst.what,
        '决定（sensitivity: all 的四分之一以内），最慢的（毫秒，中位）': Number(worstDecision.ms.toFixed(2)),
        最慢的决定是: worstDecision.what,
        '250 KiB 的请求体在工作线程，最慢的（毫秒，中位）': Number(largest.ms.toFixed(1)),
        其中最慢的是: largest.what,
      },
      failures,
    };
  } finally {
    await service.close();
  }
};
