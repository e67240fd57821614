/** The process from its start to its stop, as an operator's supervisor sees it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t from 'tap';
import { matchLists } from './support/lists.ts';
import { dataFolder, startService } from './support/process.ts';

t.test('a configuration that is not understood stops the start with code 2 and all reasons', async (t) => {
  const env = { ...process.env, PORT: 'x', TONGZE_DRIAN_SECONDS: '1' };
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });

  const [code] = await once(child, 'close');

  t.equal(code, 2);
  t.match(errors, /PORT（端口）无效[\s\S]*是不是 TONGZE_DRAIN_SECONDS/);
  t.notMatch(errors, /at .*\.ts:/);
});

t.test('the data folder that a first start makes is nobody else’s', async (t) => {
  const folder = join(dataFolder(t), 'data');

  await startService(t, { TONGZE_DATA: folder });

  t.equal(statSync(folder).mode & 0o777, 0o700);
});

t.test(
  'a start with an empty log tells whether its key is new, or may have signed records that are gone',
  async (t) => {
    const [made, old] = [/新建了日志的密钥。公钥只在此显示一次/, /还没有记录而日志的密钥早已有了.*恢复备份/];
    const TONGZE_DATA = dataFolder(t);
    const first = await startService(t, { TONGZE_DATA });
    await first.stop();
    for (const file of readdirSync(TONGZE_DATA))
      if (/^(tongze\.db|checkpoints)/.test(file)) rmSync(join(TONGZE_DATA, file));

    const second = await startService(t, { TONGZE_DATA });

    t.match(first.errors(), made);
    t.notMatch(first.errors(), old);
    t.match(second.errors(), old);
    t.notMatch(second.errors(), made);
  },
);

t.test('where checkpoints cannot be put is named with the remedy', async (t) => {
  // Not even root makes a folder in /proc.
  const more = { TONGZE_DATA: dataFolder(t), TONGZE_CHECKPOINTS: '/proc/tongze/checkpoints.txt' };
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'silent', ...more };
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  t.teardown(() => child.kill('SIGKILL'));
  let errors = '';
  for await (const chunk of child.stderr) {
    errors += chunk;
    if (errors.includes('cannot be written')) break;
  }

  t.match(errors, '检查点的文件 /proc/tongze/checkpoints.txt 写不进去（ENOENT）');
  t.match(errors, 'TONGZE_CHECKPOINTS');
});

t.test('a stop is announced to the balancer, requests are answered meanwhile, and the process ends well', async (t) => {
  const { address, stop } = await startService(t, { TONGZE_DRAIN_SECONDS: '1' });
  const before = await fetch(`${address}/health/ready`);

  const ended = stop();
  let ready = before;
  while (ready.status === 200) ready = await fetch(`${address}/health/ready`);
  const question = await fetch(`${address}/api/v1/questions`);

  t.equal(before.status, 200);
  matchLists(t, await ready.json(), { error: 'not ready', failing: ['drain'] });
  t.equal(question.status, 200);
  t.equal(question.headers.get('connection'), 'close');
  t.strictSame(await ended, [0, null]);
});

t.test('a service whose store takes nothing is not ready, reads on, and is ready when it does again', async (t) => {
  const folder = dataFolder(t);
  const { address } = await startService(t, { TONGZE_DATA: folder });
  const other = new Database(join(folder, 'tongze.db'));
  other.exec('begin immediate');

  const [first, second] = [await statusUntil(address, 500), await fetch(`${address}/api/v1/questions`)];
  const why = await (await fetch(`${address}/health/ready`)).json();
  const alive = await fetch(`${address}/health/live`);
  other.close();
  const again = await statusUntil(address, 200);

  t.same([first, second.status, alive.status, again], [500, 200, 200, 200]);
  matchLists(t, why, { failing: ['store'] });
});

/** What readiness answers, once it is that or after half a minute. */
async function statusUntil(address: string, wanted: number): Promise<number> {
  let status = 0;
  for (let tries = 0; tries < 100 && status !== wanted; tries += 1) {
    if (tries > 0) await new Promise((resolve) => setTimeout(resolve, 300));
    status = (await fetch(`${address}/health/ready`)).status;
  }
  return status;
}

t.test('a port that is taken is named with the remedy', async (t) => {
  const { address } = await startService(t);
  const { port } = new URL(address);
  const env = { ...process.env, PORT: port, LOG_LEVEL: 'silent', TONGZE_DATA: dataFolder(t) };
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });

  const [code] = await once(child, 'close');

  t.equal(code, 1);
  t.match(errors, /已被占用：请用 PORT=其他端口/);
});

t.test('probes and scrapers have a port of their own, where nothing else is served', async (t) => {
  const { address, lines } = await startService(t, { TONGZE_DIAGNOSTIC_PORT: '0', TONGZE_ANONYMOUS: 'none' });
  await fetch(`${address}/api/v1/questions`);
  // The line follows that of the address at once.
  const probes = /健康和指标 (http:\/\/[\d.:]+)/.exec(lines.join('\n'))?.[1];

  const status = async (at: string | undefined, path: string) => (await fetch(`${at}${path}`)).status;

  for (const path of ['/health', '/health/live', '/health/ready', '/metrics'])
    t.equal(await status(probes, path), 200, path);
  for (const path of ['/', '/docs', '/v1/data', '/api/v1/questions']) t.equal(await status(probes, path), 404, path);
  t.equal(await status(address, '/metrics'), 401, 'elsewhere a credential is needed');
  t.match(await (await fetch(`${probes}/metrics`)).text(), 'handler="api/v1/questions",method="get"');
});
