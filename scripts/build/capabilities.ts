/** The capabilities file: only the built-ins that the law needs, all of them native in WASM. */
import { execFileSync } from 'node:child_process';

/** Adding one here is a decision: it must run natively in WASM and mean the same in Go. */
const ALLOWED = [
  // comparison, arithmetic
  ...['assign', 'eq', 'equal', 'neq', 'lt', 'lte', 'gt', 'gte', 'plus', 'minus', 'mul', 'div', 'rem', 'max', 'min'],
  // lists, sets, objects
  ...[
    'count',
    'sum',
    'sort',
    'array.concat',
    'array.reverse',
    'array.slice',
    'object.get',
    'object.union',
    'object.union_n',
    'object.filter',
  ],
  ...['internal.member_2', 'internal.member_3', 'or', 'is_array', 'is_object', 'is_string'],
  // text
  ...['substring', 'startswith', 'endswith', 'contains', 'concat', 'split', 'trim', 'trim_prefix', 'to_number'],
  ...['internal.template_string', 'is_number'],
  // compiled away
  'rego.metadata.rule',
];

interface Capabilities {
  builtins: { name: string }[];
  allow_net?: string[];
}

export function capabilities(opa: string): string {
  const all = JSON.parse(execFileSync(opa, ['capabilities', '--current']).toString()) as Capabilities;
  const known = new Set(all.builtins.map(({ name }) => name));
  const unknown = ALLOWED.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`not a built-in of this opa: ${unknown.join(', ')}`);
  all.builtins = all.builtins.filter(({ name }) => ALLOWED.includes(name));
  all.allow_net = [];
  return `${JSON.stringify(all, null, 1)}\n`;
}
