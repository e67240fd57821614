/** Registers as long as the contract allows, with nothing known of their entries: the largest answer about duties. */
import { readFileSync } from 'node:fs';
import t from 'tap';
import { validate } from '../../src/contract/validate.ts';
import { wasm } from '../support/engines.ts';

interface List {
  readonly maxItems: number;
  readonly items: { readonly $ref: string };
}

interface Schema {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, List & { readonly $ref?: string; readonly enum?: readonly unknown[] }>>;
}

const { $defs } = JSON.parse(readFileSync('schemas/facts-duties.schema.json', 'utf8')) as {
  readonly $defs: Readonly<Record<string, Schema>>;
};
const contract = JSON.parse(readFileSync('schemas/facts.schema.json', 'utf8')) as Schema;

/** A value for what an entry must state, different for each entry. */
function stated(name: string, entry: Schema, index: number): unknown {
  if (name === 'on') return '2022-01-01';
  if (name === 'year') return 2022;
  return entry.properties[name]?.enum?.[0] ?? `N${index}`;
}

function longest(group: Schema): object {
  const lists = Object.entries(group.properties).filter(([, leaf]) => leaf.items !== undefined);
  return Object.fromEntries(
    lists.map(([name, { maxItems, items }]) => {
      const entry = $defs[items.$ref.split('/').at(-1) as string] as Schema;
      const made = (_: unknown, i: number) =>
        Object.fromEntries((entry.required ?? []).map((field) => [field, stated(field, entry, i)]));
      return [name, Array.from({ length: maxItems }, made)];
    }),
  );
}

t.test('the longest registers are answered in the memory of one instance, as the contract says', async (t) => {
  const groups = Object.entries(contract.properties).filter(([, { $ref }]) => $ref?.startsWith('facts-duties'));
  for (const kind of ['党委', '政府', '政府工作部门']) {
    const facts = {
      subject: { kind, role: '机关', level: '市（州）', organ: '某机关', divisionCode: '420300' },
      act: { on: '2022-06-01' },
      ...Object.fromEntries(
        groups.map(([name, { $ref }]) => [name, longest($defs[$ref?.split('/').at(-1) as string] as Schema)]),
      ),
    };
    t.same(validate('facts.schema.json', facts), []);

    const input = new TextEncoder().encode(JSON.stringify({ facts, options: {} }));
    for (const form of ['answer', 'decision'])
      t.same(validate('decision.schema.json', wasm(`questions/duties/${form}`, input)), [], `${kind} ${form}`);
  }
});

t.test('the longest lists of failures and decisions, no two of them surely on one organ, are answered', async (t) => {
  const evaluator = { organ: '评价机关', post: '主任', reference: 'E-1' };
  const established = { value: true, evaluator, on: '2022-06-15', evidence: [{ number: '评价意见' }] };
  const department = { organCode: '420323', organKind: '政府工作部门' };
  const list = (length: number, name: string, rest: object) =>
    Array.from({ length }, (_, i) => ({ ...rest, ...department, organ: `${name}${i}` }));
  const facts = {
    accident: { occurredOn: '2022-03-01', divisionCode: '420323103', deaths: 3 },
    performance: { failures: list(100, '部门', { provision: 'art_8__para_1', established }), complete: true },
    accountability: { decisions: list(200, '机关', { kind: '问责', subject: '机关' }), decisionsComplete: true },
    dutyList: { duties: list(300, '单位', { list: '责任清单', duty: '直接监管' }), complete: true },
  };
  t.same(validate('facts.schema.json', facts), []);

  const input = new TextEncoder().encode(JSON.stringify({ facts, options: {} }));
  for (const form of ['answer', 'decision'])
    t.same(validate('decision.schema.json', wasm(`questions/addressees/${form}`, input)), [], form);
});
