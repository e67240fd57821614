/** Every unit of the law has its rule and its cases, or a reason that can be read. */
import { readFileSync } from 'node:fs';
import t from 'tap';
import { EXCUSED } from '../../scripts/coverage/excused.ts';
import { allCases, gaps, page, readCatalogue, rows, unitsOfTheMeasures } from '../../scripts/coverage/matrix.ts';
import { readCases } from '../support/cases.ts';
import { matchLists } from '../support/lists.ts';

const all = rows(readCatalogue(), allCases());

t.test('the committed matrix is what blocks and cases give', async (t) => {
  t.equal(readFileSync('docs/coverage.md', 'utf8'), page(all), 'npm run coverage brings it up to date');
});

t.test('no unit lacks its block, its rule or one of its cases', async (t) => {
  t.same(gaps(all, unitsOfTheMeasures(), EXCUSED), []);
});

t.test('a unit without a case is noticed', async (t) => {
  const cases = allCases().filter(({ expect }) => expect?.findings?.['art_11__para_3']?.kept !== false);

  matchLists(t, gaps(rows(readCatalogue(), cases), [], {}), ['art_11__para_3 breached']);
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

/** The numbers of the starting set of legal cases; a row may have variants (LT-083a). */
const STARTING_SET = `
  001 002 004 005 006 008 009 011 012 013 015 016 018 019 021 022 024 025 026 027
  028 030 031 032 033 035 037 038 040 041 042 043 045 046 047 048 050 051 052 054
  056 057 058 059 060 062 063 064 065 067 068 069 071 072 073 075 076 077 078 080
  081 082 083 085 087 088 089 090 091 093 094 095 097 098 100 101 103 104 106 107
  108 110 111 113 114 115 116 117 119 120 122 123 124 125 127 128 129 130 131 132
  134 135 137
`;

t.test('every row of the starting set is a case', async (t) => {
  const ids = readCases().map(({ body }) => body.id);
  const missing = STARTING_SET.trim()
    .split(/\s+/)
    .filter((row) => !ids.some((id) => new RegExp(`^LT-${row}(?!\\d)`).test(id)));

  t.same(missing, []);
});
