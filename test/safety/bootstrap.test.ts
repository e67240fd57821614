/** The two commands on machines that lack something. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { findTool, TOOLS } from '../../scripts/tools.mjs';

const FILES = ['scripts/bootstrap.mjs', 'scripts/tools.mjs', ...inFolder('scripts/bootstrap')];

function inFolder(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => join(folder, name));
}

/** A folder with one executable that prints a text. */
function folderWith(t: Test, name: string, prints: string): string {
  const folder = t.testdir({ [name]: `#!/bin/sh\necho '${prints}'\n` });
  chmodSync(join(folder, name), 0o755);
  return folder;
}

t.test('the bootstrap imports nothing but Node and itself', async (t) => {
  for (const file of FILES)
    for (const [, from] of readFileSync(file, 'utf8').matchAll(/^import .* from '([^']+)'/gm))
      t.match(from, /^(node:|\.\.?\/)/, `${file} imports ${from}`);
});

t.test('an opa of another version on the PATH is not used', async (t) => {
  const folder = folderWith(t, 'opa', 'Version: 1.0.0');
  const { PATH, TONGZE_CACHE } = process.env;
  t.teardown(() => Object.assign(process.env, { PATH, ...(TONGZE_CACHE === undefined ? {} : { TONGZE_CACHE }) }));

  process.env['PATH'] = folder;
  process.env['TONGZE_CACHE'] = join(folder, 'empty');
  const found = findTool('opa');
  if (TONGZE_CACHE === undefined) delete process.env['TONGZE_CACHE'];

  t.equal(found, null);
});

t.test('an opa of the pinned version on the PATH is used', async (t) => {
  const folder = folderWith(t, 'opa', `Version: ${TOOLS.opa.version}`);
  const { PATH } = process.env;
  t.teardown(() => Object.assign(process.env, { PATH }));

  process.env['PATH'] = folder;

  t.equal(findTool('opa'), join(folder, 'opa'));
});

t.test('without Go the message names what is missing and the remedy, and setup goes on', async (t) => {
  const folder = t.testdir({});
  const env = { PATH: folder, HOME: folder, TONGZE_CACHE: folder };

  const run = spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'setup'], { env, encoding: 'utf8' });

  t.match(run.stderr, /没有 opa 1\.22\.2/);
  t.match(run.stderr, /install Go/);
  t.equal(run.status, 0);
});

t.test('where the tools are required a missing one is a failure', async (t) => {
  const folder = t.testdir({});
  const env = { PATH: folder, HOME: folder, TONGZE_CACHE: folder, TONGZE_REQUIRE_TOOLS: '1' };

  const run = spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'setup'], { env, encoding: 'utf8' });

  t.equal(run.status, 1);
});

t.test('another lockfile than the installed one makes npm install again', async (t) => {
  const root = t.testdir({
    bin: { npm: "#!/bin/sh\necho 'npm was called'\nexit 1\n" },
    project: { 'package-lock.json': '{}', node_modules: { '.tongze-stamp': 'of another lockfile' } },
  });
  const folder = join(root, 'bin');
  const project = join(root, 'project');
  chmodSync(join(folder, 'npm'), 0o755);

  const script = join(process.cwd(), 'scripts/bootstrap.mjs');
  const run = spawnSync(process.execPath, [script, 'setup'], { cwd: project, env: { PATH: folder }, encoding: 'utf8' });

  t.match(run.stdout, /npm was called/);
  t.match(run.stderr, /请检查网络/);
  t.equal(run.status, 1);
});
