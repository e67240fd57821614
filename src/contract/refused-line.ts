/** A line of a stream that was not answered: what the engine tells and HTTP answers with. */
import type { JsonProblem } from '../kernel/json.ts';
import type { ProblemItem } from './validate.ts';

export interface RefusedLine {
  /** Where in the bytes of the piece its answer belongs. */
  readonly at: number;
  readonly line: number;
  readonly id?: string;
  readonly why:
    | { readonly kind: 'json'; readonly problem: Pick<JsonProblem, 'code' | 'message' | 'pointer'> }
    | { readonly kind: 'contract'; readonly items: readonly ProblemItem[] }
    | { readonly kind: 'unknown-question' | 'too-long' | 'failed' };
}
