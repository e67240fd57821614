/** What must hold between answers whatever the facts are, on a few inputs each; many by `npm run prove`. */
import fc from 'fast-check';
import t from 'tap';
import { validate } from '../../src/contract/validate.ts';
import { data } from '../support/engines.ts';
import { type Boundaries, facts } from '../support/random.ts';
import { relations } from '../support/relations.ts';

const RUNS = 60;
const { boundaries } = data['catalogue'] as { boundaries: Boundaries };

t.test('facts at random fit the contract', async (t) => {
  for (const given of fc.sample(facts(boundaries), 50)) t.same(validate('facts.schema.json', given), []);
});

for (const { title, property } of relations)
  t.test(title, async (t) => {
    const { failed, counterexample, errorInstance } = fc.check(property, { numRuns: RUNS });

    t.notOk(failed, failed ? `${JSON.stringify(counterexample)} ${String(errorInstance ?? '')}` : '');
  });
