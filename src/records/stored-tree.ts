/** The tree that a store holds, read back from its nodes: a log goes on from it only where its latest checkpoint vouches for it. */
import { NotOurs, StoreFailed } from './failures.ts';
import { readNodes } from './log.ts';
import { equal, foldPeaks } from './merkle.ts';
import { lastKeyHash, type Verifier } from './note.ts';
import { checkpointAt } from './reading.ts';
import type { Store } from './store.ts';
import { type Edge, edgeAt } from './tree.ts';
import { openCheckpoint } from './verify-record.ts';

/**
 * The edge of the tree with the first `size` leaves.
 *
 * @param known the keys of the log: of a running one its own alone, so that it ends when another process has replaced it
 * @throws {StoreFailed} `broken` when no checkpoint of that size, signed by one of them, has the root of this tree, or
 *   when the one that signed last is none of them
 */
export async function signedEdge(store: Store, size: number, known: readonly Verifier[]): Promise<Edge> {
  const edge = await edgeAt(readNodes(store), size);
  if (size === 0) return edge;
  const note = (await checkpointAt(store, size)) ?? '';
  const checkpoint = openCheckpoint(note, known);
  if (checkpoint?.size !== size || !equal(checkpoint.root, foldPeaks(edge.peaks)))
    throw new StoreFailed(
      'broken',
      new NotOurs(
        `数据库里的 ${size} 条记录与签过的检查点不符：更换过密钥的，用新的密钥启动；没有更换的，数据库被改写过，npm run tongze -- verify 逐处列出 (the tree is not the one that was signed)`,
      ),
    );
  // A replaced key has signed its own replacement; what it signed from here on would not hold.
  const last = lastKeyHash(note);
  if (known.some(({ keyHash }) => keyHash === last)) return edge;
  throw new StoreFailed(
    'broken',
    new NotOurs('日志的密钥已经更换：用新的密钥重新启动，私钥在别处的先改配置 (the key of the log was replaced)'),
  );
}
