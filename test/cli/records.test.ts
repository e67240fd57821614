import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t, { type Test } from 'tap';
import { restore } from '../../src/records/backup.ts';
import { generateKey } from '../../src/records/note.ts';
import { describe, findRecord } from '../../src/records/reading.ts';
import { tongze, tongzeAsOther } from '../support/cli.ts';
import { keptIn } from '../support/kept.ts';
import { matchLists } from '../support/lists.ts';
import { dataFolder } from '../support/process.ts';
import { callerOf, gradeOf, service } from '../support/records.ts';
import { folderWith, openIn, tamper } from '../support/records-folder.ts';

t.teardown(() => service.close());

t.test('one record is verified from its file with the public key alone', async (t) => {
  const { made, key } = await folderWith(t, [4]);
  const nowhere = dataFolder(t);
  const file = join(nowhere, 'record.json');
  writeFileSync(file, JSON.stringify(made[0]));

  const sound = tongze(nowhere, 'verify', file, '--key', key);
  writeFileSync(file, JSON.stringify(made[0]).replace('"least":"较大"', '"least":"重大"'));
  const forged = tongze(nowhere, 'verify', file, '--key', key);
  const other = tongze(nowhere, 'verify', file, '--key', (await folderWith(t, [])).key);

  t.match(sound, { code: 0, out: /✓ 叶在检查点的树里\n✓ 检查点由可信的密钥签名/ });
  t.match(sound.out, '不在证明之内：decision.provenance.input（');
  t.match(forged, { code: 1, out: /✗ 输出与结果的摘要一致/ });
  t.match(other, { code: 1, out: /✗ 检查点由可信的密钥签名/ });
});

t.test('a record whose contents were taken out of its file is not proven', async (t) => {
  const { folder, made, key } = await folderWith(t, [4]);
  const records = await openIn(folder);
  const found = await findRecord(records.store, made[0]?.id ?? '');
  const record = await describe(records.store, found as NonNullable<typeof found>);
  await records.close();
  const { decision: _, ...bare } = made[0] ?? {};
  const emptied = { ...record, input: null, output: null, salts: { input: null, output: null } };

  const [taken, answered] = [emptied, bare].map((given) => {
    writeFileSync(join(folder, 'record.json'), JSON.stringify(given));
    return tongze(folder, 'verify', join(folder, 'record.json'), '--key', key);
  });

  t.match(taken, { code: 3, out: /○ 文件里没有输入和输出/ });
  t.match(answered, { code: 3, out: /○ 文件里没有输出/, err: /没有证明全部/ });
});

t.test('a record is tied to a later checkpoint by a proof from a file', async (t) => {
  const { folder, made, key } = await folderWith(t, [4]);
  const records = await openIn(folder);
  await records.recording.decide(callerOf('later'), gradeOf(5));
  const { consistencyProof, latestCheckpoint } = await import('../../src/records/reading.ts');
  const latest = await latestCheckpoint(records.store);
  const proof = await consistencyProof(records.store, 2, 3);
  const found = await findRecord(records.store, made[0]?.id ?? '');
  const record = await describe(records.store, found as NonNullable<typeof found>);
  await records.close();
  const path = (name: string) => join(folder, name);
  writeFileSync(path('record.json'), JSON.stringify(record));
  writeFileSync(path('checkpoint'), latest?.note ?? '');
  const nodes = proof.map((node) => Buffer.from(node).toString('base64'));
  writeFileSync(path('proof.json'), JSON.stringify({ first: 2, second: 3, proof: nodes }));

  const later = ['--checkpoint', path('checkpoint'), '--proof', path('proof.json')];
  const sound = tongze(folder, 'verify', path('record.json'), '--key', key, ...later);
  const earlier = record.receipt.checkpoint;
  const copied = [`${latest?.note}\n \n`, latest?.note.replaceAll('\n', '\r\n'), `${latest?.note}\n${earlier}\n`];
  for (const text of copied) {
    writeFileSync(path('checkpoint'), text ?? '');
    t.match(tongze(folder, 'verify', path('record.json'), '--key', key, ...later), { code: 0 }, JSON.stringify(text));
  }
  writeFileSync(path('proof.json'), JSON.stringify({ first: 2, second: 3, proof: [] }));
  const forged = tongze(folder, 'verify', path('record.json'), '--key', key, ...later);

  t.match(sound, { code: 0, out: /✓ 输入与承诺一致[\s\S]*✓ 较晚的检查点是接着它写的/ });
  t.match(sound.out, '不在证明之内：supersededBy、related（');
  t.match(forged, { code: 1, out: /✗ 较晚的检查点是接着它写的/ });
});

