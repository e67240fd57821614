/** The key of the log: in a file, behind a command, replaced, lost. */
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import type { StoreFailed } from '../../src/records/failures.ts';
import { openRecords } from '../../src/records/open.ts';
import { tongze } from '../support/cli.ts';
import { dataFolder, startService } from '../support/process.ts';
import { callerOf, gradeOf, service } from '../support/records.ts';
import { folderWith, openIn, quiet } from '../support/records-folder.ts';

t.teardown(() => service.close());

t.test('the key is replaced by a record, and both public keys lead through the log', async (t) => {
  const { folder, key } = await folderWith(t, [1]);

  const rotated = tongze(folder, 'rotate-key');
  const records = await openIn(folder);
  await records.recording.decide(callerOf('after'), gradeOf(2));
  const next = records.verifier.text;
  await records.close();

  t.match(rotated, { code: 0, out: /位置 2 的记录/ });
  t.not(next, key);
  t.equal(statSync(join(folder, 'log.key')).mode & 0o777, 0o600);
  for (const one of [key, next]) t.match(tongze(folder, 'verify', '--key', one), { code: 0, out: /记录 4 条/ });
});

t.test(
  'a service that runs while its key is replaced signs nothing more, and starts again with the new key',
  async (t) => {
    const { folder } = await folderWith(t, [1]);
    const broken: StoreFailed[] = [];
    const hooks = { ...quiet, onBroken: (error: StoreFailed) => void broken.push(error) };
    const running = await openRecords({ TONGZE_DATA: folder }, service.origin, service.decideJson, hooks);

    const rotated = tongze(folder, 'rotate-key');
    const refused = running.recording.decide(callerOf('during'), gradeOf(2));
    await t.rejects(refused, {
      failure: 'broken',
      cause: { message: /密钥已经更换：用新的密钥重新启动/ },
    } as unknown as Error);
    await running.close();
    const records = await openIn(folder);
    await records.recording.decide(callerOf('after'), gradeOf(2));
    await records.close();

    t.equal(rotated.code, 0);
    t.equal(broken.length, 1);
    t.match(tongze(folder, 'verify'), { code: 0, out: /记录 4 条/ });
  },
);

t.test('after a replacement that was cut short the old key signs nothing until it was made again', async (t) => {
  const { folder, key } = await folderWith(t, [1]);
  const path = join(folder, 'log.key');
  const old = readFileSync(path);
  tongze(folder, 'rotate-key');
  // As it is before the new key takes its place.
  renameSync(path, `${path}.new`);
  writeFileSync(path, old, { mode: 0o600 });

  await t.rejects(openIn(folder), /这个密钥已经更换，更换没有做完：再运行一次/);
  const again = tongze(folder, 'rotate-key');
  const records = await openIn(folder);
  await records.recording.decide(callerOf('after'), gradeOf(2));
  const next = records.verifier.text;
  await records.close();

  t.match(again, { code: 0, out: /位置 3 的记录/ });
  for (const one of [key, next]) t.match(tongze(folder, 'verify', '--key', one), { code: 0, out: /记录 5 条/ });
});

t.test('a key that is lost is replaced by one that auditors have to take', async (t) => {
  const { folder, key } = await folderWith(t, [1]);
  rmSync(join(folder, 'log.key'));

  await t.rejects(openIn(folder), /却没有它的私钥/);
  const nameless = tongze(folder, 'rotate-key');
  const rotated = tongze(folder, 'rotate-key', '--lost', key);
  const older = tongze(folder, 'rotate-key', '--lost', key);
  const records = await openIn(folder);
  const next = records.verifier.text;
  await records.close();

  t.match(nameless, { code: 1, err: /没有日志的私钥 .*log\.key：.*用 --lost <旧公钥>/ });
  t.equal(rotated.code, 0);
  t.match(older, { code: 1, err: /--lost 给出的不是最近签名的密钥/ });
  t.match(tongze(folder, 'verify', '--key', key), { code: 1, out: /检查点没有可信的签名/ });
  t.match(tongze(folder, 'verify', '--key', key, next), { code: 0 });
});

t.test('the key of another log, or one that others can read, does not start a service', async (t) => {
  const { folder } = await folderWith(t, [1]);
  const other = await folderWith(t, [1]);
  const path = join(folder, 'log.key');
  const own = readFileSync(path);

  chmodSync(path, 0o644);
  await t.rejects(openIn(folder), /别人也能读/);
  chmodSync(path, 0o600);
  writeFileSync(path, readFileSync(join(other.folder, 'log.key')));
  await t.rejects(openIn(folder), /不是签过最近检查点的那一个/);
  writeFileSync(path, own);
  await (await openIn(folder)).close();
});

