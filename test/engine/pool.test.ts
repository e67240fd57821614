/** Large inputs leave the calling thread, which goes on answering, and end within their deadline. */
import { readFileSync } from 'node:fs';
import t from 'tap';
import { canonicalBytes } from '../../src/engine/evaluator.ts';
import { compile, createRun } from '../../src/engine/instance.ts';
import { createPool, isSmall } from '../../src/engine/pool.ts';
import { readBundle } from '../../src/policy/bundle.ts';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';
import { createService } from '../../src/service.ts';

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

t.test('an evaluation beyond its deadline is ended and fails', async (t) => {
  const here = () => t.fail('a large input must not run here') as never;
  const { wasm, data } = await readBundle(builtInBundles.wasm.path, builtInBundles.wasm.sha256);
  const pool = createPool(here, 1, { module: compile(wasm as Uint8Array), data });
  t.teardown(() => pool.close());

  await t.rejects(Promise.resolve(pool.ask({ question: 'addressees', form: 'answer', input })), {
    name: 'EvaluationFailed',
  });
});

t.test('a worker gives the bytes that the calling thread gives', async (t) => {
  const { wasm, data } = await readBundle(builtInBundles.wasm.path, builtInBundles.wasm.sha256);
  const module = compile(wasm as Uint8Array);
  const pool = createPool(() => t.fail('a large input must not run here') as never, 30_000, { module, data });
  t.teardown(() => pool.close());

  const far = await pool.ask({ question: 'addressees', form: 'answer', input });

  const here = createRun(module, data)('questions/addressees/answer', input);
  t.equal(Buffer.from(far.json).toString(), Buffer.from(here.json).toString());
  t.same(far.answer, here.value);
});

t.test(
  'an evaluation that waited in vain for a worker is told from one that failed, and so is one too many',
  async (t) => {
    const here = () => t.fail('a large input must not run here') as never;
    const { wasm, data } = await readBundle(builtInBundles.wasm.path, builtInBundles.wasm.sha256);
    const pool = createPool(here, 1, { module: compile(wasm as Uint8Array), data });
    t.teardown(() => pool.close());

    const asked = Array.from({ length: 80 }, async () => pool.ask({ question: 'addressees', form: 'answer', input }));
    const codes = (await Promise.allSettled(asked)).map((one) => (one as PromiseRejectedResult).reason?.code);

    t.strictSame(codes.slice(0, 2), [undefined, undefined]);
    t.strictSame(new Set(codes.slice(2)), new Set(['TZ_BUSY']));
  },
);
