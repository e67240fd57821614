/** Division codes of the facts against the table: a mistyped code must not become “place unknown”. */
import type { ProblemItem } from './validate.ts';

/** What the check reads of `data.territory`. */
export interface DivisionTable {
  readonly editions: Readonly<Record<string, { readonly divisions: Readonly<Record<string, string>> }>>;
  readonly provinces: { readonly names: Readonly<Record<string, string>> };
}

const HUBEI = '42';
const MAX_SUGGESTIONS = 3;

const indexes = new WeakMap<DivisionTable, ReadonlyMap<string, string>>();

/** Codes of all editions with their names; the newest edition names. */
function namesOf(table: DivisionTable): ReadonlyMap<string, string> {
  const known = indexes.get(table);
  if (known !== undefined) return known;
  const days = Object.keys(table.editions).sort();
  const names = new Map(days.flatMap((day) => Object.entries(table.editions[day]?.divisions ?? {})));
  indexes.set(table, names);
  return names;
}

/**
 * Says that no edition of the table has a code. A code of another province is right as it is: the measures do not
 * reach there, and the table holds Hubei only.
 *
 * @param pointer where the code stands in what was submitted
 * @returns `undefined` when the code is known
 */
export function checkPlace(
  code: string,
  table: DivisionTable,
  pointer = '/accident/divisionCode',
): ProblemItem | undefined {
  const names = namesOf(table);
  const province = code.slice(0, 2);
  if (names.has(code)) return undefined;
  if (province !== HUBEI && Object.hasOwn(table.provinces.names, province)) return undefined;
  const near = nearestCodes(code, names).map((other) => `${other}（${fullName(other, names)}）`);
  const county = code.slice(0, 6);
  const way =
    code.length === 9 && names.has(county)
      ? `只查到县级的，填六位 ${county}（${fullName(county, names)}）。`
      : '只查到市州、县级的，填六位代码。';
  return {
    code: 'unknown_division_code',
    message: `区划代码不在任何一版区划表内。${near.length > 0 ? `相近的有：${near.join('、')}。` : ''}`,
    pointer,
    remedy: `核对代码；${way}功能区没有自己的代码：填它所在乡镇、街道或者县的代码，并在 /zone 填写功能区的层级和机关名称。`,
  };
}

/**
 * Checks every division code of facts that conform to the schema.
 *
 * @param base the pointer of the facts in what was submitted, '' or '/facts' or '/input/facts'
 */
export function checkPlaces(facts: unknown, table: DivisionTable, base = ''): readonly ProblemItem[] {
  const { accident, subject, register, performance, accountability, dutyList, proposal } = facts as {
    accident?: { divisionCode?: string | null; unitDivisionCode?: string | null };
    subject?: { divisionCode?: string | null };
    register?: { accidents?: readonly { divisionCode?: string | null }[] | null };
    performance?: { failures?: readonly Organ[] | null };
    accountability?: { decisions?: readonly Organ[] | null };
    dutyList?: { duties?: readonly Organ[] | null };
    proposal?: { addressees?: readonly Organ[] | null };
  };
  const organs = (list: readonly Organ[] | null | undefined, pointer: string) =>
    (list ?? []).map(({ organCode }, index) => [organCode, `${base}${pointer}/${index}/organCode`] as const);
  const codes: (readonly [string | null | undefined, string])[] = [
    [accident?.divisionCode, `${base}/accident/divisionCode`],
    [accident?.unitDivisionCode, `${base}/accident/unitDivisionCode`],
    [subject?.divisionCode, `${base}/subject/divisionCode`],
    ...(register?.accidents ?? []).map(
      (other, index) => [other.divisionCode, `${base}/register/accidents/${index}/divisionCode`] as const,
    ),
    ...organs(performance?.failures, '/performance/failures'),
    ...organs(accountability?.decisions, '/accountability/decisions'),
    ...organs(dutyList?.duties, '/dutyList/duties'),
    ...organs(proposal?.addressees, '/proposal/addressees'),
  ];
  return codes
    .map(([code, pointer]) => (typeof code === 'string' ? checkPlace(code, table, pointer) : undefined))
    .filter((item) => item !== undefined)
    .slice(0, 50);
}

/** What is read of a list of organs. */
interface Organ {
  readonly organCode?: string | null;
}

/** Codes of the same level: same county first, then by how many digits differ, then by number. */
function nearestCodes(code: string, names: ReadonlyMap<string, string>): readonly string[] {
  const scored: (readonly [number, string])[] = [];
  for (const other of names.keys()) {
    if (other.length !== code.length) continue;
    const sameCounty = code.length === 9 && other.startsWith(code.slice(0, 6));
    const differing = differences(code, other);
    if (!sameCounty && differing > 2) continue;
    const far = Math.min(99, Math.abs(Number(code.slice(-3)) - Number(other.slice(-3))));
    scored.push([(sameCounty ? 0 : 10_000) + differing * 100 + far, other]);
  }
  return scored
    .sort(([a], [b]) => a - b)
    .slice(0, MAX_SUGGESTIONS)
    .map(([, other]) => other);
}

/** Digits that differ; two neighbours swapped count once. */
function differences(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    count++;
    if (a[i] === b[i + 1] && a[i + 1] === b[i]) i++;
  }
  return count;
}

/** 十堰市张湾区车城路街道 */
function fullName(code: string, names: ReadonlyMap<string, string>): string {
  const prefecture = names.get(`${code.slice(0, 4)}00`);
  const parts = [prefecture, names.get(code.slice(0, 6)), names.get(code)];
  return parts.filter((part, index) => part !== undefined && parts.indexOf(part) === index).join('');
}

/**
 * The name of a place with its code, 武汉市江夏区（420115）, after the newest edition of that day that has it, or else
 * the first after it; the code alone where none has.
 *
 * @param on YYYY-MM-DD; the newest edition names if absent
 */
export function placeName(code: string, table: DivisionTable, on?: string | null): string {
  const days = Object.keys(table.editions).sort();
  const isOver = (day: string) => day <= (on ?? day);
  for (const day of [...days.filter(isOver).reverse(), ...days.filter((later) => !isOver(later))]) {
    const names = new Map(Object.entries(table.editions[day]?.divisions ?? {}));
    if (names.has(code)) return `${fullName(code, names)}（${code}）`;
  }
  const province = table.provinces.names[code.slice(0, 2)];
  return province === undefined || code.startsWith(HUBEI) ? code : `${province}（${code}）`;
}
