/** What is not known of a case takes nothing back, and what a list lacks is never a failure by itself. */
import fc from 'fast-check';
import t from 'tap';
import { type Answer, assertWhole, type Catalogue, type Finding } from '../../src/engine/evaluator.ts';
import { readCases } from '../support/cases.ts';
import { data, wasm } from '../support/engines.ts';

const catalogue = data['catalogue'] as Catalogue;
type Groups = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function answer(question: string, facts: unknown, options: object = {}): Answer {
  const value = wasm(`questions/${question}/answer`, Buffer.from(JSON.stringify({ facts, options }))) as Answer;
  assertWhole(catalogue, question, value);
  return value;
}

/** Facts whose absence says something by itself, and what. */
const TAKEN_AS_IT_IS: Readonly<Record<string, string>> = {
  '/supervision/dueOn': 'nothing is late: a report is owed to no day',
  '/supervision/dueSource': 'as without the due date',
  '/disclosure/dueDays': 'nothing is late: a publication is owed to no day',
  '/disclosure/dueSource': 'as without the due days',
  '/accident/kind': 'the scale of special equipment is not chosen, which a note says',
  '/accident/missing': 'contained in the deaths, which a note says',
  '/accident/laterDeaths': 'none: the deaths are those of the day on which they were counted',
  '/accident/severeSocialImpact': 'a major accident is presumed to have it, by the reading of the presumption',
  '/accident/seriousNature': 'as the severe social impact',
};

const ASPECTS = ['applies', 'kept', 'inTime', 'ground', 'bar'] as const;

const cases = readCases()
  .map(({ body }) => body)
  .filter(({ refused }) => refused === undefined);

type Body = (typeof cases)[number];

/** A case with less known of it, and what is left out. */
interface Less {
  readonly facts: object;
  readonly without: string;
}

interface Compared {
  readonly comparisons: number;
  /** What was left out of a case that is decided the other way without it, and how it is decided. */
  readonly turned: readonly { readonly without: string; readonly told: string }[];
}

function compared(withLessOf: (body: Body) => readonly Less[]): Compared {
  let comparisons = 0;
  const turned: { without: string; told: string }[] = [];
  for (const body of cases) {
    const { id, question, options } = body;
    const more = answer(question, body.facts, options);
    for (const { facts, without } of withLessOf(body))
      for (const [eId, finding] of Object.entries(answer(question, facts, options).findings))
        for (const aspect of ASPECTS) {
          const [known, all] = [finding[aspect]?.is ?? null, more.findings[eId]?.[aspect]?.is ?? null];
          comparisons += 1;
          if (known !== null && all !== null && known !== all)
            turned.push({ without, told: `${id} ${eId} ${aspect} without ${without}: ${known}, with it ${all}` });
        }
  }
  return { comparisons, turned };
}

const groupsOf = ({ facts }: Body) => Object.entries(facts as Groups);

/** A procedure and a year are asked of their own facts: no accident is presumed for them. */
const isTakenAsItIs = ({ question }: Body, pointer: string) =>
  pointer in TAKEN_AS_IT_IS && !(['procedure', 'supervision'].includes(question) && pointer.startsWith('/accident/'));

const withoutOne = (body: Body): readonly Less[] =>
  groupsOf(body).flatMap(([group, leaves]) =>
    Object.keys(leaves).map((name) => {
      const { [name]: _removed, ...rest } = leaves;
      return { facts: { ...(body.facts as Groups), [group]: rest }, without: `/${group}/${name}` };
    }),
  );

t.test('removing a fact never decides the other way', async (t) => {
  const { comparisons, turned } = compared((body) =>
    withoutOne(body).filter(({ without }) => !isTakenAsItIs(body, without)),
  );
  t.strictSame(turned, []);
  t.ok(comparisons > 5000, `${comparisons} comparisons`);
});

