/** Anyone can rebuild what we ship: builds in two other folders, with other times of the files, give the same bytes. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';
import { BUNDLES, sha256, sources } from '../build/main.ts';
import { findTool } from '../tools.mjs';
import type { Proof } from './proof.ts';

export const name = 'bundles';
export const title = '两个规则包都能在别处重新编译，逐字节相同';

const BUILD = resolve('scripts/build/main.ts');

export const run: Proof['run'] = async ({ short }) => {
  const opa = findTool('opa');
  if (opa === null) throw new Error('缺少 opa：npm run setup (opa is missing)');
  const failures: string[] = [];
  const builds = short ? 1 : 2;
  for (let build = 0; build < builds; build += 1) {
    const folder = mkdtempSync(join(tmpdir(), `tongze-rebuild-${build}-`));
    try {
      cpSync('policies', join(folder, 'policies'), { recursive: true });
      for (const path of sources()) utimesSync(join(folder, path), build + 1, build + 1);
      const built = `import(${JSON.stringify(BUILD)}).then(({ buildBundles, sha256 }) => {
        const bundles = buildBundles(process.argv[1]);
        console.log(JSON.stringify({ wasm: sha256(bundles.wasm), rego: sha256(bundles.rego) }));
      })`;
      const output = execFileSync(process.execPath, ['--input-type=module', '-e', built, opa], { cwd: folder });
      const digests = JSON.parse(output.toString()) as Record<keyof typeof BUNDLES, string>;
      for (const kind of ['wasm', 'rego'] as const)
        if (digests[kind] !== builtInBundles[kind].sha256)
          failures.push(`${kind}：重新编译得到 ${digests[kind]}，随版本发布的是 ${builtInBundles[kind].sha256}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  for (const kind of ['wasm', 'rego'] as const)
    if (sha256(readFileSync(BUNDLES[kind])) !== builtInBundles[kind].sha256) failures.push(`${kind}：文件与摘要不符`);
  return {
    figures: { 重新编译的次数: builds, 源文件: sources().length },
    failures,
  };
};
