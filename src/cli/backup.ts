/** `backup` and `restore`: a copy of the records, checked before it counts as one. */
import { Command } from 'commander';
import type { LogVerification } from '../contract/generated/types.ts';
import { backUp, restore, verifyBackup } from '../records/backup.ts';
import { pathsOf } from '../records/open-log.ts';
import { verifyStore } from '../records/verify-store.ts';
import { readWitness } from '../records/witness.ts';
import { CommandFailed } from './program.ts';
import { configured, KEY_OPTION, onStore, trusted } from './records.ts';

export function backupCommand(): Command {
  return new Command('backup')
    .description('备份记录和检查点（服务可以照常运行），SQLite 的随即核对；私钥要另行备份')
    .argument('<文件夹>', '放备份的文件夹')
    .option(...KEY_OPTION, [])
    .action(async (folder: string, { key }: { readonly key: readonly string[] }) => {
      const configuration = configured();
      const isVerified = configuration.TONGZE_DATABASE === undefined;
      // Before anything is copied: a copy that cannot be verified would be in the way of the next try.
      const known = isVerified ? trusted(key, () => configuration) : [];
      const files = await onStore(configuration, (store) => backUp(store, configuration, folder));
      if (isVerified) tell(await verifyBackup(folder, known));
      for (const file of files) console.log(file);
      if (!isVerified)
        console.error(
          'PostgreSQL 的备份没有核对：恢复到另一个空的数据库，restore 会核对 (not verified: restore it elsewhere)',
        );
      console.log(`私钥不在备份里：${pathsOf(configuration).key} 要另行保管 (the private key is not part of it)`);
    });
}

interface RestoreOptions {
  readonly checkpoints?: string;
  readonly key: readonly string[];
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('从备份恢复到配置所指之处（必须是空的），并核对')
    .argument('<文件夹>', '放着备份的文件夹')
    .option('--checkpoints <文件>', '备份以后还在增长的检查点文件（原来的 checkpoints.txt）：据此看出缺少哪些记录')
    .option(...KEY_OPTION, [])
    .action(async (folder: string, { checkpoints, key }: RestoreOptions) => {
      const configuration = configured();
      // Before anything is copied: a copy that cannot be verified would be in the way of the next try.
      const known = trusted(key, () => configuration);
      const { byItself } = await restore(configuration, folder, checkpoints).catch(refuseFilled);
      if (byItself)
        console.error(
          '检查点是备份自带的，看不出备份以后是否还有记录：原来的 checkpoints.txt 还在的，删去恢复的，用 --checkpoints 再恢复一次 (checked by the checkpoints of the backup alone)',
        );
      const witness = readWitness(pathsOf(configuration).checkpoints);
      await onStore(configuration, async (store) => tell(await verifyStore(store, known, witness)));
    });
}

/** PostgreSQL's own words for it are many. */
function refuseFilled(error: Error): never {
  if (!/^pg_restore .*(already exists|已经存在)/s.test(error.message)) throw error;
  throw new CommandFailed(
    'TONGZE_DATABASE 所指的数据库不是空的：恢复只写到空的数据库，另建一个，改 TONGZE_DATABASE，再恢复 (the database is not empty)',
  );
}

/** @throws when the copy does not hold */
function tell({ records, findings }: LogVerification): void {
  const lost = findings.filter(({ code }) => code === 'witness').length;
  if (lost > 0)
    throw new CommandFailed(
      `有 ${records} 条记录，缺少其后的：数据库以外有 ${lost} 个检查点不在其中 (records after the backup are missing)`,
    );
  if (findings.length > 0) throw new CommandFailed(`${findings.length} 处不符：npm run tongze -- verify 逐处列出`);
  console.log(`✓ ${records} 条记录，全部成立`);
}