t.test('everything is verified, and what was changed is named', async (t) => {
  const { folder } = await folderWith(t, [1, 2, 3]);

  const sound = tongze(folder, 'verify');
  tamper(folder, "update records set day = '2020-01-01' where idx = 2");
  const found = tongze(folder, 'verify');

  t.match(sound, { code: 0, out: /记录 4 条[\s\S]*✓ 全部成立/ });
  t.match(found, { code: 1, out: /✗ 列与叶不一致（位置 2，编号 [0-9a-f-]{36}，day）/ });
});

t.test('a log that no checkpoint from outside has measured is told as such', async (t) => {
  const { folder } = await folderWith(t, [1]);
  rmSync(join(folder, 'checkpoints.txt'));

  const said = tongze(folder, 'verify');
  const json = tongze(folder, 'verify', '--json');

  t.match(said, { code: 0, out: /数据库以外的检查点 0 个。\n○ 没有数据库以外的检查点：.*\n✓ 全部成立/ });
  matchLists(t, JSON.parse(json.out), { outside: 0, findings: [] });
});

/** Takes the last of three records away, with its contents and its checkpoint. */
function cutOff(folder: string): void {
  const last = 'idx = 2';
  tamper(
    folder,
    `delete from contents where id in (select id from records where ${last});
     delete from records where ${last}; delete from checkpoints where size = 3`,
  );
}

t.test('a log that was cut off is found by the checkpoints outside', async (t) => {
  const { folder } = await folderWith(t, [1, 2]);
  cutOff(folder);

  t.match(tongze(folder, 'verify'), { code: 1, out: /数据库以外的检查点与记录不符/ });
  await t.rejects(openIn(folder), /数据库被退回或者改写过/);
});

t.test('the checkpoint that an auditor saved measures the log, and a file without one measures nothing', async (t) => {
  const { folder, made } = await folderWith(t, [1, 2]);
  const file = join(dataFolder(t), 'old.txt');
  const checkpoint = made[1]?.receipt.checkpoint as string;
  const by = (text: string) => {
    writeFileSync(file, text);
    return tongze(folder, 'verify', '--checkpoints', file);
  };

  const sound = by(checkpoint);
  const forged = by(checkpoint.replace(/\n3\n/, '\n2\n'));
  const shortened = by(checkpoint.replace(/.{9}\n$/, '\n'));
  const beside = by(`not a checkpoint\n\n${checkpoint}`);
  const nothing = ['', '\n', 'garbage\n', checkpoint.slice(0, 60)].map(by);
  cutOff(folder);
  const found = ['\n', '\r\n'].map((end) => by(checkpoint.replaceAll('\n', end)));

  t.match(sound, { code: 0, out: /数据库以外的检查点 1 个[\s\S]*✓ 全部成立/ });
  t.notMatch(sound.out, '○');
  t.match(forged, { code: 1, out: /数据库以外的检查点与记录不符.*叶数 2/ });
  t.match(shortened, { code: 1, out: /数据库以外的检查点与记录不符.*叶数 3/ });
  t.match(beside, { code: 1, out: /✗ 数据库以外的检查点文件里有一段不是检查点/ });
  for (const { code, err } of nothing) t.match({ code, err }, { code: 1, err: /old\.txt.*检查点/ });
  for (const { code, out } of found) t.match({ code, out }, { code: 1, out: /数据库以外的检查点与记录不符.*叶数 3/ });
});

