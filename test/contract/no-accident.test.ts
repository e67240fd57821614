/** A failure without an accident says so, and then tells nothing of an accident. */
import t from 'tap';
import { validate } from '../../src/contract/validate.ts';

t.test('that no accident happened may stand with the industry of the failure and nothing else', async (t) => {
  t.same(validate('facts.schema.json', { accident: { occurred: false } }), []);
  t.same(validate('facts.schema.json', { accident: { occurred: false, industry: '建筑施工' } }), []);
  t.same(validate('facts.schema.json', { accident: { occurred: true, deaths: 3 } }), []);
  t.same(validate('facts.schema.json', { accident: { deaths: 3 } }), []);

  const [found, ...others] = validate('facts.schema.json', { accident: { occurred: false, deaths: 3 } });

  t.same(others, []);
  t.match(found, { code: 'not_allowed', pointer: '/accident/deaths', remedy: /occurred（发生了事故）、industry/ });
});