t.test('whatever is taken as it is decides something by its absence', async (t) => {
  const { turned } = compared((body) => withoutOne(body).filter(({ without }) => isTakenAsItIs(body, without)));
  t.strictSame([...new Set(turned.map(({ without }) => without))].sort(), Object.keys(TAKEN_AS_IT_IS).sort());
});

/** Of which it can be said that they are complete; any other list is, once it is given. */
const completenessOf = (leaves: object, name: string) => [`${name}Complete`, 'complete'].find((flag) => flag in leaves);

t.test('an entry that a list may lack never decides the other way', async (t) => {
  const { comparisons, turned } = compared((body) =>
    groupsOf(body).flatMap(([group, leaves]) =>
      Object.entries(leaves).flatMap(([name, list]) => {
        const flag = completenessOf(leaves, name);
        if (!Array.isArray(list) || flag === undefined) return [];
        return list.map((_, at) => ({
          facts: {
            ...(body.facts as Groups),
            [group]: { ...leaves, [name]: list.filter((_entry, i) => i !== at), [flag]: null },
          },
          without: `/${group}/${name}/${at}`,
        }));
      }),
    ),
  );
  t.strictSame(turned, []);
  t.ok(comparisons > 5000, `${comparisons} comparisons`);
});

const day = fc.constantFrom('2022-03-01', '2022-04-01', '2022-05-01', '2024-01-31');
const level = fc.constantFrom('省', '市（州）', '县（市、区）', '乡镇');
const subject = fc.record({
  kind: fc.constantFrom('党委', '政府', '政府工作部门', '派出机关'),
  role: fc.constantFrom('机关', '主要负责人'),
  level,
  divisionCode: fc.constantFrom('420000', '420300', '420323', '420323103', '429004'),
});

t.test('an empty list that is not complete, or a year that is not over, breaches nothing', async () => {
  const lists = ['reports', 'appraisals', 'assessments', 'inspections', 'awards'];
  const ledger = fc.record({
    subject,
    over: fc.boolean(),
    complete: fc.boolean(),
    given: fc.boolean(),
    hasSupervisionDuty: fc.boolean(),
  });
  fc.assert(
    fc.property(ledger, ({ subject: body, over, complete, given, hasSupervisionDuty }) => {
      fc.pre(!(over && complete && given));
      const supervision = {
        year: 2023,
        asOf: over ? '2024-01-31' : '2023-12-31',
        hasSupervisionDuty,
        ...Object.fromEntries(lists.flatMap((name) => [[`${name}Complete`, complete], ...(given ? [[name, []]] : [])])),
      };
      const { findings } = answer('supervision', { subject: body, supervision });
      return Object.values(findings).every(({ kept }) => kept?.is !== false);
    }),
    { numRuns: 200 },
  );
});

t.test('a valid step stays valid when further steps are added, and no step is valid at the wrong level', async () => {
  const consent = (kind: string, at: string, on: string) => ({ kind, level: at, on });
  const events = fc.array(
    fc.record({ kind: fc.constantFrom('报请同意', '党委同意', '政府同意', '开始调查'), level, on: day }),
    { maxLength: 5 },
  );
  const facts = (listed: readonly object[]) => ({
    subject: { kind: '政府', role: '机关', level: '县（市、区）', divisionCode: '420323' },
    act: { on: '2022-03-01' },
    procedure: { events: listed, eventsComplete: true },
  });
  const kept = (listed: readonly object[]) => {
    const finding = answer('procedure', facts(listed)).findings['art_14__para_1'] as Finding;
    return (finding.each ?? []).map((entry) => entry.kept?.is);
  };
  fc.assert(
    fc.property(events, (listed) => {
      const before = kept(listed);
      const after = kept([
        ...listed,
        consent('党委同意', '市（州）', '2022-03-01'),
        consent('政府同意', '市（州）', '2022-03-01'),
      ]);
      return listed.every(
        (event, i) => (before[i] !== true || after[i] === true) && (event.level === '市（州）' || before[i] === false),
      );
    }),
    { numRuns: 200 },
  );
});
