/** The engines behind one function each: facts in, the text of a JSON answer out. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { createBatches, type Result } from '../../../src/engine/batches.ts';
import { compile, createRun } from '../../../src/engine/instance.ts';
import { asDecisionModel, asJsonRules, type Facts, rules } from './rules.ts';

export interface Engine {
  /** The answer as JSON: of ours the truth of every rule with its reasons, of the peers the rules that hold. */
  readonly answer: (facts: Facts) => Promise<string | Uint8Array> | string | Uint8Array;
  /** The rules that hold, sorted, read from such an answer. */
  readonly holding: (answer: string) => readonly string[];
  readonly close: () => Promise<void>;
}

/** Where the benchmark installs the peers and writes the compiled rules. */
export const FOLDER = resolve('build/peers');
export const WASM = `${FOLDER}/rules.wasm`;

export const ENTRYPOINT = 'peers/answer';

const nothing = async () => undefined;
const encoder = new TextEncoder();

type Truths = Readonly<Record<string, { readonly is: boolean | null; readonly on: readonly string[] }>>;

const holdingOfTruths = (answer: string) => {
  const { result } = JSON.parse(answer) as { readonly result: Truths };
  const entries = Object.entries(result);
  if (entries.length !== rules.length || entries.some(([, { on }]) => on.length === 0))
    throw new Error('a rule without its truth or its reasons');
  return entries
    .filter(([, truth]) => truth.is === true)
    .map(([id]) => id)
    .sort();
};

const holdingOfList = (answer: string) => [...(JSON.parse(answer) as readonly string[])].sort();

function ours(): Engine {
  const run = createRun(compile(readFileSync(WASM)), {});
  return {
    answer: (facts) => run(ENTRYPOINT, encoder.encode(JSON.stringify(facts))).json,
    holding: holdingOfTruths,
    close: nothing,
  };
}

/** In as many worker threads as there are cores, by what the service itself shares its evaluations with. */
function oursInWorkers(): Engine {
  const batches = createBatches<string, Result>({
    filename: new URL('./worker.ts', import.meta.url).href,
    workerData: compile(readFileSync(WASM)),
    threads: availableParallelism(),
    deadlineMs: 30_000,
    expectedMs: () => 0.2,
    isLarge: () => false,
  });
  return {
    answer: async (facts) => (await batches.run(JSON.stringify(facts))).bytes,
    holding: holdingOfTruths,
    close: batches.close,
  };
}

interface ZenModule {
  readonly ZenEngine: new () => {
    createDecision(model: object): { evaluate(facts: Facts): Promise<{ readonly result: unknown }> };
    dispose(): void;
  };
}

interface JsonRulesModule {
  readonly Engine: new (
    rules: readonly object[],
  ) => { run(facts: Facts): Promise<{ readonly events: readonly { readonly type: string }[] }> };
}

const installed = createRequire(`${FOLDER}/package.json`);

function zen(form: 'table' | 'expressions'): Engine {
  const { ZenEngine } = installed('@gorules/zen-engine') as ZenModule;
  const engine = new ZenEngine();
  const decision = engine.createDecision(asDecisionModel(form));
  const ids = (result: unknown) =>
    form === 'table'
      ? (result as readonly { readonly rule: string }[]).map(({ rule }) => rule)
      : Object.entries(result as object).flatMap(([id, holds]) => (holds === true ? [id] : []));
  return {
    answer: async (facts) => JSON.stringify(ids((await decision.evaluate(facts)).result)),
    holding: holdingOfList,
    close: async () => engine.dispose(),
  };
}

function jsonRules(): Engine {
  const { Engine } = installed('json-rules-engine') as JsonRulesModule;
  const engine = new Engine(asJsonRules());
  return {
    answer: async (facts) => JSON.stringify((await engine.run(facts)).events.map(({ type }) => type)),
    holding: holdingOfList,
    close: nothing,
  };
}

export const engines = {
  'tongze (one thread)': ours,
  'tongze (workers)': oursInWorkers,
  'zen table': () => zen('table'),
  'zen expressions': () => zen('expressions'),
  'json-rules-engine': jsonRules,
} as const satisfies Readonly<Record<string, () => Engine>>;

export type EngineName = keyof typeof engines;
