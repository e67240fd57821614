/** What the policy says again, byte for byte, is read and checked once; anything else is read and checked. */
import t from 'tap';
import { type Catalogue, createAsk, type Form } from '../../src/engine/evaluator.ts';
import { EvaluationFailed, type Run } from '../../src/engine/instance.ts';

const catalogue = {
  questions: { one: ['art_1'], other: ['art_1'], large: ['art_1'] },
  articles: { one: { article: ['art_1'] } },
} as unknown as Catalogue;

const said = (question: string, more: object = {}) => ({
  question,
  status: 'determined',
  findings: { art_1: { applies: { is: true, on: [] } } },
  notes: {},
  ...more,
});

interface Policy {
  /** What it says next. */
  says: unknown;
  /** How often that was read, and checked. */
  read: number;
  checked: number;
  ask(question: string, form?: Form, articles?: readonly string[]): ReturnType<ReturnType<typeof createAsk>>;
}

function policy(conforms = (_: unknown) => true): Policy {
  const run: Run = () => ({
    json: Buffer.from(JSON.stringify({ result: one.says })),
    get value() {
      one.read += 1;
      return structuredClone(one.says);
    },
  });
  const ask = createAsk(run, catalogue, (value) => {
    one.checked += 1;
    return conforms(value);
  });
  const input = Buffer.from('{}');
  const one: Policy = {
    says: said('one'),
    read: 0,
    checked: 0,
    ask: (question, form = 'answer', articles) =>
      ask({ question, form, input, ...(articles === undefined ? {} : { articles }) }),
  };
  return one;
}

t.test('the same bytes are read and checked once, and their JSON is that of each evaluation', async (t) => {
  const one = policy();
  const [first, again] = [one.ask('one'), one.ask('one')];

  t.equal(again.answer, first.answer);
  t.same([one.read, one.checked], [1, 1]);
  t.not(again.json, first.json);

  one.says = said('one', { status: 'indeterminate' });
  t.equal(one.ask('one').status, 'indeterminate');
  t.same([one.read, one.checked], [2, 2]);
});

t.test('what one question says is nothing for another, nor one form for the other', async (t) => {
  const one = policy();
  for (const [question, form] of [
    ['one', 'answer'],
    ['one', 'decision'],
    ['other', 'answer'],
  ] as const)
    one.ask(question, form);
  t.equal(one.checked, 3);
});

t.test('what does not pass is checked, and refused, each time', async (t) => {
  const one = policy(() => false);
  for (const times of [1, 2]) {
    t.throws(() => one.ask('one'), EvaluationFailed);
    t.equal(one.checked, times);
  }
  const other = policy();
  other.says = said('one', { findings: {} });
  for (const _ of [1, 2]) t.throws(() => other.ask('one'), /missing art_1/);
});

t.test('neither large answers nor parts are remembered, and no more than some hundred others', async (t) => {
  const one = policy();
  one.says = said('large', { long: 'x'.repeat(5_000) });
  for (const _ of [1, 2]) one.ask('large');
  t.equal(one.read, 2);
  one.says = said('one');
  for (const _ of [1, 2]) one.ask('one', 'answer', ['article']);
  t.equal(one.read, 4);

  for (let at = 0; at < 300; at += 1) {
    one.says = said('one', { at });
    one.ask('one');
  }
  one.read = 0;
  one.says = said('one', { at: 0 });
  one.ask('one');
  t.equal(one.read, 1, 'the oldest are forgotten');
  one.says = said('one', { at: 299 });
  one.ask('one');
  t.equal(one.read, 1, 'the newest are known');
});
