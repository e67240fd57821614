/**
 * The memo: a decision as an official would write it down, clause by clause with quotes, facts, gaps and what must not
 * be done now. It adds nothing to the decision and never names a sanction.
 */
import type { Addressee, Decision, Finding, Instance, Truth } from '../contract/generated/types.ts';
import type { DivisionTable } from '../contract/places.ts';
import type { Catalogue } from '../engine/evaluator.ts';
import { chineseNumber } from '../kernel/citation.ts';
import { accountabilityLines } from './accountability.ts';
import { happened, isAsked, subjectText } from './asked.ts';
import { type Block, heading, list, paragraph, quote } from './document.ts';
import { elementOf, textOf, titleOf, valueAt } from './facts.ts';
import { bearerLines, nextLines, nextSteps, periodLines } from './procedure.ts';
import { besideTheGrade, coverageText, draftLines, investigatorLines } from './scope.ts';

/** What the memo is made from: the decision with its texts, the facts that were submitted, the law's catalogue. */
export interface MemoSource {
  readonly decision: Decision;
  readonly facts: unknown;
  readonly catalogue: Catalogue;
  /** Names the places of codes. */
  readonly divisions: DivisionTable;
  /** What the codes of gaps, hints and instances say. */
  readonly texts: Readonly<Record<string, string>>;
}

const APPLIES = { true: '成立', false: '不成立', null: '待查明' } as const;
const KEPT = { true: '已做到', false: '没有做到', null: '是否做到待查明' } as const;
/** What is said of a clause of which it is not known whether it speaks. */
const KEPT_IF = { true: '如果成立，则已做到', false: '如果成立，则没有做到', null: '是否做到待查明' } as const;
const STATUS = { determined: '已可认定', indeterminate: '尚有待查明之处', not_applicable: '本办法不适用' } as const;

const word = <T extends Readonly<Record<string, string>>>(words: T, { is }: Truth): string =>
  words[String(is)] as string;

/** Whether it was kept; while it is open whether the clause speaks, only what would then be so. */
const keptText = (applies: Truth, kept: Truth): string => word(applies.is === null ? KEPT_IF : KEPT, kept);

export function memo(source: MemoSource): readonly Block[] {
  const { decision, catalogue } = source;
  return numbered([
    heading(1, `适用意见：${catalogue.titles[decision.question] ?? decision.question}`),
    ...subjectText(catalogue, decision.question, source.facts, source.divisions),
    ...introduction(decision),
    heading(2, '结论'),
    ...conclusions(source),
    heading(2, '逐条意见'),
    ...clauses(source).flatMap(([eId, finding]) => clause(source, eId, finding)),
    ...missing(source),
    ...readings(source),
    ...notes(source),
    ...provenance(decision),
  ]);
}

/** 一、二、三、 before the headings of the sections that there are. */
function numbered(blocks: readonly Block[]): readonly Block[] {
  let section = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading' || block.level !== 2) return block;
    section += 1;
    return heading(2, `${chineseNumber(section)}、${block.text}`);
  });
}

function introduction({ law, counterfactual }: Decision): readonly Block[] {
  const { publication } = law ?? {};
  return [
    ...(counterfactual === true ? [paragraph('本意见是假设评估：假设本办法适用。不得作为追究责任的依据。')] : []),
    ...(publication === undefined
      ? []
      : [
          paragraph(
            `依据《${law?.instrument}》。该办法自发布之日起施行；发布日期不早于${publication.not_before}（${publication.not_before_source}），不晚于${publication.not_after}（${publication.not_after_source}）。`,
          ),
        ]),
    paragraph('本意见只说明条款的条件是否具备、尚缺什么、由谁决定。不认定任何人应受何种处分。'),
  ];
}

