/** What the HTTP surfaces need of the service; `src/service.ts` fulfils it. */
import type { RefusedLine } from '../contract/refused-line.ts';

export interface BundleFile {
  readonly path: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** Answers to some lines of a stream: result lines, and what could not be answered. */
export interface StreamPiece {
  readonly bytes: Uint8Array;
  readonly refused: readonly RefusedLine[];
  readonly tally: Readonly<Record<'determined' | 'indeterminate' | 'not_applicable', number>>;
}

export interface Service {
  /** The content hash of the policies. */
  readonly revision: string;
  /** Of this program. */
  readonly version: string;
  readonly bundles: { readonly wasm: BundleFile; readonly rego: BundleFile };
  /** `questions/addressees/decision` and the like. */
  readonly entrypoints: readonly string[];
  readonly questions: readonly string[];
  /** The data of the bundle, with the editions of the division table that were added. */
  readonly data: unknown;
  /** Those editions, with the digests of their files. */
  readonly addedEditions?: readonly { readonly edition: string; readonly sha256: string }[];
  /** The Rego files of the bundle. */
  readonly modules: readonly { readonly id: string; readonly raw: string; readonly ast: object }[];
  /** The value of an entrypoint, as OPA would give it. Facts and options conform to the contract. */
  evaluate(entrypoint: string, facts: unknown, options: unknown): Promise<unknown>;
  /** The same as `{"result": …}` in UTF-8, as the policy wrote it. */
  evaluateJson(entrypoint: string, facts: unknown, options: unknown): Promise<Uint8Array>;
  /** A decision with sensitivity and provenance. Facts and options conform to the contract. */
  decide(question: string, facts: unknown, options: unknown): Promise<unknown>;
  /** The same as canonical JSON (RFC 8785), UTF-8. */
  decideJson(question: string, facts: unknown, options: unknown): Promise<{ readonly bytes: Uint8Array }>;
  /** Answers a stream of NDJSON in the order of its lines, with back-pressure; stops when the reader leaves. */
  stream(source: AsyncIterable<Uint8Array>, form: 'answer' | 'decision'): AsyncGenerator<StreamPiece>;
  /** Why, why not, which missing fact decides, and what would have to differ; `about` limits it to one provision. */
  explain(question: string, facts: unknown, options: unknown, about?: string): Promise<unknown>;
  /** The decision as a memo in official Chinese. */
  memo(question: string, facts: unknown, options: unknown, format: 'markdown' | 'html'): Promise<string>;
  /** Whether a question answers a provision. */
  answers(question: string, provision: string): boolean;
}
