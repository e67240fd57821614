/** With all facts given nothing is open but what the law itself, or a human, leaves open. */
import fc from 'fast-check';
import t from 'tap';
import type { Catalogue } from '../../src/engine/evaluator.ts';
import { data } from '../support/engines.ts';
import { facts } from '../support/random.ts';
import { ask } from '../support/relations.ts';

const catalogue = data['catalogue'] as Catalogue;
const RUNS = 60;

/** What stays unknown although every leaf is filled in, and why. */
const LEFT_OPEN: Readonly<Record<string, string>> = {
  '/publication': 'the day of publication is an interval',
  '/accident/divisionCode':
    'a code of a zone, of a statistical unit or of a whole prefecture does not tell the township',
  '/accident/placeKind': 'a stated kind of place may contradict the code',
  '/accident/unitDivisionCode': 'a code may stop short of the level that is asked for',
  '/subject/divisionCode': 'a code may stop short of the level that is stated',
  '/register/accidents/*/divisionCode': 'a code may stop short of the level that is asked for',
  '/accident/countedOn': 'counts of a day inside the window are provisional',
  '/appeal/measure': 'article 95 of the Civil Servant Law refers to what another law opens to appeal',
  '/accident/regulators': 'the list may name no regulator of the tier that is reached',
};

for (const question of Object.keys(catalogue.questions).filter((name) => name !== 'memo'))
  t.test(`with complete facts ${question} leaves nothing open of its own`, async (t) => {
    const open = new Set<string>();
    for (const given of fc.sample(facts(catalogue.boundaries, catalogue.groups[question], { complete: true }), RUNS)) {
      for (const [eId, { applies }] of Object.entries(ask(question, given).findings)) {
        if (applies.is !== null) continue;
        const human = (catalogue.provisions[eId]?.['human'] ?? []) as readonly string[];
        for (const path of applies.on.map((path) => path.replace(/\d+/g, '*')))
          if (
            !path.startsWith('/options/') &&
            LEFT_OPEN[path] === undefined &&
            !human.some((fact) => path === fact || path.startsWith(`${fact}/`))
          )
            open.add(`${eId} waits for ${path}`);
      }
    }
    t.same([...open], []);
  });