function conclusions(source: MemoSource): readonly Block[] {
  const { decision, catalogue } = source;
  const { grade, summary, findings } = decision;
  const cited = (eIds: readonly string[] = []) => eIds.map((eId) => named(findings[eId], eId));
  const lines = (title: string, eIds: readonly string[] | undefined) =>
    eIds === undefined || eIds.length === 0 ? [] : [paragraph(`${title}：`), ...list(cited(eIds))];
  return [
    paragraph(`总体：${STATUS[decision.status]}。`),
    ...(happened(source.facts) ? placeText(decision) : noAccident(source)),
    ...coverageText(decision),
    ...(grade === undefined || !happened(source.facts)
      ? []
      : [paragraph(gradeText(grade, catalogue)), ...besideTheGrade(grade)]),
    ...lines('条件成立', summary?.holds),
    ...lines('成立而没有做到', summary?.breached),
    ...lines('待查明', summary?.open),
    ...barred(source),
    ...nextSteps(decision, (eId) => named(findings[eId], eId)),
  ];
}

/** 第十一条第一款第三项：发生重大事故的追责对象 */
function named(finding: Finding | undefined, eId: string): string {
  return `${finding?.citation ?? eId}${finding?.title === undefined ? '' : `：${finding.title}`}`;
}

function noAccident({ decision, catalogue }: MemoSource): readonly Block[] {
  return isAsked(catalogue, decision.question, 'accident') ? [paragraph('没有发生事故。')] : [];
}

function placeText({ place }: Decision): readonly Block[] {
  const units = [place?.prefecture, place?.county, place?.township].filter(
    (unit) => unit !== null && unit !== undefined,
  );
  const names = [...new Set(units.map(({ name }) => name))].join('');
  const outside = place?.otherProvince ?? undefined;
  if (names === '' && outside === undefined) return [];
  const edition = names === '' || !place?.edition ? '' : `（区划表版本：${place.edition}）`;
  return [paragraph(`发生地：${outside ?? `湖北省${names}`}${edition}。`)];
}

function gradeText(grade: NonNullable<Decision['grade']>, catalogue: Catalogue): string {
  const range = grade.least === grade.most ? grade.least : `至少${grade.least}，至多${grade.most}`;
  const final = grade.final.is === true ? '' : '（人数为暂计）';
  const open = grade.least === grade.most ? [] : grade.missing.map((pointer) => titleOf(catalogue, pointer));
  return `事故等级：${range}${final}。${open.length > 0 ? `尚缺：${open.join('、')}。` : ''}`;
}

/** Prohibitions that stand come first, because they bind the reader at once; those that may stand are said apart. */
function barred(source: MemoSource): readonly Block[] {
  const { decision, catalogue } = source;
  const bars = Object.entries(decision.findings).flatMap(([eId, { bar, title, citation }]) => {
    const what = catalogue.barred?.[eId] ?? title;
    const of = citation ?? eId;
    return bar === undefined
      ? []
      : [{ text: `${what === undefined ? '' : `${what}，见`}${of}。${because(source, bar)}`, is: bar.is }];
  });
  const standing = bars.filter(({ is }) => is === true).map(({ text }) => text);
  const unsettled = bars.filter(({ is }) => is === null).map(({ text }) => text);
  return [
    ...(standing.length === 0 ? [] : [paragraph('现在不得做：'), ...list(standing)]),
    ...(unsettled.length === 0 ? [] : [paragraph('是否禁止，尚待查明：'), ...list(unsettled)]),
  ];
}

/** In the order of the text. */
function clauses({ decision, catalogue }: MemoSource): readonly (readonly [string, Finding])[] {
  return Object.entries(decision.findings).sort(([a], [b]) => catalogue.order.indexOf(a) - catalogue.order.indexOf(b));
}

