/** What facts that conform to the schema may still have wrong. */
import { checkAgreement } from './agreement.ts';
import { checkPlaces, type DivisionTable } from './places.ts';
import { MAX_ITEMS, type ProblemItem } from './validate.ts';

/**
 * @param base the pointer of the facts in what was submitted, '' or '/facts' or '/input/facts'
 * @returns at most 50 items; none when the facts can be evaluated
 */
export function checkFacts(facts: unknown, table: DivisionTable, base = ''): readonly ProblemItem[] {
  return [...checkPlaces(facts, table, base), ...checkAgreement(facts, base)].slice(0, MAX_ITEMS);
}
