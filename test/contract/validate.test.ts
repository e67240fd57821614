import { test } from 'tap';
import { nearestName } from '../../src/contract/nearest.ts';
import { schemas } from '../../src/contract/schemas.ts';
import { MAX_ITEMS, validate } from '../../src/contract/validate.ts';
import { matchLists } from '../support/lists.ts';

const DAY = '2021-06-13';
const FACTS = 'facts.schema.json';
const accident = (changes: object) => validate(FACTS, { accident: changes });
const item = (changes: object) => {
  const items = accident(changes);
  if (items.length !== 1) throw new Error(`${items.length} items: ${JSON.stringify(items)}`);
  return items[0];
};

/** accident → [code, pointer, what the remedy says] */
const WRONG: readonly (readonly [object, string, string, RegExp])[] = [
  [{ deaths: '26' }, 'wrong_type', '/accident/deaths', /应为整数，不要加引号/],
  [{ deaths: -1 }, 'negative', '/accident/deaths', /0 至 1000000/],
  [{ deaths: 2.5 }, 'not_an_integer', '/accident/deaths', /只写整数/],
  [{ deaths: 1_000_001 }, 'out_of_range', '/accident/deaths', /1000000/],
  [{ directLossYuan: 1.5 }, 'not_an_integer', '/accident/directLossYuan', /舍去角分，不得四舍五入/],
  [{ directLossYuan: '5395万' }, 'wrong_type', '/accident/directLossYuan', /不要写单位/],
  [{ kind: '煤矿' }, 'not_allowed', '/accident/kind', /道路交通、火灾、特种设备、其他/],
  [{ occurredOn: '2021-6-13' }, 'invalid_date', '/accident/occurredOn', /YYYY-MM-DD/],
  [{ occurredOn: '2021-02-30' }, 'invalid_date', '/accident/occurredOn', /实有的日子/],
  [{ occurredOn: 20210613 }, 'wrong_type', '/accident/occurredOn', /加引号的日期/],
  [{ divisionCode: '420303003000' }, 'invalid_division_code', '/accident/divisionCode', /十二位的去掉末三位/],
  [{ divisionCode: 420303 }, 'wrong_type', '/accident/divisionCode', /加引号/],
  [{ industry: 'x'.repeat(121) }, 'too_long', '/accident/industry', /120/],
  [{ industry: '' }, 'too_short', '/accident/industry', /不要填空串/],
  [{ industry: '甲\n乙' }, 'invalid_format', '/accident/industry', /一行短文本|行业/],
  [{ industry: '甲\u202e乙' }, 'invalid_format', '/accident/industry', /行业/],
  [{ regulators: Array(51).fill({ level: '省', organ: '某厅' }) }, 'too_many_items', '/accident/regulators', /50/],
  [
    { severeSocialImpact: { value: true, evidence: [] } },
    'too_few_items',
    '/accident/severeSocialImpact/evidence',
    /至少 1 项/,
  ],
  [{ regulators: [{ level: '省' }] }, 'missing_property', '/accident/regulators/0/organ', /补上 organ/],
  [{ isResponsibilityAccident: true }, 'wrong_type', '/accident/isResponsibilityAccident', /"organ"/],
  [{ severeSocialImpact: '是' }, 'wrong_type', '/accident/severeSocialImpact', /"evaluator"/],
  [{ severeSocialImpact: { value: '是' } }, 'wrong_type', '/accident/severeSocialImpact/value', /不加引号/],
  [{ regulatorDesignated: 'true' }, 'wrong_type', '/accident/regulatorDesignated', /不加引号/],
  [{ laterDeaths: [{ on: DAY, count: null }] }, 'wrong_type', '/accident/laterDeaths/0/count', /不能填 null/],
  [{ directLoss: 3 }, 'unknown_property', '/accident/directLoss', /directLossYuan（整数元）/],
  [{ death: 3 }, 'unknown_property', '/accident/death', /改为 deaths（整数，人）/],
  [{ serious_injuries: 3 }, 'unknown_property', '/accident/serious_injuries', /改为 seriousInjuries/],
  [{ 死亡人数: 3 }, 'unknown_property', '/accident', /改为 deaths/],
  [{ 死亡: 3 }, 'unknown_property', '/accident', /改为 deaths/],
  [{ startedOn: DAY }, 'unknown_property', '/accident/startedOn', /移到 \/investigation\/startedOn/],
  [{ colour: 3 }, 'unknown_property', '/accident', /^可用的名称：occurredOn（发生日期）/],
];

