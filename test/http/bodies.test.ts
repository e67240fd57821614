/** Bodies that are no JSON or do not fit the contract: refused on both surfaces with what is wrong and where. */
import { test } from 'tap';
import { validate } from '../../src/contract/validate.ts';
import type { ProblemCode } from '../../src/http/problems.ts';
import { type Call, example, fakeApp, JSON_HEADERS, withAccident } from './fake.ts';

interface Bad {
  readonly title: string;
  readonly payload: string | Buffer;
  readonly native: readonly [number, ProblemCode];
  readonly item?: readonly [string, string];
}

const text = JSON.stringify;
const accident = (changes: Readonly<Record<string, unknown>>) => text(withAccident(changes));
const violation = [422, 'schema-violation'] as const;
const malformed = [400, 'malformed-json'] as const;
const raw = (member: string) => `{"question":"grade","facts":{"accident":{${member}}}}`;

/** Each is refused on both surfaces, and nothing is evaluated. */
const BAD: readonly Bad[] = [
  {
    title: 'a string for a count',
    payload: accident({ deaths: '26' }),
    native: violation,
    item: ['wrong_type', '/facts/accident/deaths'],
  },
  {
    title: 'a negative count',
    payload: accident({ deaths: -1 }),
    native: violation,
    item: ['negative', '/facts/accident/deaths'],
  },
  {
    title: '2.5 deaths',
    payload: accident({ deaths: 2.5 }),
    native: violation,
    item: ['not_an_integer', '/facts/accident/deaths'],
  },
  {
    title: 'a boolean for a count',
    payload: accident({ deaths: true }),
    native: violation,
    item: ['wrong_type', '/facts/accident/deaths'],
  },
  {
    title: 'a list for a count',
    payload: accident({ deaths: [26] }),
    native: violation,
    item: ['wrong_type', '/facts/accident/deaths'],
  },
  {
    title: 'an unknown key',
    payload: accident({ directLoss: 1 }),
    native: violation,
    item: ['unknown_property', '/facts/accident/directLoss'],
  },
  {
    title: 'an unknown division code',
    payload: accident({ divisionCode: '420303099' }),
    native: violation,
    item: ['unknown_division_code', '/facts/accident/divisionCode'],
  },
  {
    title: 'a loss with decimals',
    payload: accident({ directLossYuan: 53954100.5 }),
    native: violation,
    item: ['not_an_integer', '/facts/accident/directLossYuan'],
  },
  {
    title: 'a day that does not exist',
    payload: accident({ occurredOn: '2021-02-30' }),
    native: violation,
    item: ['invalid_date', '/facts/accident/occurredOn'],
  },
  {
    title: 'an unknown code in the register',
    payload: text({
      question: 'grade',
      facts: {
        register: {
          accidents: [
            { on: '2021-01-01', divisionCode: '420000' },
            { on: '2021-01-01', divisionCode: '429999' },
          ],
        },
      },
    }),
    native: violation,
    item: ['unknown_division_code', '/facts/register/accidents/1/divisionCode'],
  },
  {
    title: 'a key given twice',
    payload: raw('"deaths":3,"deaths":30'),
    native: [400, 'duplicate-key'],
    item: ['duplicate_key', '/facts/accident/deaths'],
  },
  {
    title: 'broken JSON',
    payload: '{"question":"grade","facts":{"accident":{"deaths":}}}',
    native: malformed,
    item: ['malformed_json', ''],
  },
  {
    title: 'JSON with something behind it',
    payload: `${text(example)}x`,
    native: malformed,
    item: ['trailing_data', ''],
  },
  {
    title: 'nesting of 500,000 levels',
    payload: '['.repeat(250_000),
    native: malformed,
    item: ['nesting_too_deep', ''],
  },
  {
    title: '1e400',
    payload: raw('"deaths":1e400'),
    native: malformed,
    item: ['number_out_of_range', '/facts/accident/deaths'],
  },
  { title: '-0', payload: raw('"deaths":-0'), native: malformed, item: ['negative_zero', '/facts/accident/deaths'] },
  {
    title: 'a lone surrogate',
    payload: raw('"industry":"\\ud800"'),
    native: malformed,
    item: ['lone_surrogate', '/facts/accident/industry'],
  },
  { title: 'a byte order mark', payload: `\ufeff${text(example)}`, native: malformed, item: ['byte_order_mark', ''] },
  {
    title: 'bytes that are no UTF-8',
    payload: Buffer.from(raw('"industry":"\xff"'), 'latin1'),
    native: malformed,
    item: ['invalid_utf8', ''],
  },
  {
    title: '__proto__',
    payload: raw('"__proto__":{"deaths":3}'),
    native: malformed,
    item: ['forbidden_key', '/facts/accident/__proto__'],
  },
  {
    title: 'constructor as a key',
    payload: raw('"constructor":{"prototype":{}}'),
    native: violation,
    item: ['unknown_property', '/facts/accident'],
  },
  {
    title: 'a body of 10 MB',
    payload: text({ question: 'grade', facts: {}, padding: 'x'.repeat(10_000_000) }),
    native: [413, 'too-large'],
  },
  { title: 'a list in place of an object', payload: '[]', native: violation, item: ['wrong_type', ''] },
  { title: 'null', payload: 'null', native: violation, item: ['wrong_type', ''] },
  { title: 'no facts', payload: '{"question":"grade"}', native: violation, item: ['missing_property', '/facts'] },
];

