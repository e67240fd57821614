/** How a memo says what a finding of procedure or supervision holds: who bears the duty, the time limits, the next step. */
import type { Decision, Finding } from '../contract/generated/types.ts';
import { type Block, list, paragraph } from './document.ts';

const IN_TIME = {
  true: '已经在期限以内提出',
  false: '提出时已经超过期限',
  null: '提出是否在期限以内待查明',
} as const;

export function bearerLines({ bearers = [] }: Finding): readonly Block[] {
  return bearers.length === 0 ? [] : [paragraph(`由${bearers.join('、')}承担。`)];
}

/** @param why what it rests on or waits for, as a sentence */
export function periodLines(
  { deadlines = [], inTime }: Finding,
  why: (truth: NonNullable<Finding['inTime']>) => string,
): readonly Block[] {
  return [
    ...(deadlines.length === 0
      ? []
      : [
          paragraph('期限：'),
          ...list(
            deadlines.map(({ step, length, from, lastDay }) =>
              [
                `${step}：${length}`,
                from === undefined ? '，起算之日待查明' : `，自收到决定之日（${from}，当日不计入）起`,
                lastDay === undefined ? '' : `，末日为${lastDay}（没有计入法定休假日的顺延）`,
              ].join(''),
            ),
          ),
        ]),
    ...(inTime === undefined
      ? []
      : [paragraph(`${IN_TIME[String(inTime.is) as keyof typeof IN_TIME]}。${why(inTime)}`)]),
  ];
}

export function nextLines(finding: Finding): readonly Block[] {
  const { next } = finding;
  return next === undefined ? [] : [paragraph(`下一步${ifAtAll(finding)}：${stepText(next)}。`)];
}

/** A step of a clause of which it is not known yet whether it speaks is not to be taken as if it did. */
const ifAtAll = ({ applies }: Finding): string => (applies?.is === null ? '（如果适用该条款）' : '');

/** The next step of every procedure, for the conclusions. */
export function nextSteps({ findings }: Decision, name: (eId: string) => string): readonly Block[] {
  const steps = Object.entries(findings).flatMap(([eId, finding]) =>
    finding.next === undefined ? [] : [`${stepText(finding.next)}${ifAtAll(finding)}，见${name(eId)}`],
  );
  return steps.length === 0 ? [] : [paragraph('程序的下一步：'), ...list(steps)];
}

function stepText({ step, by, to }: NonNullable<Finding['next']>): string {
  return `由${by.join('、')}${step}${to === undefined ? '' : `（向${to.join('、')}）`}`;
}