t.test('decisions are replayed, one and all, and a difference is told provision by provision', async (t) => {
  const { folder, made } = await folderWith(t, [4, 30]);

  const one = tongze(folder, 'replay', made[0]?.id ?? '');
  const all = tongze(folder, 'replay', '--all');
  // As if it had been recorded by rules that gave another answer.
  tamper(
    folder,
    `update contents set bytes = cast(replace(bytes, '"least":"较大"', '"least":"一般"') as blob) where part = 'output';
     update records set leaf = cast(json_set(cast(leaf as text), '$.result', '${'0'.repeat(64)}', '$.output',
       (select commitment(salt, bytes) from contents where contents.id = records.id and part = 'output')) as blob)
     where idx = 1`,
  );
  const different = tongze(folder, 'replay', '--all');

  t.match(one, { code: 0, out: /^✓ 逐字节相同/ });
  t.match(all, { code: 0, out: /相同 2，不同 0，已清除 0/ });
  t.match(different, { code: 1, out: /✗ 结果不同[\s\S]*grade grade[\s\S]*相同 1，不同 1/ });
});

t.test('a decision whose contents are damaged is told and does not keep the others from being replayed', async (t) => {
  const { folder, made } = await folderWith(t, [4, 30]);
  const id = made[0]?.id ?? '';
  tamper(folder, `update contents set bytes = null, salt = null, status = null where id = '${id}'`);

  const one = tongze(folder, 'replay', id);
  const all = tongze(folder, 'replay', '--all');
  const verified = tongze(folder, 'verify');

  t.match(verified.out, new RegExp(`✗ 内容不在了，日志里没有清除它的记录.*（位置 1，编号 ${id}，输入）`));
  t.match(one, { code: 1, err: /输入不在了，也没有清除它的记录/ });
  t.match(all, { code: 1, out: /没有清除它的记录[\s\S]*相同 1，不同 0，已清除 0，损坏 1/, err: /1 个决定有损坏/ });
});

t.test('a backup of a running service is restored elsewhere, verified, and gone on with', async (t) => {
  const { folder } = await folderWith(t, [1, 2]);
  const running = await openIn(folder);
  const backup = join(dataFolder(t), 'backup');

  const made = tongze(folder, 'backup', backup);
  await running.close();
  const elsewhere = dataFolder(t);
  writeFileSync(join(elsewhere, 'log.key'), readFileSync(join(folder, 'log.key')), { mode: 0o600 });
  const restored = tongze(elsewhere, 'restore', backup);
  const again = tongze(elsewhere, 'restore', backup);

  t.match(made, { code: 0, out: /✓ 3 条记录，全部成立/ });
  t.same(readdirSync(backup).sort(), ['checkpoints.txt', 'tongze.db']);
  for (const copied of [backup, elsewhere])
    t.equal(statSync(join(copied, 'tongze.db')).mode & 0o777, 0o600, 'facts about officials are nobody else’s');
  t.match(restored, { code: 0, out: /✓ 3 条记录，全部成立/, err: /检查点是备份自带的，看不出备份以后/ });
  t.match(again, { code: 1, err: /tongze\.db 已经存在：把 .*tongze\.db 连同 -wal、-shm 一起移走/ });
  const records = await openIn(elsewhere);
  await records.recording.decide(callerOf('new'), gradeOf(9));
  await records.close();
  t.match(tongze(elsewhere, 'verify'), { code: 0, out: /记录 4 条/ });
});

/** A backup, and the folder in which a record was made after it. */
async function olderBackup(t: Test) {
  const { folder } = await folderWith(t, [1]);
  const backup = join(dataFolder(t), 'backup');
  tongze(folder, 'backup', backup);
  const records = await openIn(folder);
  await records.recording.decide(callerOf('after'), gradeOf(2));
  await records.close();
  return { folder, backup };
}

