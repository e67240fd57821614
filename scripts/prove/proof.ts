/** What a proof is: a file `scripts/prove/<name>.ts` that exports `name`, `title` and `run`. */

export interface ProofOptions {
  /** A form that fits into `.ci/run`: seconds instead of minutes, the same checks on fewer inputs. */
  readonly short: boolean;
  /** Everything random comes from it, so that a failure can be repeated. */
  readonly seed: number;
  /** Only what has this in its path; for a proof that accepts it. */
  readonly only?: string;
  /** One of so many; for a proof that accepts it. */
  readonly share?: number;
  /** A file for what became of each single thing, as the proof goes on; for a proof that accepts it. */
  readonly fates?: string;
}

/** Options that not every proof accepts. */
export type Narrowing = 'only' | 'share' | 'fates';

export interface ProofResult {
  /** What was measured or counted, by a Chinese label with its unit: `{ '请求数': 5000, '最慢（毫秒）': 12.5 }`. */
  readonly figures: Readonly<Record<string, number | string>>;
  /** One line for each thing that did not hold; empty when the proof holds. */
  readonly failures: readonly string[];
}

export interface Proof {
  /** The name of the file without `.ts`. */
  readonly name: string;
  /** What is proven, in one Chinese sentence that can be false. */
  readonly title: string;
  /** What the short form proves, where that is another sentence. */
  readonly shortTitle?: string;
  readonly accepts?: readonly Narrowing[];
  readonly run: (options: ProofOptions) => Promise<ProofResult>;
}
