/** How long the worst admissible bodies take: on the calling thread, where they hold up everybody, and in a worker. */
import { type Catalogue, type Form, inputOf } from '../../src/engine/evaluator.ts';
import { isSmall } from '../../src/engine/pool.ts';
import { canonicalBytes } from '../../src/kernel/canonical.ts';
import { createService } from '../../src/service.ts';
import { filled, listsOfFacts, most, worstWithin } from '../../test/support/worst.ts';
import type { Proof } from './proof.ts';

export const name = 'worst-case';
export const title = '契约所容的最坏的事实（名称的散列全部相撞）都得出完整的答复，在主线程上的不超过四分之一秒';

/** Milliseconds: a body that holds the calling thread longer must go to a worker. */
const LIMIT_MS = 250;

export const run: Proof['run'] = async ({ short }) => {
  const service = await createService();
  const catalogue = service.data['catalogue'] as Catalogue;
  const failures: string[] = [];
  const repeats = short ? 3 : 15;
  let worst = { ms: 0, what: '' };
  let bodies = 0;
  const timed = async (facts: unknown, question: string, form: Form) => {
    const times: number[] = [];
    for (let i = 0; i < repeats; i += 1) {
      const since = performance.now();
      await service.evaluate(`questions/${question}/${form}`, facts, {});
      times.push(performance.now() - since);
    }
    return times.sort((a, b) => a - b)[Math.floor(repeats / 2)] as number;
  };
  try {
    for (const question of service.questions)
      for (const { group, name: list, maxItems } of listsOfFacts()) {
        const groups = catalogue.groups[question] ?? [];
        if (!groups.includes(group)) continue;
        const of = (items: number) => filled({ [`/${group}/${list}`]: items }, [group]);
        const small = (items: number) => isSmall(canonicalBytes(inputOf(catalogue, question, of(items), {})));
        const facts = of(most(maxItems, small));
        bodies += 1;
        for (const form of ['answer', 'decision'] as const) {
          const ms = await timed(facts, question, form);
          if (ms > worst.ms) worst = { ms, what: `${question}/${form}，/${group}/${list}` };
        }
      }
    if (worst.ms > LIMIT_MS) failures.push(`${worst.what}：${worst.ms.toFixed(1)} 毫秒`);
    const large = worstWithin(250 * 1024);
    let largest = { ms: 0, what: '' };
    for (const question of service.questions)
      for (const form of ['answer', 'decision'] as const) {
        const ms = await timed(large, question, form);
        if (ms > largest.ms) largest = { ms, what: `${question}/${form}` };
      }
    return {
      figures: {
        '主线程上的请求体（16 KiB、200 项以内）': bodies,
        '其中最慢的（毫秒，中位）': Number(worst.ms.toFixed(2)),
        最慢的是: worst.what,
        '250 KiB 的请求体在工作线程，最慢的（毫秒，中位）': Number(largest.ms.toFixed(1)),
        其中最慢的是: largest.what,
      },
      failures,
    };
  } finally {
    await service.close();
  }
};
