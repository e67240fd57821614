/** What an author does, and the mistakes an author makes: an edit changes a case, a misspelt fact does not compile. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { findTool } from '../../scripts/tools.mjs';

const opa = findTool('opa');
const needsOpa = { skip: opa === null && '缺少 opa：npm run setup' };
const GRADE = 'order_493/v2007/criteria.rego';

/** A copy of the policies with one file edited. */
function edited(t: Test, path: string, from: string, to: string): string {
  const folder = t.testdir({});
  cpSync('policies', join(folder, 'policies'), { recursive: true });
  const file = join(folder, 'policies', path);
  const before = readFileSync(file, 'utf8');
  if (!before.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(file, before.replace(from, to));
  return folder;
}

t.test('the README’s edit, 重大 from eleven deaths, changes the answer to LT-004', needsOpa, async (t) => {
  const folder = edited(t, GRADE, '"major": {"deaths": 10', '"major": {"deaths": 11');
  const accident = {
    deaths: 10,
    seriousInjuries: 0,
    directLossYuan: 0,
    occurredOn: '2022-03-01',
    countedOn: '2022-06-01',
  };

  const run = spawnSync(
    opa as string,
    ['eval', '-b', 'policies', '-I', '-f', 'raw', 'data.questions.grade.answer.grade.least'],
    {
      cwd: folder,
      input: JSON.stringify({ facts: { accident } }),
      encoding: 'utf8',
    },
  );

  t.equal(run.stdout.trim(), '较大');
});

t.test('a misspelt fact does not compile in a policy, and opa names the right ones', needsOpa, async (t) => {
  const folder = edited(
    t,
    'hubei_joint_accountability/v2020/articles/a11/a11.rego',
    'facts.accident.seriousNature',
    'facts.accident.seriousNatur',
  );

  const run = spawnSync(opa as string, ['check', '--strict', '-b', 'policies'], { cwd: folder, encoding: 'utf8' });

  t.not(run.status, 0);
  t.match(run.stderr + run.stdout, /undefined ref: .*seriousNatur/);
  t.match(run.stderr + run.stdout, /seriousNature/);
});

t.test('a misspelt fact does not compile in TypeScript', async (t) => {
  const folder = t.testdir({
    'facts.ts': `import type { Facts } from '${process.cwd()}/src/contract/generated/types.ts';\nexport const facts: Facts = { accident: { deths: 3 } };\n`,
  });
  const flags = ['--noEmit', '--strict', '--allowImportingTsExtensions', '--module', 'nodenext', '--ignoreConfig'];

  // `env -u`: tap puts its loaders into the NODE_OPTIONS of every process that a test starts, and tsc refuses them.
  const tsc = [process.execPath, 'node_modules/typescript/bin/tsc', ...flags, join(folder, 'facts.ts')];
  const run = spawnSync('env', ['-u', 'NODE_OPTIONS', ...tsc], { encoding: 'utf8' });

  t.not(run.status, 0);
  t.match(run.stdout + run.stderr, /'deths' does not exist/);
});
