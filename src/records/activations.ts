/**
 * The list of activations in the data folder against the log. Whoever may write the folder may change the list, so each
 * line that is on record has to say what its record says; only what comes after the last of them is new.
 */
import { canonicalBytes } from '../kernel/canonical.ts';
import { commitmentTo } from './commitment.ts';
import { type Leaf, parseLeaf } from './leaf.ts';
import { type Activation, keyOf } from './recording.ts';
import type { Store } from './store.ts';

/** A line of the list is not what is on record. */
export class ActivationAltered extends Error {
  override readonly name = 'ActivationAltered';
}

/** What the log holds of an activation; without what was said where that was erased. */
interface OnRecord {
  readonly leaf: Leaf;
  readonly salt: Uint8Array | null;
  readonly said: Said | undefined;
}

type Said = Readonly<Partial<Record<'time' | 'action' | 'bundle' | 'sequence' | 'reason', string | number>>>;

/**
 * How many activations from the first are on record already.
 *
 * @throws {ActivationAltered} where one says something else than its record, or lies before one that is on record
 */
export async function countRecorded(store: Store, activations: readonly Activation[]): Promise<number> {
  if (activations.length === 0) return 0;
  const records = await activationsIn(store);
  const found = activations.map((activation) => recordOf(activation, records));
  for (const [at, record] of found.entries()) {
    const activation = activations[at] as Activation;
    if (record !== undefined && !agrees(activation, record)) throw altered(at, toldOf(record));
  }
  const count = found.findLastIndex((record) => record !== undefined) + 1;
  const gap = found.indexOf(undefined);
  if (gap !== -1 && gap < count) throw altered(gap, '没有这一次更换，却有它以后的');
  // A database on disk has one list: a line that is not on record took the place of one that is. Others may share a server.
  const lost =
    store.kind === 'sqlite' && count < found.length ? records.find((one) => !found.includes(one)) : undefined;
  if (lost !== undefined) throw altered(count, `没有它，却有这份清单里没有的一次，${toldOf(lost)}`);
  return count;
}

async function activationsIn({ database }: Store): Promise<readonly OnRecord[]> {
  const rows = await database
    .selectFrom('records')
    .leftJoin('contents', (join) => join.onRef('contents.id', '=', 'records.id').on('contents.part', '=', 'input'))
    .select(['records.leaf', 'contents.salt', 'contents.bytes'])
    .where('records.kind', '=', 'bundle_activation')
    .where('records.idempotency', 'is not', null)
    .execute();
  return rows.flatMap(({ leaf: bytes, salt, bytes: said }) => {
    const leaf = parseLeaf(bytes);
    return leaf === undefined ? [] : [{ leaf, salt, said: saidIn(said) }];
  });
}

function saidIn(bytes: Uint8Array | null): Said | undefined {
  try {
    return bytes === null ? undefined : (JSON.parse(Buffer.from(bytes).toString()) as Said);
  } catch {
    return undefined;
  }
}

/** Its record by its key; by the key under whoever is on record, or by its time, where the line was changed since. */
function recordOf(activation: Activation, records: readonly OnRecord[]): OnRecord | undefined {
  const under = (record: OnRecord, { actor }: Pick<Activation, 'actor'>) =>
    record.leaf.idempotency === keyOf({ ...activation, actor });
  return (
    records.find((record) => under(record, activation)) ??
    records.find((record) => under(record, record.leaf)) ??
    records.find(({ said }) => said?.time !== undefined && said.time === (activation.said as Said).time)
  );
}

function agrees(activation: Activation, { leaf, salt }: OnRecord): boolean {
  if (leaf.idempotency !== keyOf(activation) || leaf.actor.role !== activation.actor.role) return false;
  return salt === null || commitmentTo({ salt, bytes: canonicalBytes(activation.said) }) === leaf.input;
}

function toldOf({ leaf, said }: OnRecord): string {
  const { subject, tenant } = leaf.actor;
  const what =
    said === undefined
      ? '内容已经清除'
      : `${said.time} ${said.action} ${said.bundle}，序号 ${said.sequence}，理由“${said.reason}”`;
  return `是记录 ${leaf.id}：行为人 ${subject}（租户 ${tenant}），${what}`;
}

function altered(at: number, logged: string): ActivationAltered {
  return new ActivationAltered(
    `规则包的更换（数据目录的 bundles/activations.ndjson）第 ${at + 1} 行与日志不符，不启动：日志里${logged}。` +
      '查明是谁改的；按日志改回这一行，或者从备份恢复这个文件，再启动 (an activation says something else than its record)',
  );
}
