/** The engines behind one function each: facts in, the text of a JSON answer out. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Piscina } from 'piscina';
import { compile, createRun } from '../../../src/engine/instance.ts';
import { asDecisionModel, asJsonRules, type Facts } from './rules.ts';

export interface Engine {
  /** The answer as JSON: of ours every finding with its reasons, of the peers the rules that hold. */
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

type Findings = Readonly<Record<string, { readonly applies: { readonly is: boolean | null } }>>;

const holdingOfFindings = (answer: string) => {
  const { result } = JSON.parse(answer) as { readonly result: Findings };
  const entries = Object.entries(result);
  return entries
    .filter(([, finding]) => finding.applies.is === true)
    .map(([id]) => id)
    .sort();
};

const holdingOfList = (answer: string) => [...(JSON.parse(answer) as readonly string[])].sort();

function ours(): Engine {
  const run = createRun(compile(readFileSync(WASM)), {});
  return {
    answer: (facts) => run(ENTRYPOINT, encoder.encode(JSON.stringify(facts))).json,
    holding: holdingOfFindings,
    close: nothing,
  };
}

/** What waits when a worker is free goes to it together: a message costs more than the evaluation of a few rules. */
function oursInWorkers(): Engine {
  const threads = availableParallelism();
  const workers = new Piscina({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    workerData: compile(readFileSync(WASM)),
  });
  let waiting: {
    readonly text: string;
    readonly resolve: (answer: Uint8Array) => void;
    readonly reject: (why: unknown) => void;
  }[] = [];
  let busy = 0;
  const next = () => {
    while (busy < threads && waiting.length > 0) {
      const share = Math.ceil(waiting.length / (threads - busy));
      const taken = waiting.slice(0, share);
      waiting = waiting.slice(share);
      busy += 1;
      workers
        .run(taken.map(({ text }) => text))
        .then(
          (answers: readonly Uint8Array[]) => taken.forEach(({ resolve }, i) => void resolve(answers[i] as Uint8Array)),
          (why: unknown) => taken.forEach(({ reject }) => void reject(why)),
        )
        .finally(() => {
          busy -= 1;
          next();
        });
    }
  };
  return {
    answer: (facts) =>
      new Promise((resolve, reject) => {
        waiting.push({ text: JSON.stringify(facts), resolve, reject });
        // Once per turn of the loop: requests that arrive together travel together.
        if (waiting.length === 1) setImmediate(next);
      }),
    holding: holdingOfFindings,
    close: () => workers.destroy(),
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
