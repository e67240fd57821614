import { readFileSync } from 'node:fs';
import { test } from 'tap';
import { checkPlace, checkPlaces, type DivisionTable } from '../../src/contract/places.ts';

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
