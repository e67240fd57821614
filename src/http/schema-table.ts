/** A shape of the contract as a table of its members. */
import { escaped } from '../kernel/html.ts';
import { table } from './markup.ts';

/** What OpenAPI’s schemas use of JSON Schema. */
export interface Shape {
  readonly $ref?: string;
  readonly title?: string;
  /** The title of a shape that generators make a type of. */
  readonly 'x-title'?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly format?: string;
  readonly default?: unknown;
}

const KINDS: Readonly<Record<string, string>> = {
  integer: '整数',
  number: '数字',
  string: '文字',
  boolean: '是非',
  array: '列表',
  object: '对象',
  null: 'null',
};

/** 整数（0 至 1000000）、Day、列表（最多 500 项）：… as markup. */
export function typeOf(shape: Shape): string {
  if (shape.$ref !== undefined) {
    const name = shape.$ref.split('/').at(-1) as string;
    return `<a href="#schema-${escaped(name)}">${escaped(name)}</a>`;
  }
  const branches = shape.anyOf ?? shape.oneOf;
  if (branches !== undefined) return [...new Set(branches.map(typeOf))].join(' 或者 ');
  if (shape.enum !== undefined) return shape.enum.map((value) => `<code>${escaped(String(value))}</code>`).join(' ');
  if (shape.const !== undefined) return `<code>${escaped(String(shape.const))}</code>`;
  const types = [shape.type ?? []].flat();
  if (types.length === 0) return '任意';
  return types.map((type) => `${KINDS[type] ?? escaped(type)}${bounds(type, shape)}`).join(' 或者 ');
}

function bounds(
  type: string,
  { minimum, maximum, maxLength, maxItems, items, format, additionalProperties }: Shape,
): string {
  if (type === 'integer' || type === 'number')
    return minimum === undefined && maximum === undefined ? '' : `（${minimum ?? '…'} 至 ${maximum ?? '…'}）`;
  if (type === 'string')
    return format === 'date' ? '（日期）' : maxLength === undefined ? '' : `（最多 ${maxLength} 字）`;
  if (type === 'array')
    return `${maxItems === undefined ? '' : `（最多 ${maxItems} 项）`}${items === undefined ? '' : `：${typeOf(items)}`}`;
  if (type === 'object' && typeof additionalProperties === 'object') return `，每项 ${typeOf(additionalProperties)}`;
  return '';
}

/** What a shape is called in Chinese. */
export function titleOf(shape: Shape): string {
  return shape.title ?? shape['x-title'] ?? '';
}

/** The members of an object, or what else the shape is. */
export function shapeMarkup(name: string, shape: Shape): string {
  const required = new Set(shape.required ?? []);
  const rows = Object.entries(shape.properties ?? {}).map(([member, inner]) => [
    `<code>${escaped(member)}</code>`,
    typeOf(inner),
    required.has(member) ? '必填' : '',
    escaped([titleOf(inner), inner.description].filter(Boolean).join('：')),
  ]);
  const members = table(`${name} 的成员`, ['名称', '类型', '要求', '说明'], rows);
  return `${members === '' ? `<p>${typeOf(shape)}</p>\n` : members}`;
}
