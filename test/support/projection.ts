/** What a legal case states of an answer: the same conclusions in fewer words. */
import type { Answer, Finding, Truth } from '../../src/engine/evaluator.ts';

type Json = Readonly<Record<string, unknown>>;

export function projection(answer: Answer & Json): Json {
  const grade = answer.grade as unknown as Json & { final: Truth };
  return {
    status: answer.status,
    grade: {
      least: grade['least'],
      most: grade['most'],
      final: grade.final.is,
      drivers: grade['drivers'],
      ...(grade['least'] === grade['most'] ? {} : { missing: grade['missing'] }),
    },
    notes: Object.keys(answer.notes).sort(),
    findings: Object.fromEntries(Object.entries(answer.findings).map(([eId, finding]) => [eId, projected(finding)])),
  };
}

function projected(finding: Finding): Json {
  const all = finding as Finding & Json;
  const kept = ['doubleUse', 'presumed', 'hint', 'adaptation', 'counted'].filter((key) => key in all);
  return {
    applies: finding.applies.is,
    ...(finding.applies.is === null ? { missing: finding.applies.on.filter((path) => !isReading(path)) } : {}),
    ...(finding.kept ? { kept: finding.kept.is } : {}),
    ...(finding.ground ? { ground: finding.ground.is } : {}),
    ...(finding.bar ? { bar: finding.bar.is } : {}),
    ...(all.addressees ? { addressees: addressees(all.addressees as Json[]) } : {}),
    ...(all['otherReading'] ? { otherReading: addressees((all['otherReading'] as Json)['addressees'] as Json[]) } : {}),
    ...(all['exemptions'] ? { exemptions: exemptions(all['exemptions'] as Readonly<Record<string, Json>>) } : {}),
    ...Object.fromEntries(kept.map((key) => [key, all[key]])),
  };
}

const isReading = (path: string) => path.startsWith('/options/');

function addressees(entries: readonly Json[]): readonly string[] {
  return entries.map((entry) => {
    if (entry['status'] === 'named')
      return `${entry['role']} ${entry['organ']}${entry['basis'] === 'byReference' ? '（参照）' : ''}`;
    if (entry['status'] === 'absent') return `${entry['role']} 无 ${entry['gap']}`;
    return `${entry['role']} 待查明 ${(entry['missing'] as string[]).join(' ')}`;
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
