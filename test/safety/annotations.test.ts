/** The METADATA blocks against the text of the law. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import t from 'tap';
import { parse } from 'yaml';
import { inspect, readInstruments, readingsOf, TEXTS } from '../../scripts/build/catalogue.ts';
import { findTool } from '../../scripts/tools.mjs';

const opa = findTool('opa');
const needsOpa = { skip: opa === null && '缺少 opa：npm run setup' };

t.test('no block is incomplete, unknown or misquoted', needsOpa, async (t) => {
  const input = { annotations: inspect(opa as string), texts: TEXTS.map((path) => parse(readFileSync(path, 'utf8'))) };

  const run = spawnSync(opa as string, ['eval', '-b', 'policies', '-I', '-f', 'raw', 'data.checks.deny'], {
    input: JSON.stringify(input),
  });

  t.equal(run.stdout.toString().trim(), '[]');
});

t.test('every reading of the options has its block, with the same values in the same order', needsOpa, async (t) => {
  const options = JSON.parse(readFileSync('schemas/options.schema.json', 'utf8')) as {
    properties: Record<string, { enum?: string[]; default?: string }>;
  };
  const inSchema = Object.entries(options.properties)
    .filter(([, option]) => option.default !== undefined)
    .map(([name, option]) => [name, option.enum, option.default]);

  const inBlocks = Object.entries(readingsOf(inspect(opa as string))).map(([name, reading]) => [
    name,
    [reading.default, ...reading.alternatives],
    reading.default,
  ]);

  t.same(inBlocks.sort(), inSchema.sort());
});

t.test('the text has the numbers of units that the law has', async (t) => {
  const [measures] = readInstruments();
  const count = (kind: string) => measures?.units.filter((unit) => unit.kind === kind).length;
  const addressable = measures?.units.filter(({ kind }) => kind === 'paragraph' || kind === 'item') ?? [];
  const text = addressable.map((unit) => unit.text).join('');

  t.same([count('chapter'), count('article'), count('paragraph'), count('item')], [5, 20, 35, 32]);
  t.equal(addressable.length, 67);
  t.equal(text.split('。').length - 1, 92, 'sentences');
  t.same(
    ['应当', '可以', '必须', '禁止', '不得'].map((word) => text.split(word).length - 1),
    [28, 5, 8, 1, 0],
  );
});

/** The table of the 67 units that the blocks are held against. */
function pinnedUnits(): readonly { readonly eId: string; readonly modality: string; readonly kind: string }[] {
  const source = readFileSync('policies/checks/pinned.rego', 'utf8');
  return [...source.matchAll(/^\t"(art_[^"]+)": \["(\w+)", "(\w+)"\],$/gm)].map(
    ([, eId = '', modality = '', kind = '']) => ({
      eId,
      modality,
      kind,
    }),
  );
}

const tally = (words: readonly string[]) =>
  Object.fromEntries([...new Set(words)].sort().map((word) => [word, words.filter((other) => other === word).length]));

t.test('the smallest units have the classes and modalities that the specification counts', async (t) => {
  const units = pinnedUnits();
  const smallest = units.filter(({ kind }) => kind !== 'chapeau');

  t.equal(units.length, 67);
  t.equal(smallest.length, 62);
  t.same(tally(smallest.map(({ kind }) => kind)), { M: 20, X: 23, H: 13, R: 4, N: 2 });
  t.same(tally(smallest.map(({ modality }) => modality)), {
    must: 45,
    may: 5,
    definition: 4,
    declarative: 2,
    scope: 2,
    renvoi: 2,
    must_not: 1,
    time: 1,
  });
});

t.test('every article has its paragraphs, its items and its sentences', async (t) => {
  const [measures] = readInstruments();
  const units = measures?.units ?? [];
  const numberOf = (eId: string) => Number(/^art_(\d+)/.exec(eId)?.[1]);
  const perArticle = (kind: string) =>
    Array.from(
      { length: 20 },
      (_, i) => units.filter((unit) => unit.kind === kind && numberOf(unit.eId) === i + 1).length,
    );
  const sentences = (article: number) =>
    units
      .filter(({ eId, kind }) => kind === 'item' && numberOf(eId) === article)
      .map(({ text = '' }) => text.split('。').length - 1)
      .reduce((a, b) => a + b, 0);
  const items = perArticle('item');

  t.same(perArticle('paragraph'), [1, 2, 4, 2, 1, 1, 1, 2, 3, 2, 3, 1, 1, 3, 1, 1, 2, 2, 1, 1]);
  t.same(
    [5, 6, 11, 12, 13].map((article) => items[article - 1]),
    [7, 11, 3, 3, 8],
  );
  t.equal(
    units.filter(({ kind, eId }) => kind === 'paragraph' && units.some((unit) => unit.eId.startsWith(`${eId}__item_`)))
      .length,
    5,
  );
  t.same([sentences(5), sentences(6)], [11, 31]);
});

t.test(
  'a source that an answer names stands in the data of the text, as one of lower rank than the text',
  async (t) => {
    const read = (name: string) =>
      parse(readFileSync(`policies/hubei_joint_accountability/v2020/${name}/data.yaml`, 'utf8'));
    const { sources } = read('text') as { readonly sources: readonly { readonly id: string; readonly rank: string }[] };

    const named = sources.find(({ id }) => id === read('publication')['not_before_source_id']);
    t.match(named?.rank, '不是本办法的组成部分');
  },
);