t.test('a backup that is older than the checkpoints is told, and no second history begins', async (t) => {
  const { folder, backup } = await olderBackup(t);
  for (const name of readdirSync(folder)) if (name.startsWith('tongze.db')) rmSync(join(folder, name));

  const restored = tongze(folder, 'restore', backup);

  t.match(restored, { code: 1, err: /有 2 条记录，缺少其后的/ });
  await t.rejects(openIn(folder), /数据库被退回或者改写过/);
});

t.test('a restore that cannot put the checkpoints somewhere leaves no database without them', async (t) => {
  const { folder } = await folderWith(t, [1, 2]);
  const backup = join(dataFolder(t), 'backup');
  tongze(folder, 'backup', backup);
  const elsewhere = join(dataFolder(t), 'data');

  // Not even root makes a folder in /proc.
  await t.rejects(restore({ TONGZE_DATA: elsewhere, TONGZE_CHECKPOINTS: '/proc/tongze/checkpoints.txt' }, backup));

  t.notOk(existsSync(join(elsewhere, 'tongze.db')));
});

t.test('a restore makes the folder of the checkpoints where there is none', async (t) => {
  const { folder } = await folderWith(t, [1]);
  const [backup, elsewhere] = [join(dataFolder(t), 'backup'), dataFolder(t)];
  tongze(folder, 'backup', backup);
  const checkpoints = join(elsewhere, 'of', 'auditors', 'checkpoints.txt');

  await restore({ TONGZE_DATA: elsewhere, TONGZE_CHECKPOINTS: checkpoints }, backup);

  t.equal(readFileSync(checkpoints, 'utf8'), readFileSync(join(backup, 'checkpoints.txt'), 'utf8'));
});

t.test('a backup that is put elsewhere is measured by the checkpoints that have gone on since', async (t) => {
  const { folder, backup } = await olderBackup(t);
  const elsewhere = dataFolder(t);
  writeFileSync(join(elsewhere, 'log.key'), readFileSync(join(folder, 'log.key')), { mode: 0o600 });
  const newest = join(folder, 'checkpoints.txt');

  const missing = tongze(elsewhere, 'restore', backup, '--checkpoints', join(folder, 'none.txt'));
  const unread = tongze(elsewhere, 'restore', backup, '--checkpoints', join(folder, 'log.key'));
  // As an auditor has saved the last one.
  writeFileSync(newest, readFileSync(newest, 'utf8').trimEnd());
  const restored = tongze(elsewhere, 'restore', backup, '--checkpoints', newest);
  rmSync(join(elsewhere, 'tongze.db'));
  const given = tongze(elsewhere, 'restore', backup, '--checkpoints', newest);

  t.match(missing, { code: 1, err: /没有 .*none\.txt/ });
  t.match(unread, { code: 1, err: /log\.key 不是空的，却读不出一个检查点/ });
  t.match(restored, { code: 1, err: /有 2 条记录，缺少其后的/ });
  t.match(given, { code: 1, err: /checkpoints\.txt 已经存在：就用它核对/ });
  await t.rejects(openIn(elsewhere), /数据库被退回或者改写过/);
});

t.test('a journal that was left behind is not played back over a backup', async (t) => {
  const { folder, backup } = await olderBackup(t);
  for (const ending of ['-wal', '-shm']) {
    rmSync(join(folder, 'tongze.db'), { force: true });
    writeFileSync(join(folder, `tongze.db${ending}`), '');

    const restored = tongze(folder, 'restore', backup);

    t.match(restored, { code: 1, err: `tongze.db${ending} 已经存在` });
    t.match(restored.err, /tongze\.db 连同 -wal、-shm 一起移走/);
    t.notOk(existsSync(join(folder, 'tongze.db')));
    rmSync(join(folder, `tongze.db${ending}`));
  }
});

