/** package.json has what is imported, where it is imported, and nothing else. */
import { readFileSync } from 'node:fs';
import t from 'tap';
import { imported, sourcesOf } from '../support/imports.ts';

const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly [kind: string]: Readonly<Record<string, string>>;
};
const production = Object.keys(dependencies ?? {});
const development = Object.keys(devDependencies ?? {});
const declared = new Set([...production, ...development]);

/** Folders with a package.json of their own. */
const OWN = ['scripts/bench/peers', 'scripts/tools'];

/** Packages that are run or read as files, with what does it. */
const RUN: Readonly<Record<string, string>> = {
  autocannon: 'scripts/bench/main.ts',
  tap: 'scripts/bootstrap/stages.mjs',
  typescript: 'scripts/bootstrap/stages.mjs',
};

const used = new Map<string, Set<string>>();
for (const folder of ['src', 'scripts', 'test'])
  for (const file of sourcesOf(folder, OWN))
    for (const name of imported(file)) used.set(name, (used.get(name) ?? new Set()).add(file));

/** Whether it is imported below one of the folders, or run from there. */
function isUsed(name: string, folders: readonly string[]): boolean {
  const typed = name.startsWith('@types/') ? name.slice('@types/'.length) : undefined;
  // The types of Node itself.
  if (typed === 'node') return true;
  if (typed !== undefined) return declared.has(typed) && isUsed(typed, ['src', 'scripts', 'test']);
  const runBy = RUN[name];
  if (runBy !== undefined) return readFileSync(runBy, 'utf8').includes(name);
  return [...(used.get(name) ?? [])].some((file) => folders.some((folder) => file.startsWith(`${folder}/`)));
}

t.test('every package of production is imported by the program', async (t) => {
  t.ok(production.length > 20);
  for (const name of production) t.ok(isUsed(name, ['src']), name);
});

t.test('every package of development is used by the scripts or the tests', async (t) => {
  for (const name of development) {
    t.ok(isUsed(name, ['scripts', 'test']), name);
    t.notOk(production.includes(name), `${name} is declared once`);
  }
});

t.test('whatever is imported is declared, and the program imports nothing of development', async (t) => {
  t.ok(used.size > 30);
  for (const [name, files] of used) {
    t.ok(declared.has(name), `${[...files][0]} imports ${name}`);
    const inProgram = [...files].find((file) => file.startsWith('src/'));
    if (inProgram !== undefined) t.ok(production.includes(name), `${inProgram} imports ${name}`);
  }
});

t.test('every version is exact', async (t) => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }))
    t.match(version, /^\d+\.\d+\.\d+$/, `${name} ${version}`);
});
