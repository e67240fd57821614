/** The duty sentences of Articles 5 and 6, counted in the text, and what an evaluation can be given for. */
import { readFileSync } from 'node:fs';
import t from 'tap';
import { blocksOf, inspect, readInstruments, sentencesOf } from '../../scripts/build/catalogue.ts';
import { findTool } from '../../scripts/tools.mjs';

const opa = findTool('opa');
const needsOpa = { skip: opa === null && '缺少 opa：npm run setup' };

/** The units of an article's items that are one sentence each: the sentences, or the item that has only one. */
function dutySentences(article: string): readonly string[] {
  const items = readInstruments()[0]?.units.filter(({ eId }) => eId.startsWith(`${article}__para_1__item_`)) ?? [];
  return items.flatMap((item) => {
    const sentences = sentencesOf(item).map(({ eId }) => eId);
    return sentences.length === 0 ? [item.eId] : sentences;
  });
}

t.test('the items of Articles 5 and 6 are 11 and 31 sentences', async (t) => {
  t.equal(dutySentences('art_5').length, 11);
  t.equal(dutySentences('art_6').length, 31);
});

t.test('every duty sentence has a block that the question about duties answers', needsOpa, async (t) => {
  const asked = blocksOf(inspect(opa as string))
    .filter(({ questions }) => questions?.includes('duties'))
    .map(({ provision }) => provision);

  const sentences = [...dutySentences('art_5'), ...dutySentences('art_6')];

  t.same(
    sentences.filter((eId) => !asked.includes(eId)),
    [],
  );
});

t.test('an evaluation can be given for just the sentences whose block waits for one', needsOpa, async (t) => {
  const facts = JSON.parse(readFileSync('schemas/facts-duties.schema.json', 'utf8')) as {
    $defs: { DutyEvaluation: { properties: { provision: { enum: readonly string[] } } } };
  };
  const blocks = blocksOf(inspect(opa as string));
  const isMadeOfSentences = (eId: string) => blocks.some(({ provision }) => provision.startsWith(`${eId}__s`));

  const waiting = blocks
    .filter(({ human }) => human?.includes('/dutyEvaluations'))
    .map(({ provision }) => provision)
    .filter((eId) => !isMadeOfSentences(eId));

  t.same([...facts.$defs.DutyEvaluation.properties.provision.enum].sort(), waiting.sort());
});