for (const { title, payload, native, item } of BAD) {
  test(`${title} is refused and evaluates nothing`, async (t) => {
    const calls: Call[] = [];
    const app = fakeApp(calls);
    t.teardown(() => app.close());

    const answer = await app.inject({ method: 'POST', url: '/api/v1/evaluations', headers: JSON_HEADERS, payload });

    const body = answer.json();
    t.equal(answer.statusCode, native[0]);
    t.equal(body.code, native[1]);
    t.equal(body.type, `urn:tongze:problem:${native[1]}`);
    t.match(answer.headers['content-type'], /^application\/problem\+json/);
    t.strictSame(validate('problem.schema.json', body), []);
    if (item) t.match(body.errors[0], { code: item[0], pointer: item[1] });
    t.strictSame(calls, []);
  });

  test(`${title} is refused on OPA's paths as a client's mistake`, async (t) => {
    const calls: Call[] = [];
    const app = fakeApp(calls);
    t.teardown(() => app.close());
    const source = Buffer.from(payload);
    // The same text as the value of `input`; broken texts stay broken, `question` is one key too many.
    const wrapped = source[0] === 0xef ? source : Buffer.concat([Buffer.from('{"input":'), source, Buffer.from('}')]);

    const answer = await app.inject({
      method: 'POST',
      url: '/v1/data/questions/grade/answer',
      headers: JSON_HEADERS,
      payload: wrapped,
    });

    const body = answer.json();
    t.equal(answer.statusCode, native[0] === 413 ? 413 : 400);
    t.equal(body.code, native[0] === 413 ? 'too_large' : 'invalid_parameter');
    t.equal(typeof body.message, 'string');
    t.strictSame(Object.keys(body).slice(0, 2), ['code', 'message']);
    for (const one of body.errors ?? []) t.match(one, { code: String, message: String });
    t.match(answer.headers['content-type'], /^application\/json/);
    t.strictSame(validate('problem.schema.json', body), []);
    t.strictSame(calls, []);
  });
}

test('a string for a count is told what would be right, and a misspelt key what was meant', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());

  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/evaluations',
    payload: withAccident({ deaths: '26', directLoss: 1.5 }),
  });

  const { errors } = answer.json();
  t.match(errors.find((one: { code: string }) => one.code === 'wrong_type').remedy, /应为整数，不要加引号/);
  t.match(
    errors.find((one: { code: string }) => one.code === 'unknown_property').remedy,
    /改为 directLossYuan（整数元）/,
  );
});

test('a code of another province is no unknown code', async (t) => {
  const calls: Call[] = [];
  const app = fakeApp(calls);
  t.teardown(() => app.close());

  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/evaluations',
    payload: withAccident({ divisionCode: '110101' }),
  });

  t.equal(answer.statusCode, 200);
  t.equal(calls.length, 1);
});
