/** The boundaries of src/ hold: by the linter, which is shown to bite, and by reading the sources. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import t from 'tap';
import { findLinter } from '../../scripts/bootstrap/stages.mjs';

const linter = findLinter();
const needsLinter = { skip: linter === undefined && '本平台没有 biome' };

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

const PLANTED = [
  ['src/kernel/planted.ts', '../engine/decide.ts'],
  ['src/contract/planted.ts', '../http/app.ts'],
  ['src/contract/planted.ts', '../policy/bundle.ts'],
  ['src/engine/planted.ts', '../http/app.ts'],
  ['src/access/planted.ts', '../http/app.ts'],
  ['src/records/planted.ts', '../engine/decide.ts'],
  ['src/records/planted.ts', '../evidence/package.ts'],
  ['src/evidence/planted.ts', '../engine/decide.ts'],
  ['src/reader/planted.ts', '../http/app.ts'],
  ['src/engine/planted.ts', '../reader/memo.ts'],
  ['src/http/planted.ts', '../reader/memo.ts'],
  ['src/operations/planted.ts', '../kernel/json.ts'],
  ['src/http/planted.ts', '../engine/decide.ts'],
  ['src/http/planted.ts', '../cli/program.ts'],
  // A folder deeper, where the path to the other part is longer.
  ['src/http/planted/planted.ts', '../../engine/decide.ts'],
] as const;

for (const [path, target] of PLANTED)
  t.test(`the linter refuses that ${path} imports ${target}`, needsLinter, async (t) => {
    const folder = dirname(path);
    const made = mkdirSync(folder, { recursive: true });
    t.teardown(() => rmSync(made === undefined ? path : folder, { recursive: true, force: true }));
    writeFileSync(path, `import * as planted from '${target}';\n\nconsole.log(planted);\n`);

    const run = spawnSync(linter as string, ['lint', path], { encoding: 'utf8' });

    t.not(run.status, 0);
    t.match(run.stdout + run.stderr, /noRestrictedImports/);
  });

t.test('the verifier of an evidence package imports what Node has built in, and nothing else', async (t) => {
  const verifier = readFileSync('src/evidence/verify.mjs', 'utf8');
  const imported = [...verifier.matchAll(/(?:^import .* from|import\(|require\() ?'([^']+)'/gm)].map(
    ([, name]) => name,
  );

  t.ok(imported.length > 3);
  for (const name of imported) t.match(name, /^node:(crypto|fs|path|url|util|zlib)$/);
});

t.test('no term of law is compared in src/', async (t) => {
  const compared =
    /(?:===?|!==?|case|includes\(|startsWith\()\s*['"`](?=[^'"`]*(?:较大|重大|一般|党委|政府|街道|art_\d))/;
  for (const path of sources('src').filter((path) => !path.includes('generated')))
    readFileSync(path, 'utf8')
      .split('\n')
      .forEach((line, i) => {
        if (compared.test(line)) t.fail(`${path}:${i + 1} ${line.trim()}`);
      });
  t.pass();
});

t.test('every path that the README names exists', async (t) => {
  const readme = readFileSync('README.md', 'utf8');
  const paths = [...readme.matchAll(/`((?:policies|schemas|src|test|scripts|docs|bundles)\/[\w./-]+)`/g)].map(
    ([, p]) => p as string,
  );
  t.ok(paths.length > 3);
  for (const path of paths) t.ok(readdirSync(join(path, '..')).includes(path.split('/').at(-1) as string), path);
});
