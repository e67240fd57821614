/**
 * Facts that cannot stand beside each other: days that cannot lie as they are written, what follows from a thing that is
 * said not to be, and parts that are more than their whole.
 */
import { schemaAt } from './schemas.ts';
import type { ProblemItem } from './validate.ts';

/** The first cannot lie after the second; a year begins before all and ends after all of its days. `*` is an element of a list, the same in both. */
const ORDERS = [
  ['/act/from', '/act/until'],
  ['/appeal/decisionReceivedOn', '/appeal/previousReceivedOn'],
  ['/appeal/decisionReceivedOn', '/appeal/filedOn'],
  ['/appeal/previousReceivedOn', '/appeal/filedOn'],
  ['/supervision/establishedOn', '/supervision/abolishedOn'],
  ['/supervision/establishedOn', '/supervision/year'],
  ['/supervision/year', '/supervision/abolishedOn'],
  ['/supervision/year', '/supervision/dueOn'],
  ['/supervision/year', '/supervision/reviewsDueOn'],
  ['/supervision/year', '/supervision/reports/*/filedOn'],
  ['/supervision/reports/*/filedOn', '/supervision/asOf'],
  ['/supervision/inspections/*/on', '/supervision/inspections/*/closedOn'],
  ['/supervision/awards/*/consultedOn', '/supervision/asOf'],
  ['/accident/occurredOn', '/accident/countedOn'],
  ['/accident/occurredOn', '/accident/laterDeaths/*/on'],
  ['/accident/occurredOn', '/investigation/startedOn'],
  ['/accident/occurredOn', '/investigation/findingsOn'],
  ['/investigation/startedOn', '/investigation/findingsOn'],
] as const;

/**
 * The first says that what the second dates or affirms did not happen; the third, where given, says that the second is
 * of something else. Of an accident only what can come of this one alone: an impact, a mass incident or a lack of rescue
 * forces may come without one, an obstruction may be of another inquiry, a false report, a pursuit and its bar may be of
 * an earlier one (docs/accountability.md).
 */
const DENIALS: readonly (readonly [statement: string, denied: string, unless?: string])[] = [
  ['/appeal/decisionMade', '/appeal/decisionReceivedOn'],
  ['/appeal/filed', '/appeal/filedOn'],
  ['/supervision/awards/*/consulted', '/supervision/awards/*/consultedOn'],
  ['/investigation/findingsMade', '/investigation/findingsOn'],
  ['/accident/occurred', '/performance/failures/*/ledToAccident'],
  ['/accident/occurred', '/consequences/massIncidentCaused'],
  ['/accident/occurred', '/consequences/rescueFailed'],
  ['/accident/occurred', '/conduct/uncooperative', '/conduct/inquiry'],
  ['/accident/occurred', '/conduct/untruthfulReport', '/conduct/inquiry'],
  ['/accident/occurred', '/conduct/shirking', '/conduct/inquiry'],
  ['/accident/occurred', '/conduct/instigatedFraud', '/conduct/inquiry'],
  ['/accident/occurred', '/conduct/obstruction', '/conduct/inquiry'],
  ['/accident/occurred', '/personal/relatedToAccident'],
  ['/accident/occurred', '/personal/leadershipForAccident'],
  ['/accident/occurred', '/personal/lossEnlarged'],
  ['/accident/occurred', '/personal/lossReduced'],
];

/** What the first count are different parts of what the second counts. */
const PARTS = [[['/accident/seriousInjuries', '/accident/acutePoisonings'], '/accident/injuredTotal']] as const;

interface Leaf {
  readonly pointer: string;
  readonly value: unknown;
  readonly index?: number;
}

/**
 * Checks facts that conform to the schema.
 *
 * @param base the pointer of the facts in what was submitted, '' or '/facts' or '/input/facts'
 */
