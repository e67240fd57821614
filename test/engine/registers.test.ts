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
