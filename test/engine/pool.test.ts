/** What leaves the calling thread, which goes on answering: large inputs, which end within their deadline, and many at once. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import t from 'tap';
import { compile, createRun } from '../../src/engine/instance.ts';
import { createLocal, type Local } from '../../src/engine/local.ts';
import { createPool, isSmall } from '../../src/engine/pool.ts';
import { canonicalBytes } from '../../src/kernel/canonical.ts';
import type { Evaluation } from '../../src/operations/metrics.ts';
import { readBundle } from '../../src/policy/bundle.ts';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';
import { createService } from '../../src/service.ts';

const { wasm, data } = await readBundle(builtInBundles.wasm.path, builtInBundles.wasm.sha256);
const module = compile(wasm as Uint8Array);
const provenance = { bundle: { revision: '', sha256: '' }, wasm: '', service: '' };
const parts = { module, data, provenance };

/** A calling thread on which nothing may be evaluated. */
const nowhere: Local = {
  ask: () => {
    throw new Error('a large input must not run here');
  },
  decide: () => Promise.reject(new Error('a large input must not run here')),
};

const { facts } = JSON.parse(readFileSync('src/http/example.json', 'utf8')) as { facts: Record<string, unknown> };
const accidents = Array.from({ length: 500 }, (_, i) => ({
  on: '2021-01-01',
  divisionCode: '420303003',
  industry: `行业${i}`,
  grade: '较大',
  isResponsibilityAccident: true,
}));
const large = { ...facts, register: { accidents, complete: true } };
const input = canonicalBytes({ facts: large, options: {} });

t.test('an input of 500 accidents is not small, the example is', async (t) => {
  t.equal(isSmall(input), false);
  t.equal(isSmall(canonicalBytes({ facts, options: {} })), true);
});

t.test('timers fire while a large input is evaluated', async (t) => {
  const service = await createService();
  t.teardown(() => service.close());
  let ticks = 0;
  const ticking = setInterval(() => {
    ticks += 1;
  }, 1);

  const answer = (await service.evaluate('questions/addressees/answer', large, {})) as { status: string };

  clearInterval(ticking);
  t.equal(answer.status, 'indeterminate');
  t.ok(ticks > 1);
});

t.test('an evaluation beyond its deadline is ended and fails, and is told of', async (t) => {
  const told: Evaluation[] = [];
  // Less than a worker takes to start, more than a task waits to be sent.
  const pool = createPool(nowhere, 50, parts, (evaluation) => told.push(evaluation));
  t.teardown(() => pool.close());

  await t.rejects(pool.ask({ question: 'addressees', form: 'answer', input }), {
    name: 'EvaluationFailed',
  });
  await t.rejects(pool.decide({ question: 'addressees', facts: large, options: {} }), { name: 'EvaluationFailed' });

  t.strictSame(
    told.map(({ question, form, outcome }) => [question, form, outcome]),
    [
      ['addressees', 'answer', 'failed'],
      ['addressees', 'decision', 'failed'],
    ],
  );
});

t.test('a worker gives the bytes that the calling thread gives', async (t) => {
  const pool = createPool(nowhere, 30_000, parts);
  t.teardown(() => pool.close());

  const far = await pool.ask({ question: 'addressees', form: 'answer', input });

  const here = createRun(module, data)('questions/addressees/answer', input);
  t.equal(Buffer.from(far.json).toString(), Buffer.from(here.json).toString());
  t.same(far.answer, here.value);
});

t.test(
  'an evaluation that waited in vain for a worker is told from one that failed, and so is one too many',
  async (t) => {
    // Less than a worker takes to start.
    const told: Evaluation[] = [];
    const pool = createPool(nowhere, 50, parts, (evaluation) => told.push(evaluation));
    t.teardown(() => pool.close());

    const asked = Array.from({ length: 80 }, () => pool.ask({ question: 'addressees', form: 'answer', input }));
    const codes = (await Promise.allSettled(asked)).map((one) => (one as PromiseRejectedResult).reason?.code);

    const failed = codes.filter((code) => code === undefined).length;
    t.equal(failed, availableParallelism());
    t.equal(told.length, failed);
    t.strictSame(codes.slice(0, failed), Array(failed).fill(undefined));
    t.strictSame(new Set(codes.slice(failed)), new Set(['TZ_BUSY']));
  },
);

const gradeOf = (deaths: number) => ({ question: 'grade', facts: { accident: { deaths } }, options: {} });

t.test('one decision alone is made here, many at once in workers, each as it is here', async (t) => {
  const here: Evaluation[] = [];
  const far: Evaluation[] = [];
  const local = createLocal(parts, provenance, (evaluation) => here.push(evaluation));
  const pool = createPool(local, 30_000, parts, (evaluation) => far.push(evaluation));
  t.teardown(() => pool.close());

  await pool.decide(gradeOf(1));
  t.equal(here.length, 1);
  t.equal(pool.usage().threads, 0);
  // The first crowd is answered here and wakes the workers.
  while (far.length === 0) await Promise.all(Array.from({ length: 20 }, (_, at) => pool.decide(gradeOf(at))));
  const many = await Promise.all(Array.from({ length: 200 }, (_, at) => pool.decide(gradeOf(at % 40))));

  t.equal(
    far.every(({ question, form, seconds }) => question === 'grade' && form === 'decision' && seconds > 0),
    true,
  );
  for (const [at, { bytes, status, result }] of many.entries()) {
    const alone = await local.decide(gradeOf(at % 40));
    t.equal(Buffer.from(bytes).toString(), Buffer.from(alone.bytes).toString());
    t.strictSame([status, result], [alone.status, alone.result]);
  }
});

t.test('what takes long is not taken for short because much of the same question is', async (t) => {
  const far: Evaluation[] = [];
  const local = createLocal(parts, provenance, () => undefined);
  const asleep = new Int32Array(new SharedArrayBuffer(4));
  const slow: Local = {
    ...local,
    decide: (wanted) => {
      if (wanted.options.sensitivity === 'all') Atomics.wait(asleep, 0, 0, 40);
      return local.decide(wanted);
    },
  };
  const pool = createPool(slow, 30_000, parts, (evaluation) => far.push(evaluation));
  t.teardown(() => pool.close());

  // The calling thread has no deadline, and whoever asks waits for it.
  for (let round = 0; round < 200 && far.length === 0; round += 1) {
    for (let deaths = 0; deaths < 10; deaths += 1) await pool.decideToRecord(gradeOf(deaths));
    await pool.decideToRecord({ ...gradeOf(3), options: { sensitivity: 'all' } });
  }

  t.ok(far.length > 0, 'it goes to a worker');
});

t.test('a question that the rules do not know fails by itself among others', async (t) => {
  const pool = createPool(nowhere, 30_000, parts);
  t.teardown(() => pool.close());
  const long = 'x'.repeat(20_000);
  const asked = ['grade', 'nothing'].map((question) => pool.decide({ question, facts: { long }, options: {} }));

  const [known, unknown] = await Promise.allSettled(asked);

  t.equal(known?.status, 'fulfilled');
  t.match(unknown, { status: 'rejected', reason: { name: 'EvaluationFailed' } });
});
