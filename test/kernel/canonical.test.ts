import canonicalize from 'canonicalize';
import fc from 'fast-check';
import t from 'tap';
import {
  canonical,
  canonicalBytes,
  memberOf,
  membersOf,
  objectOf,
  objectOfTexts,
  objectWith,
  writerWith,
} from '../../src/kernel/canonical.ts';

const number = fc.oneof(fc.double({ noDefaultInfinity: true, noNaN: true }), fc.integer(), fc.maxSafeInteger());
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.nat().map(String));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, false),
    number,
    text,
    fc.array(tie('value')),
    fc.dictionary(text, tie('value'), { noNullPrototype: true }),
  ),
}));

t.test('every JSON value has the text that the implementation of the author of RFC 8785 gives it', async (t) => {
  const { failed, counterexample } = fc.check(
    fc.property(value, (given) => canonical(given) === canonicalize(given)),
    { numRuns: 2_000 },
  );
  t.notOk(failed, JSON.stringify(counterexample));
});

t.test('names are in the order of their code units, also among many and where they look like numbers', async (t) => {
  const names = [
    '10',
    '9',
    '\u{1f600}',
    '\uffff',
    'é',
    'e',
    '',
    ...Array.from({ length: 300 }, (_, at) => `n${at % 7}${at}`),
  ];
  const given = Object.fromEntries(names.map((name) => [name, 1]));

  t.equal(canonical(given), canonicalize(given));
  t.match(canonical(given), /^\{"":1,"10":1,"9":1,"e":1,"n00":1/);
});

t.test('the example of the RFC', async (t) => {
  const given = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001,-0],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  );

  t.equal(
    canonical(given),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  t.strictSame(Buffer.from(canonicalBytes(given)).toString(), canonical(given));
});

t.test('what is no JSON value is refused', async (t) => {
  for (const given of [Number.NaN, [Number.POSITIVE_INFINITY], { a: 1n }, { a: () => 1 }])
    t.throws(() => canonical(given), `${typeof given}`);
  const round: unknown[] = [];
  round.push(round);
  t.throws(() => canonical(round), TypeError);
});

t.test('objects that are put together have the text of the whole', async (t) => {
  const object = fc.dictionary(text, value, { noNullPrototype: true });
  const { failed, counterexample } = fc.check(
    fc.property(object, fc.array(object, { minLength: 1, maxLength: 4 }), (common, all) => {
      const write = writerWith(common);
      // Twice: what was learnt from the first must not show in the second.
      return [...all, ...all].every((own) => write(own) === canonical({ ...common, ...own }));
    }),
    { numRuns: 1_000 },
  );
  t.notOk(failed, JSON.stringify(counterexample));
  const parts = fc.check(
    fc.property(object, (given) => {
      const texts = Object.fromEntries(Object.entries(given).map(([name, member]) => [name, canonical(member)]));
      const bytes = Buffer.from(objectOf(membersOf(given))).toString();
      return objectOfTexts(texts) === canonical(given) && bytes === canonical(given);
    }),
    { numRuns: 1_000 },
  );
  t.notOk(parts.failed, JSON.stringify(parts.counterexample));
  t.equal(writerWith({})({}), '{}');
  const added = fc.check(
    fc.property(object, text, fc.array(value, { minLength: 1, maxLength: 3 }), (given, name, values) => {
      const { [name]: _, ...others } = given;
      const withOne = objectWith(membersOf(others), name);
      return values.every(
        (more) =>
          Buffer.from(withOne(memberOf(name, canonical(more)))).toString() === canonical({ ...others, [name]: more }),
      );
    }),
    { numRuns: 1_000 },
  );
  t.notOk(added.failed, JSON.stringify(added.counterexample));
});
