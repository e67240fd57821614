/** One relation of the law on many inputs, in a thread of its own: see `metamorphic.ts`. */
import fc from 'fast-check';
import { relations } from '../../../test/support/relations.ts';

export interface Checked {
  readonly at: number;
  readonly numRuns: number;
  readonly seed: number;
}

/** @returns how the relation fails, if it does */
export default function check({ at, numRuns, seed }: Checked): string | undefined {
  const relation = relations[at];
  if (relation === undefined) throw new Error(`no relation ${at}`);
  const { failed, counterexample, errorInstance } = fc.check(relation.property, { numRuns, seed });
  return failed ? `${relation.title}：${JSON.stringify(counterexample ?? String(errorInstance))}` : undefined;
}