t.test('nothing is copied that no key could verify, and the data folder that is made is nobody else’s', async (t) => {
  const { folder, backup } = await olderBackup(t);
  const elsewhere = join(dataFolder(t), 'new');
  const key = join(folder, 'log.key');

  const withoutKey = tongze(elsewhere, 'restore', backup);
  const made = existsSync(elsewhere);
  process.env['TONGZE_LOG_KEY'] = key;
  t.teardown(() => delete process.env['TONGZE_LOG_KEY']);
  const restored = tongze(elsewhere, 'restore', backup);
  process.env['TONGZE_LOG_KEY'] = join(elsewhere, 'none.key');
  const backedUp = tongze(folder, 'backup', join(elsewhere, 'backup'));

  t.match(withoutKey, { code: 1, err: /没有可信的公钥/ });
  t.equal(made, false);
  t.match(restored, { code: 0, out: /全部成立/ });
  t.equal(statSync(elsewhere).mode & 0o777, 0o700);
  t.match(backedUp, { code: 1, err: /没有可信的公钥/ });
  t.notOk(existsSync(join(elsewhere, 'backup')));
});

t.test('who has the public key alone backs up, restores and makes evidence with it', async (t) => {
  const { folder, made, key } = await folderWith(t, [1]);
  rmSync(join(folder, 'log.key'));
  keptIn(folder);
  const elsewhere = dataFolder(t);
  const [backup, archive] = [join(elsewhere, 'backup'), join(elsewhere, 'evidence.tar.gz')];

  const backedUp = tongze(folder, 'backup', backup, '--key', key);
  const restored = tongze(join(elsewhere, 'new'), 'restore', backup, '--key', key);
  const evidence = tongze(folder, 'evidence', made[0]?.id ?? '', '-o', archive, '--key', key);
  const other = tongze(join(elsewhere, 'other'), 'restore', backup, '--key', (await folderWith(t, [])).key);
  process.env['TONGZE_LOG_PUBLIC_KEY'] = key;
  t.teardown(() => delete process.env['TONGZE_LOG_PUBLIC_KEY']);
  const configured = tongze(folder, 'verify', '--key', key);

  t.match(backedUp, { code: 0, out: /✓ 2 条记录，全部成立/ });
  t.match(restored, { code: 0, out: /✓ 2 条记录，全部成立/ });
  t.equal(evidence.code, 0, evidence.err);
  t.match(other, { code: 1, err: /处不符/ });
  t.match(
    configured.err,
    /TONGZE_LOG_PUBLIC_KEY（日志的公钥）要与 TONGZE_LOG_SIGNER（签名的命令）同时给出，或者都不填。\n/,
  );
});

t.test('evidence is written once, for decisions only, and for an old checkpoint of this log', async (t) => {
  const { folder, made } = await folderWith(t, [4, 5]);
  keptIn(folder);
  const path = (name: string) => join(folder, name);
  const [id = '', checkpoint = ''] = [made[0]?.id, made[0]?.receipt.checkpoint];
  writeFileSync(path('old.txt'), `${checkpoint.replaceAll('\n', '\r\n')}\r\n`);
  writeFileSync(path('foreign.txt'), checkpoint.replace(/\n2\n/, '\n99\n'));
  const evidence = (...args: readonly string[]) => tongze(folder, 'evidence', ...args, '-o', path('evidence.tar.gz'));
  const database = new Database(path('tongze.db'), { readonly: true });
  const activation = database.prepare('select id from records where idx = 0').pluck().get() as string;
  database.close();

  const foreign = evidence(id, '--checkpoint', path('foreign.txt'));
  const noCheckpoint = evidence(id, '--checkpoint', path('log.key'));
  const none = evidence('01920000-0000-7000-8000-000000000000');
  const noDecision = evidence(activation);
  const written = evidence(id, '--checkpoint', path('old.txt'));
  const again = evidence(id);
  rmSync(path('schemas'), { recursive: true });
  const notKept = tongze(folder, 'evidence', id, '-o', path('other.tar.gz'));

  t.match(written, { code: 0, out: path('evidence.tar.gz') });
  t.equal(statSync(path('evidence.tar.gz')).mode & 0o077, 0, 'it holds what the record holds');
  t.match(again, { code: 1, err: /已经存在：用 -o 写到别处/ });
  t.match(foreign, { code: 1, err: /的叶数大于这个日志的/ });
  t.match(noCheckpoint, { code: 1, err: /不是检查点/ });
  t.match(none, { code: 1, err: /没有这条记录/ });
  t.match(noDecision, { code: 1, err: /这条记录不是决定，没有证据包/ });
  t.match(notKept, { code: 1, err: /作出决定时的契约（[0-9a-f]{12}）不在本节点的数据目录里/ });
  t.notOk(existsSync(path('other.tar.gz')));
});

