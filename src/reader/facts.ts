/** Facts by pointer: their titles, what was given, and how it reads in Chinese. */
import type { Catalogue } from '../engine/evaluator.ts';

type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a pointer such as `/register/accidents/0/on`; `undefined` where nothing stands. */
export function valueAt(facts: unknown, pointer: string): unknown {
  let here = facts;
  for (const step of pointer.split('/').slice(1)) {
    if (Array.isArray(here)) here = here[Number(step)];
    else if (isObject(here) && Object.hasOwn(here, step)) here = here[step];
    else return undefined;
  }
  return here;
}

/** Facts with another value at a pointer of group and leaf, or of group, list, index and leaf. */
export function withValue(facts: unknown, pointer: string, value: unknown): unknown {
  const put = (here: unknown, [step, ...rest]: readonly string[]): unknown => {
    if (step === undefined) return value;
    if (Array.isArray(here)) return here.map((item, i) => (String(i) === step ? put(item, rest) : item));
    const object = isObject(here) ? here : {};
    return { ...object, [step]: put(object[step], rest) };
  };
  return put(facts, pointer.split('/').slice(1));
}

/** The element of a list that a pointer such as `/supervision/reports/1` names: 年度台账·履职情况报告（第2项，党委主要负责人）. */
export function elementOf(catalogue: Catalogue, facts: unknown, pointer: string): string {
  const at = pointer.lastIndexOf('/');
  const title = catalogue.facts[pointer.slice(0, at)];
  const number = Number(pointer.slice(at + 1));
  if (title === undefined || !Number.isInteger(number)) return titleOf(catalogue, pointer);
  const element = valueAt(facts, pointer);
  const name = isObject(element) ? NAMING.map((key) => element[key]).find((value) => typeof value === 'string') : '';
  return `${title.replace('：', '·')}（第${number + 1}项${name ? `，${name}` : ''}）`;
}

/** Leaves by which a reader knows an element again. */
const NAMING = ['author', 'of', 'title', 'name', 'organ', 'kind'] as const;

/** The Chinese title of a fact or reading, 事故·死亡人数; an element of a list is named by its number, from one. */
export function titleOf(catalogue: Catalogue, pointer: string): string {
  const steps = pointer.split('/');
  const generic = steps.map((step) => (/^[0-9]+$/.test(step) ? '*' : step)).join('/');
  const title = catalogue.facts[generic];
  const index = steps.find((step) => /^[0-9]+$/.test(step));
  if (title === undefined) return elementTitle(catalogue, generic, index) ?? pointer;
  const shown = title.replace('：', '·');
  return index === undefined ? shown : `${shown}（第${Number(index) + 1}项）`;
}

/** 事故台账·其他事故（第1项）, for an element as a whole: only its list has a title. */
function elementTitle(catalogue: Catalogue, generic: string, index: string | undefined): string | undefined {
  const title = generic.endsWith('/*') ? catalogue.facts[generic.slice(0, -'/*'.length)] : undefined;
  return title === undefined ? undefined : `${title.replace('：', '·')}（第${Number(index) + 1}项）`;
}

/** How a given value reads. An evaluation or a finding says by whom, when and on what it rests. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '尚未查明';
  if (value === true) return '是';
  if (value === false) return '否';
  if (Array.isArray(value)) return value.length === 0 ? '无' : `${value.length}项`;
  if (isObject(value)) return 'value' in value ? judged(value) : '已填写';
  return String(value);
}

function judged({ value, evaluator, organ, on, evidence, document }: Json): string {
  const by = isObject(evaluator) ? `${evaluator['organ']}${evaluator['post']}` : organ;
  const papers = Array.isArray(evidence) ? evidence : isObject(document) ? [document] : [];
  const numbers = papers.map((paper) => (paper as Json)['number']);
  const source = [by, on, numbers.length > 0 ? `依据：${numbers.join('、')}` : undefined].filter((part) => part);
  return `${textOf(value)}${source.length > 0 ? `（${source.join('，')}）` : ''}`;
}
