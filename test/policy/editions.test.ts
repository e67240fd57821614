/** Editions of the division table that an operator adds. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { readEditions } from '../../src/policy/editions.ts';
import { createService } from '../../src/service.ts';
import { EXISTING, edition } from '../support/editions.ts';

const TODAY = '2026-11-24';

/** A folder with the given files. */
function folder(t: Test, files: Readonly<Record<string, unknown>>): string {
  const texts = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? content : JSON.stringify(content),
  ]);
  return t.testdir(Object.fromEntries(texts));
}

const read = (path: string) => readEditions(path, EXISTING, TODAY);

t.test('an added edition answers for its day, and the decision names its digest', async (t) => {
  const path = folder(t, { 'a.json': edition() });
  const digest = createHash('sha256')
    .update(readFileSync(join(path, 'a.json')))
    .digest('hex');
  const facts = {
    accident: {
      deaths: 3,
      occurredOn: '2025-02-01',
      countedOn: '2025-04-01',
      divisionCode: '420383',
      isResponsibilityAccident: { value: true, organ: '十堰市人民政府', on: '2025-05-01', document: { number: '1号' } },
    },
  };
  const service = await createService({ territory: path });
  t.teardown(() => service.close());

  const decision = (await service.decide('addressees', facts, {})) as {
    provenance: Record<string, unknown>;
    place?: unknown;
  };

  t.strictSame(service.addedEditions, [{ edition: '2024-12-31', sha256: digest }]);
  t.strictSame(decision.provenance['territory'], [{ edition: '2024-12-31', sha256: digest }]);
  t.match(JSON.stringify(decision), '中共竹山市委员会');
});

t.test('without an added edition the same service gives the same decision as before, without the member', async (t) => {
  const plain = await createService();
  const extended = await createService({ territory: folder(t, { 'a.json': edition() }) });
  t.teardown(() => Promise.all([plain.close(), extended.close()]));
  const facts = { accident: { deaths: 3, occurredOn: '2021-06-13', divisionCode: '420303' } };

  const [before, after] = (await Promise.all(
    [plain, extended].map(async (service) => (await service.decide('grade', facts, {})) as Record<string, object>),
  )) as [Record<string, object>, Record<string, object>];

  t.notOk('territory' in (before['provenance'] as object));
  t.ok('territory' in (after['provenance'] as object));
  t.strictSame({ ...after, provenance: 0 }, { ...before, provenance: 0 });
});

t.test('a worker thread answers by the added edition too', async (t) => {
  const service = await createService({ territory: folder(t, { 'a.json': edition() }) });
  t.teardown(() => service.close());
  const other = { divisionCode: '420383', occurredOn: '2025-01-05', grade: '较大' };
  const small = { accident: { deaths: 3, occurredOn: '2025-02-01', divisionCode: '420383' } };
  const large = { ...small, register: { accidents: Array.from({ length: 300 }, () => other) } };
  const named = async (facts: unknown) =>
    JSON.stringify(await service.evaluate('questions/addressees/answer', facts, {}));

  t.match(await named(small), '竹山市');
  t.match(await named(large), '竹山市');
  t.ok(service.usage().threads > 0, 'the large one was evaluated elsewhere');
});

const REFUSED: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
  ['no JSON', { 'a.json': '{"edition": ' }, /a\.json 不能使用[\s\S]*第 1 行/],
  ['a code given twice', { 'a.json': '{"divisions": {"420000": "湖北省", "420000": "河北省"}}' }, /出现了两次/],
  ['GBK', { 'a.json': edition(), 'b.json': Buffer.from('b2e2', 'hex').toString('latin1') }, /b\.json/],
  ['a name left out', { 'a.json': { ...edition(), source: undefined } }, /source/],
  ['a name that is not known', { 'a.json': { ...edition(), rules: {} } }, /名称不认识/],
  [
    'a code of another province',
    {
      'a.json': edition((e) => {
        e.divisions['430000'] = '湖南省';
      }),
    },
    /\/divisions/,
  ],
  [
    'a row that was lost',
    {
      'a.json': edition((e) => {
        delete e.divisions['420303001'];
      }),
    },
    /乡级有 1474 个，counts 写的是 1475 个/,
  ],
  [
    'a county that was lost',
    {
      'a.json': edition((e) => {
        delete e.divisions['420303'];
      }),
    },
    /420303001 的上级 420303 不在表内/,
  ],
  [
    'no province',
    {
      'a.json': edition((e) => {
        delete e.divisions['420000'];
      }),
    },
    /缺少 420000/,
  ],
  [
    'a heading',
    {
      'a.json': edition((e) => {
        e.divisions['420101'] = '市辖区';
        e.counts['counties'] = 106;
      }),
    },
    /420101 是统计的标题/,
  ],
  [
    'levels that are not there',
    { 'a.json': { ...edition(), levels: ['prefecture', 'county'] } },
    /levels 与表内的层级不符/,
  ],
  [
    'the old code beside the new',
    {
      'a.json': edition((e) => {
        e.divisions['420323'] = '竹山市';
        e.counts['counties'] = 106;
      }),
    },
    /420323 和 420383 同属一地而名称相同/,
  ],
  ['a day of the bundle', { 'a.json': { ...edition(), edition: '2023-06-30' } }, /规则包已有截止 2023-06-30 的版本/],
  ['two of one day', { 'a.json': edition(), 'b.json': edition() }, /b\.json 不能使用[\s\S]*a\.json 也截止/],
  ['a day to come', { 'a.json': { ...edition(), edition: '2026-11-25' } }, /还没有到/],
  ['a day that does not exist', { 'a.json': { ...edition(), edition: '2024-02-30' } }, /\/edition/],
  ['nothing', { 'readme.txt': '' }, /没有 \.json 文件/],
];

for (const [what, files, message] of REFUSED)
  t.test(`a folder with ${what} is refused as a whole`, async (t) => {
    t.throws(() => read(folder(t, files)), { message });
  });

t.test('a path that is not there is named', async (t) => {
  t.throws(() => read('/nowhere/territory'), { message: /\/nowhere\/territory 不存在/ });
});

t.test('the editions of the bundle pass the same checks', async (t) => {
  for (const [day, content] of Object.entries(EXISTING)) {
    const codes = Object.keys(content.divisions);
    const counts = {
      prefectures: codes.filter((code) => /^42..00$/.test(code) && code !== '420000').length,
      counties: codes.filter((code) => code.length === 6 && !code.endsWith('00')).length,
      townships: codes.filter((code) => code.length === 9).length,
    };
    const path = folder(t, { 'a.json': { edition: day, counts, ...content } });

    t.equal(readEditions(path, {}, TODAY).length, 1, day);
  }
});