function clause(source: MemoSource, eId: string, finding: Finding): readonly Block[] {
  const { applies, kept, ground, range, addressees, otherReading, each, gap, hint, refersTo } = finding;
  const { decision, catalogue, facts, divisions, texts } = source;
  const name = (of: string) =>
    named(decision.findings[of], decision.findings[of] === undefined ? cited(catalogue, of) : of);
  return [
    heading(3, `${named(finding, eId)}——${word(APPLIES, applies)}`),
    ...(finding.quote === undefined ? [] : [quote(finding.quote)]),
    ...(finding.gist === undefined ? [] : [paragraph(`大意（凭记忆，未核对原文）：${finding.gist}。`)]),
    ...reasons(source, applies),
    ...(ground === undefined || ground.is === applies.is
      ? []
      : [paragraph(`情形本身：${word(APPLIES, ground)}。${because(source, ground)}`)]),
    ...(kept === undefined ? [] : [paragraph(`${keptText(applies, kept)}。${because(source, kept)}`)]),
    ...bearerLines(finding),
    ...periodLines(finding, (truth) => because(source, truth)),
    ...nextLines(finding),
    ...pairLines(source, finding),
    ...(addressees === undefined ? [] : [paragraph('所及的机关：'), ...list(addressees.map(addressee(source)))]),
    ...(otherReading === undefined
      ? []
      : [
          paragraph(
            `换一种读法（${titleOf(catalogue, otherReading.option)}：${readingOf(catalogue, otherReading.option, otherReading.value)}）：`,
          ),
          ...list(otherReading.addressees.map(addressee(source))),
        ]),
    ...draftLines(finding),
    ...accountabilityLines({ decision, facts, divisions, name }, finding),
    ...investigatorLines(catalogue, finding, (code) => textOfCode(texts, code)),
    ...(each === undefined ? [] : list(each.map(instance(source)))),
    ...(finding.doubleUse === undefined ? [] : [paragraph(`同一事故同时为${name(finding.doubleUse)}所评价。`)]),
    ...(finding.presumed === true ? [paragraph('本结论建立在推定之上。')] : []),
    ...(finding.adaptation === undefined ? [] : [paragraph(`参照执行：${finding.adaptation}。`)]),
    ...(gap === undefined ? [] : [paragraph(`条文没有规定：${textOfCode(texts, gap)}`)]),
    ...(hint === undefined ? [] : [paragraph(`核查提示：${textOfCode(texts, hint)}`)]),
    ...(refersTo === undefined ? [] : [paragraph(`另见：${refersTo}。`)]),
    ...(range === undefined ? [] : [paragraph(rangeText(range))]),
  ];
}

/** Names of tiers that do not stand alone in a sentence; the others read as they are. */
const TIERS: Readonly<Record<string, string>> = { 省: '省级' };

/** The committee and the government of every tier, which answer together. */
function pairLines(source: MemoSource, { pairs = {} }: Finding): readonly Block[] {
  return Object.entries(pairs).flatMap(([tier, pair]) => [
    paragraph(`${TIERS[tier] ?? tier}共同负责的党委和政府：`),
    ...list(pair.map(addressee(source))),
  ]);
}

/** Why it holds, why it does not, or what it waits for. */
function reasons(source: MemoSource, truth: Truth): readonly Block[] {
  const text = because(source, truth);
  return text === '' ? [] : [paragraph(text)];
}

function because({ catalogue, facts }: MemoSource, { is, on }: Truth): string {
  const paths = on.filter((path) => !path.startsWith('/options/'));
  if (paths.length === 0) return '';
  const shown = paths.slice(0, MAX_REASONS).map((path) => {
    const title = titleOf(catalogue, path);
    const value = valueAt(facts, path);
    if (is === null) return `${title}${soFar(value)}`;
    return value === undefined ? title : `${title}：${textOf(value)}`;
  });
  const rest = paths.length > MAX_REASONS ? `；其余从略，共${paths.length}项` : '';
  return `${is === null ? '尚缺' : '依据'}：${shown.join('；')}${rest}。`;
}

/** What is waited for may be stated not to be so yet: findings that are not made. */
const soFar = (value: unknown): string => (value === false ? `（现填：${textOf(value)}）` : '');

/** More reasons than these tell a reader nothing; the JSON has all. */
const MAX_REASONS = 12;

const BASES = { direct: '', byReference: '（参照）', undetermined: '（是否参照待查明）' } as const;

function addressee({ catalogue, texts }: MemoSource): (entry: Addressee) => string {
  return ({ role, tier, status, organ, basis, persons, missing = [], gap }) => {
    switch (status) {
      case 'named':
        return `${role}：${organ}${BASES[basis ?? 'direct']}${persons === undefined ? '' : `，及其${persons}`}`;
      case 'undetermined':
        return `${tier}${role}：待查明，尚缺${missing.map((path) => titleOf(catalogue, path)).join('、')}`;
      case 'absent':
        return `${tier}${role}：没有。${gap === undefined ? '' : textOfCode(texts, gap)}`;
    }
  };
}

