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
