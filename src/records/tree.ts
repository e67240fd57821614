/** The growing tree: its right edge is in memory, every eighth level of its nodes in the store. */
import { damaged, type StoreFailed } from './failures.ts';
import {
  foldPeaks,
  type Hash,
  hashChildren,
  inclusionRanges,
  proofOf,
  type Range,
  type Subtree,
  subtreesOf,
} from './merkle.ts';

/**
 * Levels that are stored: 0 (the leaves), 8, 16 … A node between them is made of at most 128 stored ones, so the
 * store holds one node for 256 leaves.
 */
export const LEVEL_STEP = 8;

/** A tree by its complete subtrees, the largest first. It is all that is needed to append. */
export interface Edge {
  readonly size: number;
  readonly peaks: readonly Hash[];
}

export const EMPTY_EDGE: Edge = { size: 0, peaks: [] };

export interface StoredNode extends Subtree {
  readonly hash: Hash;
}

export interface Extended {
  readonly edge: Edge;
  readonly root: Hash;
  /** Nodes of stored levels that became complete, leaves left out. */
  readonly nodes: readonly StoredNode[];
  /** The audit path of an appended leaf in the new tree. */
  proofOfAppended(index: number): readonly Hash[];
}

/** No two subtrees have the same: a log holds fewer than 2^46 leaves. */
const numberOf = ({ level, index }: Subtree) => level * 2 ** 46 + index;

/** Appends leaves, given by their hashes. The edge given is left as it was. */
export function extend(edge: Edge, leafHashes: readonly Hash[]): Extended {
  const known = new Map<number, Hash>();
  const nodes: StoredNode[] = [];
  const peaks: StoredNode[] = subtreesOf({ from: 0, to: edge.size }).map((subtree, at) => {
    const hash = edge.peaks[at] as Hash;
    known.set(numberOf(subtree), hash);
    return { ...subtree, hash };
  });
  leafHashes.forEach((leafHash, at) => {
    let node: StoredNode = { level: 0, index: edge.size + at, hash: leafHash };
    known.set(numberOf(node), leafHash);
    while (peaks.at(-1)?.level === node.level) {
      const left = peaks.pop() as StoredNode;
      node = { level: left.level + 1, index: left.index / 2, hash: hashChildren(left.hash, node.hash) };
      known.set(numberOf(node), node.hash);
      if (node.level % LEVEL_STEP === 0) nodes.push(node);
    }
    peaks.push(node);
  });
  const size = edge.size + leafHashes.length;
  const hashes = peaks.map(({ hash }) => hash);
  // What lies left of an appended leaf is a peak of the old tree or was made here; what lies right was made here.
  const hashOf = (subtree: Subtree) => known.get(numberOf(subtree)) as Hash;
  return {
    edge: { size, peaks: hashes },
    root: foldPeaks(hashes),
    nodes,
    proofOfAppended: (index) => proofOf(inclusionRanges(index, size), hashOf),
  };
}

/** Stored nodes of one level, `from` included and `to` not, in order. */
export type ReadNodes = (level: number, ranges: readonly Range[]) => Promise<ReadonlyMap<number, Hash>>;

/**
 * The hash of each range from stored nodes.
 *
 * @throws {StoreFailed} `corrupt` when the store lacks a node
 */
export async function hashesOf(read: ReadNodes, ranges: readonly Range[]): Promise<readonly Hash[]> {
  const wanted = new Map<number, Range[]>();
  for (const subtree of ranges.flatMap((range) => subtreesOf(range))) {
    const { stored, from, to } = storedUnder(subtree);
    wanted.set(stored, [...(wanted.get(stored) ?? []), { from, to }]);
  }
  const levels = new Map<number, ReadonlyMap<number, Hash>>();
  for (const [level, needed] of wanted) levels.set(level, await read(level, needed));
  return proofOf(ranges, (subtree) => {
    const { stored, from, to } = storedUnder(subtree);
    let hashes: Hash[] = [];
    for (let index = from; index < to; index += 1) {
      const hash = levels.get(stored)?.get(index);
      if (hash === undefined) throw lacks(stored, index);
      hashes.push(hash);
    }
    while (hashes.length > 1)
      hashes = Array.from({ length: hashes.length / 2 }, (_, i) =>
        hashChildren(hashes[2 * i] as Hash, hashes[2 * i + 1] as Hash),
      );
    return hashes[0] as Hash;
  });
}

/** Nodes of level 0 are the leaves, which lie in the records. */
function lacks(level: number, index: number): StoreFailed {
  return damaged(
    level === 0
      ? `日志缺少位置 ${index} 的记录 (the log lacks the record at ${index})`
      : `日志的树缺少第 ${level} 层的节点 ${index} (the tree lacks node ${index} of level ${level})`,
  );
}

/** The stored nodes that a subtree is made of. */
function storedUnder({ level, index }: Subtree): Range & { readonly stored: number } {
  const stored = level - (level % LEVEL_STEP);
  const width = 2 ** (level - stored);
  return { stored, from: index * width, to: (index + 1) * width };
}

/** The edge of the tree with the first `size` leaves, from the store. */
export async function edgeAt(read: ReadNodes, size: number): Promise<Edge> {
  const single = subtreesOf({ from: 0, to: size }).map(({ level, index }) => ({
    from: index * 2 ** level,
    to: (index + 1) * 2 ** level,
  }));
  return { size, peaks: await hashesOf(read, single) };
}
