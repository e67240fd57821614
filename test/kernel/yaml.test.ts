import fc from 'fast-check';
import t from 'tap';
import { stringify } from 'yaml';
import { isJsonProblem } from '../../src/kernel/json.ts';
import { parseYaml } from '../../src/kernel/yaml.ts';

const read = (text: string) => parseYaml(new TextEncoder().encode(text));

function codeOf(text: string): string | undefined {
  try {
    read(text);
    return undefined;
  } catch (error) {
    if (!isJsonProblem(error)) throw error;
    return error.code;
  }
}

t.test('facts in YAML read as the same facts in JSON, and a day stays a string', async (t) => {
  const text = `input:
  facts:
    accident:
      deaths: 26      # 人
      occurredOn: 2021-06-13
      kind: ~
    register: {accidents: [], complete: yes}
`;

  t.same(read(text), {
    input: {
      facts: {
        accident: { deaths: 26, occurredOn: '2021-06-13', kind: null },
        register: { accidents: [], complete: 'yes' },
      },
    },
  });
});

t.test('any JSON that is accepted reads the same when it is written as YAML', async (t) => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value')), fc.dictionary(fc.string(), tie('value'))),
  }));
  fc.assert(
    fc.property(value, (one) => {
      const text = stringify(one);
      const code = codeOf(text);
      // A key may be __proto__, and a generated text may start with what is no YAML.
      if (code !== undefined) return code === 'forbidden_key' || code === 'empty_body';
      return JSON.stringify(read(text)) === JSON.stringify(one);
    }),
    { numRuns: 500, seed: 20211124 },
  );
  t.pass('500 generated values');
});

for (const [what, text, code] of [
  ['an alias', 'a: &x [1]\nb: *x\n', 'yaml_alias'],
  ['a merge key', 'a: &x {q: 1}\nb:\n  <<: *x\n', 'yaml_alias'],
  ['a key given twice', 'a: 1\na: 2\n', 'duplicate_key'],
  ['a tag', 'a: !!binary aGVsbG8=', 'malformed_yaml'],
  ['a tag of its own', 'a: !person {}', 'malformed_yaml'],
  ['a hexadecimal count', 'a: 0x1F', 'malformed_yaml'],
  ['a count with leading zero', 'a: 012', 'malformed_yaml'],
  ['infinity', 'a: .inf', 'malformed_yaml'],
  ['a number that a double would round', 'a: 9007199254740993', 'number_out_of_range'],
  ['a list as a key', '[1]: 2', 'malformed_yaml'],
  ['two documents', 'a: 1\n---\nb: 2', 'trailing_data'],
  ['a document that does not end', 'a: [1', 'malformed_yaml'],
  ['40 levels', Array.from({ length: 40 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'nesting_too_deep'],
  ['10,000 brackets', '['.repeat(10_000), 'malformed_yaml'],
  ['a list of 1,500 items', '- 1\n'.repeat(1500), 'too_many_members'],
  ['__proto__', '__proto__: 1', 'forbidden_key'],
  ['half a character', 'a: "\\ud800"', 'lone_surrogate'],
  ['nothing', '# nothing\n', 'empty_body'],
] as const)
  t.test(`${what} is refused as ${code}`, async (t) => t.equal(codeOf(text), code));

t.test('a bomb of aliases ends at its first alias', async (t) => {
  const levels = Array.from({ length: 20 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1},`.repeat(9)}]`);

  t.equal(codeOf(['a: &a-1 x', ...levels].join('\n')), 'yaml_alias');
});
