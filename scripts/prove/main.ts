/**
 * `npm run prove [-- --short] [-- --seed N] [-- name …]`: runs the long proofs, each a file of this folder (see
 * proof.ts), prints seed and figures and ends with `N passed, N failed`. Only a full run that holds writes its figures
 * to `docs/proofs/` and renews `docs/proofs.md`. `-- mutants --only <part of a path> --share <N> --fates <file>` runs one
 * of N of a part, and writes down what became of each.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';
import { PAGE, proofsPage, RESULTS, type Recorded } from './page.ts';
import type { Narrowing, Proof, ProofOptions, ProofResult } from './proof.ts';

/** Fixed, so that a run without `--seed` repeats the last one. */
const SEED = 20_211_124;

/** Files of the folder that are no proofs. */
const MACHINERY = ['main.ts', 'page.ts', 'proof.ts'];

const NARROWING: readonly Narrowing[] = ['only', 'share', 'fates'];

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Runs the proofs of a folder one after another.
 *
 * @param names which ones; all of the folder if empty
 * @param keep  what to do with the figures of a proof that held
 * @throws when a name is unknown or a file is no proof
 */
export async function prove(
  folder: string,
  names: readonly string[],
  options: ProofOptions,
  keep: (proof: Proof, result: ProofResult, seconds: number) => void = () => undefined,
): Promise<Tally> {
  const all = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !MACHINERY.includes(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`没有证明 ${unknown}；有 ${all.join('、')} (no such proof)`);
  let failed = 0;
  const chosen = names.length === 0 ? all : all.filter((name) => names.includes(name));
  for (const name of chosen) {
    const proof = (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as Proof;
    if (proof.name !== name || typeof proof.title !== 'string' || typeof proof.run !== 'function')
      throw new Error(`${folder}/${name}.ts 没有导出 name、title、run (exports no proof of its name)`);
    const refused = NARROWING.find((option) => options[option] !== undefined && !proof.accepts?.includes(option));
    if (refused !== undefined) throw new Error(`${name} 没有 --${refused} (no such option)`);
    const title = options.short ? (proof.shortTitle ?? proof.title) : proof.title;
    console.log(`\n${name}：${title}（种子 ${options.seed}${options.short ? '，短的形式' : ''}）`);
    const since = performance.now();
    const result = await proof.run(options).catch(crashed);
    const seconds = Math.round((performance.now() - since) / 100) / 10;
    for (const [label, value] of Object.entries(result.figures)) console.log(`  ${label}：${value}`);
    for (const failure of result.failures) console.log(`  不成立：${failure}`);
    console.log(`  ${result.failures.length === 0 ? '成立' : '不成立'}，${seconds} 秒`);
    if (result.failures.length > 0) failed += 1;
    else keep(proof, result, seconds);
  }
  return { passed: chosen.length - failed, failed };
}

function crashed(error: unknown): ProofResult {
  return { figures: {}, failures: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
}

function record(proof: Proof, { figures }: ProofResult, seconds: number, seed: number): void {
  const recorded: Recorded = {
    name: proof.name,
    title: proof.title,
    command: `npm run prove -- ${proof.name}`,
    seed,
    seconds,
    revision: builtInBundles.revision,
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}，${Math.round(totalmem() / 1024 ** 3)} GiB，${process.platform}`,
    node: process.versions.node,
    day: new Date().toISOString().slice(0, 10),
    figures,
  };
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${proof.name}.json`), `${JSON.stringify(recorded, null, 2)}\n`);
  writeFileSync(PAGE, proofsPage());
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      short: { type: 'boolean', default: false },
      seed: { type: 'string', default: String(SEED) },
      only: { type: 'string' },
      share: { type: 'string' },
      fates: { type: 'string' },
    },
  });
  const { short, only, share, fates } = values;
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error('--seed 应为整数 (an integer)');
  if (share !== undefined && !/^[1-9]\d*$/.test(share)) throw new Error('--share 应为正整数 (a positive integer)');
  const narrowed = only !== undefined || share !== undefined;
  const { passed, failed } = await prove(
    import.meta.dirname,
    positionals,
    {
      short,
      seed,
      ...(only === undefined ? {} : { only }),
      ...(share === undefined ? {} : { share: Number(share) }),
      ...(fates === undefined ? {} : { fates }),
    },
    (proof, result, seconds) => {
      if (!short && !narrowed) record(proof, result, seconds, seed);
    },
  );
  console.log(`\n${passed} passed, ${failed} failed`);
  // A proof may leave a timer or a socket behind; the verdict is told.
  process.exit(failed === 0 ? 0 : 1);
}
