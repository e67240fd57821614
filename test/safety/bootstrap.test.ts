/** The two commands on machines that lack something. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
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

t.test('a Go that is too old is named as such, not the network', async (t) => {
  const complaint = 'go: go.mod requires go >= 1.26.0 (running go 1.24.4; GOTOOLCHAIN=local)';
  const folder = t.testdir({ go: `#!/bin/sh\n[ "$1" = version ] && exit 0\necho '${complaint}' >&2\nexit 1\n` });
  chmodSync(join(folder, 'go'), 0o755);
  const env = { PATH: folder, HOME: folder, TONGZE_CACHE: join(folder, 'cache') };

  const run = spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'setup'], { env, encoding: 'utf8' });

  t.match(run.stderr, /Go 太旧/);
  t.notMatch(run.stderr, /请检查网络/);
});

/** A project whose dependencies count as installed, where every program is what is given here. */
function projectWith(t: Test, main: string, checker: string, tap: string): string {
  const lock = '{}';
  const stamp = createHash('sha256').update(lock).digest('hex');
  return t.testdir({
    'package-lock.json': lock,
    src: { 'main.ts': main },
    node_modules: {
      '.tongze-stamp': stamp,
      typescript: { bin: { tsc: checker } },
      tap: { dist: { esm: { 'run.mjs': tap } } },
      [`node-${process.platform}-${process.arch}`]: { bin: { node: t.fixture('symlink', process.execPath) } },
    },
  });
}

const KILLED = "process.kill(process.pid, 'SIGKILL');\n";
const TESTED =
  "import { writeFileSync } from 'node:fs';\nwriteFileSync('build/tests.tap', '# { total: 3, pass: 3 }\\n');\n";

/** Runs the bootstrap in a project, without Go, compiler or linter. */
function bootstrap(project: string, command: string, more: Readonly<Record<string, string>> = {}) {
  const env = { PATH: join(project, 'nothing'), HOME: project, TONGZE_CACHE: project, ...more };
  const script = join(process.cwd(), 'scripts/bootstrap.mjs');
  return spawnSync(process.execPath, [script, command], { cwd: project, env, encoding: 'utf8' });
}

t.test('a service that is killed does not end well', async (t) => {
  const run = bootstrap(projectWith(t, KILLED, '', TESTED), 'start');

  t.equal(run.status, 128 + 9);
});

t.test('a stage that is killed has failed', async (t) => {
  const run = bootstrap(projectWith(t, '', KILLED, TESTED), 'test');

  t.match(run.stderr, /失败：types/);
  t.equal(run.status, 1);
});

t.test('a test run that tested nothing has failed', async (t) => {
  const run = bootstrap(projectWith(t, '', '', ''), 'test');

  t.match(run.stderr, /失败：tests/);
  t.equal(run.status, 1);
});

t.test('a stage without its tool is skipped, counted and not called a full pass', async (t) => {
  const run = bootstrap(projectWith(t, '', '', TESTED), 'test');

  t.match(run.stderr, /通过；跳过 5 项/);
  t.equal(run.status, 0);
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
