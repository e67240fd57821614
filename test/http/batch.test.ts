/** `POST /v1/batch/data/{path}` after the contract of Enterprise OPA. */
import t from 'tap';
import { type Call, fakeApp } from './fake.ts';

const URL = '/v1/batch/data/questions/grade/answer';

t.test('every input is answered by its id, with the common input merged below it', async (t) => {
  const calls: Call[] = [];
  const app = fakeApp(calls);
  t.teardown(() => app.close());

  const answer = await app.inject({
    method: 'POST',
    url: `${URL}/status`,
    payload: {
      inputs: { 一: { facts: { accident: { deaths: 3 } } }, b: { options: { gate: 'presumed' } }, c: {} },
      common_input: { facts: { accident: { deaths: 1, occurredOn: '2021-06-13' } }, options: { gate: 'strict' } },
    },
  });

  t.equal(answer.statusCode, 200);
  t.same(answer.json().responses, {
    一: { result: 'indeterminate' },
    b: { result: 'indeterminate' },
    c: { result: 'indeterminate' },
  });
  t.type(answer.json().batch_decision_id, 'string');
  t.same(
    calls.map(({ facts, options }) => [facts, options]),
    [
      [{ accident: { deaths: 3, occurredOn: '2021-06-13' } }, { gate: 'strict' }],
      [{ accident: { deaths: 1, occurredOn: '2021-06-13' } }, { gate: 'presumed' }],
      [{ accident: { deaths: 1, occurredOn: '2021-06-13' } }, { gate: 'strict' }],
    ],
  );
});

t.test('one invalid input refuses all before any is evaluated, and is named', async (t) => {
  const calls: Call[] = [];
  const app = fakeApp(calls);
  t.teardown(() => app.close());
  const inputs = { a: { facts: {} }, b: { facts: { accident: { deaths: '3' } } }, '张 三': { facts: 1 } };

  const answer = await app.inject({ method: 'POST', url: URL, payload: { inputs } });

  t.equal(answer.statusCode, 400);
  t.same(
    answer.json().errors.map(({ pointer }: { pointer: string }) => pointer),
    ['/inputs/b/facts/accident/deaths', '/inputs/2/facts'],
  );
  t.notMatch(answer.body, /张 三/);
  t.same(calls, []);
});

t.test('some failures give 207 with a status each, only failures 500', async (t) => {
  let asked = 0;
  const sometimes = async () => {
    asked += 1;
    if (asked === 2) throw new Error('opa_abort');
    return { status: 'determined' };
  };
  const inputs = { a: { facts: {} }, b: { facts: {} } };
  const mixed = fakeApp([], { evaluate: sometimes });
  const none = fakeApp([], { evaluate: () => Promise.reject(new Error('opa_abort')) });
  t.teardown(() => Promise.all([mixed.close(), none.close()]));

  const some = await mixed.inject({ method: 'POST', url: URL, payload: { inputs } });
  const all = await none.inject({ method: 'POST', url: URL, payload: { inputs } });

  t.equal(some.statusCode, 207);
  t.match(some.json().responses, {
    a: { result: { status: 'determined' }, http_status_code: '200' },
    b: { code: 'internal_error', message: String, http_status_code: '500' },
  });
  t.equal(all.statusCode, 500);
  t.match(all.json().responses, { a: { code: 'internal_error' }, b: { code: 'internal_error' } });
});

t.test('a batch without inputs, with too many, or that grows too much is refused', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());
  const ask = async (payload: object, url = URL) => (await app.inject({ method: 'POST', url, payload })).statusCode;
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`i${i}`, { facts: {} }]));

  t.equal(await ask({}), 400);
  t.equal(await ask({ inputs: [] }), 400);
  t.equal(await ask({ inputs: {}, common_input: 1 }), 400);
  t.equal(await ask({ inputs: many(501) }), 400);
  t.equal(await ask({ inputs: many(500), common_input: { a: 'x'.repeat(3000) } }), 413);
  t.equal(await ask({ inputs: {} }), 200);
  t.equal(await ask({ inputs: {} }, '/v1/batch/data/none'), 400);
});
