/** The command line as a user meets it: a process of its own. */
import { spawnSync } from 'node:child_process';
import t from 'tap';

function tongze(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, ...environment };
  return spawnSync(process.execPath, ['src/cli/main.ts', ...args], { encoding: 'utf8', env });
}

t.test('without a command the help names every command, in Chinese', async (t) => {
  const run = tongze([]);

  t.equal(run.status, 0);
  t.match(run.stdout, /^用法： tongze/);
  t.match(run.stdout, /^ {2}config /m);
  t.notMatch(run.stdout, /Usage|Options|Commands|options|display help/);
});

t.test('a misspelt command is called wrongly and the right one is named', async (t) => {
  const run = tongze(['confg']);

  t.equal(run.status, 2);
  t.match(run.stderr, /没有命令 confg。是不是 config？/);
  t.equal(run.stdout, '');
});

t.test('a misspelt option is called wrongly and the right one is named', async (t) => {
  const run = tongze(['config', '--jsom']);

  t.equal(run.status, 2);
  t.match(run.stderr, /没有选项 --jsom。是不是 --json？/);
});

t.test('config shows what the environment says and what is default', async (t) => {
  const run = tongze(['config'], { PORT: '9000', LOG_LEVEL: '' });

  t.equal(run.status, 0);
  t.match(run.stdout, /^PORT=9000 {2}# 端口（环境变量）$/m);
  t.match(run.stdout, /^LOG_LEVEL=info {2}# 日志级别（默认）$/m);
});

t.test('config fails on what the service would refuse, without the value', async (t) => {
  const run = tongze(['config'], { PORT: 'secret' });

  t.equal(run.status, 1);
  t.match(run.stderr, /PORT（端口）无效/);
  t.notMatch(run.stderr, /secret|at .*\.ts:/);
});

t.test('the bootstrap hands the arguments over', async (t) => {
  const run = spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'tongze', 'config', '--json'], {
    encoding: 'utf8',
    env: { ...process.env, PORT: '9001' },
  });

  t.equal(JSON.parse(run.stdout).PORT, 9001);
});
