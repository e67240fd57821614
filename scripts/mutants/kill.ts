/** Runs the legal cases and the tests of the rules against a planted fault: what none of them notices survives. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { changes } from '../../src/engine/decide.ts';
import { type Answer, assertWhole, type Catalogue } from '../../src/engine/evaluator.ts';
import { createEvaluate, type Evaluate } from '../../src/engine/instance.ts';
import { differences, projection } from '../../src/engine/projection.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { readBundle } from '../../src/policy/bundle.ts';
import type { PlacedCase } from '../../test/support/cases.ts';
import { BUNDLES, CAPABILITIES } from '../build/main.ts';
import { refusedByChecks } from './checks.ts';
import { foundOnly, isTest, type Module, reached, readModules } from './modules.ts';

const run = promisify(execFile);

/** What became of a mutant: it does not compile, something noticed it, or nothing did. */
export type Fate =
  | { readonly kind: 'stillborn' }
  | { readonly kind: 'killed'; readonly means: Means; readonly by: string }
  | { readonly kind: 'survived' };

/** A legal case, a test of the rules, or the checks of the blocks, which a change must pass before it can be built. */
export type Means = '案例' | '规则的测试' | '注释的检查';

/** One way to notice a fault, in a folder of its own that holds the modules that can play a part. */
interface Way {
  readonly name: string;
  readonly folder: string;
  readonly paths: ReadonlySet<string>;
  /** How often it was tried on each file, and noticed something. */
  readonly record: Map<string, { readonly tried: number; readonly noticed: number }>;
  /** Whether it was made for the file, which counts until something better is known. */
  readonly isNear: (module: Module) => boolean;
  /** What noticed the fault that was written into the folder. */
  readonly notices: () => Promise<Fate>;
}

export interface Tree {
  /**
   * Tries a source in place of the committed one.
   *
   * @throws when a case or a test fails without any fault: it would seem to notice every one
   * @param citation whether the fault lies in a citation, which the checks of the blocks may refuse
   */
  fateOf(path: string, source: string, citation: boolean): Promise<Fate>;
  close(): void;
}

interface Policies {
  readonly modules: readonly Module[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly catalogue: Catalogue;
}

/** What a fault is planted into: the committed modules, and the data of the committed bundle. */
export async function readPolicies(): Promise<Policies> {
  const { data } = await readBundle(BUNDLES.wasm, sha256(readFileSync(BUNDLES.wasm)));
  return { modules: readModules(), data, catalogue: data['catalogue'] as Catalogue };
}

/** Folders to plant faults in. What noticed a fault of a file before is tried first on its next. */
export function createTree(opa: string, policies: Policies, cases: readonly PlacedCase[]): Tree {
  const root = mkdtempSync(join(tmpdir(), 'tongze-mutants-'));
  const questions = [...new Set(cases.map(({ body }) => body.question))];
  const ways = [
    ...questions.map((question) => wayOfCases(opa, join(root, question), policies, question, cases)),
    ...policies.modules.filter(isTest).map((test, i) => wayOfTests(opa, join(root, `test-${i}`), policies, test)),
  ];
  const byPath = new Map(policies.modules.map((module) => [module.path, module]));

  const fateOf: Tree['fateOf'] = async (path, source, citation) => {
    const module = byPath.get(path) as Module;
    const able = ways.filter(({ paths }) => paths.has(path));
    for (const way of able) await assertSound(way);
    for (const way of able.sort((a, b) => promise(b, module) - promise(a, module))) {
      const fate = await planted(way, path, source);
      const { tried = 0, noticed = 0 } = way.record.get(path) ?? {};
      way.record.set(path, { tried: tried + 1, noticed: noticed + Number(fate.kind === 'killed') });
      if (fate.kind !== 'survived') return fate;
    }
    const refused = citation && (await refusedByChecks(opa, path, source));
    return refused ? { kind: 'killed', means: '注释的检查', by: refused } : { kind: 'survived' };
  };
  return { fateOf, close: () => rmSync(root, { recursive: true, force: true }) };
}

/** What a way takes, in milliseconds, while nothing is planted. */
const cost = new WeakMap<Way, number>();

async function assertSound(way: Way): Promise<void> {
  if (cost.has(way)) return;
  const since = performance.now();
  const fate = await way.notices();
  if (fate.kind !== 'survived') throw new Error(`没有植入差错，${way.name} 却不成立：${JSON.stringify(fate)}`);
  cost.set(way, performance.now() - since);
}

/** How much a way can be expected to notice of a file's next fault in the same time. */
function promise(way: Way, module: Module): number {
  const { tried = 0, noticed = 0 } = way.record.get(module.path) ?? {};
  return (noticed + (way.isNear(module) ? NEAR : FAR)) / (tried + 1) / (cost.get(way) ?? 1);
}

const NEAR = 0.8;
const FAR = 0.2;

async function planted(way: Way, path: string, source: string): Promise<Fate> {
  const place = join(way.folder, path);
  const original = readFileSync(place);
  writeFileSync(place, source);
  try {
    return await way.notices();
  } finally {
    writeFileSync(place, original);
  }
}

function copied(folder: string, modules: Iterable<Module>): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { path, source } of modules) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
    paths.add(path);
  }
  return paths;
}

