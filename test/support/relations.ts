/**
 * Metamorphic relations of the law: what must hold between two answers whatever the facts are. The tests try each on a
 * few inputs, `npm run prove -- metamorphic` on many.
 */

import canonicalize from 'canonicalize';
import fc, { type Arbitrary, type IProperty } from 'fast-check';
import { type Answer, assertWhole, type Catalogue, type Finding } from '../../src/engine/evaluator.ts';
import { readingsOf } from './consulted.ts';
import { data, wasm } from './engines.ts';
import { type Boundaries, type Facts, facts } from './random.ts';

const catalogue = data['catalogue'] as Catalogue & { readonly boundaries: Boundaries };
const questions = Object.keys(catalogue.questions);
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

export function ask(question: string, given: unknown, options: object = {}): Answer & Record<string, unknown> {
  const answer = wasm(`questions/${question}/answer`, bytes({ facts: given, options })) as Answer;
  assertWhole(catalogue, question, answer);
  return answer as Answer & Record<string, unknown>;
}

const ASPECTS = ['applies', 'kept', 'ground', 'bar'] as const;

/** The truth values of an answer, without what they rest on: `art_9__para_1 kept` → true. */
function truths(answer: Answer): ReadonlyMap<string, boolean | null> {
  return new Map(
    Object.entries(answer.findings).flatMap(([eId, finding]) =>
      ASPECTS.flatMap((aspect) => {
        const truth = finding[aspect];
        return truth === undefined ? [] : [[`${eId} ${aspect}`, truth.is] as const];
      }),
    ),
  );
}

const same = (a: unknown, b: unknown) => canonicalize(a) === canonicalize(b);
const sameTruths = (a: Answer, b: Answer) => same([...truths(a)], [...truths(b)]);

const question = fc.constantFrom(...questions);

/** A question and facts of its own groups: others it never sees. */
const asked: Arbitrary<readonly [string, Facts]> = question.chain((name) =>
  facts(catalogue.boundaries, catalogue.groups[name]).map((given) => [name, given] as const),
);

const accident = facts(catalogue.boundaries, ['accident']);

const LADDER = ['无等级', '一般', '较大', '重大', '特别重大'];

function rank(given: unknown): readonly [number, number] {
  const { grade } = ask('grade', given);
  return [LADDER.indexOf(grade?.least ?? ''), LADDER.indexOf(grade?.most ?? '')];
}

/** Every leaf of the facts as group and name. */
const leavesOf = (given: Facts) =>
  Object.entries(given).flatMap(([group, leaves]) => Object.keys(leaves).map((name) => [group, name] as const));

function without(given: Facts, group: string, name: string): Facts {
  const { [name]: _removed, ...rest } = given[group] ?? {};
  return { ...given, [group]: rest };
}

/**
 * Leaves whose absence or presence says something by itself, so that to learn one may turn a finding: counts that are
 * contained in another while they are not reported apart (note no_separate_count); an official grade, which prevails
 * over the numbers; a kind of place or equipment that contradicts the code or the event; investigators, who show an
 * investigation that the list of events lacks; the reference of a body, which like the official grade prevails over what
 * is written of it: equal names are one organ although a reference could still tell them apart, for else no name would
 * ever settle anything; the days of an act, which tell whether it is one day's or continuing; an inquiry that is named,
 * which shows that something was inquired into although no accident happened; and, where a question is about an accident
 * or an act, which is given.
 */
const MAY_TURN = [
  '/accident/acutePoisonings',
  '/accident/missing',
  '/accident/missingSince',
  '/accident/laterDeaths',
  '/accident/injuredTotal',
  '/accident/kind',
  '/accident/officialGrade',
  '/accident/placeKind',
  '/accident/divisionCode',
  '/specialEquipment/equipment',
  '/procedure/investigators',
  '/subject/organReference',
];

const mayTurn = (question: string, given: Facts, group: string, leaf: string) =>
  (given['accident']?.['occurred'] === false && `/${group}/${leaf}` === '/conduct/inquiry') ||
  group === 'zone' ||
  group === 'act' ||
  MAY_TURN.includes(`/${group}/${leaf}`) ||
  (question === 'applicability' && leaf === 'occurredOn');

const mapped = (value: unknown, change: (value: unknown) => unknown): unknown => {
  const changed = change(value);
  if (changed !== value) return changed;
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner, change)]));
};

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

const isEvaluation = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && 'evaluator' in value;

export interface Relation {
  readonly title: string;
  readonly property: IProperty<unknown>;
}

