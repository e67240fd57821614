/** The texts that the engine joins to an answer are those that the policy's own entrypoint `…/decision` gives. */
import fc from 'fast-check';
import t from 'tap';
import type { Options } from '../../src/engine/decide.ts';
import type { Answer, Catalogue } from '../../src/engine/evaluator.ts';
import { compile } from '../../src/engine/instance.ts';
import { createLocal } from '../../src/engine/local.ts';
import { joiner, type TextData } from '../../src/engine/texts.ts';
import { readBundle } from '../../src/policy/bundle.ts';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';
import { readCases } from '../support/cases.ts';
import { wasm as evaluate } from '../support/engines.ts';
import { facts } from '../support/random.ts';

const { wasm, data } = await readBundle(builtInBundles.wasm.path, builtInBundles.wasm.sha256);
const catalogue = data['catalogue'] as Catalogue;
const module = compile(wasm as Uint8Array);
const provenance = { bundle: { revision: '', sha256: '' }, wasm: '', service: '' };

interface Said {
  readonly text: string;
  readonly status: string;
  readonly result: string;
}

const unheard = () => undefined;
const joining = createLocal({ module, data }, provenance, unheard);
const asking = createLocal({ module, data }, provenance, unheard, undefined, () => undefined);

/** What both give: with the texts joined here, and with those of the policy. */
async function both(question: string, given: unknown, options: Options = {}) {
  const wanted = { question, facts: given, options: { ...options, sensitivity: 'none' as const } };
  const [joined, whole] = await Promise.all([joining.decide(wanted), asking.decide(wanted)]);
  return [joined, whole].map(({ bytes, ...said }) => ({ text: Buffer.from(bytes).toString(), ...said })) as [
    Said,
    Said,
  ];
}

t.test('for every legal case', async (t) => {
  const cases = readCases().filter(({ body }) => body.refused === undefined);
  for (const { body } of cases) {
    const [joined, whole] = await both(body.question, body.facts, body.options as Options | undefined);
    t.equal(joined.text, whole.text, body.id);
    t.same([joined.status, joined.result], [whole.status, whole.result], body.id);
  }
  // It has no cases of its own, and every provision.
  for (const { body } of cases.filter((_, at) => at % 10 === 0)) {
    const [joined, whole] = await both('memo', body.facts, body.options as Options | undefined);
    t.equal(joined.text, whole.text, body.id);
  }
});

t.test('where the data lacks the text of a note', async (t) => {
  const { outside_territory: _, ...notes } = data['notes'] as Record<string, string>;
  const without = { module, data: { ...data, notes } };
  const wanted = { question: 'addressees', facts: { accident: { divisionCode: '440106' } }, options: {} };

  const joined = await createLocal(without, provenance, unheard).decide(wanted);
  const whole = await createLocal(without, provenance, unheard, undefined, () => undefined).decide(wanted);

  t.equal(Buffer.from(joined.bytes).toString(), Buffer.from(whole.bytes).toString());
  t.notMatch(Buffer.from(joined.bytes).toString(), 'outside_territory');
});

t.test('for facts at random, asked of every question', async (t) => {
  for (const given of fc.sample(facts(catalogue.boundaries), { numRuns: 60, seed: 20261129 }))
    for (const question of Object.keys(catalogue.questions)) {
      const [joined, whole] = await both(question, given);
      if (joined.text !== whole.text) t.equal(joined.text, whole.text, `${question} ${JSON.stringify(given)}`);
    }
  t.pass('the same each time');
});

const NO_FACTS = Buffer.from('{"facts":{},"options":{}}');

t.test('a bundle that joins texts otherwise is noticed', async (t) => {
  const texts = data as unknown as TextData;
  const of = (question: string) =>
    ['answer', 'decision'].map((form) => evaluate(`questions/${question}/${form}`, NO_FACTS)) as [Answer, Answer];
  for (const question of Object.keys(catalogue.questions))
    t.type(joiner(texts, ...of(question)), 'function', `${question} is joined here`);

  const [answer, decision] = of('duties');
  const { summary, missing, ...others } = decision as Answer & { summary: { open: string[] }; missing: object };
  const [eId, finding] = Object.entries(decision.findings)[0] as [string, object];
  const otherwise = {
    'another order': { ...decision, summary: { ...summary, open: [...summary.open].reverse() } },
    'no unknowns': { ...others, summary },
    'something more': { ...decision, more: true },
    'another quote': { ...decision, findings: { ...decision.findings, [eId]: { ...finding, quote: '' } } },
    'a finding less': { ...decision, findings: Object.fromEntries(Object.entries(decision.findings).slice(1)) },
  };

  for (const [what, other] of Object.entries(otherwise))
    t.equal(joiner(texts, answer, other as unknown as Answer), undefined, what);
});
