/** Sensitivity asks only the articles that a reading touches; it must find exactly what the whole answer would show. */
import canonicalize from 'canonicalize';
import t from 'tap';
import { articlesConsulting, changes, consulted, createDecide, type Options } from '../../src/engine/decide.ts';
import {
  type Answer,
  type Asked,
  assertWhole,
  type Catalogue,
  createAsk,
  inputOf,
} from '../../src/engine/evaluator.ts';
import { compile, createRun } from '../../src/engine/instance.ts';
import { canonicalBytes } from '../../src/kernel/canonical.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { readBundle } from '../../src/policy/bundle.ts';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';
import { readCases } from '../support/cases.ts';

const { wasm, data } = await readBundle(builtInBundles.wasm.path, builtInBundles.wasm.sha256);
const catalogue = data['catalogue'] as Catalogue;
const run = createRun(compile(wasm as Uint8Array), data);
const ask = createAsk(run, catalogue, () => true);
const cases = readCases().filter(({ body }) => body.refused === undefined);
const provenance = { bundle: { revision: '', sha256: '' }, wasm: '', service: '' };

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

interface Sensitivity {
  readonly sensitivity: { readonly readings: readonly { option: string; other: string; changes: unknown }[] };
}

async function decided(asked: Asked[], question: string, facts: unknown, options: Options): Promise<Sensitivity> {
  const recorded = (one: Asked) => {
    asked.push(one);
    return ask(one);
  };
  const decide = createDecide(recorded, catalogue, provenance, () => '');
  const { bytes } = await decide(question, facts, options);
  return JSON.parse(textOf(bytes));
}

t.test('per article it finds, for every case and reading, exactly what whole answers show', async (t) => {
  let compared = 0;
  for (const { body } of cases) {
    const { question, facts, options = {} } = body;
    const used = await decided([], question, facts, { ...options, sensitivity: 'used' });
    const all = await decided([], question, facts, { ...options, sensitivity: 'all' });
    const changing = (found: Sensitivity) =>
      found.sensitivity.readings
        .filter((entry) => (entry.changes as unknown[]).length > 0)
        .map(({ option, other, changes }) => ({ option, other, changes }))
        .sort((a, b) => `${a.option} ${a.other}`.localeCompare(`${b.option} ${b.other}`));
    t.same(changing(used), changing(all), body.id);
    compared += all.sensitivity.readings.length;
  }
  t.ok(compared > 800, `${compared} readings compared`);
});

t.test('what it asks again is a part of the articles and no more', async (t) => {
  const asked: Asked[] = [];
  const { body } = cases.find(({ body: { id } }) => id === 'real-shiyan-2021') ?? (cases[0] as (typeof cases)[number]);
  await decided(asked, 'addressees', body.facts, {});
  const again = asked.slice(1);

  t.ok(again.length > 0);
  for (const { articles } of again)
    t.ok(
      articles !== undefined && articles.length < Object.keys(catalogue.articles['addressees'] ?? {}).length,
      `${articles?.length} articles`,
    );
});

t.test('a part has the findings of its articles exactly as the whole answer has them', async (t) => {
  for (const { body } of cases.slice(0, 30)) {
    const input = inputOf(catalogue, body.question, body.facts, body.options ?? {});
    const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    const whole = run(`questions/${body.question}/answer`, bytes(input)).value as Answer;
    for (const [article, eIds] of Object.entries(catalogue.articles[body.question] ?? {})) {
      const asked = { ...input, question: body.question, articles: [article] };
      const part = run('questions/part/answer', bytes(asked)).value as Answer;
      t.same(part.findings, Object.fromEntries(eIds.map((eId) => [eId, whole.findings[eId]])), `${body.id} ${article}`);
      if (whole.grade !== undefined) t.same(part.grade, whole.grade);
    }
  }
});

t.test('a part without a provision that its article gives is refused', async (t) => {
  const article = Object.entries(catalogue.articles['addressees'] ?? {}).find(([, eIds]) => eIds.length > 1);
  const [name, eIds] = article as [string, string[]];
  const findings = Object.fromEntries(eIds.slice(1).map((eId) => [eId, {}])) as unknown as Answer['findings'];

  t.throws(() => assertWhole(catalogue, 'addressees', { findings }, [name]), new RegExp(`missing ${eIds[0]}`));
});

t.test('a reading that no finding rests on touches no article', async (t) => {
  const { body } = cases[0] as (typeof cases)[number];
  const { answer } = ask({
    question: body.question,
    form: 'answer',
    input: new TextEncoder().encode(JSON.stringify(inputOf(catalogue, body.question, body.facts, {}))),
  });

  for (const option of Object.keys(catalogue.readings))
    t.equal(articlesConsulting(catalogue, answer, option).length > 0, consulted(answer).includes(option), option);
  t.same(changes(answer, answer), []);
});

t.test('a decision is canonical JSON, and its output digest is that of what the policy said', async (t) => {
  const { body } = cases[0] as (typeof cases)[number];
  const digests: string[] = [];
  const decide = createDecide(ask, catalogue, provenance, (given) => {
    digests.push(textOf(given));
    return `${digests.length}`;
  });
  const { bytes, status, result } = await decide(body.question, body.facts, {});
  const input = new TextEncoder().encode(canonicalize(inputOf(catalogue, body.question, body.facts, {})));
  const said = run(`questions/${body.question}/decision`, input).value;

  const text = textOf(bytes);
  const { provenance: from, ...rest } = JSON.parse(text);
  t.equal(text, canonicalize(JSON.parse(text)));
  t.equal(digests[Number(result) - 1], canonicalize(rest));
  t.equal(status, rest.status);
  t.equal(digests[Number(from.output) - 1], canonicalize(said));
});

t.test('an answer that comes again is written once, and each decision names its own input and way', async (t) => {
  const says = (notes: object = {}) => ({ question: 'grade', status: 'determined', findings: {}, notes }) as Answer;
  const [same, open] = [says(), says({ version_question: [] })];
  let given: Answer = same;
  let digested = 0;
  const replying = () => ({ answer: given, status: given.status, json: new Uint8Array() });
  const decide = createDecide(replying, catalogue, provenance, (bytes) => {
    digested += 1;
    return sha256(bytes);
  });
  const asked = async (deaths: number, options: Options) => {
    const before = digested;
    const { bytes, result } = await decide('grade', { accident: { deaths } }, options);
    const { provenance: from, ...rest } = JSON.parse(textOf(bytes));
    t.equal(result, sha256(canonicalBytes(rest)));
    t.equal(from.input, sha256(canonicalBytes({ facts: { accident: { deaths } }, options: inputOptions(options) })));
    t.equal(from.output, sha256(canonicalBytes(given)));
    return { rest, digests: digested - before };
  };
  const inputOptions = ({ sensitivity: _, ...others }: Options) => others;

  t.equal((await asked(1, {})).digests, 3);
  t.equal((await asked(2, {})).digests, 1, 'only the input is new');
  t.equal((await asked(3, { sensitivity: 'none' })).rest.sensitivity.run, 'none');
  t.equal((await asked(4, { asIfInForce: true })).rest.counterfactual, true);
  t.notOk('counterfactual' in (await asked(5, {})).rest);
  given = open;
  for (const deaths of [6, 7])
    t.equal((await asked(deaths, {})).digests, 3, 'the policy was asked more: nothing is kept');
});
