/** `verify`: one record from a file, on any machine and without network; or everything that the store holds. */
import { Command } from 'commander';
import type { LogFinding } from '../contract/generated/types.ts';
import { pathsOf } from '../records/open-log.ts';
import { verifyStore } from '../records/verify-store.ts';
import { readGivenWitness, readWitness } from '../records/witness.ts';
import { CommandFailed } from './program.ts';
import { configured, onStoreToRead, trusted } from './records.ts';
import { type OneOptions, PARTS, verifyOne } from './verify-one.ts';

interface VerifyOptions extends OneOptions {
  readonly checkpoints?: string;
}

export function verifyCommand(): Command {
  return new Command('verify')
    .description('核对一条记录（给出文件，不用网络和数据库），或者数据库里的全部')
    .argument('[文件]', 'POST /api/v1/decisions 或者 GET /api/v1/decisions/{id} 的答复；不给就核对全部')
    .option('-k, --key <公钥...>', '可信的公钥，或者存有公钥的文件；不给就用本机的密钥', [])
    .option('--checkpoint <文件>', '较晚的检查点：连同 --proof，证明日志是从这条记录接着写的')
    .option('--proof <文件>', '到较晚检查点的一致性证明（GET /api/v1/log/proof/consistency）')
    .option('--checkpoints <文件>', '核对全部时，数据库以外的检查点；不给就用 TONGZE_CHECKPOINTS')
    .option('--json', '只输出 JSON', false)
    .action((file: string | undefined, options: VerifyOptions) =>
      file === undefined ? everything(options) : verifyOne(file, options),
    );
}

const FINDINGS: Readonly<Record<LogFinding['code'], string>> = {
  database: '数据库自身的检查',
  missing_record: '缺少记录',
  stray_record: '不在日志的任何位置上的记录',
  leaf_hash: '叶的散列不是它的字节的',
  leaf: '叶不合格式',
  column: '列与叶不一致',
  content: '内容与承诺不一致',
  erasure: '内容不在了，日志里没有清除它的记录；或者日志里清除了的内容还在',
  stray_content: '有不属于任何记录的内容',
  result: '输出与结果的摘要不一致',
  node: '树的节点不对',
  checkpoint: '检查点没有可信的签名，或者与记录不符',
  size: '所属的检查点不对',
  uncovered: '有检查点没有覆盖的记录',
  witness: '数据库以外的检查点与记录不符：历史被改写或者截断',
  stray_text: '数据库以外的检查点文件里有一段不是检查点',
  clock: '时钟倒退（次序不受影响）',
};

async function everything({ key, checkpoints, json }: VerifyOptions): Promise<void> {
  const configuration = configured();
  const known = trusted(key, () => configuration);
  const result = await onStoreToRead(configuration, (store) =>
    verifyStore(
      store,
      known,
      checkpoints === undefined ? readWitness(pathsOf(configuration).checkpoints) : readGivenWitness(checkpoints),
    ),
  );
  if (json) console.log(JSON.stringify(result, null, 2));
  else {
    const { records, checkpoints: own, outside, keys } = result;
    console.log(`所信的公钥：${keys.map((key) => key.slice(0, key.lastIndexOf('+'))).join('，')}`);
    console.log(`记录 ${records} 条，检查点 ${own} 个；数据库以外的检查点 ${outside} 个。`);
    for (const finding of result.findings) console.log(`✗ ${inWords(finding)}`);
    for (const notice of result.notices) console.log(`! ${inWords(notice)}`);
    if (outside === 0)
      console.log(
        '○ 没有数据库以外的检查点：记录是否被截断、历史是否被重写，这次没有核对；用 --checkpoints 给出审计人保存的 ' +
          '(no checkpoint from outside the database: a log that was cut off would look whole)',
      );
    if (result.findings.length === 0) console.log('✓ 全部成立');
  }
  if (result.findings.length > 0) throw new CommandFailed(`${result.findings.length} 处不符 (faults were found)`);
}

function inWords({ code, index, id, size, what }: LogFinding): string {
  const where = [
    index === undefined ? '' : `位置 ${index}`,
    id === undefined ? '' : `编号 ${id}`,
    size === undefined ? '' : `叶数 ${size}`,
    what === 'input' || what === 'output' ? PARTS[what] : (what ?? ''),
  ].filter((part) => part !== '');
  return `${FINDINGS[code]}${where.length === 0 ? '' : `（${where.join('，')}）`}`;
}
