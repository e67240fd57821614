import fc from 'fast-check';
import { test } from 'tap';
import { isJsonProblem, type JsonProblem, MAX_DEPTH, MAX_MEMBERS, parseJson } from '../../src/kernel/json.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function refusal(input: string | Uint8Array): JsonProblem | undefined {
  try {
    parseJson(typeof input === 'string' ? bytes(input) : input);
  } catch (error) {
    if (isJsonProblem(error)) return error;
    throw error;
  }
  return undefined;
}

test('every JSON value reads as JSON.parse reads it', (t) => {
  fc.assert(
    fc.property(fc.json(), fc.integer({ min: 0, max: 3 }), (text, indent) => {
      const spaced = JSON.stringify(JSON.parse(text), null, indent);
      const problem = refusal(spaced);
      if (problem === undefined) t.strictSame(parseJson(bytes(spaced)), JSON.parse(spaced));
      else
        t.match(
          problem.code,
          /^(number_|negative_zero|lone_surrogate|forbidden_key)/,
          `only a stricter rule refuses: ${problem.code}`,
        );
    }),
    { numRuns: 500 },
  );
  t.end();
});

test('whatever JSON.parse refuses is refused', (t) => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '\\u00',
    '1',
    '01',
    '-',
    '.',
    'e',
    'tru',
    'true',
    'null',
    ' ',
    '\n',
    '\u0001',
  ];
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        let accepted = true;
        try {
          JSON.parse(text);
        } catch {
          accepted = false;
        }
        const code = refusal(text)?.code;
        const strict = code === 'duplicate_key' || code?.startsWith('number_') || code === 'negative_zero';
        return accepted ? code === undefined || strict === true : code !== undefined;
      }),
      { numRuns: 20_000 },
    ),
  );
  t.end();
});

const refused: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['an empty body', '', 'empty_body'],
  ['a byte order mark', '\ufeff{}', 'byte_order_mark'],
  ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'invalid_utf8'],
  ['a surrogate written in UTF-8', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]), 'invalid_utf8'],
  ['GBK', new Uint8Array([0x22, 0xca, 0xaf, 0xd1, 0xdf, 0x22]), 'invalid_utf8'],
  ['a broken text', '{"a": }', 'malformed_json'],
  ['a trailing comma', '{"a": 1,}', 'malformed_json'],
  ['NaN', '{"a": NaN}', 'malformed_json'],
  ['a leading zero', '{"a": 01}', 'malformed_json'],
  ['a comment', '{"a": 1 /* one */}', 'malformed_json'],
  ['a second value', '{} {}', 'trailing_data'],
  ['a key twice', '{"a": {"b": 1, "b": 2}}', 'duplicate_key'],
  ['a key twice, once escaped', '{"a": 1, "\\u0061": 2}', 'duplicate_key'],
  ['__proto__', '{"__proto__": {"deaths": 1}}', 'forbidden_key'],
  ['__proto__ in escapes', '{"\\u005f_proto__": 1}', 'forbidden_key'],
  ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`, 'nesting_too_deep'],
  ['500,000 levels', '['.repeat(500_000), 'nesting_too_deep'],
  ['500,000 levels of objects', '{"a":'.repeat(500_000), 'nesting_too_deep'],
  ['1,001 elements', JSON.stringify(Array(MAX_MEMBERS + 1).fill(0)), 'too_many_members'],
  ['a lone high surrogate', '"\\ud800"', 'lone_surrogate'],
  ['a lone low surrogate', '"\\udc00"', 'lone_surrogate'],
  ['a high surrogate before a letter', '"\\ud800\\u0061"', 'lone_surrogate'],
  ['1e400', '{"a": 1e400}', 'number_out_of_range'],
  ['2^53', '9007199254740992', 'number_out_of_range'],
  ['-2^53', '-9007199254740992', 'number_out_of_range'],
  ['a number below the least double', '1e-400', 'number_out_of_range'],
  ['a fraction that rounds to 2', '2.00000000000000001', 'number_too_precise'],
  ['-0', '-0', 'negative_zero'],
  ['-0.0', '{"a": [-0.0]}', 'negative_zero'],
];

for (const [title, input, code] of refused) {
  test(`${title} is refused as ${code}`, (t) => {
    t.equal(refusal(input)?.code, code);
    t.end();
  });
}

test('values at the bounds are read', (t) => {
  t.equal(parseJson(bytes('9007199254740991')), Number.MAX_SAFE_INTEGER);
  t.equal(parseJson(bytes('-9007199254740991')), Number.MIN_SAFE_INTEGER);
  t.equal(refusal(`${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}`), undefined);
  t.equal((parseJson(bytes(JSON.stringify(Array(MAX_MEMBERS).fill(0)))) as unknown[]).length, MAX_MEMBERS);
  t.equal(parseJson(bytes('"\\ud83d\\ude00"')), '😀');
  t.equal(parseJson(bytes(' 2.5 ')), 2.5);
  t.equal(parseJson(bytes('1e2')), 100);
  t.end();
});

test('a key given twice is named by its pointer, line and column', (t) => {
  const problem = refusal('{\n  "a": [\n    {"deaths": 1, "deaths": 2}\n  ]\n}');

  t.match(problem, { code: 'duplicate_key', pointer: '/a/0/deaths', line: 3, column: 19 });
  t.match(problem?.message, /第 3 行第 19 列/);
  t.end();
});

test('no message or pointer repeats what the text says', (t) => {
  for (const text of [
    '{"张三": 1, "张三": 2}',
    '{"张三": \\u}',
    '"张三',
    '{"a": 张三}',
    '{"张三": [1e400]}',
    '"张三" 张三',
  ]) {
    const problem = refusal(text);
    t.ok(problem, text);
    t.notMatch(`${problem?.message}${problem?.pointer}${problem?.stack}`, /张三|1e400/);
  }
  t.end();
});

test('a text of 10 kB is read within half a millisecond', (t) => {
  const accident = {
    on: '2021-06-13',
    divisionCode: '420303003',
    industry: '城镇燃气',
    grade: '较大',
    isResponsibilityAccident: true,
  };
  const body = bytes(JSON.stringify({ facts: { register: { accidents: Array(90).fill(accident) } } }));
  for (let i = 0; i < 500; i++) parseJson(body);

  const times = Array.from({ length: 200 }, () => {
    const start = performance.now();
    parseJson(body);
    return performance.now() - start;
  }).sort((a, b) => a - b);

  t.ok(body.length > 10_000);
  t.ok((times[100] as number) < 0.5, `median ${((times[100] as number) * 1000).toFixed(0)} µs`);
  t.comment(`median ${((times[100] as number) * 1000).toFixed(0)} µs for ${body.length} bytes`);
  t.end();
});
