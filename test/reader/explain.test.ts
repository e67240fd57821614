/** Explanations of the real bundle's answers: found by evaluating again, never by knowing the law. */
import { readFileSync } from 'node:fs';
import t from 'tap';
import { validate } from '../../src/contract/validate.ts';
import { createService } from '../../src/service.ts';
import { matchLists } from '../support/lists.ts';

const service = await createService();
t.teardown(() => service.close());

const { facts } = JSON.parse(readFileSync('src/http/example.json', 'utf8')) as {
  facts: { accident: Record<string, unknown> };
};
const shiyan = (changes: object) => ({ ...facts, accident: { ...facts.accident, ...changes } });
const evaluated = (value: boolean) => ({
  value,
  evaluator: { organ: '湖北省安全生产委员会办公室', post: '主任', reference: 'E-1' },
  on: '2021-10-08',
  evidence: [{ number: '评估意见' }],
});

t.test('an explanation fits its contract and gives every aspect of a provision', async (t) => {
  const explained = await service.explain('addressees', facts, {});

  t.same(validate('explanation.schema.json', explained), []);
  const item = explained.reasons.find(({ provision }) => provision === 'art_11__para_1__item_3');
  t.same(
    item?.aspects.map(({ aspect, is }) => [aspect, is]),
    [
      ['applies', null],
      ['kept', null],
    ],
  );
});

t.test('the facts that a finding rests on are shown with their titles and values', async (t) => {
  const { reasons } = await service.explain('addressees', facts, {}, 'art_11__para_1__item_2');

  t.equal(reasons.length, 1);
  matchLists(t, reasons[0]?.aspects[0]?.facts, [
    { fact: '/accident/deaths', title: '事故·死亡人数', value: '26' },
    { fact: '/accident/directLossYuan', title: '事故·直接经济损失（元）', value: '53954100' },
  ]);
});

t.test('the missing facts are ranked, each with what every answer to it would settle', async (t) => {
  const { deciding } = await service.explain('addressees', facts, {}, 'art_11__para_1__item_3');

  const gate = deciding.find(({ fact }) => fact === '/accident/severeSocialImpact');
  t.same(
    gate?.completions.map(({ value, settles }) => [value, settles]),
    [
      ['是', 1],
      ['否', 0],
    ],
  );
  t.ok(
    deciding.every(({ least }, i) => i === 0 || least <= (deciding[i - 1]?.least ?? 0)),
    'in order',
  );
});

t.test('with one half of the gate evaluated no, the other half decides both ways', async (t) => {
  const given = shiyan({ seriousNature: evaluated(false) });
  const { deciding } = await service.explain('addressees', given, {}, 'art_11__para_1__item_3');

  t.match(
    deciding.find(({ fact }) => fact === '/accident/severeSocialImpact'),
    { least: 1, most: 1 },
  );
});

t.test('a grade that one number carries changes at the nearest boundary of that number', async (t) => {
  const accident = {
    occurredOn: '2022-03-01',
    countedOn: '2022-06-01',
    kind: '其他',
    deaths: 9,
    seriousInjuries: 0,
    directLossYuan: 0,
  };
  const { flips } = await service.explain('grade', { accident }, {});

  const larger = flips.find(({ provision }) => provision === 'order_493__art_3__para_1__item_3');
  t.match(
    larger?.changes.find(({ fact }) => fact === '/accident/deaths'),
    { from: '9', to: '10', becomes: false },
  );
});

t.test('a grade that several numbers carry changes only when they change together', async (t) => {
  const { flips } = await service.explain('addressees', facts, {}, 'art_11__para_1__item_2');

  t.same(flips[0]?.changes, []);
  t.same(
    flips[0]?.together?.map(({ fact, to }) => [fact, to]),
    [
      ['/accident/deaths', '9'],
      ['/accident/directLossYuan', '49999999'],
    ],
  );
});

t.test('a change that is named does change the finding', async (t) => {
  const given = shiyan({ severeSocialImpact: evaluated(true), seriousNature: evaluated(false) });
  const { flips } = await service.explain('addressees', given, {}, 'art_11__para_1__item_3');

  t.match(
    flips[0]?.changes.find(({ fact }) => fact === '/accident/severeSocialImpact'),
    { to: '否', becomes: false },
  );
  const after = shiyan({ severeSocialImpact: evaluated(false), seriousNature: evaluated(false) });
  const { findings } = (await service.decide('addressees', after, { sensitivity: 'none' })) as {
    findings: Record<string, { applies: { is: unknown } }>;
  };
  t.equal(findings['art_11__para_1__item_3']?.applies.is, false);
});

t.test('every declared boundary changes the grade, and no number between two of them does', async (t) => {
  const { boundaries } = service.data['catalogue'] as { boundaries: Record<string, number[]> };
  const none = {
    occurredOn: '2022-03-01',
    countedOn: '2022-06-01',
    missingSince: '2022-03-01',
    kind: '其他',
    deaths: 0,
    seriousInjuries: 0,
    injuredTotal: 0,
    directLossYuan: 0,
  };
  const grade = async (leaf: string, value: number) => {
    const injuredTotal = /Injuries|Poisonings/.test(leaf) ? value : 0;
    const accident = { ...none, injuredTotal, [leaf]: value };
    const { grade } = (await service.evaluate('questions/grade/answer', { accident }, {})) as {
      grade: { least: string; most: string };
    };
    return `${grade.least}–${grade.most}`;
  };

  for (const leaf of ['deaths', 'missing', 'seriousInjuries', 'acutePoisonings', 'directLossYuan']) {
    const bounds = boundaries[`/accident/${leaf}`] ?? [];
    t.ok(bounds.length > 0, leaf);
    for (const [i, bound] of bounds.entries()) {
      t.not(await grade(leaf, bound - 1), await grade(leaf, bound), `${leaf} at ${bound}`);
      const next = bounds[i + 1];
      if (next !== undefined) t.equal(await grade(leaf, bound), await grade(leaf, next - 1), `${leaf} to ${next - 1}`);
    }
  }
});
