/** What a legal case states of an answer: the same conclusions in fewer words. */
import type { Answer, Finding, Truth } from './evaluator.ts';

type Json = Readonly<Record<string, unknown>>;

export function projection(answer: Answer & Json): Json {
  const grade = answer.grade as unknown as (Json & { final: Truth }) | undefined;
  return {
    status: answer.status,
    ...(grade === undefined ? {} : { grade: graded(grade) }),
    ...('coverage' in answer ? { coverage: coverage(answer['coverage'] as Json) } : {}),
    notes: Object.keys(answer.notes).sort(),
    findings: Object.fromEntries(Object.entries(answer.findings).map(([eId, finding]) => [eId, projected(finding)])),
  };
}

interface Coverage {
  readonly covered: Truth;
  readonly versions: Readonly<Record<'v2020' | 'v2014', { readonly inForce: Truth }>>;
  readonly laterLaw: readonly { readonly instrument: string }[];
}

function coverage(all: Json): Json {
  const { covered, versions, laterLaw } = all as unknown as Coverage;
  return {
    ...Object.fromEntries(
      ['asked', 'basis', 'reason', 'adaptation'].filter((key) => key in all).map((key) => [key, all[key]]),
    ),
    covered: covered.is,
    ...(covered.is === null ? { missing: covered.on.filter((path) => !isReading(path)) } : {}),
    v2020: versions.v2020.inForce.is,
    v2014: versions.v2014.inForce.is,
    ...(laterLaw.length > 0 ? { laterLaw: laterLaw.map(({ instrument }) => instrument) } : {}),
  };
}

function graded(grade: Json & { final: Truth }): Json {
  return {
    least: grade['least'],
    most: grade['most'],
    final: grade.final.is,
    drivers: grade['drivers'],
    ...(grade['least'] === grade['most'] ? {} : { missing: grade['missing'] }),
    ...(grade['official'] === undefined ? {} : { official: grade['official'] }),
    ...Object.fromEntries(
      ['computed', 'firstReported'].filter((key) => key in grade).map((key) => [key, span(grade[key] as Span)]),
    ),
    ...(grade['scales'] === undefined
      ? {}
      : { scales: Object.fromEntries(Object.entries(grade['scales'] as object).map(([key, of]) => [key, span(of)])) }),
  };
}

interface Span {
  readonly least: string;
  readonly most: string;
}

const span = ({ least, most }: Span): string => (least === most ? least : `${least}—${most}`);

function projected(finding: Finding): Json {
  const all = finding as Finding & Json;
  const kept = ['doubleUse', 'presumed', 'hint', 'adaptation', 'counted', 'gap', 'imported'].filter(
    (key) => key in all,
  );
  return {
    applies: finding.applies.is,
    ...(finding.applies.is === null ? { missing: finding.applies.on.filter((path) => !isReading(path)) } : {}),
    ...(finding.kept ? { kept: finding.kept.is } : {}),
    ...(finding.ground ? { ground: finding.ground.is } : {}),
    // A prohibition that does not stand is left out: cases state what must not be done.
    ...(finding.bar && finding.bar.is !== false ? { bar: finding.bar.is } : {}),
    ...(finding.inTime ? { inTime: finding.inTime.is } : {}),
    ...(all['deadlines']
      ? { deadlines: (all['deadlines'] as readonly Deadline[]).map((entry) => deadline(entry)) }
      : {}),
    ...(all['next'] ? { next: nextStep(all['next'] as NextStep) } : {}),
    ...(all.addressees ? { addressees: addressees(all.addressees as Json[]) } : {}),
    ...(all['otherReading'] ? { otherReading: addressees((all['otherReading'] as Json)['addressees'] as Json[]) } : {}),
    ...(all['each'] ? { each: (all['each'] as readonly Instance[]).map((entry) => instance(entry)) } : {}),
    ...(all['investigators'] ? { investigators: investigators(all['investigators'] as Json[]) } : {}),
    ...(finding.reachesSubject ? { reachesSubject: finding.reachesSubject.is } : {}),
    ...(all['draft'] ? { draft: drafted(all['draft'] as Draft) } : {}),
    ...(all['forms']
      ? { forms: (all['forms'] as unknown as readonly FormCheck[]).map((entry) => formCheck(entry)) }
      : {}),
    ...(all['range'] && finding.applies.is !== false ? { range: ranged(all['range'] as Range) } : {}),
    ...(all['exemptions'] ? { exemptions: exemptions(all['exemptions'] as Readonly<Record<string, Json>>) } : {}),
    ...Object.fromEntries(kept.map((key) => [key, all[key]])),
  };
}