function instance({ catalogue, facts, texts }: MemoSource): (entry: Instance) => string {
  return ({ of, applies, kept, code }) =>
    [
      of.startsWith('/') ? elementOf(catalogue, facts, of) : of,
      `：${word(APPLIES, applies)}`,
      kept === undefined ? '' : `，${keptText(applies, kept)}`,
      code === undefined ? '' : `。${textOfCode(texts, code)}`,
    ].join('');
}

function rangeText({ decidedBy, options = [], openEnded, factors = [] }: NonNullable<Finding['range']>): string {
  return [
    `由${decidedBy}决定`,
    options.length > 0 ? `，可以：${joined(options)}${openEnded === true ? '等' : ''}` : '',
    factors.length > 0 ? `；应当考虑：${factors.join('、')}` : '',
    '。',
  ].join('');
}

/** Options that have a comma of their own are held apart by more than 、. */
const joined = (options: readonly string[]): string =>
  options.join(options.some((option) => option.includes('，')) ? '；' : '、');

const textOfCode = (texts: MemoSource['texts'], code: string): string => texts[code] ?? code;

/** 按县（市、区）, for a value of a reading. */
const readingOf = (catalogue: Catalogue, option: string, value: string): string =>
  catalogue.facts[`${option}=${value}`] ?? value;

/** A provision that the decision does not answer, as it is cited. */
function cited(catalogue: Catalogue, eId: string): string {
  const citation = catalogue.provisions[eId]?.['citation'];
  return typeof citation === 'string' ? citation : eId;
}

function missing({ decision: { missing: unknowns = {}, findings, law }, facts }: MemoSource): readonly Block[] {
  const entries = Object.entries(unknowns);
  if (entries.length === 0) return [];
  return [
    heading(2, '尚缺的事实'),
    ...list(
      [...entries]
        .sort(([, a], [, b]) => b.decides.length - a.decides.length)
        .map(
          ([pointer, { title, decides }]) =>
            `${title}${soFar(valueAt(facts, pointer))}（${decides.map((eId) => shortCitation(findings[eId], eId, law)).join('、')}）`,
        ),
    ),
  ];
}

/** 第十一条第一款第三项, without the instrument that the memo is about; another one is named. */
function shortCitation(finding: Finding | undefined, eId: string, law: Decision['law']): string {
  return finding?.citation?.replace(`《${law?.instrument}》`, '') ?? eId;
}

function readings({ decision, catalogue }: MemoSource): readonly Block[] {
  const { sensitivity } = decision;
  if (sensitivity === undefined || sensitivity.readings.length === 0) return [];
  return [
    heading(2, '读法'),
    paragraph('条文有不同读法之处，所用的读法和换一种读法会改变的结论：'),
    ...list(
      sensitivity.readings.map(({ option, used, other, changes }) => {
        const changed = [...new Set(changes.map(({ provision }) => provision))].map((eId) =>
          eId === 'grade' ? '事故等级' : shortCitation(decision.findings[eId], eId, decision.law),
        );
        const effect = changed.length > 0 ? `改变${changed.join('、')}` : '结论不变';
        return `${titleOf(catalogue, `/options/${option}`)}：采用“${readingOf(catalogue, `/options/${option}`, used)}”；换为“${readingOf(catalogue, `/options/${option}`, other)}”，${effect}。`;
      }),
    ),
  ];
}

function notes({ decision, texts }: MemoSource): readonly Block[] {
  const lines = Object.keys(decision.notes).map((code) => textOfCode(texts, code));
  return lines.length === 0 ? [] : [heading(2, '提示'), ...list(lines)];
}

function provenance({ provenance: source }: Decision): readonly Block[] {
  if (source === undefined) return [];
  return [
    heading(2, '出处'),
    ...list([
      `规则修订：${source.bundle.revision}`,
      `规则包 SHA-256：${source.bundle.sha256}`,
      ...(source.territory ?? []).map(({ edition, sha256 }) => `添加的区划版本 ${edition} SHA-256：${sha256}`),
      `输入 SHA-256：${source.input}`,
      `结论 SHA-256：${source.output}`,
      `评估程序：${source.service}`,
    ]),
  ];
}
