/** How a memo says what is asked about: the organ as it is written, its level and kind, and the role. Never a person. */
import { type DivisionTable, placeName } from '../contract/places.ts';
import type { Catalogue } from '../engine/evaluator.ts';
import { type Block, paragraph } from './document.ts';
import { valueAt } from './facts.ts';

/** 所问对象：竹山县人民政府（县（市、区）政府），主要负责人。 What is not stated is said not to be. */
export function subjectText(
  catalogue: Catalogue,
  question: string,
  facts: unknown,
  divisions: DivisionTable,
): readonly Block[] {
  if (!isAsked(catalogue, question, 'subject')) return [];
  const given = (leaf: string) => stated(facts, `/subject/${leaf}`);
  const [organ, level, kind, role, code] = ['organ', 'level', 'kind', 'role', 'divisionCode'].map(given);
  if ([organ, level, kind, role, code].every((value) => value === undefined))
    return [paragraph('所问对象：没有填写机关或者人员。')];
  const body =
    level === undefined || kind === undefined
      ? `${level ?? '层级未填写'}，${kind ?? '机关类别未填写'}`
      : `${level}${kind}`;
  const place = code === undefined ? '' : `，所在地为${placeName(code, divisions)}`;
  const named = organ === undefined ? `机关名称未填写${place}，${body}` : `${organ}（${body}）`;
  return [paragraph(`所问对象：${named}，${role === undefined ? '没有填写是机关还是人员' : (ROLES[role] ?? role)}。`)];
}

/** Roles that do not stand alone in a sentence; the others read as they are. */
const ROLES: Readonly<Record<string, string>> = { 机关: '机关本身' };

/** Where no accident happened, neither its place nor its grade says anything. */
export const happened = (facts: unknown): boolean => valueAt(facts, '/accident/occurred') !== false;

/** Whether a question reads a group of facts. */
export const isAsked = ({ groups }: Catalogue, question: string, group: string): boolean =>
  groups[question]?.includes(group) ?? false;

function stated(facts: unknown, pointer: string): string | undefined {
  const value = valueAt(facts, pointer);
  return typeof value === 'string' ? value : undefined;
}