const relation = <T>(title: string, arbitrary: Arbitrary<T>, holds: (value: T) => boolean): Relation => ({
  title,
  property: fc.property(arbitrary, (value) => holds(value)) as IProperty<unknown>,
});

const FORMS = [
  '诫勉',
  '免职',
  '责令整改并在一定范围内通报',
  '改组',
  '行政拘留',
  '书面检查',
  '撤职',
  '政务记过',
  '通报',
];

const COUNTS = ['deaths', 'seriousInjuries', 'acutePoisonings', 'missing', 'directLossYuan'];

export const relations: readonly Relation[] = [
  relation(
    'more dead, injured, missing or lost never lower the grade',
    fc.tuple(accident, fc.constantFrom(...COUNTS), fc.integer({ min: 1, max: 60 })),
    ([given, leaf, more]) => {
      const before = given['accident']?.[leaf];
      if (typeof before !== 'number') return true;
      const after = { accident: { ...given['accident'], [leaf]: before + more } };
      const [[least, most], [leastAfter, mostAfter]] = [rank(given), rank(after)];
      return least <= most && leastAfter >= least && mostAfter >= most;
    },
  ),
  relation(
    'learning a fact never turns a decided finding round',
    fc.tuple(asked, fc.nat()),
    ([[name, given], pick]) => {
      const leaves = leavesOf(given).filter(([group, leaf]) => !mayTurn(name, given, group, leaf));
      const leaf = leaves[pick % Math.max(1, leaves.length)];
      if (leaf === undefined) return true;
      const after = truths(ask(name, given));
      return [...truths(ask(name, without(given, ...leaf)))]
        .filter(([key, is]) => is !== null && key.endsWith('applies'))
        .every(([key, is]) => after.get(key) === is);
    },
  ),
  relation('the order of a list changes no finding', asked, ([name, given]) => {
    const turned = mapped(given, (value) => (Array.isArray(value) && value.length > 1 ? [...value].reverse() : value));
    return sameTruths(ask(name, given), ask(name, turned));
  }),
  relation('the order of names in the facts changes nothing', asked, ([name, given]) => {
    const turned = mapped(given, (value) => value);
    const reversed = Object.fromEntries(Object.entries(turned as object).reverse());
    return same(ask(name, given), ask(name, reversed));
  }),
  relation('who evaluated, when and on which paper changes no conclusion', asked, ([name, given]) => {
    const other = mapped(given, (value) =>
      isEvaluation(value) && 'evidence' in value && 'on' in value
        ? {
            ...value,
            evaluator: { organ: '十堰市人民政府', post: '市长', reference: 'Z-9' },
            evidence: [{ number: '另一文件' }],
          }
        : value,
    );
    return sameTruths(ask(name, given), ask(name, other));
  }),
  relation(
    'facts that a question does not name change nothing',
    fc.tuple(asked, facts(catalogue.boundaries)),
    ([[name, given], others]) => {
      const groups = catalogue.groups[name] ?? [];
      const foreign = Object.fromEntries(Object.entries(others).filter(([group]) => !groups.includes(group)));
      return same(ask(name, given), ask(name, { ...foreign, ...given }));
    },
  ),
  relation('a null says what absence says', asked, ([name, given]) => {
    const dropped = mapped(given, (value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).includes(null)
        ? Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null))
        : value,
    );
    return same(ask(name, given), ask(name, dropped));
  }),
  relation(
    'the same question gets the same answer, whatever was asked between',
    fc.tuple(asked, asked),
    ([[name, given], [other, between]]) => {
      const first = ask(name, given);
      ask(other, between);
      return same(first, ask(name, given));
    },
  ),
  relation(
    'a reading that an answer does not consult changes nothing in it',
    fc.tuple(asked, fc.nat()),
    ([[name, given], pick]) => {
      const base = ask(name, given);
      const used = readingsOf(base);
      const idle = Object.keys(catalogue.readings).filter((option) => !used.has(option));
      const option = idle[pick % Math.max(1, idle.length)];
      if (option === undefined) return true;
      const other = catalogue.readings[option]?.alternatives[0] ?? '';
      return sameTruths(base, ask(name, given, { [option]: other }));
    },
  ),
  relation('an evaluation without evaluator, day or evidence is no evaluation', asked, ([name, given]) => {
    const bare = mapped(given, (value) => (isEvaluation(value) ? { value: value['value'] } : value));
    const none = mapped(given, (value) => (isEvaluation(value) ? { value: null } : value));
    return sameTruths(ask(name, bare), ask(name, none));
  }),
  relation('a day later on every date inside one version changes no grade', accident, (given) => {
    const days = Object.values(given['accident'] ?? {}).filter(isDay);
    if (days.some((value) => (value as string) < '2021-01-01')) return true;
    const later = mapped(given, (value) => (isDay(value) ? nextDay(value) : value));
    return same(rank(given), rank(later));
  }),
  relation('what is said to apply as if in force applies in force as well', asked, ([name, given]) => {
    const real = ask(name, given);
    if (real.status === 'not_applicable') return true;
    const supposed = truths(ask(name, given, { asIfInForce: true }));
    return [...truths(real)]
      .filter(([key, is]) => is === true && key.endsWith('applies'))
      .every(([key]) => supposed.get(key) !== false);
  }),
  relation(
    'committee and government are named together, or a reason stands for the one that is not',
    facts(catalogue.boundaries, catalogue.groups['addressees']),
    (given) => Object.values(ask('addressees', given).findings).every((finding) => isPaired(finding)),
  ),
  relation(
    'no form is admissible for whom article 9(2) does not list it, nor while suspicion or the bar stands unsaid',
    fc.tuple(
      facts(catalogue.boundaries, catalogue.groups['forms']),
      fc.array(fc.constantFrom(...FORMS), { maxLength: 4 }),
    ),
    ([given, forms]) => {
      const proposal = { ...given['proposal'], forms: forms.map((form) => ({ form })) };
      const answer = ask('forms', { ...given, proposal });
      const suspected = answer.findings['art_9__para_2__s3']?.applies.is === true;
      return checkedForms(answer).every(
        ({ form, admissible, barredBy }) =>
          (admissible.is !== true || (isListed(form, given['subject']?.['role']) && barredBy.length === 0)) &&
          (!suspected || barredBy.includes('art_9__para_2__s3')),
      );
    },
  ),
  relation(
    'no accident reaches the addressees of two grades at once',
    facts(catalogue.boundaries, catalogue.groups['addressees']),
    (given) => {
      const { findings } = ask('addressees', given);
      const items = [1, 2, 3].map((item) => findings[`art_11__para_1__item_${item}`]?.applies.is);
      return items.filter((is) => is === true).length <= 1;
    },
  ),
  relation(
    'one more larger accident in the register never takes a severe ground away',
    fc.tuple(facts(catalogue.boundaries, catalogue.groups['grounds']), facts(catalogue.boundaries, ['register'])),
    ([given, more]) => {
      const entries = (given['register']?.['accidents'] ?? []) as readonly unknown[];
      const extra = (more['register']?.['accidents'] ?? []) as readonly unknown[];
      const longer = { ...given, register: { ...given['register'], accidents: [...entries, ...extra] } };
      const after = truths(ask('grounds', longer));
      return [...truths(ask('grounds', given))]
        .filter(([key, is]) => is === true && key.endsWith('ground'))
        .every(([key]) => after.get(key) === true);
    },
  ),
];

