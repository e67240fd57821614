/** Writes docs/coverage.md and says what is owed and not there. */
import { writeFileSync } from 'node:fs';
import { EXCUSED } from './excused.ts';
import { allCases, gaps, page, readCatalogue, rows, unitsOfTheMeasures } from './matrix.ts';

const all = rows(readCatalogue(), allCases());
writeFileSync('docs/coverage.md', page(all));
const owed = gaps(all, unitsOfTheMeasures(), EXCUSED);
for (const gap of owed) console.error(gap);
console.log(`docs/coverage.md: ${all.length} 条；尚缺 ${owed.length} 项`);
process.exitCode = owed.length === 0 ? 0 : 1;
