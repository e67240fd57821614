/** How the cost of an evaluation grows with the number of rules: the articles once, twice and four times. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEvaluate, type Evaluate } from '../../src/engine/instance.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { readBundle } from '../../src/policy/bundle.ts';

const FOUND = 'policies/questions/found/found.rego';
const ARTICLES = 'hubei_joint_accountability/v2020/articles';

/** The policies with every article present `times` times, compiled. */
export async function grown(opa: string, times: number): Promise<Evaluate> {
  const root = mkdtempSync(join(tmpdir(), 'tongze-growth-'));
  try {
    cpSync('policies', join(root, 'policies'), { recursive: true });
    const folder = join(root, 'policies', ARTICLES);
    for (const article of readdirSync(folder))
      for (let copy = 1; copy < times; copy += 1) {
        const copied = join(folder, `${article}_copy_${copy}`);
        cpSync(join(folder, article), copied, { recursive: true });
        // An article may be several files of one package.
        for (const file of readdirSync(copied)) {
          const source = readFileSync(join(copied, file), 'utf8');
          writeFileSync(
            join(copied, file),
            source.replace(`articles.${article}\n`, `articles.${article}_copy_${copy}\n`),
          );
        }
      }
    // The questions collect the copies too: their findings have the same names, but each is evaluated.
    const found = join(root, FOUND);
    const copies = Array.from({ length: times - 1 }, (_, i) => `_copy_${i + 1}`);
    const collected = readFileSync(found, 'utf8').replace(
      /^\t\tdata\.hubei_joint_accountability\.v2020\.articles\.(\w+)\.findings,$/gm,
      (line, article: string) =>
        [line, ...copies.map((copy) => line.replace(`articles.${article}.`, `articles.${article}${copy}.`))].join('\n'),
    );
    writeFileSync(found, collected);
    const args = ['build', '-b', 'policies', '--ignore', '*_test.rego', '--ignore', 'checks', '-t', 'wasm'];
    execFileSync(opa, [...args, '-o', 'out.tar.gz'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    const out = join(root, 'out.tar.gz');
    const bundle = await readBundle(out, sha256(readFileSync(out)));
    return createEvaluate(bundle.wasm as Uint8Array, bundle.data);
  } finally {
    rmSync(root, { recursive: true });
  }
}
