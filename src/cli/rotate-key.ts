/** `rotate-key`: another key for the log, as a record of the log. */
import { Command } from 'commander';
import { pathsOf } from '../records/open.ts';
import { rotateKey } from '../records/rotation.ts';
import { createService } from '../service.ts';
import { CommandFailed } from './program.ts';
import { configured, onStore } from './records.ts';

export function rotateKeyCommand(): Command {
  return new Command('rotate-key')
    .description('更换日志的密钥，并记入日志；先停止所有节点')
    .option('--lost <公钥>', '旧私钥已经遗失或者被盗：给出它的公钥，只由新的签名')
    .action(async ({ lost }: { readonly lost?: string }) => {
      const configuration = configured();
      if (configuration.TONGZE_LOG_SIGNER !== undefined)
        throw new CommandFailed('私钥不在本机（TONGZE_LOG_SIGNER），不能在这里更换 (the key is not on this machine)');
      const service = await createService();
      try {
        const { from, to, index, retired } = await onStore(configuration, (store) =>
          rotateKey(store, pathsOf(configuration), service.origin, lost),
        );
        console.log(`位置 ${index} 的记录：\n  旧公钥 ${from}\n  新公钥 ${to.text}`);
        if (retired !== undefined) console.log(`旧私钥移到 ${retired}；确认新密钥已经备份以后销毁。`);
        console.log('请把新公钥交给审计人，再启动服务。');
      } finally {
        await service.close();
      }
    });
}
