import canonicalize from 'canonicalize';
import t from 'tap';
import { findTool } from '../scripts/tools.mjs';
import { checkFacts } from '../src/contract/facts.ts';
import type { Expectation } from '../src/contract/generated/types.ts';
import type { DivisionTable } from '../src/contract/places.ts';
import { validate } from '../src/contract/validate.ts';
import { changes } from '../src/engine/decide.ts';
import { type Answer, assertWhole, type Catalogue } from '../src/engine/evaluator.ts';
import { differences, projection } from '../src/engine/projection.ts';
import { readCases } from './support/cases.ts';
import { data, go, wasm } from './support/engines.ts';

const catalogue = data['catalogue'] as Catalogue;
const table = data['territory'] as DivisionTable;
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const all = readCases();
const cases = all.filter(({ body }) => body.refused === undefined);
const answers = new Map<string, Answer>();

t.test('every legal case fits the contract, and its facts can stand beside each other', async (t) => {
  const ids = all.map(({ body }) => body.id);
  t.same(ids, [...new Set(ids)], 'an id stands once');
  for (const { body, file, line } of cases) {
    t.same(validate('facts.schema.json', body.facts), [], `${file}:${line(['facts'])} ${body.id}`);
    t.same(checkFacts(body.facts, table), [], `${file}:${line(['facts'])} ${body.id}`);
  }
});

t.test('every legal case states either an answer or a refusal', async (t) => {
  for (const { body, file, line } of all) {
    t.same(validate('legal-case.schema.json', body), [], `${file}:${line([])} ${body.id}`);
    t.not(body.expect === undefined, body.refused === undefined, `${file}:${line([])} ${body.id}`);
  }
});

t.test(
  'facts that a legal case says are refused are refused there and for that reason, and nowhere else',
  async (t) => {
    const refused = all.filter(({ body }) => body.refused !== undefined);
    for (const { body, file, line } of refused) {
      const shape = validate('facts.schema.json', body.facts);
      const items = shape.length > 0 ? shape : checkFacts(body.facts, table);
      const found = items.map(({ pointer, code }) => ({ pointer, code }));

      t.same(found, [{ pointer: body.refused?.pointer, code: body.refused?.code }], `${file}:${line([])} ${body.id}`);
      for (const { message, remedy } of items)
        t.match(`${message}${remedy}`, body.refused?.says ?? /./, `${file}:${line(['refused'])} ${body.id}`);
    }
    t.ok(refused.length > 0, 'there are such cases');
  },
);

t.test('every legal case gets the whole answer that its author expects', async (t) => {
  for (const { body, file, line } of cases) {
    const input = { facts: body.facts, options: body.options ?? {} };
    const answer = wasm(`questions/${body.question}/answer`, bytes(input)) as Answer & Record<string, unknown>;
    answers.set(body.id, answer);
    assertWhole(catalogue, body.question, answer);

    const { changesUnder = {}, ...expect } = body.expect as Expectation;
    const wrong = differences(expect, projection(answer)).map(
      ({ path, expected, found }) =>
        `${file}:${line(['expect', ...path])} ${path.join('.')}：应为 ${JSON.stringify(expected)}，实得 ${JSON.stringify(found)}`,
    );
    for (const [reading, expected] of Object.entries(changesUnder)) {
      const [option, value] = reading.split('=') as [string, string];
      const other = wasm(
        `questions/${body.question}/answer`,
        bytes({ ...input, options: { ...input.options, [option]: value } }),
      );
      const found = [...new Set(changes(answer, other as Answer).map(({ provision }) => provision))].sort();
      if (JSON.stringify([...expected].sort()) !== JSON.stringify(found))
        wrong.push(`${file}:${line(['expect', 'changesUnder'])} ${reading}：应改变 ${expected}，实际改变 ${found}`);
    }

    t.equal(wrong.join('\n'), '', `${body.id} ${body.title}`);
  }
});

const opa = findTool('opa');
t.test(
  'WASM and Go give the same bytes for every case',
  { skip: opa === null && '缺少 opa：npm run setup' },
  async (t) => {
    const asked = cases.flatMap(({ body: { id, question, facts, options = {} } }) =>
      [`questions/${question}/answer`, `questions/${question}/decision`].map((entrypoint) => ({
        id,
        entrypoint,
        input: { facts, options },
      })),
    );

    const values = go(opa as string, asked);

    asked.forEach(({ id, entrypoint, input }, i) => {
      const ours = canonicalize(wasm(entrypoint, bytes(input)));
      t.equal(canonicalize(values[i]), ours, `${id} ${entrypoint}`);
    });
  },
);