interface Instance {
  readonly of: string;
  readonly applies: Truth;
  readonly kept?: Truth;
  readonly code?: string;
}

const APPLIES = new Map([
  [true, '成立'],
  [false, '不成立'],
  [null, '待查明'],
]);

const KEPT = new Map([
  [true, '做到'],
  [false, '没有做到'],
  [null, '是否做到待查明'],
]);

/** /supervision/reports/0 成立 没有做到 wrong_addressee */
function instance({ of, applies, kept, code }: Instance): string {
  return [of, APPLIES.get(applies.is), kept === undefined ? undefined : KEPT.get(kept.is), code]
    .filter((part) => part !== undefined)
    .join(' ');
}

interface Draft {
  readonly complete: Truth;
  readonly lacks: readonly string[];
}

const drafted = ({ complete, lacks }: Draft) => ({ complete: complete.is, lacks });

interface FormCheck {
  readonly form: string;
  readonly status: string;
  readonly admissible: Truth;
  readonly barredBy: readonly string[];
}

const ADMISSIBLE = new Map([
  [true, '可以'],
  [false, '不可以'],
  [null, '待查明'],
]);

/** 诫勉 listed_for_another_subject 不可以 */
function formCheck({ form, status, admissible, barredBy }: FormCheck): string {
  return [form, status, ADMISSIBLE.get(admissible.is), ...barredBy].join(' ');
}

interface Range {
  readonly decidedBy: string;
  readonly options?: readonly string[];
  readonly openEnded?: boolean;
}

/** 责任追究决定机关：从轻、减轻 */
function ranged({ decidedBy, options = [], openEnded = false }: Range): string {
  const choices = options.join('、') + (openEnded ? '等' : '');
  return choices === '' ? decidedBy : `${decidedBy}：${choices}`;
}

interface Deadline {
  readonly step: string;
  readonly length: string;
  readonly from?: string;
  readonly lastDay?: string;
}

/** 复审 一个月 2025-07-01 2025-08-01 */
function deadline({ step, length, from, lastDay }: Deadline): string {
  return [step, length, from, lastDay].filter((part) => part !== undefined).join(' ');
}

interface NextStep {
  readonly step: string;
  readonly by: readonly string[];
  readonly to?: readonly string[];
}

/** 送责任追究建议书：十堰市安全生产委员会，向 中共十堰市委组织部 */
function nextStep({ step, by, to }: NextStep): string {
  return `${step}：${by.join('、')}${to === undefined ? '' : `，向 ${to.join('、')}`}`;
}

const isReading = (path: string) => path.startsWith('/options/');

const BASES = new Map<unknown, string>([
  ['byReference', '（参照）'],
  ['undetermined', '（是否参照待查明）'],
]);

function addressees(entries: readonly Json[]): readonly string[] {
  return entries.map((entry) => {
    if (entry['status'] === 'named') return `${entry['role']} ${entry['organ']}${BASES.get(entry['basis']) ?? ''}`;
    if (entry['status'] === 'absent') return `${entry['role']} 无 ${entry['gap']}`;
    return `${entry['role']} 待查明 ${(entry['missing'] as string[]).join(' ')}`;
  });
}

function investigators(entries: readonly Json[]): readonly string[] {
  return entries.map(({ grade, status, organ, gap, missing }) => {
    if (status === 'named') return `${grade} ${organ}`;
    return status === 'absent' ? `${grade} 无 ${gap}` : `${grade} 待查明 ${(missing as string[]).join(' ')}`;
  });
}

function exemptions(entries: Readonly<Record<string, Json>>): Json {
  return Object.fromEntries(Object.entries(entries).map(([organ, entry]) => [organ, (entry['supported'] as Truth).is]));
}

/** One difference, by its path in the expectation. */
export interface Difference {
  readonly path: readonly (string | number)[];
  readonly expected: unknown;
  readonly found: unknown;
}

/** Every place where the answer is not what the case says; a key on one side only counts. */
export function differences(expected: unknown, found: unknown, path: readonly string[] = []): readonly Difference[] {
  if (isObject(expected) && isObject(found)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
    return [...keys].flatMap((key) => differences(expected[key], found[key], [...path, key]));
  }
  return JSON.stringify(expected) === JSON.stringify(found) ? [] : [{ path, expected, found }];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
