/** The grades over the whole partition that the thresholds of Order 493 make: both sides of each, and nothing between. */
import fc from 'fast-check';
import t from 'tap';
import type { Finding, FormCheck } from '../../src/contract/generated/types.ts';
import type { Answer } from '../../src/engine/evaluator.ts';
import { data } from '../support/engines.ts';
import { type Boundaries, facts } from '../support/random.ts';
import { ask } from '../support/relations.ts';

const { boundaries } = data['catalogue'] as { boundaries: Boundaries };

/** One point on each side of every threshold of a count, and none at all. */
function points(leaf: string): readonly number[] {
  const bounds = boundaries[`/accident/${leaf}`] ?? [];
  return [...new Set([0, ...bounds.flatMap((bound) => [bound - 1, bound])])];
}

const ITEMS = [1, 2, 3, 4].map((item) => `order_493__art_3__para_1__item_${item}`);

t.test('every point has exactly one grade, but for no deaths, no injuries and no loss, which has none', async (t) => {
  let asked = 0;
  for (const deaths of points('deaths'))
    for (const seriousInjuries of points('seriousInjuries'))
      for (const directLossYuan of points('directLossYuan')) {
        const accident = {
          occurredOn: '2022-03-01',
          countedOn: '2022-06-01',
          kind: '其他',
          missing: 0,
          injuredTotal: seriousInjuries,
          deaths,
          seriousInjuries,
          directLossYuan,
        };
        const { findings, grade } = ask('grade', { accident });
        const states = ITEMS.map((eId) => findings[eId]?.applies.is);
        const none = deaths + seriousInjuries + directLossYuan === 0;
        asked += 1;
        if (
          states.filter((is) => is === true).length !== (none ? 0 : 1) ||
          states.includes(null) ||
          grade?.least !== grade?.most
        )
          t.fail(`${deaths} / ${seriousInjuries} / ${directLossYuan}: ${JSON.stringify(states)} ${grade?.least}`);
      }
  t.ok(asked > 300, `${asked} points`);
});

/** 第九条第二款: the two lists, and what is only a kind of 处分. Written here from the text, not read from the rules. */
const LISTED: Readonly<Record<string, readonly string[]>> = {
  机关: ['责令作出书面检查并切实整改', '责令整改并在一定范围内通报'],
  主要负责人: ['通报', '诫勉', '停职检查', '调整职务', '责令辞职', '免职', '降职', '处分'],
};
const OF_DISCIPLINE = ['警告', '记过', '记大过', '降级', '撤职', '开除'];
const UNLISTED = ['改组', '书面检查', '通报批评', '引咎辞职', '行政拘留'];
const FORMS = [...Object.values(LISTED).flat(), ...OF_DISCIPLINE, ...UNLISTED];
const GROUPS = (data['catalogue'] as { groups: Readonly<Record<string, readonly string[]>> }).groups['forms'];

/** A government and an accident in its area. */
const AT_THE_PLACE = {
  accident: { occurredOn: '2022-05-10', divisionCode: '420323103' },
  subject: { kind: '政府', level: '县（市、区）', divisionCode: '420323' },
};

/** The proposed forms of an answer, each held against the list. */
const checkedForms = ({ findings }: Answer): readonly FormCheck[] =>
  (findings['art_9__para_2'] as unknown as Finding | undefined)?.forms ?? [];

t.test(
  'whatever the facts, no form is admissible for a subject to whom it is not listed, nor under suspicion or the bar without that being said',
  async (t) => {
    const seen = { admissible: 0, suspected: 0, barred: 0 };
    const given = fc.record({
      facts: facts(boundaries, GROUPS),
      forms: fc.subarray(FORMS, { minLength: 1, maxLength: 6 }),
      role: fc.constantFrom('机关', '主要负责人', '分管安全生产工作的负责人', '其他负责人', null),
      isAtThePlace: fc.boolean(),
    });
    const property = fc.property(given, ({ facts: made, forms, role, isAtThePlace }) => {
      const asked = {
        ...made,
        // At random hardly anybody is concerned by the accident.
        ...(isAtThePlace ? { accident: AT_THE_PLACE.accident, performance: {} } : {}),
        subject: { ...made['subject'], ...(isAtThePlace ? AT_THE_PLACE.subject : {}), role },
        proposal: { ...made['proposal'], forms: forms.map((form) => ({ form })) },
      };
      const answer = ask('forms', asked);
      const { findings } = answer;
      const checked = checkedForms(answer);
      const suspicion = findings['art_9__para_2__s3']?.applies.is;
      const bar = findings['art_11__para_3']?.bar?.is;
      if (checked.length !== forms.length) return false;
      return checked.every(({ form, admissible, barredBy, bar: own }) => {
        seen.admissible += admissible.is === true ? 1 : 0;
        seen.suspected += suspicion === true ? 1 : 0;
        seen.barred += bar === true ? 1 : 0;
        const listed = LISTED[role ?? '']?.includes(form) || (role === '主要负责人' && OF_DISCIPLINE.includes(form));
        if (admissible.is === true && (!listed || suspicion !== false || own.is !== false)) return false;
        if (suspicion === true && !barredBy.includes('art_9__para_2__s3')) return false;
        if (own.is === true && !barredBy.includes('art_11__para_3')) return false;
        return (bar === true) === (own.is === true);
      });
    });

    const { failed, counterexample } = fc.check(property, { numRuns: 400, seed: 20200101 });

    t.notOk(failed, JSON.stringify(counterexample));
    t.ok(seen.suspected > 0 && seen.barred > 0, JSON.stringify(seen));
  },
);

t.test('a listed form is admissible where the failure is established and nothing stands in the way', async (t) => {
  const yes = {
    value: true,
    evaluator: { organ: '十堰市安全生产委员会办公室', post: '主任', reference: 'E-1' },
    on: '2022-06-15',
    evidence: [{ number: '评价意见（假定）' }],
  };
  const organ = '竹山县人民政府';
  for (const [role, forms] of Object.entries(LISTED)) {
    const answer = ask('forms', {
      subject: { kind: '政府', role, level: '县（市、区）', organ, divisionCode: '420323' },
      act: { on: '2022-05-10' },
      accident: { occurred: false },
      performance: { failures: [{ organ, provision: 'art_6__para_1__item_3', established: yes }], complete: true },
      suspicion: { suspected: { ...yes, value: false } },
      proposal: { forms: FORMS.map((form) => ({ form })) },
    });
    const admissible = checkedForms(answer).filter((check) => check.admissible.is === true);
    const expected = role === '机关' ? forms : [...forms, ...OF_DISCIPLINE];
    t.same(admissible.map(({ form }) => form).sort(), [...expected].sort(), role);
  }
});