t.test('a first start makes a key that only its owner reads, and a second start the same log', async (t) => {
  const folder = dataFolder(t);

  const first = await openIn(folder);
  await first.close();
  const second = await openIn(folder);
  await second.close();

  rmSync(join(folder, 'tongze.db'));
  rmSync(join(folder, 'checkpoints.txt'), { force: true });
  const third = await openIn(folder);
  await third.close();

  t.strictSame(
    [first, second, third].map(({ key }) => key),
    ['made', 'used', 'unused'],
    'records that are gone do not go unnoticed',
  );
  t.equal(second.verifier.text, first.verifier.text);
  for (const name of ['log.key', 'tongze.db']) t.equal(statSync(join(folder, name)).mode & 0o077, 0, name);
});

/** A key that only its own machine knows, behind a command, as a key store gives it: the command and its public key. */
function keyElsewhere(t: Parameters<typeof dataFolder>[0]) {
  const folder = dataFolder(t);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const [secret, pem, command] = ['secret.pem', 'public.pem', 'sign'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(secret, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  writeFileSync(pem, publicKey.export({ format: 'pem', type: 'spki' }));
  writeFileSync(
    command,
    `#!${process.execPath}
const { readFileSync } = require('node:fs');
const signature = require('node:crypto').sign(null, readFileSync(0), readFileSync('${secret}'));
process.stdout.write(signature.toString('base64'));
`,
    { mode: 0o700 },
  );
  return { command, pem };
}

t.test('a command signs where the key is not on this machine', async (t) => {
  const folder = dataFolder(t);
  const { command, pem } = keyElsewhere(t);
  const key = tongze(folder, 'log-key', pem).out.trim();

  const records = await openIn(folder, { TONGZE_LOG_SIGNER: command, TONGZE_LOG_PUBLIC_KEY: key });
  await records.recording.decide(callerOf('k'), gradeOf(2));
  await records.close();

  t.match(key, /^tongze\/[0-9a-f]{16}\+[0-9a-f]{8}\+/);
  t.notOk(existsSync(join(folder, 'log.key')));
  t.match(tongze(folder, 'verify', '--key', key), { code: 0, out: /记录 2 条/ });
});

t.test('a command that signs with another key than it says leaves no record', async (t) => {
  const folder = dataFolder(t);
  const key = tongze(folder, 'log-key', keyElsewhere(t).pem).out.trim();
  const { command } = keyElsewhere(t);

  await t.rejects(openIn(folder, { TONGZE_LOG_SIGNER: command, TONGZE_LOG_PUBLIC_KEY: key }), /用的不是这个公钥的私钥/);
  t.match(tongze(folder, 'verify', '--key', key), { code: 0, out: /记录 0 条/ });
});

t.test('a command that does not sign starts no service, and the reason is told', async (t) => {
  const folder = dataFolder(t);
  const key = tongze(folder, 'log-key', keyElsewhere(t).pem).out.trim();
  const command = (name: string, script: string, mode = 0o700) => {
    writeFileSync(join(folder, name), script, { mode });
    return join(folder, name);
  };

  for (const [path, reason] of [
    ['/nonexist', '没有这个文件，或者它的解释器'],
    [command('plain', '#!/bin/sh\n', 0o600), '不能执行'],
    [command('fails', '#!/bin/sh\nexit 3\n'), '以 3 退出'],
    [command('killed', '#!/bin/sh\nkill -9 $$\n'), '被 SIGKILL 中止'],
    [command('chats', '#!/bin/sh\necho 好\n'), '标准输出不是 64 字节的签名'],
  ] as const)
    await t.rejects(
      openIn(folder, { TONGZE_LOG_SIGNER: path, TONGZE_LOG_PUBLIC_KEY: key }),
      new RegExp(`签名的命令 ${path} 没有给出签名：${reason}`),
    );
  t.match(tongze(folder, 'verify', '--key', key), { code: 0, out: /记录 0 条/ });
});

t.test('a command that stops signing answers that a record may be asked for again, and the log says why', async (t) => {
  const folder = dataFolder(t);
  const { command, pem } = keyElsewhere(t);
  const environment = {
    TONGZE_DATA: folder,
    TONGZE_LOG_SIGNER: command,
    TONGZE_LOG_PUBLIC_KEY: tongze(folder, 'log-key', pem).out.trim(),
    LOG_LEVEL: 'error',
  };
  const { address, lines } = await startService(t, environment);
  const bearer = tongze(folder, 'key', 'create', '--role', 'submitter').out.trim();
  const decide = async () => {
    const answer = await fetch(`${address}/api/v1/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'one', authorization: `Bearer ${bearer}` },
      body: JSON.stringify(gradeOf(4)),
    });
    return { status: answer.status, body: await answer.json() };
  };

  renameSync(command, `${command}.away`);
  const refused = await decide();
  renameSync(`${command}.away`, command);
  const recorded = await decide();

  t.match(refused, { status: 503, body: { code: 'store-unavailable' } });
  t.notMatch(JSON.stringify(refused.body), command, 'where the command lies is for the operator');
  t.match(lines.join('\n'), `签名的命令 ${command} 没有给出签名：没有这个文件`);
  t.match(recorded, { status: 201, body: { kind: 'decision' } });
});

t.test('a key behind a command is replaced by another behind a command, and by one in a file', async (t) => {
  const { folder, key } = await folderWith(t, [1]);
  const [one, two] = [keyElsewhere(t), keyElsewhere(t)];
  const publicKey = (of: { readonly pem: string }) => tongze(folder, 'log-key', of.pem).out.trim();
  const keys = [publicKey(one), publicKey(two)] as const;
  const behind = (of: typeof one, text: string) => ({ TONGZE_LOG_SIGNER: of.command, TONGZE_LOG_PUBLIC_KEY: text });
  const rotate = (environment: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    const env = { ...process.env, TONGZE_DATA: folder, ...environment };
    const run = spawnSync(process.execPath, ['src/cli/main.ts', 'rotate-key', ...args], { env, encoding: 'utf8' });
    return { code: run.status, out: run.stdout, err: run.stderr };
  };
  const decide = async (name: string, environment: object) => {
    const records = await openIn(folder, environment);
    await records.recording.decide(callerOf(name), gradeOf(2));
    await records.close();
  };

  const toCommand = rotate({}, '--signer', one.command, '--public-key', keys[0]);
  await decide('a', behind(one, keys[0]));
  const toOther = rotate(behind(one, keys[0]), '--signer', two.command, '--public-key', keys[1]);
  await decide('b', behind(two, keys[1]));
  const unclear = rotate(behind(two, keys[1]));
  const half = rotate(behind(two, keys[1]), '--signer', one.command);
  const same = rotate(behind(two, keys[1]), '--signer', two.command, '--public-key', keys[1]);
  const stale = rotate(behind(one, keys[0]), '--file');
  const foreign = rotate(
    behind(two, keys[1]),
    '--signer',
    one.command,
    '--public-key',
    tongze(dataFolder(t), 'log-key', one.pem).out.trim(),
  );
  const mismatched = rotate(behind(two, keys[1]), '--signer', one.command, '--public-key', publicKey(keyElsewhere(t)));
  const toFile = rotate(behind(two, keys[1]), '--file');
  await decide('c', {});

  t.match(toCommand, { code: 0, out: `TONGZE_LOG_SIGNER=${one.command}` });
  t.match(toOther, { code: 0, out: `TONGZE_LOG_PUBLIC_KEY=${keys[1]}` });
  t.match(unclear, { code: 1, err: /先在存放私钥的地方生成新的，再用 --signer、--public-key 给出/ });
  t.match(half, { code: 1, err: /--signer 和 --public-key 要同时给出/ });
  t.match(same, { code: 1, err: /新的密钥就是旧的那一个/ });
  t.match(stale, { code: 1, err: /配置的密钥不是签过最近检查点的那一个/ });
  t.match(foreign, { code: 1, err: /新的公钥的名称须是日志的名称/ });
  t.match(mismatched, { code: 1, err: /用的不是这个公钥的私钥/ });
  t.match(toFile, { code: 0, out: /从配置里去掉 TONGZE_LOG_SIGNER/ });
  // Two before, three rotations, three decisions; nothing that was refused left a record.
  for (const trusted of [key, ...keys])
    t.match(tongze(folder, 'verify', '--key', trusted), { code: 0, out: /记录 8 条/ });
});

t.test('a key behind a command that is lost is replaced by one behind another', async (t) => {
  const folder = dataFolder(t);
  const [one, two] = [keyElsewhere(t), keyElsewhere(t)];
  const key = tongze(folder, 'log-key', one.pem).out.trim();
  await (await openIn(folder, { TONGZE_LOG_SIGNER: one.command, TONGZE_LOG_PUBLIC_KEY: key })).close();
  const next = tongze(folder, 'log-key', two.pem).out.trim();

  const rotated = tongze(folder, 'rotate-key', '--lost', key, '--signer', two.command, '--public-key', next);

  t.match(rotated, { code: 0, out: `新公钥 ${next}` });
  t.match(tongze(folder, 'verify', '--key', key), { code: 1, out: /检查点没有可信的签名/ });
  t.match(tongze(folder, 'verify', '--key', key, next), { code: 0, out: /记录 2 条/ });
});
