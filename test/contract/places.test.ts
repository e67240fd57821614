import { readFileSync } from 'node:fs';
import { test } from 'tap';
import { checkPlace, checkPlaces, type DivisionTable, placeName } from '../../src/contract/places.ts';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const table = {
  editions: read('policies/territory/editions/data.json'),
  provinces: read('policies/territory/provinces/data.json'),
} as DivisionTable;

test('a code of any edition is known', (t) => {
  for (const edition of Object.values(table.editions))
    for (const code of Object.keys(edition.divisions)) if (checkPlace(code, table) !== undefined) t.fail(code);
  t.end();
});

test('a code of another province is known, of no province unknown', (t) => {
  t.equal(checkPlace('110101', table), undefined);
  t.equal(checkPlace('440106001', table), undefined);
  t.match(checkPlace('990101', table), { code: 'unknown_division_code' });
  t.end();
});

test('an unknown township is told its neighbours in the county, and the code of the county', (t) => {
  const item = checkPlace('420303030', table);

  t.match(item, { code: 'unknown_division_code', pointer: '/accident/divisionCode' });
  t.match(item?.message, /420303003（十堰市张湾区车城路街道）/);
  t.match(item?.remedy, /六位 420303（十堰市张湾区）.*\/zone/);
  t.notMatch(`${item?.message}${item?.remedy}`, /420303030/);
  t.end();
});

test('swapped digits lead back to the county that was meant', (t) => {
  t.match(checkPlace('420330', table)?.message, /420303（十堰市张湾区）/);
  t.end();
});

test('every code of the facts is checked, under the pointer of the request', (t) => {
  const facts = {
    accident: { divisionCode: '429999' },
    register: {
      accidents: [
        { on: '2021-01-01', divisionCode: '420303' },
        { on: '2021-01-01' },
        { on: '2021-01-01', divisionCode: '429998' },
      ],
    },
  };

  t.strictSame(
    checkPlaces(facts, table, '/facts').map(({ pointer }) => pointer),
    ['/facts/accident/divisionCode', '/facts/register/accidents/2/divisionCode'],
  );
  t.strictSame(checkPlaces({}, table), []);
  t.strictSame(checkPlaces({ accident: { divisionCode: null }, register: { accidents: null } }, table), []);
  t.end();
});

test('a place is named as it was called on the day, with its code', (t) => {
  const editions = {
    '2019-10-31': { divisions: { '421000': '荆州市', '421023': '监利县', '421024': '江陵县' } },
    '2023-06-30': { divisions: { '421000': '荆州市', '421023': '监利市' } },
  };
  const renamed = { ...table, editions } as DivisionTable;

  t.equal(placeName('421023', renamed, '2021-06-13'), '荆州市监利县（421023）');
  t.equal(placeName('421023', renamed, '2024-01-01'), '荆州市监利市（421023）');
  t.equal(placeName('421023', renamed), '荆州市监利市（421023）');
  t.equal(placeName('421023', renamed, '2019-01-01'), '荆州市监利县（421023）', 'before every edition: the oldest');
  t.equal(placeName('421024', renamed, '2024-01-01'), '荆州市江陵县（421024）', 'the newest that has it');
  t.equal(placeName('429004', table), '仙桃市（429004）');
  t.equal(placeName('440106', table), '广东省（440106）');
  t.equal(placeName('990000', table), '990000');
  t.end();
});
