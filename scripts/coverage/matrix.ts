/**
 * The proof of coverage: for each unit of the measures its rule, or why it has none, and the legal cases in which it
 * applies, does not, and is open; was kept, was not, and is open. From the catalogue and the expectations of the cases,
 * which the tests compare with the engine.
 */
import { readFileSync } from 'node:fs';
import type { LegalCase } from '../../src/contract/generated/types.ts';
import { readCases } from '../../test/support/cases.ts';
import { readInstruments, sentencesOf } from '../build/catalogue.ts';

/** The columns of a row: what a case may say of a unit. */
export const STATES = ['applies', 'notApplies', 'applyOpen', 'kept', 'breached', 'keepOpen'] as const;

export type State = (typeof STATES)[number];

export interface Row {
  readonly eId: string;
  readonly citation: string;
  readonly title: string;
  readonly modality: string;
  readonly class: string;
  /** Why the unit has no rule, or the instrument that it refers to; undefined where it has one. */
  readonly without?: string;
  readonly questions: readonly string[];
  /** The ids of the cases by state, in the order of the case files. */
  readonly cases: Readonly<Record<State, readonly string[]>>;
}

interface Entry {
  readonly citation: string;
  readonly title: string;
  readonly modality: string;
  readonly class: string;
  readonly reason?: string;
  readonly refersTo?: string;
}

interface Catalogue {
  readonly order: readonly string[];
  readonly provisions: Readonly<Record<string, Entry>>;
  readonly questions: Readonly<Record<string, readonly string[]>>;
}

/** One row for each unit of the measures and of what else answers a question, in the order of the texts. */
export function rows(catalogue: Catalogue, cases: readonly LegalCase[]): readonly Row[] {
  return catalogue.order.map((eId) => {
    const { citation, title, modality, class: kind, reason, refersTo } = catalogue.provisions[eId] as Entry;
    // The memo asks everything; it tells a reader nothing here.
    const questions = Object.keys(catalogue.questions).filter(
      (name) => name !== 'memo' && catalogue.questions[name]?.includes(eId),
    );
    const without = questions.length > 0 ? undefined : (reason ?? refersTo ?? '');
    return {
      eId,
      citation,
      title,
      modality,
      class: kind,
      ...(without === undefined ? {} : { without }),
      questions,
      cases: casesOf(eId, cases),
    };
  });
}

function casesOf(eId: string, cases: readonly LegalCase[]): Row['cases'] {
  const found = Object.fromEntries(STATES.map((state) => [state, [] as string[]])) as Record<State, string[]>;
  const add = (state: State, id: string) => found[state].push(id);
  for (const { id, expect } of cases) {
    const finding = expect?.findings?.[eId];
    if (finding === undefined) continue;
    add(finding.applies === true ? 'applies' : finding.applies === false ? 'notApplies' : 'applyOpen', id);
    if (finding.applies !== true || finding.kept === undefined) continue;
    add(finding.kept === true ? 'kept' : finding.kept === false ? 'breached' : 'keepOpen', id);
  }
  return found;
}

/** Whether three more cases are owed: a duty or a prohibition that facts decide. */
export function owesKept({ modality, class: kind }: Row): boolean {
  return (modality === 'must' || modality === 'must_not') && (kind === 'M' || kind === 'X');
}

/** What is owed and not there: `art_5__para_1__item_1: no case where it is open`. */
export function gaps(
  all: readonly Row[],
  units: readonly string[],
  excused: Readonly<Record<string, string>>,
): readonly string[] {
  const missing = units.filter((eId) => !all.some((row) => row.eId === eId)).map((eId) => `${eId}: no block`);
  const owed = all.flatMap((row) => {
    if (row.without !== undefined) return row.without === '' ? [`${row.eId}: no rule and no reason`] : [];
    const states = owesKept(row) ? STATES : STATES.slice(0, 3);
    return states
      .filter((state) => row.cases[state].length === 0)
      .map((state) => `${row.eId} ${state}`)
      .filter((gap) => excused[gap] === undefined);
  });
  const idle = Object.keys(excused).filter((gap) => {
    const [eId, state] = gap.split(' ') as [string, State];
    return (all.find((row) => row.eId === eId)?.cases[state].length ?? 1) > 0;
  });
  return [...missing, ...owed, ...idle.map((gap) => `${gap}: excused without need`)];
}

/** The 67 addressable units of the measures and the sentences of the duties of articles 5 and 6. */
export function unitsOfTheMeasures(): readonly string[] {
  const [measures] = readInstruments();
  const units = (measures?.units ?? []).filter(({ kind }) => kind === 'paragraph' || kind === 'item');
  const sentences = units
    .filter(({ eId }) => /^art_[56]__para_1__item_/.test(eId))
    .flatMap((unit) => sentencesOf(unit));
  return [...units, ...sentences].map(({ eId }) => eId);
}

export function readCatalogue(): Catalogue {
  return JSON.parse(readFileSync('policies/catalogue/data.json', 'utf8')) as Catalogue;
}

export function allCases(): readonly LegalCase[] {
  return readCases().map(({ body }) => body);
}

const MODALITIES: Readonly<Record<string, string>> = {
  must: '应当',
  must_not: '禁止',
  may: '可以',
  definition: '定义',
  scope: '范围',
  time: '时间',
  renvoi: '指引',
  declarative: '宣示',
};

/** Case ids that a cell shows; the others are counted. */
const SHOWN = 2;

function cell(ids: readonly string[]): string {
  if (ids.length === 0) return '—';
  const more = ids.length > SHOWN ? ` +${ids.length - SHOWN}` : '';
  return `${ids.slice(0, SHOWN).join(' ')}${more}`;
}

/** The page for a lawyer: every unit with the cases that show what it answers. */
export function page(all: readonly Row[]): string {
  const lines = all.map((row) => {
    const about = [row.citation.replace('《湖北省安全生产党政同责实施办法》', ''), row.title].join(' ');
    const head = `| ${about} | ${MODALITIES[row.modality] ?? row.modality} | ${row.class} |`;
    if (row.without !== undefined) return `${head} 没有规则：${row.without} | | | | | | |`;
    const kept = STATES.slice(3).map((state) =>
      owesKept(row) || row.cases[state].length > 0 ? cell(row.cases[state]) : '',
    );
    return `${head} ${row.questions.join(' ')} | ${STATES.slice(0, 3)
      .map((state) => cell(row.cases[state]))
      .join(' | ')} | ${kept.join(' | ')} |`;
  });
  return `# 条款与案例对照

由 \`npm run coverage\` 从规则的注释块和 \`test/cases\` 的案例生成，请勿手改；测试证明没有过期。
一行一个条款；后六列是案例：条款成立、不成立、待查明，以及所要求的已做到、没有做到、是否做到待查明。
类别：M 可由事实判定，X 判定加评价，H 评价，R 指引，N 无操作内容，chapeau 项的总领。

| 条款 | 情态 | 类别 | 问题 | 成立 | 不成立 | 待查明 | 做到 | 没有做到 | 待查明 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}
