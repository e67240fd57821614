/** The grades over the whole partition that the thresholds of Order 493 make: both sides of each, and nothing between. */
import t from 'tap';
import { data } from '../support/engines.ts';
import type { Boundaries } from '../support/random.ts';
import { ask } from '../support/relations.ts';

const { boundaries } = data['catalogue'] as { boundaries: Boundaries };

/** One point on each side of every threshold of a count, and none at all. */
function points(leaf: string): readonly number[] {
  const bounds = boundaries[`/accident/${leaf}`] ?? [];
  return [...new Set([0, ...bounds.flatMap((bound) => [bound - 1, bound])])];
}

const ITEMS = [1, 2, 3, 4].map((item) => `order_493__art_3__para_1__item_${item}`);

t.test('every point has exactly one grade, but for no deaths, no injuries and no loss, which has none', async (t) => {
  let asked = 0;
  for (const deaths of points('deaths'))
    for (const seriousInjuries of points('seriousInjuries'))
      for (const directLossYuan of points('directLossYuan')) {
        const accident = {
          occurredOn: '2022-03-01',
          countedOn: '2022-06-01',
          kind: '其他',
          missing: 0,
          injuredTotal: seriousInjuries,
          deaths,
          seriousInjuries,
          directLossYuan,
        };
        const { findings, grade } = ask('grade', { accident });
        const states = ITEMS.map((eId) => findings[eId]?.applies.is);
        const none = deaths + seriousInjuries + directLossYuan === 0;
        asked += 1;
        if (
          states.filter((is) => is === true).length !== (none ? 0 : 1) ||
          states.includes(null) ||
          grade?.least !== grade?.most
        )
          t.fail(`${deaths} / ${seriousInjuries} / ${directLossYuan}: ${JSON.stringify(states)} ${grade?.least}`);
      }
  t.ok(asked > 300, `${asked} points`);
});
