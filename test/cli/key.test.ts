/** Keys as an operator handles them, and as a running service sees them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { createAuthentication } from '../../src/access/authentication.ts';
import { readConfiguration } from '../../src/contract/configuration.ts';
import { matchLists } from '../support/lists.ts';

function inFolder(t: Test) {
  const data = mkdtempSync(join(tmpdir(), 'tongze-cli-key-'));
  t.teardown(() => rmSync(data, { recursive: true }));
  const environment = { TONGZE_DATA: data };
  const key = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['src/cli/main.ts', 'key', ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    });
  // Made anew for each question: what a running service sees within a second.
  const identify = async (secret: string) =>
    (await createAuthentication(readConfiguration(environment), () => undefined)).identify(secret.trim());
  return { key, identify };
}

t.test('a new key is the only thing on standard output, and lets its owner in', async (t) => {
  const { key, identify } = inFolder(t);

  const run = key(
    'create',
    '--role',
    'reviewer',
    'auditor',
    '--tenant',
    'wuhan',
    '--subject',
    'desk-1',
    '--per-minute',
    '9',
  );

  t.match(run.stdout, /^tongze_[0-9a-f]{12}_[\w-]{43}\n$/);
  t.match(run.stderr, /只显示这一次/);
  t.notMatch(run.stderr, run.stdout.trim());
  matchLists(t, await identify(run.stdout), {
    subject: 'desk-1',
    tenant: 'wuhan',
    roles: ['reviewer', 'auditor'],
    perMinute: 9,
  });
  const [listed] = JSON.parse(key('list', '--json').stdout);
  t.match(listed, { subject: 'desk-1', state: 'valid' });
  t.notOk('sha256' in listed);
});

t.test('without options a key submits for the default tenant', async (t) => {
  const { key, identify } = inFolder(t);

  matchLists(t, await identify(key('create').stdout), { tenant: 'default', roles: ['submitter'], perMinute: 6000 });
});

t.test('a replaced key and its successor are both accepted until the grace ends', async (t) => {
  const { key, identify } = inFolder(t);
  const old = key('create', '--subject', 'desk-1').stdout;
  const id = old.split('_')[1] as string;

  const kept = key('rotate', id).stdout;
  const oldInGrace = await identify(old);
  const next = kept.split('_')[1] as string;
  const hard = key('rotate', next, '--grace-days', '0').stdout;

  t.match(oldInGrace, { subject: 'desk-1' });
  t.match(await identify(hard), { subject: 'desk-1' });
  t.equal(await identify(kept), 'expired-key');
});

t.test('a revoked key is refused at once, and cannot be revoked or replaced again', async (t) => {
  const { key, identify } = inFolder(t);
  const secret = key('create').stdout;
  const id = secret.split('_')[1] as string;

  t.equal(key('revoke', id).status, 0);

  t.equal(await identify(secret), 'unknown-key');
  t.match(key('list').stdout, /已撤销/);
  for (const again of ['revoke', 'rotate']) {
    const run = key(again, id);
    t.equal(run.status, 1);
    t.match(run.stderr, /已经撤销/);
  }
});

t.test('what makes no key is refused with what would', async (t) => {
  const { key } = inFolder(t);

  for (const [args, remedy] of [
    [['create', '--role', 'boss'], /可填：submitter, reviewer/],
    [['create', '--subject', '张三'], /应为字母、数字/],
    [['create', '--tenant', 'a b'], /应为字母、数字/],
    [['create', '--days', '0'], /应为 1 至 3650 的整数/],
    [['create', '--days', '1e3'], /应为 1 至 3650 的整数/],
  ] as const) {
    const run = key(...args);
    t.equal(run.status, 2);
    t.match(run.stderr, remedy);
    t.equal(run.stdout, '');
  }
  t.match(key('revoke', 'abc').stderr, /没有这个编号/);
  t.match(key('list').stdout, /还没有密钥/);
});
