/** The tree that a store holds, read back from its nodes: a log goes on from it only where its latest checkpoint vouches for it. */
import { NotOurs, StoreFailed } from './failures.ts';
import { readNodes } from './log.ts';
import { equal, foldPeaks } from './merkle.ts';
import type { Verifier } from './note.ts';
import { checkpointAt } from './reading.ts';
import type { Store } from './store.ts';
import { type Edge, edgeAt } from './tree.ts';
import { openCheckpoint } from './verify-record.ts';

/**
 * The edge of the tree with the first `size` leaves.
 *
 * @param known the keys of the log
 * @throws {StoreFailed} `broken` when no checkpoint of that size, signed by one of them, has the root of this tree
 */
export async function signedEdge(store: Store, size: number, known: readonly Verifier[]): Promise<Edge> {
  const edge = await edgeAt(readNodes(store), size);
  if (size === 0) return edge;
  const checkpoint = openCheckpoint((await checkpointAt(store, size)) ?? '', known);
  if (checkpoint?.size === size && equal(checkpoint.root, foldPeaks(edge.peaks))) return edge;
  throw new StoreFailed(
    'broken',
    new NotOurs(
      `数据库里的 ${size} 条记录与签过的检查点不符：数据库被改写过，npm run tongze -- verify 逐处列出 (the tree is not the one that was signed)`,
    ),
  );
}
