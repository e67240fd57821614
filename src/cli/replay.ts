/** `replay`: recorded decisions evaluated again by the rules of this program. */
import { Command } from 'commander';
import type { Configuration, Replay } from '../contract/generated/types.ts';
import { createKept, replayerOf } from '../kept.ts';
import { StoreFailed, toldOf } from '../records/failures.ts';
import { type FoundRecord, findRecord } from '../records/reading.ts';
import { replay } from '../records/replay.ts';
import type { Store } from '../records/store.ts';
import { createService } from '../service.ts';
import { CommandFailed } from './program.ts';
import { configured, onStoreToRead } from './records.ts';

export function replayCommand(): Command {
  return new Command('replay')
    .description('以记录的输入再评估一次，逐条比较；--all 重放全部，更换编译器或者规则之前用')
    .argument('[编号]', '决定的编号')
    .option('--all', '重放全部决定', false)
    .option('--recorded', '每个决定用作出它时的规则包、契约和区划版本（数据目录里留存的）；不给就用程序自带的', false)
    .option('--json', '只输出 JSON', false)
    .action(async (id: string | undefined, { all: isAll, recorded, json }: Options) => {
      if ((id === undefined) === !isAll) throw new CommandFailed('给出一个编号，或者 --all (an id, or --all)');
      const configuration = configured();
      const { again, close } = await (recorded ? withRecorded(configuration) : withOwn(configuration));
      try {
        await onStoreToRead(configuration, (store) =>
          id === undefined ? all(store, again, json) : single(store, id, again, json),
        );
      } finally {
        await close();
      }
    });
}

interface Options {
  readonly all: boolean;
  readonly recorded: boolean;
  readonly json: boolean;
}

type Again = (record: FoundRecord) => ReturnType<typeof replay>;

interface Rules {
  readonly again: Again;
  close(): Promise<void>;
}

async function withOwn({ TONGZE_TERRITORY: territory }: Configuration): Promise<Rules> {
  const service = await createService({ territory });
  return { again: (record) => replay(record, replayerOf(service)), close: service.close };
}

async function withRecorded({ TONGZE_DATA }: Configuration): Promise<Rules> {
  const kept = createKept(TONGZE_DATA);
  return { again: (record) => kept.replaying(record.leaf, (by) => replay(record, by)), close: kept.close };
}

async function single(store: Store, id: string, again: Again, json: boolean): Promise<void> {
  const record = await findRecord(store, id);
  if (record === undefined) throw new CommandFailed('没有这条记录 (no such record)');
  const result = await again(record);
  if (result === 'not-a-decision') throw new CommandFailed('这条记录不是决定 (the record is no decision)');
  if (result === 'content-erased') throw new CommandFailed('输入已经清除，不能重放 (its input is erased)');
  if (json) console.log(JSON.stringify(result, null, 2));
  else for (const line of lines(result)) console.log(line);
  if (!result.same) throw new CommandFailed('结果不同 (the result differs)');
}

function lines({ same, recorded, replayed, changes }: Replay): readonly string[] {
  const rules =
    recorded.revision === replayed.revision
      ? `规则 ${recorded.revision.slice(0, 12)}`
      : `规则 ${recorded.revision.slice(0, 12)} → ${replayed.revision.slice(0, 12)}`;
  if (same) return [`✓ 逐字节相同（${rules}）${changes?.length ? '；添加的区划版本不同' : ''}`];
  if (changes === null) return [`✗ 结果不同（${rules}）；记录的输出已经清除，不能逐条比较`];
  const state = (value: boolean | null | undefined) => (value === null ? '待查明' : value ? '成立' : '不成立');
  return [
    `✗ 结果不同（${rules}）`,
    ...(changes.length === 0 ? ['  条款的结论都相同；条文、提示等其他部分不同'] : []),
    ...changes.map(({ provision, aspect, from, to }) => {
      if (provision === 'territory') return '  添加的区划版本不同';
      const change = from === undefined && to === undefined ? '' : `：${state(from)} → ${state(to)}`;
      return `  ${provision} ${aspect}${change}`;
    }),
  ];
}

/** Records read at a time. */
const PAGE = 200;

async function all(store: Store, again: Again, json: boolean): Promise<void> {
  const counts = { same: 0, different: 0, erased: 0, damaged: 0 };
  const different: string[] = [];
  for await (const id of decisions(store)) {
    const result = await replayed(store, id, again);
    if (result instanceof StoreFailed) {
      counts.damaged += 1;
      if (!json) console.log(`${id}\n✗ ${toldOf(result)}`);
    } else if (result === 'content-erased') counts.erased += 1;
    else if (result === undefined || typeof result === 'string') continue;
    else if (result.same) counts.same += 1;
    else {
      counts.different += 1;
      different.push(result.id);
      if (!json) for (const line of [result.id, ...lines(result)]) console.log(line);
    }
  }
  if (json) console.log(JSON.stringify({ ...counts, ids: different }, null, 2));
  else console.log(`相同 ${counts.same}，不同 ${counts.different}，已清除 ${counts.erased}，损坏 ${counts.damaged}`);
  if (counts.damaged > 0) throw new CommandFailed(`${counts.damaged} 个决定有损坏 (decisions are damaged)`);
  if (counts.different > 0) throw new CommandFailed(`${counts.different} 个决定的结果不同 (results differ)`);
}

/** One that is damaged does not keep the others from being replayed. */
async function replayed(store: Store, id: string, again: Again) {
  try {
    const record = await findRecord(store, id);
    return record === undefined ? undefined : await again(record);
  } catch (thrown) {
    const error = store.failure(thrown);
    if (error instanceof StoreFailed && error.failure === 'corrupt') return error;
    throw error;
  }
}

/** Their ids. */
async function* decisions(store: Store): AsyncGenerator<string> {
  for (let next = 0; ; ) {
    const rows = await store.database
      .selectFrom('records')
      .select(['idx', 'id'])
      .where('kind', 'in', ['decision', 'correction'])
      .where('idx', '>=', next)
      .orderBy('idx')
      .limit(PAGE)
      .execute();
    for (const { id } of rows) yield id;
    const last = rows.at(-1);
    if (last === undefined) return;
    next = last.idx + 1;
  }
}
