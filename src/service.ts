/** The service apart from HTTP: the built-in bundle, loaded and checked, and what can be asked of it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Decision, Explanation } from './contract/generated/types.ts';
import type { DivisionTable } from './contract/places.ts';
import { contractDigest, type Schema } from './contract/schemas.ts';
import { changes, type Decided, type Options } from './engine/decide.ts';
import { type Answer, type Catalogue, type Form, inputOf, type Reply } from './engine/evaluator.ts';
import { type GoldenResult, tryGolden } from './engine/golden.ts';
import type { Piece } from './engine/lines.ts';
import { createLocal } from './engine/local.ts';
import { createPool, type Pool } from './engine/pool.ts';
import { createStreams } from './engine/stream.ts';
import { canonicalBytes } from './kernel/canonical.ts';
import { sha256 } from './kernel/sha256.ts';
import type { Evaluation, Usage } from './operations/metrics.ts';
import { traced } from './operations/traced.ts';
import { readBundle } from './policy/bundle.ts';
import { type AddedEdition, readEditions, withEditions } from './policy/editions.ts';
import { builtInBundles } from './policy/generated/bundles.ts';
import { html, markdown } from './reader/document.ts';
import { explain } from './reader/explain.ts';
import { memo } from './reader/memo.ts';
import type { Origin } from './records/appending.ts';

const ROOT = new URL('../', import.meta.url);

/** Syntax trees of the built-in bundle, within the program's folder. */
export const TREES = 'src/policy/generated/modules.json';

/** Milliseconds that the evaluation of a large input may take. */
const DEADLINE_MS = 5_000;

export interface TongzeService {
  readonly revision: string;
  readonly version: string;
  readonly bundles: {
    readonly wasm: { readonly path: string; readonly sha256: string };
    readonly rego: { readonly path: string; readonly sha256: string };
  };
  readonly entrypoints: readonly string[];
  readonly questions: readonly string[];
  /** Of the bundle, with the editions of the division table that were added. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly addedEditions: readonly AddedEdition[];
  /** The bytes of their files, by their digests. */
  readonly editionFiles: ReadonlyMap<string, Uint8Array>;
  /** The Rego files with their syntax trees, reduced to packages and heads of rules. */
  readonly modules: readonly { readonly id: string; readonly raw: string; readonly ast: object }[];
  /** What every record says of the program and its rules. */
  readonly origin: Origin;
  /** The value of an entrypoint, as stock OPA with the Rego bundle gives it. */
  evaluate(entrypoint: string, facts: unknown, options: unknown): Promise<unknown>;
  /** The same as `{"result": …}` in UTF-8, in the order of keys that the policy wrote. */
  evaluateJson(entrypoint: string, facts: unknown, options: unknown): Promise<Uint8Array>;
  /** A decision with sensitivity, versions and provenance. */
  decide(question: string, facts: unknown, options: unknown): Promise<unknown>;
  /** The same as canonical JSON (RFC 8785) in UTF-8, with what a record needs of it. */
  decideJson(question: string, facts: unknown, options: unknown): Promise<Decided>;
  /** The same, for who hands the decision to the thread that writes. */
  decideToRecord(question: string, facts: unknown, options: unknown): Promise<Decided>;
  /** Answers a stream of NDJSON in the order of its lines. */
  stream(source: AsyncIterable<Uint8Array>, form: Form): AsyncGenerator<Piece>;
  /** What differs between two decisions with the same provisions. */
  compare(before: unknown, after: unknown): ReturnType<typeof changes>;
  /** How busy the worker threads are. */
  usage(): Usage;
  /** Why, why not, which missing fact decides, and what would have to differ. */
  explain(question: string, facts: unknown, options: unknown, about?: string): Promise<Explanation>;
  /** The decision as a memo in official Chinese. */
  memo(question: string, facts: unknown, options: unknown, format: 'markdown' | 'html'): Promise<string>;
  /** Asks the cases that a bundle brought along, in a thread of their own. */
  golden(cases: Uint8Array): Promise<GoldenResult>;
  /** Whether a question answers a provision. */
  answers(question: string, provision: string): boolean;
  close(): Promise<void>;
}

export interface ServiceOptions {
  /** Is told of every evaluation, those for sensitivity included. */
  readonly evaluated?: (evaluation: Evaluation) => void;
  /** A file, a folder or a list of files with more editions of the division table. */
  readonly territory?: string | readonly string[] | undefined;
  /** The version of the contract that answers have to fit; the program's own if absent. */
  readonly contract?: ReadonlyMap<string, Schema>;
  /** Paths, within the program's folder unless absolute, and digests; those that it was built with if absent. */
  readonly bundles?: BundlePaths;
}

interface Digested {
  readonly path: string;
  readonly sha256: string;
}

export interface BundlePaths {
  readonly wasm: Digested;
  readonly rego: Digested;
  /** Syntax trees of the Rego files; those of the program if absent. */
  readonly trees?: Digested;
}

type Trees = Readonly<Record<string, object>>;

/**
 * @throws when a bundle is missing or is not the one that this version was built with, or an added edition of the
 *   division table is not fit for use
 */