export function checkAgreement(facts: unknown, base = ''): readonly ProblemItem[] {
  const given = ([one, other]: readonly [string, string, string?]) => isGiven(facts, one) && isGiven(facts, other);
  return [
    ...ORDERS.filter(given).flatMap(([earlier, later]) =>
      pairs(facts, earlier, later)
        .filter(([before, after]) => isAfter(before.value, after.value))
        .map(([before, after]) => impossible(before, after, base)),
    ),
    ...DENIALS.filter(given).flatMap(([statement, denied, unless]) =>
      pairs(facts, statement, denied)
        .filter(() => unless === undefined || leavesAt(facts, unless).every(({ value }) => value == null))
        .filter(([{ value }, { value: other }]) => value === false && (typeof other === 'string' || isAffirmed(other)))
        .map(([denial, other]) => contradictory(denial, other, base)),
    ),
    ...PARTS.filter(([, whole]) => isGiven(facts, whole)).flatMap(([parts, whole]) => {
      const counted = parts.flatMap((path) => leavesAt(facts, path)).filter(isCount);
      const sum = counted.reduce((total, { value }) => total + value, 0);
      return leavesAt(facts, whole)
        .filter((leaf) => isCount(leaf) && sum > leaf.value)
        .map((leaf) => exceeded(counted, leaf, base));
    }),
  ];
}

const steps = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  const known = steps.get(path);
  if (known !== undefined) return known;
  const split = path.slice(1).split('/');
  steps.set(path, split);
  return split;
}

/** Whether anything may stand there. Asked of every request for every path, and most give few: it makes nothing. */
function isGiven(facts: unknown, path: string): boolean {
  let value = facts;
  for (const step of stepsOf(path)) {
    if (value === undefined || value === null) return false;
    if (step === '*') return (value as readonly unknown[]).length > 0;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value !== undefined && value !== null;
}

/** By itself or in an evaluation, whether or not the evaluation says by whom it is. */
const isAffirmed = (value: unknown) => value === true || (value as { value?: unknown } | null)?.value === true;

const isCount = (leaf: Leaf): leaf is Leaf & { readonly value: number } => typeof leaf.value === 'number';

function isAfter(value: unknown, other: unknown): boolean {
  const day = typeof value === 'number' ? `${value}-01-01` : value;
  const last = typeof other === 'number' ? `${other}-12-31` : other;
  return typeof day === 'string' && typeof last === 'string' && day > last;
}

function pairs(facts: unknown, one: string, other: string): readonly (readonly [Leaf, Leaf])[] {
  const others = leavesAt(facts, other);
  return leavesAt(facts, one).flatMap((leaf) =>
    others
      .filter(({ index }) => leaf.index === undefined || index === undefined || leaf.index === index)
      .map((found) => [leaf, found] as const),
  );
}

function leavesAt(facts: unknown, path: string): readonly Leaf[] {
  let found: Leaf[] = [{ pointer: '', value: facts }];
  for (const step of stepsOf(path))
    found = found.flatMap(({ pointer, value, ...of }) =>
      step === '*'
        ? ((value ?? []) as readonly unknown[]).map((element, index) => ({
            pointer: `${pointer}/${index}`,
            value: element,
            index,
          }))
        : [{ ...of, pointer: `${pointer}/${step}`, value: (value as Record<string, unknown> | null)?.[step] }],
    );
  return found;
}

const label = (pointer: string) => `“${schemaAt('facts.schema.json', pointer)?.schema.title ?? pointer}”`;

function impossible(before: Leaf, after: Leaf, base: string): ProblemItem {
  return {
    code: 'impossible_order',
    message: `${label(after.pointer)}早于${label(before.pointer)}，不可能。`,
    pointer: `${base}${after.pointer}`,
    remedy: `核对 ${base}${before.pointer} 和 ${base}${after.pointer}，改正写错的一个；不能确定的不填。`,
  };
}

function contradictory(denial: Leaf, other: Leaf, base: string): ProblemItem {
  const [denied, pointer] = [`${base}${denial.pointer}`, `${base}${other.pointer}`];
  const isDay = typeof other.value === 'string';
  return {
    code: 'contradictory',
    message: `${label(denial.pointer)}填了 false，${label(other.pointer)}又填了${isDay ? '日期' : '是'}，相互矛盾。`,
    pointer,
    remedy: `核对 ${denied} 和 ${pointer}：发生了的，前一项不填或者填 true；没有发生的，${isDay ? '删去日期' : '后一项不填或者填 false'}。`,
  };
}

function exceeded(parts: readonly Leaf[], whole: Leaf, base: string): ProblemItem {
  const sum = parts.length > 1 ? '之和' : '';
  return {
    code: 'contradictory',
    message: `${parts.map(({ pointer }) => label(pointer)).join('')}${sum}多于${label(whole.pointer)}，相互矛盾。`,
    pointer: `${base}${whole.pointer}`,
    remedy: `核对 ${parts.map(({ pointer }) => `${base}${pointer}`).join('、')} 和 ${base}${whole.pointer}，改正写错的一个；不能确定的不填。`,
  };
}
