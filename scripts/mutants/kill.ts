/** Runs the legal cases against a mutated tree: a mutant that changes no answer of any case survives. */
import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { changes } from '../../src/engine/decide.ts';
import { type Answer, assertWhole, type Catalogue } from '../../src/engine/evaluator.ts';
import { createEvaluate, type Evaluate } from '../../src/engine/instance.ts';
import { differences, projection } from '../../src/engine/projection.ts';
import { readBundle, sha256 } from '../../src/policy/bundle.ts';
import type { PlacedCase } from '../../test/support/cases.ts';
import { CAPABILITIES } from '../build/main.ts';

const run = promisify(execFile);

/** What became of a mutant: it does not compile, a case or a test of the rules noticed it, or nothing did. */
export type Fate =
  | { readonly kind: 'stillborn' }
  | { readonly kind: 'killed'; readonly by: string }
  | { readonly kind: 'survived' };

export interface Tree {
  /** Tries one source in place of the committed one, with the cases of the questions that it can change. */
  fateOf(path: string, source: string, questions: readonly string[]): Promise<Fate>;
  close(): void;
}

/** A copy of the policies to plant faults in. Cases that killed before are tried first. */
export function createTree(opa: string, cases: readonly PlacedCase[]): Tree {
  const folder = mkdtempSync(join(tmpdir(), 'tongze-mutants-'));
  cpSync('policies', join(folder, 'policies'), { recursive: true });
  // Only the answers are built that are asked: half of a build goes into entrypoints.
  for (const module of globSync('policies/questions/**/*.rego')) {
    const source = readFileSync(module, 'utf8');
    writeFileSync(join(folder, module), source.replaceAll(/^# entrypoint: true\n/gm, ''));
  }
  const order = [...cases];
  return {
    fateOf: async (path, source, questions) => {
      const place = join(folder, path);
      const original = readFileSync(place, 'utf8');
      writeFileSync(place, source);
      try {
        const evaluate = await built(opa, folder, questions);
        if (evaluate === undefined) return { kind: 'stillborn' };
        const killer = order.findIndex(
          (one) => questions.includes(one.body.question) && notices(one, evaluate.evaluate, evaluate.catalogue),
        );
        if (killer >= 0) {
          const [first] = order.splice(killer, 1);
          order.unshift(first as PlacedCase);
          return { kind: 'killed', by: (first as PlacedCase).body.id };
        }
        return (await testsFail(opa, folder, path)) ? { kind: 'killed', by: 'opa test' } : { kind: 'survived' };
      } finally {
        writeFileSync(place, original);
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function built(
  opa: string,
  folder: string,
  questions: readonly string[],
): Promise<{ evaluate: Evaluate; catalogue: Catalogue } | undefined> {
  const out = join(folder, 'bundle.tar.gz');
  const common = ['-b', 'policies', '--ignore', '*_test.rego', '--ignore', 'checks', '-O', '0'];
  const entrypoints = questions.flatMap((question) => ['-e', `questions/${question}/answer`]);
  try {
    await run(opa, ['build', ...common, ...entrypoints, '--capabilities', CAPABILITIES, '-t', 'wasm', '-o', out], {
      cwd: folder,
    });
  } catch {
    return undefined;
  }
  const { wasm, data } = await readBundle(out, sha256(readFileSync(out)));
  return { evaluate: createEvaluate(wasm as Uint8Array, data), catalogue: data['catalogue'] as Catalogue };
}

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

/** The tests of the instrument or library that the file belongs to; there may be none. */
async function testsFail(opa: string, folder: string, path: string): Promise<boolean> {
  const packages = testPackages(path);
  if (packages.length === 0) return false;
  const wanted = `^data\\.(?:${packages.map((name) => name.replaceAll('.', '\\.')).join('|')})\\.`;
  try {
    await run(opa, ['test', '-b', 'policies', '--run', wanted], { cwd: folder });
    return false;
  } catch {
    return true;
  }
}

function testPackages(path: string): readonly string[] {
  const [top, name] = path.split('/');
  return globSync(`${top}/${name}/**/*_test.rego`).map(
    (file) => /^package (\S+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '',
  );
}
