/** Facts at random from the contract: every leaf may be unknown, numbers lie at the boundaries that the law declares. */

import fc, { type Arbitrary } from 'fast-check';
import { checkAgreement } from '../../src/contract/agreement.ts';
import { type Located, resolved, rootOf, type Schema } from '../../src/contract/schemas.ts';

export type Facts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Of ten leaves about two are unknown: not given, or given as null. */
const KNOWN = 8;
const UNKNOWN = 1;

const DAYS = ['2019-09-23', '2020-01-22', '2020-01-23', '2020-08-03', '2020-12-31'];
const CODES = [
  '420303003', // 街道 in a 市辖区
  '420323103', // 镇 in a 县
  '420115005',
  '429004106', // 镇 in a unit governed directly by the province
  '429021',
  '420106490', // a zone
  '421171', // a statistical unit
  '420381',
  '420300',
  '420000',
  '350623', // another province
];
const ORGANS = ['十堰市人民政府', '中共十堰市委员会', '竹山县人民政府', '竹山县应急管理局', '湖北省住房和城乡建设厅'];
const WORDS = ['建筑施工', '城镇燃气', '化工'];

export type Boundaries = Readonly<Record<string, readonly number[]>>;

/** How much of the facts is known. */
export interface Knowledge {
  /** Every leaf is given and every evaluation is whole; lists say that they are complete. */
  readonly complete: boolean;
}

const PARTIAL: Knowledge = { complete: false };

/** @param only groups that are made; all of the contract if absent */
export function facts(
  boundaries: Boundaries,
  only?: readonly string[],
  knowledge: Knowledge = PARTIAL,
): Arbitrary<Facts> {
  const { home, schema } = rootOf('facts.schema.json');
  const groups = Object.entries(schema.properties ?? {}).filter(([name]) => only?.includes(name) ?? true);
  return (
    fc
      .record(
        Object.fromEntries(
          groups.map(([name, group]) => [
            name,
            objectOf(resolved({ home, schema: group }), `/${name}`, boundaries, knowledge),
          ]),
        ),
        { requiredKeys: knowledge.complete ? groups.map(([name]) => name) : [] },
      )
      .map((made) => consistent(made as Facts))
      // Complete facts with days at random hardly ever agree; of them it is only asked whether anything stays open.
      .filter((made) => knowledge.complete || checkAgreement(made).length === 0)
  );
}

/** Where no accident happened the contract takes no facts of one. */
function consistent(made: Facts): Facts {
  const { occurred, industry } = made['accident'] ?? {};
  return occurred === false
    ? { ...made, accident: { occurred, ...(industry === undefined ? {} : { industry }) } }
    : made;
}

function objectOf(
  { home, schema }: Located,
  pointer: string,
  boundaries: Boundaries,
  knowledge: Knowledge,
): Arbitrary<Record<string, unknown>> {
  const all = Object.keys(schema.properties ?? {});
  const required = knowledge.complete ? all : [...(schema.required ?? [])];
  const leaves = Object.entries(schema.properties ?? {}).map(([name, leaf]): [string, Arbitrary<unknown>] => {
    const value = leafOf(resolved({ home, schema: leaf }), `${pointer}/${name}`, boundaries, knowledge);
    const mayBeNull =
      leaf.anyOf?.some(({ type }) => type === 'null') || leaf.enum?.includes(null) || hasType(leaf, 'null');
    return [
      name,
      required.includes(name) || !mayBeNull
        ? value
        : fc.oneof({ weight: KNOWN, arbitrary: value }, { weight: UNKNOWN, arbitrary: fc.constant(null) }),
    ];
  });
  return fc.record(Object.fromEntries(leaves), { requiredKeys: required });
}

const hasType = ({ type }: Schema, name: string) => type === name || (Array.isArray(type) && type.includes(name));

function leafOf(located: Located, pointer: string, boundaries: Boundaries, knowledge: Knowledge): Arbitrary<unknown> {
  const { home, schema, definition } = located;
  if (definition === 'Evaluation') return knowledge.complete ? evaluation.filter(isWhole) : evaluation;
  if (definition === 'OfficialFinding') return knowledge.complete ? finding.filter(isWhole) : finding;
  if (knowledge.complete && (/[cC]omplete$/.test(pointer) || pointer === '/accident/occurred'))
    return fc.constant(true);
  if (schema.items !== undefined)
    return fc.array(objectOf(resolved({ home, schema: schema.items }), pointer, boundaries, knowledge), {
      maxLength: 3,
    });
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum.filter((value) => value !== null));
  if (hasType(schema, 'boolean')) return fc.boolean();
  if (hasType(schema, 'integer')) return integer(schema, boundaries[pointer] ?? []);
  if (hasType(schema, 'object')) return objectOf(located, pointer, boundaries, knowledge);
  return text(schema, definition);
}

const isWhole = (judged: unknown) => Object.keys(judged as object).length > 1;

function text(schema: Schema, definition: string | undefined): Arbitrary<unknown> {
  if (schema.format === 'date') return day;
  if (definition === 'DivisionCode') return fc.constantFrom(...CODES);
  if (definition === 'OrganName') return fc.constantFrom(...ORGANS);
  const examples = schema.examples ?? [];
  if (definition !== 'ShortText' && examples.length > 0) return fc.constantFrom(...examples);
  if (schema.pattern?.startsWith('^art_[5-8]'))
    return fc.constantFrom('art_5__para_1__item_2', 'art_6__para_1__item_3');
  if (schema.pattern?.startsWith('^[A-Za-z0-9]')) return fc.constantFrom('E-1', 'E-2');
  if (schema.minLength === 64) return fc.constant('0'.repeat(64));
  return fc.constantFrom(...WORDS);
}

function integer({ minimum = 0, maximum = 1_000_000 }: Schema, bounds: readonly number[]): Arbitrary<number> {
  const near = bounds
    .flatMap((bound) => [bound - 1, bound, bound + 1])
    .filter((value) => value >= minimum && value <= maximum);
  const small = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 5) });
  if (near.length === 0) return small;
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...near) }, { weight: 1, arbitrary: small });
}

const DAY_MS = 86_400_000;

export const day: Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...DAYS) },
  {
    weight: 6,
    arbitrary: fc
      .nat(1000)
      .map((offset) => new Date(Date.UTC(2021, 0, 1) + offset * DAY_MS).toISOString().slice(0, 10)),
  },
);

/** One of ten evaluations lacks who, when or on what: it counts as unknown. */
export const evaluation: Arbitrary<unknown> = fc
  .tuple(fc.boolean(), fc.constantFrom('E-1', 'E-2'), day, fc.nat(9))
  .map(([value, reference, on, lacking]) =>
    lacking === 0
      ? { value }
      : {
          value,
          evaluator: { organ: '湖北省安全生产委员会办公室', post: '主任', reference },
          on,
          evidence: [{ number: '评估意见' }],
        },
  );

const finding: Arbitrary<unknown> = fc
  .tuple(fc.boolean(), day, fc.nat(9))
  .map(([value, on, lacking]) =>
    lacking === 0 ? { value } : { value, organ: '湖北省人民政府', on, document: { number: '批复' } },
  );