function wayOfCases(
  opa: string,
  folder: string,
  { modules, data, catalogue }: Policies,
  question: string,
  all: readonly PlacedCase[],
): Way {
  const start = modules.filter(({ name }) => name === `questions.${question}`);
  const narrowed = modules.map((module) => (module.name === 'questions.found' ? foundOnly(module, question) : module));
  const paths = copied(folder, reached(narrowed, start));
  // Only the answer is built that is asked: half of a build goes into entrypoints.
  for (const { path, source } of start)
    writeFileSync(join(folder, path), source.replaceAll(/^# entrypoint: true\n/gm, ''));
  copyFileSync(CAPABILITIES, join(folder, 'capabilities.json'));
  const articles = Object.keys(catalogue.articles[question] ?? {});
  const order = all.filter(({ body }) => body.question === question);
  return {
    name: question,
    folder,
    paths,
    record: new Map(),
    isNear: ({ name }) => articles.some((article) => article.startsWith(`${name}.`)),
    notices: async () => {
      const wasm = await built(opa, folder, question);
      if (wasm === undefined) return { kind: 'stillborn' };
      const evaluate = createEvaluate(wasm, data);
      const killer = order.findIndex((one) => notices(one, evaluate, catalogue));
      if (killer < 0) return { kind: 'survived' };
      const [first] = order.splice(killer, 1) as [PlacedCase];
      order.unshift(first);
      return { kind: 'killed', means: '案例', by: first.body.id };
    },
  };
}

async function built(opa: string, folder: string, question: string): Promise<Uint8Array | undefined> {
  const out = join(folder, 'bundle.tar.gz');
  const args = ['-b', 'policies', '-O', '0', '-e', `questions/${question}/answer`, '-t', 'wasm', '-o', out];
  try {
    await run(opa, ['build', ...args, '--capabilities', 'capabilities.json'], { cwd: folder, env: QUICK });
  } catch {
    return undefined;
  }
  return (await readBundle(out, sha256(readFileSync(out)))).wasm;
}

/** A build is over before its garbage is worth collecting. */
const QUICK = { ...process.env, GOGC: 'off' };

/** Whether a case gets another answer than its author expects; an answer that is not whole is noticed too. */
function notices({ body }: PlacedCase, evaluate: Evaluate, catalogue: Catalogue): boolean {
  const ask = (options: object) => {
    const input = new TextEncoder().encode(JSON.stringify({ facts: body.facts, options }));
    const answer = evaluate(`questions/${body.question}/answer`, input) as Answer & Record<string, unknown>;
    assertWhole(catalogue, body.question, answer);
    return answer;
  };
  try {
    const { changesUnder = {}, ...expect } = body.expect ?? {};
    const answer = ask(body.options ?? {});
    if (differences(expect, projection(answer)).length > 0) return true;
    return Object.entries(changesUnder).some(([reading, expected]) => {
      const [option, value] = reading.split('=') as [string, string];
      const other = ask({ ...body.options, [option]: value });
      const found = [...new Set(changes(answer, other).map(({ provision }) => provision))].sort();
      return JSON.stringify([...expected].sort()) !== JSON.stringify(found);
    });
  } catch {
    return true;
  }
}

const FAILED_TESTS = 2;

function wayOfTests(opa: string, folder: string, { modules, data }: Policies, test: Module): Way {
  const all = reached(modules, [test]);
  const paths = copied(folder, all);
  const keys = new Set([...all].flatMap(({ references }) => references.map((to) => to.split('.')[0])));
  const needed = Object.fromEntries(Object.entries(data).filter(([key]) => keys.has(key)));
  writeFileSync(join(folder, 'policies/data.json'), JSON.stringify(needed));
  const own = `^data\\.${test.name.replaceAll('.', '\\.')}\\.`;
  return {
    name: test.path,
    folder,
    paths,
    record: new Map(),
    isNear: ({ path }) => dirname(path) === dirname(test.path),
    notices: async () => {
      try {
        await run(opa, ['test', '-b', 'policies', '--run', own, '--timeout', '10m'], {
          cwd: folder,
          env: QUICK,
          maxBuffer: 1 << 26,
        });
        return { kind: 'survived' };
      } catch (thrown) {
        const { code } = thrown as { readonly code: number };
        return code === FAILED_TESTS ? { kind: 'killed', means: '规则的测试', by: test.path } : { kind: 'stillborn' };
      }
    },
  };
}
