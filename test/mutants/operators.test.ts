/** The mutator plants each fault where it fits, and nothing where it does not. */
import t from 'tap';
import { mutantsOf, provisionAt } from '../../scripts/mutants/operators.ts';

const SOURCE = `package a

# METADATA
# custom:
#   provision: art_1__para_1
#   quote: 10人以上，党委
findings["x"] := logic.all_of([
	logic.given(facts.a),
	count >= 10,
	logic.any_of([b, c]),
])

# METADATA
# custom:
#   provision: art_1__para_2
speaks if {
	role == "党委"
	level in ["省"]
}

names := [name |
	some name in all
	name != ""; is_named(name, {
		"long": true,
	})
]
`;

const changes = (operator: string) =>
  mutantsOf(SOURCE)
    .filter((mutant) => mutant.operator === operator)
    .map(({ change }) => change);

t.test('a threshold is one more and one less, but not in a comment', async (t) => {
  t.same(changes('界限±1'), ['10 → 11', '10 → 9']);
});

t.test('a comparison takes or leaves its boundary, or is turned', async (t) => {
  t.same(changes('比较'), ['>= → >', '== → !=', '!= → ==']);
});

t.test('and is exchanged with or', async (t) => {
  t.same(changes('与或'), ['all_of → any_of', 'any_of → all_of']);
});

t.test('each condition is left out, of a list and of a body, but not what names a thing', async (t) => {
  t.same(changes('漏条件'), [
    '漏掉 logic.given(facts.a)',
    '漏掉 count >= 10',
    '漏掉 logic.any_of([b, c])',
    '漏掉 b',
    '漏掉 c',
    '漏掉 role == "党委"',
    '漏掉 level in ["省"]',
    '漏掉 name != ""',
    '漏掉 is_named(name, { "long": true, })',
  ]);
  const [first] = mutantsOf(SOURCE).filter(({ change }) => change === '漏掉 c');
  t.match(first?.source, 'logic.any_of([b])');
  const [second] = mutantsOf(SOURCE).filter(({ change }) => change === '漏掉 name != ""');
  t.match(second?.source, 'some name in all\n\t is_named(name, {');
});

t.test('an organ and a level of government are exchanged for their neighbours', async (t) => {
  t.same(changes('机关和用语'), ['"党委" → "政府"', '"省" → "乡镇"']);
});

t.test('two blocks exchange their citations', async (t) => {
  t.same(changes('引用'), ['art_1__para_1 ↔ art_1__para_2']);
});

t.test('a fault belongs to the provision whose block stands above it', async (t) => {
  t.equal(provisionAt(SOURCE, 9), 'art_1__para_1');
  t.equal(provisionAt(SOURCE, 17), 'art_1__para_2');
  t.equal(provisionAt(SOURCE, 1), undefined);
});
