/** `rotate-key`: another key for the log, as a record of the log; `log-key`: the form in which its public keys are written. */
import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { newLogName } from '../records/keys.ts';
import { verifierOfPem } from '../records/note.ts';
import { pathsOf } from '../records/open-log.ts';
import { logName, rotateKey } from '../records/rotation.ts';
import { createService } from '../service.ts';
import { CommandFailed } from './program.ts';
import { configured, onStore } from './records.ts';

interface Options {
  readonly lost?: string;
  readonly signer?: string;
  readonly publicKey?: string;
  readonly file: boolean;
}

export function rotateKeyCommand(): Command {
  return new Command('rotate-key')
    .description('更换日志的密钥，并记入日志；先停止所有节点')
    .option('--lost <公钥>', '旧私钥已经遗失或者被盗：给出它的公钥，只由新的签名')
    .option('--signer <命令>', '新的私钥不在本机：代为签名的可执行文件（同 TONGZE_LOG_SIGNER）')
    .option('--public-key <公钥>', '它的公钥 name+hash+base64，或者存有公钥的文件（用 log-key 得到）')
    .option('--file', '旧的由命令签名（TONGZE_LOG_SIGNER），新的改存本机的文件', false)
    .action(async (options: Options) => {
      const configuration = configured();
      const { lost } = options;
      const signer = newSigner(options, configuration.TONGZE_LOG_SIGNER !== undefined);
      const service = await createService();
      try {
        const { from, to, index, retired } = await onStore(configuration, (store) =>
          rotateKey(store, configuration, service.origin, { lost, signer }),
        );
        console.log(`位置 ${index} 的记录：\n  旧公钥 ${from}\n  新公钥 ${to.text}`);
        if (retired !== undefined) console.log(`旧私钥移到 ${retired}；确认新密钥已经备份以后销毁。`);
        if (signer !== undefined)
          console.log(`启动以前改配置：\n  TONGZE_LOG_SIGNER=${signer.command}\n  TONGZE_LOG_PUBLIC_KEY=${to.text}`);
        else if (configuration.TONGZE_LOG_SIGNER !== undefined)
          console.log('启动以前从配置里去掉 TONGZE_LOG_SIGNER 和 TONGZE_LOG_PUBLIC_KEY。');
        console.log('请把新公钥交给审计人，再启动服务。');
      } finally {
        await service.close();
      }
    });
}

/** @throws where it is not clear which key comes next */
function newSigner({ signer: command, publicKey, file }: Options, isBehindCommand: boolean) {
  if (file && command !== undefined) throw new CommandFailed('--file 和 --signer 只给一个 (give one of them)');
  if ((command === undefined) !== (publicKey === undefined))
    throw new CommandFailed('--signer 和 --public-key 要同时给出 (give both)');
  if (command !== undefined && publicKey !== undefined) return { command, publicKey };
  if (isBehindCommand && !file)
    throw new CommandFailed(
      '私钥不在本机（TONGZE_LOG_SIGNER）：先在存放私钥的地方生成新的，再用 --signer、--public-key 给出代为签名的命令和公钥；' +
        '要改存本机的文件，用 --file (say where the new key is: --signer with --public-key, or --file)',
    );
  return undefined;
}

export function logKeyCommand(): Command {
  return new Command('log-key')
    .description('把 PEM 的公钥（Ed25519）写成日志的公钥 name+hash+base64，填 TONGZE_LOG_PUBLIC_KEY、--public-key')
    .argument('<文件>', 'PEM 的公钥，例如 openssl pkey -pubout 的输出')
    .action(async (file: string) => {
      if (!existsSync(file)) throw new CommandFailed(`没有 ${file} (no such file)`);
      const verifier = verifierOfPem(await nameOfLog(), readFileSync(file, 'utf8'));
      if (verifier === undefined) throw new CommandFailed(`${file} 不是 PEM 的 Ed25519 公钥 (no Ed25519 public key)`);
      console.log(verifier.text);
    });
}

/** That of the log that is there, or a new one for a log that is to begin. */
async function nameOfLog(): Promise<string> {
  const configuration = configured();
  const isThere = configuration.TONGZE_DATABASE !== undefined || existsSync(pathsOf(configuration).database);
  return isThere ? onStore(configuration, (store) => logName(store).catch(newLogName)) : newLogName();
}
