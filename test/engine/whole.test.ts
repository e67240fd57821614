/** Whatever is known or not, every declared provision is answered, once, and nothing decided is taken back. */
import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import t from 'tap';
import { validate } from '../../src/contract/validate.ts';
import { changes, consulted } from '../../src/engine/decide.ts';
import { type Answer, assertWhole, type Catalogue } from '../../src/engine/evaluator.ts';
import { readCases } from '../support/cases.ts';
import { data, wasm } from '../support/engines.ts';

const catalogue = data['catalogue'] as Catalogue;
const questions = Object.keys(catalogue.questions);
type Groups = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function answer(question: string, facts: unknown, options: object = {}): Answer {
  const value = wasm(`questions/${question}/answer`, Buffer.from(JSON.stringify({ facts, options }))) as Answer;
  assertWhole(catalogue, question, value);
  return value;
}

/** All facts that the cases state, and each of them alone removed. */
const stated = readCases()
  .map(({ body }) => body.facts as Groups)
  .slice(0, 40);

function without(facts: Groups, group: string, name: string): Groups {
  const { [name]: _removed, ...rest } = facts[group] ?? {};
  return { ...facts, [group]: rest };
}

t.test('with no facts at all every provision is there and open', async (t) => {
  for (const question of questions) {
    for (const facts of [{}, { accident: {} }, { accident: { deaths: null } }]) {
      const { findings } = answer(question, facts);
      t.same(
        Object.values(findings)
          .map((finding) => finding.applies.is)
          .filter((is) => is !== null),
        [],
        question,
      );
    }
  }
});

t.test('with each fact alone removed every provision is still there', async (t) => {
  let asked = 0;
  for (const facts of stated)
    for (const [group, leaves] of Object.entries(facts))
      for (const name of Object.keys(leaves))
        for (const question of questions) {
          answer(question, without(facts, group, name));
          asked += 1;
        }
  t.ok(asked > 500, `${asked} answers`);
});

t.test('removing a fact never turns what was open into something decided the other way', async (t) => {
  // The counts that are contained in another count while they are not reported apart; see the note no_separate_count.
  const contained = ['acutePoisonings', 'missing', 'laterDeaths', 'injuredTotal', 'kind'];
  for (const facts of stated)
    for (const [group, leaves] of Object.entries(facts)) {
      if (group === 'zone') continue;
      for (const name of Object.keys(leaves).filter((leaf) => !contained.includes(leaf))) {
        const [less, more] = [answer('addressees', without(facts, group, name)), answer('addressees', facts)];
        // Facts that contradict each other are reported and leave open what either alone would decide.
        if ('place_kind_conflict' in more.notes) continue;
        for (const [eId, finding] of Object.entries(less.findings)) {
          if (finding.applies.is === null) continue;
          t.equal(finding.applies.is, more.findings[eId]?.applies.is, `${eId} without /${group}/${name}`);
        }
      }
    }
});

t.test('a reading that an answer does not name changes nothing in it', async (t) => {
  for (const facts of stated.slice(0, 20)) {
    const base = answer('addressees', facts);
    const named = consulted(base);
    for (const [option, { alternatives }] of Object.entries(catalogue.readings))
      for (const other of alternatives) {
        if (named.includes(option)) continue;
        const found = changes(base, answer('addressees', facts, { [option]: other }));
        // The interval of the grade is no finding; it changes only with findings that name the reading.
        t.same(found, [], `${option}=${other}`);
      }
  }
});

t.test('a question answers the same whether it gets all facts or only its groups', async (t) => {
  for (const facts of stated)
    for (const question of questions) {
      const groups = catalogue.groups[question] ?? [];
      const needed = Object.fromEntries(Object.entries(facts).filter(([group]) => groups.includes(group)));
      t.equal(canonicalize(answer(question, needed)), canonicalize(answer(question, facts)), question);
    }
});

t.test('more dead, injured or lost never lower the grade', async (t) => {
  const ladder = ['无等级', '一般', '较大', '重大', '特别重大'];
  const rank = (facts: object) => {
    const { grade } = answer('grade', { accident: facts });
    return [ladder.indexOf(grade?.least ?? ''), ladder.indexOf(grade?.most ?? '')] as const;
  };
  const counts = fc.record(
    {
      deaths: fc.nat(40),
      seriousInjuries: fc.nat(120),
      acutePoisonings: fc.nat(120),
      missing: fc.nat(20),
      injuredTotal: fc.nat(200),
      directLossYuan: fc.nat(120_000_000),
      occurredOn: fc.constant('2022-03-01'),
      countedOn: fc.constantFrom('2022-03-05', '2022-03-31', '2022-06-01'),
      missingSince: fc.constant('2022-03-01'),
    },
    { requiredKeys: [] },
  );
  const name = fc.constantFrom('deaths', 'seriousInjuries', 'acutePoisonings', 'missing', 'directLossYuan');

  fc.assert(
    fc.property(counts, name, fc.integer({ min: 1, max: 50 }), (facts, more, by) => {
      const before = facts[more as keyof typeof facts] as number | undefined;
      if (before === undefined) return;
      const [least, most] = rank(facts);
      const [leastAfter, mostAfter] = rank({ ...facts, [more]: before + by });
      return leastAfter >= least && mostAfter >= most && least <= most;
    }),
    { numRuns: 2000, seed: 20211124 },
  );
  t.pass('2000 generated accidents');
});

t.test('input that is not JSON never becomes a decision', async (t) => {
  t.throws(() => wasm('questions/grade/answer', Buffer.from('{"facts":')), /no result|fit/);
  t.throws(() => wasm('questions/none/answer', readFileSync('package.json')), /not valid/);
});

t.test('every question, in both forms, fits the schema of decisions, whatever is known', async (t) => {
  for (const question of questions)
    for (const facts of [{}, ...stated.slice(0, 6)])
      for (const form of ['answer', 'decision']) {
        const value = wasm(`questions/${question}/${form}`, Buffer.from(JSON.stringify({ facts, options: {} })));
        t.same(validate('decision.schema.json', value), [], `${question}/${form}`);
      }
});
