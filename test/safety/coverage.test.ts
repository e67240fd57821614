/** Every unit of the law has its rule and its cases, or a reason that can be read. */
import { readFileSync } from 'node:fs';
import t from 'tap';
import { EXCUSED } from '../../scripts/coverage/excused.ts';
import { allCases, gaps, page, readCatalogue, rows, unitsOfTheMeasures } from '../../scripts/coverage/matrix.ts';

const all = rows(readCatalogue(), allCases());

t.test('the committed matrix is what blocks and cases give', async (t) => {
  t.equal(readFileSync('docs/coverage.md', 'utf8'), page(all), 'npm run coverage brings it up to date');
});

t.test('no unit lacks its block, its rule or one of its cases', async (t) => {
  t.same(gaps(all, unitsOfTheMeasures(), EXCUSED), []);
});

t.test('a unit without a case is noticed', async (t) => {
  const cases = allCases().filter(({ expect }) => expect?.findings?.['art_11__para_3']?.kept !== false);

  t.match(gaps(rows(readCatalogue(), cases), [], {}), ['art_11__para_3 breached']);
});

t.test('the measures have 67 addressable units and 42 sentences of duty', async (t) => {
  const units = unitsOfTheMeasures();
  const sentences = units.filter((eId) => /__s\d+$/.test(eId));
  const single = units.filter(
    (eId) =>
      /^art_[56]__para_1__item_\d+$/.test(eId) && !sentences.some((sentence) => sentence.startsWith(`${eId}__s`)),
  );

  t.equal(units.length - sentences.length, 67);
  t.equal(sentences.length + single.length, 42);
});
