/** `evidence`: everything that proves one decision, in one archive for an auditor. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { createEvidence } from '../kept.ts';
import { notesIn, statedCheckpoint } from '../records/note.ts';
import { findRecord } from '../records/reading.ts';
import { CommandFailed } from './program.ts';
import { configured, KEY_OPTION, onStoreToRead, trusted } from './records.ts';

interface Options {
  readonly output?: string;
  readonly checkpoint?: string;
  readonly key: readonly string[];
}

export function evidenceCommand(): Command {
  return new Command('evidence')
    .description('一个决定的证据包：解开以后用其中的 verify.mjs 离线核对')
    .argument('<编号>', '决定的编号')
    .option('-o, --output <文件>', '写到哪里；不给就是当前文件夹的 evidence-<编号>.tar.gz')
    .option('--checkpoint <文件>', '审计人的旧检查点：从它到现在的一致性证明也放进包里')
    .option(...KEY_OPTION, [])
    .action(async (id: string, { output, checkpoint, key }: Options) => {
      const configuration = configured();
      const known = trusted(key, () => configuration);
      const first = checkpoint === undefined ? undefined : sizeOf(checkpoint);
      const made = await onStoreToRead(configuration, async (store) => {
        const record = await findRecord(store, id);
        if (record === undefined) throw new CommandFailed('没有这条记录 (no such record)');
        return createEvidence(configuration.TONGZE_DATA, store, known)(record, first);
      });
      if ('refused' in made)
        throw new CommandFailed(
          made.refused === 'not-a-decision'
            ? '这条记录不是决定，没有证据包 (the record is no decision)'
            : `${checkpoint} 的叶数大于这个日志的：是另一个日志的，或者日志被退回 (the log is smaller than the checkpoint)`,
        );
      const path = output ?? made.name;
      if (existsSync(path)) throw new CommandFailed(`${path} 已经存在：用 -o 写到别处 (the file exists)`);
      writeFileSync(path, made.bytes, { mode: 0o600 });
      console.log(path);
    });
}

function sizeOf(path: string): number {
  if (!existsSync(path)) throw new CommandFailed(`没有 ${path}`);
  const size = statedCheckpoint(notesIn(readFileSync(path, 'utf8')).notes.at(-1) ?? '')?.size;
  if (size === undefined || size === 0) throw new CommandFailed(`${path} 不是检查点 (no checkpoint)`);
  return size;
}
