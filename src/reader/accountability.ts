/** How a memo says what a finding of Articles 3 and 9 to 13 holds beside its state: forms, lists, counts, whom it reaches. */

import type { Decision, Finding, FormCheck, Truth } from '../contract/generated/types.ts';
import { type DivisionTable, placeName } from '../contract/places.ts';
import { type Block, list, paragraph } from './document.ts';
import { valueAt } from './facts.ts';

const FORM_STATUS: Readonly<Record<FormCheck['status'], string>> = {
  listed: '第九条第二款对该对象列举',
  listed_for_another_subject: '第九条第二款只对另一类对象列举',
  no_list_for_subject: '第九条第二款对该对象没有列举形式，“等”也不及于；依其他规范',
  of_another_instrument: '不在第九条第二款之内，属于其他规范',
  through_etc: '没有列举，只能通过“等”采取，须另有依据',
  in_no_instrument: '不在本库的任何规范之内',
  not_recognised: '认不出名称',
  subject_unknown: '对象是机关还是人员不明',
};

const ADMISSIBLE = {
  true: '现在在可以选择之列',
  false: '现在不在可以选择之列',
  null: '是否在可以选择之列待查明',
} as const;
const REACHES = { true: '及于所问的对象', false: '不及于所问的对象', null: '是否及于所问的对象待查明' } as const;
const SUPPORTED = {
  true: '清单支持免责的主张',
  false: '清单不支持免责的主张',
  null: '清单是否支持免责的主张待查明',
} as const;

const word = (words: Readonly<Record<'true' | 'false' | 'null', string>>, { is }: Truth): string =>
  words[String(is) as 'true' | 'false' | 'null'];

export interface Named {
  readonly decision: Decision;
  readonly facts: unknown;
  /** Names the places of codes. */
  readonly divisions: DivisionTable;
  /** 第十一条第三款：禁止先问责再调查, for an eId. */
  readonly name: (eId: string) => string;
}

export function accountabilityLines(named: Named, finding: Finding): readonly Block[] {
  const { reachesSubject, exemptions = {}, imported = [], counted = [], areas } = finding;
  const { name } = named;
  const units = areas?.units ?? [];
  return [
    ...(reachesSubject === undefined ? [] : [paragraph(`${word(REACHES, reachesSubject)}。`)]),
    ...formLines(named, finding),
    ...list(
      Object.entries(exemptions).map(
        ([organ, { supported, decidedBy }]) => `${organ}：${word(SUPPORTED, supported)}，由${decidedBy}决定。`,
      ),
    ),
    ...(imported.length === 0 ? [] : [paragraph('已经具备的其他规范的情形：'), ...list(imported.map(name))]),
    ...(counted.length === 0
      ? []
      : [paragraph('台账中一并计入的事故：'), ...list(counted.map((entry) => accident(named, entry)))]),
    ...(units.length === 0 ? [] : [paragraph(`所及的地区：${units.map((unit) => unit.name).join('、')}。`)]),
  ];
}

/** 第1起（台账所列）：2021-08-01，十堰市房县（420325），建筑施工，较大事故 */
function accident({ facts, divisions }: Named, pointer: string): string {
  const given = (leaf: string) => {
    const value = valueAt(facts, `${pointer}/${leaf}`);
    return typeof value === 'string' ? value : undefined;
  };
  const number = Number(pointer.slice(pointer.lastIndexOf('/') + 1)) + 1;
  const [on, code, grade] = [given('on'), given('divisionCode'), given('grade')];
  const place = code === undefined ? undefined : placeName(code, divisions, on);
  const kind = grade === undefined ? undefined : `${grade}事故`;
  const told = [on, place, given('industry'), kind].filter((part) => part !== undefined);
  return `第${number}起（台账所列）${told.length === 0 ? '' : `：${told.join('，')}`}`;
}

/** Each proposed form against the list; what is chosen is the deciding organ's. */
function formLines({ name }: Named, { forms = [] }: Finding): readonly Block[] {
  if (forms.length === 0) return [];
  return [
    paragraph('拟采取的形式（是否采取由决定机关决定）：'),
    ...list(
      forms.map(({ form, status, listedAs, near, admissible, barredBy, procedure = [], instruments }) =>
        [
          `${form}：${FORM_STATUS[status]}`,
          listedAs === undefined ? '' : `（列举为“${listedAs}”）`,
          near === undefined ? '' : `（名称相近而列举的：${near}）`,
          `；${word(ADMISSIBLE, admissible)}。`,
          barredBy.length === 0 ? '' : `现在不能采取，见${barredBy.map(name).join('、')}。`,
          procedure.length === 0 ? '' : `须先依照或者先查明是否适用：${procedure.map(name).join('、')}。`,
          instruments.length === 0 ? '' : `另见${instruments.map(name).join('、')}。`,
        ].join(''),
      ),
    ),
  ];
}