for (const [changes, code, pointer, remedy] of WRONG) {
  test(`${JSON.stringify(changes).slice(0, 60)} is one item: ${code} at ${pointer}`, (t) => {
    const found = item(changes);

    t.match(found, { code, pointer, remedy });
    t.match(found?.message, /[\u4e00-\u9fff]/);
    t.notMatch(`${found?.message}${found?.remedy}`, /煤矿|5395万|420303003|xxx|20210613/);
    t.end();
  });
}

test('null is unknown and is accepted wherever a fact is', (t) => {
  t.strictSame(
    accident({
      deaths: null,
      occurredOn: null,
      kind: null,
      regulators: null,
      severeSocialImpact: null,
      isResponsibilityAccident: { value: null },
    }),
    [],
  );
  t.strictSame(validate(FACTS, {}), []);
  t.end();
});

test('every wrong place is reported once, and at most fifty', (t) => {
  const two = accident({ deaths: 'x', occurredOn: 'x' });
  const many = validate(FACTS, { accident: { laterDeaths: Array(100).fill(1) } });

  t.strictSame(two.map(({ pointer }) => pointer).sort(), ['/accident/deaths', '/accident/occurredOn']);
  t.equal(many.length, MAX_ITEMS);
  t.match(many.at(-1), { code: 'more_problems', message: /51/ });
  t.end();
});

test('a key that may be data is not repeated', (t) => {
  const found = item({ '张三 的电话 139': 1 });

  t.notMatch(JSON.stringify(found), /张三|139/);
  t.equal(found?.pointer, '/accident');
  const latin = item({ deaths: 3, zhangSan: 1 });
  t.notMatch(JSON.stringify(latin), /zhangSan/);
  t.match(latin, { pointer: '/accident', message: '第 2 个名称不认识' });
  t.end();
});

test('no value is coerced, defaulted or removed', (t) => {
  const value = { accident: { deaths: '3', extra: 1 } };
  const options = {};

  validate(FACTS, value);
  validate('options.schema.json', options);

  t.strictSame(value, { accident: { deaths: '3', extra: 1 } });
  t.strictSame(options, {});
  t.end();
});

test('a body with too many names is refused', (t) => {
  const names = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`k${i}`, 1]));

  matchLists(t, validate('evaluation-request.schema.json#/$defs/OpaRequest', names), [
    { code: 'too_many_properties', pointer: '' },
  ]);
  t.end();
});

test('the nearest name is by prefix, by letters, or none', (t) => {
  const names = ['deaths', 'directLossYuan', 'seriousInjuries', 'missing', 'missingSince'];

  t.equal(nearestName('directLoss', names), 'directLossYuan');
  t.equal(nearestName('daeths', names), 'deaths');
  t.equal(nearestName('Serious-Injuries', names), 'seriousInjuries');
  t.equal(nearestName('missin', names), 'missing');
  t.equal(nearestName('colour', names), undefined);
  t.equal(nearestName('d'.repeat(100_000), names), undefined);
  t.end();
});

test('every string, list and number of the contract of requests is bounded', (t) => {
  const unbounded: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const schema = value as Record<string, unknown>;
    const types = [schema['type'] ?? []].flat();
    const needs = { string: 'maxLength', array: 'maxItems', integer: 'maximum', number: 'maximum' } as Record<
      string,
      string
    >;
    for (const type of types) {
      const bound = needs[type as string];
      if (bound !== undefined && !(bound in schema)) unbounded.push(`${path} ${bound}`);
    }
    if (types.includes('object') && 'properties' in schema && (!schema['title'] || !schema['description']))
      unbounded.push(`${path} title`);
    for (const [key, inner] of Object.entries(schema)) visit(inner, `${path}/${key}`);
  };

  for (const name of [
    'facts',
    'options',
    'common',
    'problem',
    'configuration',
    'evaluation-request',
    'territory-edition',
  ])
    visit(schemas.get(`${name}.schema.json`), name);

  t.strictSame(unbounded, []);
  t.end();
});