interface CheckedForm {
  readonly form: string;
  readonly status: string;
  readonly admissible: { readonly is: boolean | null };
  readonly barredBy: readonly string[];
}

/** Every proposed form that the answer holds against art. 9(2). */
function checkedForms(answer: Answer): readonly CheckedForm[] {
  return Object.values(answer.findings).flatMap(
    (finding) => (finding as unknown as { forms?: readonly CheckedForm[] }).forms ?? [],
  );
}

/** What art. 9(2) lists, read from its text and not from the rules. */
const LISTED: Readonly<Record<string, readonly string[]>> = {
  机关: ['责令作出书面检查并切实整改', '责令整改并在一定范围内通报'],
  主要负责人: ['通报', '诫勉', '停职检查', '调整职务', '责令辞职', '免职', '降职', '处分'],
};

/** The kinds of 处分. */
const KINDS = /警告|记过|降级|撤职|开除|撤销党内职务|留党察看/;

function isListed(form: string, role: unknown): boolean {
  const listed = LISTED[String(role)] ?? [];
  return listed.includes(form) || (listed.includes('处分') && KINDS.test(form));
}

interface Entry {
  readonly role: string;
  readonly status: string;
  readonly gap?: string;
}

/** Both of 党委 and 政府 or neither; one that is absent says why. */
function isPaired(finding: Finding): boolean {
  const entries = (finding.addressees ?? []) as readonly Entry[];
  if (entries.length === 0) return true;
  const of = (role: string) => entries.filter((entry) => entry.role === role);
  return (
    of('党委').length === 1 &&
    of('政府').length === 1 &&
    of('监管部门').length >= 1 &&
    entries.every(({ status, gap }) => status !== 'absent' || gap !== undefined)
  );
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
