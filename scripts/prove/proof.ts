/** What a proof is: a file `scripts/prove/<name>.ts` that exports `name`, `title` and `run`. */

export interface ProofOptions {
  /** A form that fits into `.ci/run`: seconds instead of minutes, the same checks on fewer inputs. */
  readonly short: boolean;
  /** Everything random comes from it, so that a failure can be repeated. */
  readonly seed: number;
}

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
  readonly run: (options: ProofOptions) => Promise<ProofResult>;
}
