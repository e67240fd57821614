/** `backup` and `restore`: a copy of the records, checked before it counts as one. */
import { Command } from 'commander';
import type { Configuration } from '../contract/generated/types.ts';
import { backUp, restore } from '../records/backup.ts';
import { pathsOf } from '../records/open.ts';
import { openSqlite } from '../records/sqlite.ts';
import type { Store } from '../records/store.ts';
import { type StoreVerification, verifyStore } from '../records/verify-store.ts';
import { readWitness } from '../records/witness.ts';
import { CommandFailed } from './program.ts';
import { configured, onStore, trusted } from './records.ts';

export function backupCommand(): Command {
  return new Command('backup')
    .description('备份记录和检查点（服务可以照常运行），并核对备份；私钥要另行备份')
    .argument('<文件夹>', '放备份的文件夹')
    .action(async (folder: string) => {
      const configuration = configured();
      const files = await onStore(configuration, (store) => backUp(store, configuration, folder));
      const [database = ''] = files;
      if (configuration.TONGZE_DATABASE === undefined) tell(await checked(await openSqlite(database), configuration));
      for (const file of files) console.log(file);
      console.log(`私钥不在备份里：${pathsOf(configuration).key} 要另行保管 (the private key is not part of it)`);
    });
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('从备份恢复到配置所指之处（必须是空的），并核对')
    .argument('<文件夹>', '放着备份的文件夹')
    .action(async (folder: string) => {
      const configuration = configured();
      await restore(configuration, folder);
      await onStore(configuration, async (store) => tell(await verified(store, configuration)));
    });
}

async function checked(store: Store, configuration: Configuration): Promise<StoreVerification> {
  try {
    return await verified(store, configuration);
  } finally {
    await store.close();
  }
}

function verified(store: Store, configuration: Configuration): Promise<StoreVerification> {
  const known = trusted([], () => configuration);
  return verifyStore(store, known, readWitness(pathsOf(configuration).checkpoints));
}

/** @throws when the copy does not hold */
function tell({ records, findings }: StoreVerification): void {
  const lost = findings.filter(({ code }) => code === 'witness').length;
  if (lost > 0)
    throw new CommandFailed(
      `有 ${records} 条记录，缺少其后的：数据库以外有 ${lost} 个检查点不在其中 (records after the backup are missing)`,
    );
  if (findings.length > 0) throw new CommandFailed(`${findings.length} 处不符：npm run tongze -- verify 逐处列出`);
  console.log(`✓ ${records} 条记录，全部成立`);
}
