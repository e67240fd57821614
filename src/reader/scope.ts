/** How a memo says what the measures cover, which scales give the grade, who investigates, and what a draft lacks. */
import type { Decision, Finding } from '../contract/generated/types.ts';
import type { Catalogue } from '../engine/evaluator.ts';
import { type Block, list, paragraph } from './document.ts';
import { titleOf } from './facts.ts';

const BASES = {
  direct: '直接适用',
  byReference: '参照执行',
  doubtful: '是否适用存疑',
  outside: '不适用',
  undetermined: '怎样适用待查明',
} as const;

const IN_FORCE = { true: '施行', false: '没有施行', null: '是否施行待查明' } as const;

type Coverage = NonNullable<Decision['coverage']>;

export function coverageText({ coverage }: Decision): readonly Block[] {
  if (coverage === undefined || coverage.asked === 'nothing') return [];
  const { asked, basis, adaptation, versions, laterLaw } = coverage;
  const state = ({ inForce }: Coverage['versions']['v2020']) => IN_FORCE[String(inForce.is) as keyof typeof IN_FORCE];
  return [
    paragraph(
      `所问的${asked === 'accident' ? '事故' : '机关或者人员'}：${BASES[basis]}${adaptation === undefined ? '' : `（${adaptation}）`}。事实发生时本办法${state(versions.v2020)}，2014年暂行办法${state(versions.v2014)}。`,
    ),
    ...(laterLaw.length === 0
      ? []
      : [
          paragraph('事实发生以后施行、不适用于这些事实的法律：'),
          ...list(laterLaw.map((law) => `《${law.instrument}》（${law.in_force_from}起施行）：${law.note}`)),
        ]),
  ];
}

type Grade = NonNullable<Decision['grade']>;

/** What stands beside the grade: the scales, the computed against the official one, the first report. */
export function besideTheGrade({ scales, official, computed, firstReported }: Grade): readonly Block[] {
  const span = ({ least, most }: NonNullable<Grade['computed']>) => (least === most ? least : `${least}至${most}`);
  return [
    ...(scales === undefined
      ? []
      : [
          paragraph(
            `按人数和损失：${span(scales.order_493)}；按《特种设备安全监察条例》：${span(scales.special_equipment)}；取其高者。`,
          ),
        ]),
    ...(official === undefined || computed === undefined
      ? []
      : [paragraph(`以载明文件的官方认定${official}为准；按所给事实计算：${span(computed)}。`)]),
    ...(firstReported === undefined ? [] : [paragraph(`按首次报告的死亡人数：${span(firstReported)}。`)]),
  ];
}

export function investigatorLines(
  catalogue: Catalogue,
  { investigators = [] }: Finding,
  noteText: (code: string) => string,
): readonly Block[] {
  if (investigators.length === 0) return [];
  return [
    paragraph('由谁调查：'),
    ...list(
      investigators.map(({ grade, level, status, organ, gap, missing = [] }) => {
        if (status === 'named') return `${grade}事故：${organ}`;
        if (status === 'absent')
          return `${grade}事故：没有${level}的调查机关。${gap === undefined ? '' : noteText(gap)}`;
        return `${grade}事故：${level}，待查明，尚缺${missing.map((path) => titleOf(catalogue, path)).join('、')}`;
      }),
    ),
  ];
}

export function draftLines({ draft }: Finding): readonly Block[] {
  if (draft === undefined) return [];
  const { complete, lacks } = draft;
  if (complete.is === true) return [paragraph('草案所列的对象没有遗漏。')];
  const title = complete.is === false ? '草案没有列的对象：' : '草案没有列的对象（草案是否列全待查明）：';
  return lacks.length === 0 ? [] : [paragraph(title), ...list(lacks)];
}