t.test('what is asked for wrongly is told', async (t) => {
  const folder = dataFolder(t);
  writeFileSync(join(folder, 'x.json'), '{"id":1}');

  t.match(tongze(folder, 'verify'), { code: 1, err: /没有 .*tongze\.db|没有可信的公钥/ });
  t.match(tongze(folder, 'verify', join(folder, 'x.json')), { code: 2, err: /没有可信的公钥|不是一条记录/ });
  t.match(tongze(folder, 'replay'), { code: 1, err: /给出一个编号/ });
  t.match(tongze(folder, 'restore', folder), { code: 1, err: /没有可信的公钥/ });
  writeFileSync(join(folder, 'log.key'), `${generateKey('tongze.test/log')}\n`, { mode: 0o600 });
  t.match(tongze(folder, 'restore', folder), { code: 1, err: /没有 tongze\.db/ });
});

t.test('a database that must not be changed is read, and stays as it was, also that of an older program', async (t) => {
  const { folder, made } = await folderWith(t, [1, 2]);
  const id = made[0]?.id ?? '';
  keptIn(folder);
  const path = join(folder, 'tongze.db');
  const database = new Database(path);
  for (const name of database.prepare("select name from sqlite_schema where name like '%replacement'").pluck().all())
    database.exec(`drop trigger ${name}`);
  database.exec("drop trigger contents_no_move; delete from kysely_migration where name <> '0001_log'");
  database.close();
  const before = readFileSync(path);
  chmodSync(path, 0o444);

  const verified = tongzeAsOther(folder, 'verify');
  const evidence = tongzeAsOther(folder, 'evidence', id, '-o', join(folder, 'evidence.tar.gz'));
  const replayed = tongzeAsOther(folder, 'replay', id);

  t.match(verified, { code: 0, out: /记录 3 条[\s\S]*✓ 全部成立/ });
  t.match(evidence, { code: 0 }, evidence.err);
  t.match(replayed, { code: 0, out: '✓ 逐字节相同' }, replayed.err);
  t.strictSame(readFileSync(path), before);
});

t.test('where SQLite cannot read because its folder is read-only, the copy that is needed is told', async (t) => {
  const { folder, made } = await folderWith(t, [1]);
  chmodSync(folder, 0o555);
  t.teardown(() => chmodSync(folder, 0o755));

  for (const args of [['verify'], ['evidence', made[0]?.id ?? '']])
    t.match(tongzeAsOther(folder, ...args), { code: 1, err: `错误：${folder} 不能写入，SQLite 打不开其中的数据库` });
});

t.test('a database of a newer program is not read', async (t) => {
  const { folder } = await folderWith(t, [1]);
  const database = new Database(join(folder, 'tongze.db'));
  database.exec("insert into kysely_migration values ('9999_later', '2030-01-01')");
  database.close();

  t.match(tongze(folder, 'verify'), { code: 1, err: /由更新的版本建立的/ });
});