export async function createService({
  evaluated = () => undefined,
  territory,
  contract,
  bundles = builtInBundles,
}: ServiceOptions = {}): Promise<TongzeService> {
  const paths = {
    wasm: { path: located(bundles.wasm.path), sha256: bundles.wasm.sha256 },
    rego: { path: located(bundles.rego.path), sha256: bundles.rego.sha256 },
  };
  const bundle = await readBundle(paths.wasm.path, paths.wasm.sha256);
  // The plain Rego bundle keeps the comments of the authors, which the compiled one leaves out.
  const { modules: texts } = await readBundle(paths.rego.path, paths.rego.sha256);
  const trees = treesOf(bundles.trees);
  const modules = texts.map(({ id, raw }) => ({ id, raw, ast: trees[id] ?? {} }));
  if (bundle.wasm === undefined) throw new Error('规则包没有编译好的策略 (the bundle holds no policy.wasm)');
  const { version, dependencies } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as Package;
  const catalogue = bundle.data['catalogue'] as Catalogue;
  const noteTexts = bundle.data['notes'] as Readonly<Record<string, string>>;
  // Elsewhere: other requests are answered meanwhile.
  const module = await WebAssembly.compile(bundle.wasm as Uint8Array<ArrayBuffer>);
  const editions = territory === undefined ? [] : readEditions(territory, editionsOf(bundle.data), today());
  const data = withEditions(bundle.data, editions);
  const addedEditions = editions.map(({ edition, sha256 }) => ({ edition, sha256 }));
  const questions = Object.keys(catalogue.questions).sort();
  const provenance = {
    bundle: { revision: bundle.revision, sha256: bundle.sha256 },
    wasm: sha256(bundle.wasm),
    ...(addedEditions.length === 0 ? {} : { territory: addedEditions }),
    service: `tongze ${version}`,
  };
  const parts = { module, data, contract };
  const local = createLocal(parts, provenance, evaluated);
  const pool = createPool(local, DEADLINE_MS, { ...parts, provenance }, evaluated);
  const streams = createStreams({ module, data }, DEADLINE_MS);
  const reply = async (entrypoint: string, facts: unknown, options: unknown): Promise<Reply> => {
    const [, question, form] = entrypoint.split('/') as [string, string, Form];
    const input = canonicalBytes(inputOf(catalogue, question, facts, options));
    return traced(question, form, () => pool.ask({ question, form, input }));
  };
  const deciding = (decide: Pool['decide']) => (question: string, facts: unknown, options: unknown) =>
    traced(question, 'decision', () => decide({ question, facts, options: (options ?? {}) as Options }));
  const decideJson = deciding(pool.decide);
  const decided = async (question: string, facts: unknown, options: unknown) =>
    JSON.parse(UTF8.decode((await decideJson(question, facts, options)).bytes)) as Decision;
  return {
    revision: bundle.revision,
    version,
    bundles: paths,
    entrypoints: questions.flatMap((question) => [`questions/${question}/answer`, `questions/${question}/decision`]),
    questions,
    data,
    addedEditions,
    editionFiles: new Map(editions.map(({ sha256: digest, bytes }) => [digest, bytes])),
    modules,
    origin: {
      bundle: { ...provenance.bundle, wasm: provenance.wasm, rego: paths.rego.sha256 },
      contract: contractDigest(),
      instruments: instrumentsOf(bundle.data),
      ...(addedEditions.length === 0 ? {} : { territory: [...addedEditions] }),
      engine: {
        service: provenance.service,
        wasm: `opa-wasm ${dependencies['@open-policy-agent/opa-wasm']}`,
        node: process.versions.node,
      },
    },
    evaluate: async (entrypoint, facts, options) => (await reply(entrypoint, facts, options)).answer,
    evaluateJson: async (entrypoint, facts, options) => (await reply(entrypoint, facts, options)).json,
    decideJson,
    decideToRecord: deciding(pool.decideToRecord),
    compare: (before, after) => changes(before as Answer, after as Answer),
    usage: pool.usage,
    decide: decided,
    golden: (cases) => tryGolden({ module, data }, cases),
    answers: (question, provision) => catalogue.questions[question]?.includes(provision) ?? false,
    explain: async (question, facts, options, about) => {
      const readings = (options ?? {}) as Options;
      const decision = await decided(question, facts, { ...readings, sensitivity: 'none' });
      return explain({ decision, facts, options: readings, catalogue, ask: pool.ask }, about);
    },
    memo: async (question, facts, options, format) => {
      const decision = await decided(question, facts, options);
      const divisions = data['territory'] as unknown as DivisionTable;
      const blocks = memo({ decision, facts, catalogue, divisions, texts: noteTexts });
      return format === 'html' ? html('适用意见', blocks) : markdown(blocks);
    },
    stream: streams.answer,
    close: async () => {
      await Promise.all([pool.close(), streams.close()]);
    },
  };
}

/** Where a path of the program leads; an absolute one stays. */
export function located(path: string): string {
  return resolve(fileURLToPath(ROOT), path);
}

function treesOf(given: Digested | undefined): Trees {
  const bytes = readFileSync(given?.path ?? located(TREES));
  if (given !== undefined && sha256(bytes) !== given.sha256)
    throw new Error('规则包的语法树已被改动 (the syntax trees of the bundle were altered)');
  return JSON.parse(bytes.toString('utf8')) as Trees;
}

function editionsOf(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return (data['territory'] as { readonly editions: Readonly<Record<string, unknown>> }).editions;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

const today = () => new Date().toISOString().slice(0, 10);
interface Package {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** The instruments whose text a bundle holds, with their versions: `order_493/v2007`. */
function instrumentsOf(data: Readonly<Record<string, unknown>>): string[] {
  const found = Object.entries(data).flatMap(([name, versions]) =>
    Object.entries((versions ?? {}) as Readonly<Record<string, unknown>>)
      .filter(([version, inner]) => /^v[0-9]{4}$/.test(version) && Object.hasOwn(inner as object, 'text'))
      .map(([version]) => `${name}/${version}`),
  );
  return found.sort();
}
