/** A path that cannot be used is told with what is wrong with it and what would be right, not by its errno alone. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { messageOf } from '../../src/kernel/system-error.ts';
import { tongze, tongzeAsOther } from '../support/cli.ts';
import { keptIn } from '../support/kept.ts';
import { dataFolder } from '../support/process.ts';
import { service } from '../support/records.ts';
import { folderWith } from '../support/records-folder.ts';

t.teardown(() => service.close());

/** What a service that does not start says. */
function start(folder: string) {
  const env = { ...process.env, PORT: '0', TONGZE_DATA: folder };
  const run = spawnSync(process.execPath, ['src/main.ts'], { env, encoding: 'utf8', timeout: 60_000 });
  return { code: run.status, err: run.stderr };
}

const CONFIGURED = /路径不对的，改命令的参数或者配置（npm run tongze -- config） \([a-z -]+\)\n$/;

t.test('a data folder that is a file, and one that nobody may write', (t) => {
  const file = join(dataFolder(t), 'file');
  writeFileSync(file, '');
  const empty = dataFolder(t);
  chmodSync(empty, 0o555);

  const service = start(file);
  const key = tongze(file, 'key', 'create');
  const forbidden = tongzeAsOther(empty, 'key', 'create');

  t.match(service, { code: 2, err: /^不能读写 \S+（ENOTDIR）：路径里当作文件夹的一段是文件/ });
  t.match(service.err, CONFIGURED);
  t.match(key, { code: 1, err: /错误：不能建立文件夹 \S+（ENOTDIR）：路径里当作文件夹的一段是文件/ });
  t.match(forbidden, {
    code: 1,
    err: `错误：不能建立文件夹 ${join(empty, 'access')}（EACCES）：没有权限，把它交给运行本程序的用户`,
  });
  t.end();
});

t.test('a key and a database that are folders', async (t) => {
  const { folder } = await folderWith(t, [1]);
  const [path, database] = [join(folder, 'log.key'), join(folder, 'tongze.db')];
  renameSync(path, `${path}.kept`);
  mkdirSync(path);

  const keyless = start(folder);
  rmSync(path, { recursive: true });
  renameSync(`${path}.kept`, path);
  rmSync(database);
  mkdirSync(database);
  const verified = tongze(folder, 'verify');
  const baseless = start(folder);

  t.match(keyless, { code: 1, err: `${path} 是文件夹：TONGZE_LOG_KEY 要写私钥的文件` });
  t.match(verified, { code: 1, err: `错误：没有 ${database}：核对 TONGZE_DATA` });
  t.match(baseless, { code: 1, err: `不能读写 ${database}（EISDIR）：这是文件夹，此处要的是文件` });
});

t.test('a backup and an archive of evidence where none can be', async (t) => {
  const { folder, made } = await folderWith(t, [1]);
  keptIn(folder);

  const backup = tongze(folder, 'backup', '/dev/null/x');
  const evidence = tongze(folder, 'evidence', made[0]?.id ?? '', '-o', join(folder, 'none', 'x'));

  t.match(backup, { code: 1, err: '错误：不能建立文件夹 /dev/null/x（ENOTDIR）：路径里当作文件夹的一段是文件' });
  t.match(evidence, {
    code: 1,
    err: `错误：不能读写 ${join(folder, 'none', 'x')}（ENOENT）：没有这个文件或者文件夹，先建好它所在的`,
  });
});

t.test('an error that is none of the system, or an unknown one, keeps its words', (t) => {
  for (const words of ['密钥文件不是有效的 JSON', 'EXDEV: cross-device link not permitted, rename', 'ENOENT'])
    t.equal(messageOf(new Error(words)), words);
  t.match(messageOf(new Error('EISDIR: illegal operation on a directory, read')), /^不能读写（EISDIR）：这是文件夹/);
  t.end();
});
