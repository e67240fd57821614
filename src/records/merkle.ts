/**
 * The Merkle tree of RFC 6962 (section 2): hashes, audit paths, consistency proofs and their verification.
 *
 * No library for it exists on npm (merkletreejs hashes otherwise). What is here is held against two independent
 * implementations in Go, both ways, by test/records/independent.test.ts.
 */
import { hash } from 'node:crypto';
import { adjoined } from '../kernel/joined.ts';

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Hash = hash('sha256', '', 'buffer');

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export function hashLeaf(leaf: Uint8Array): Hash {
  return hash('sha256', adjoined(LEAF, leaf), 'buffer');
}

export function hashChildren(left: Hash, right: Hash): Hash {
  return hash('sha256', adjoined(NODE, left, right), 'buffer');
}

/** A complete subtree: the 2^level leaves from index · 2^level. Its hash never changes. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** Leaves from `from` to `to`, the end excluded; `from` is where a subtree of that width begins. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The largest power of two that is smaller than `width`; the width of the left branch. */
function leftWidth(width: number): number {
  let power = 1;
  while (power * 2 < width) power *= 2;
  return power;
}

/** The complete subtrees of a range, the largest first; there is one for each bit of its width. */
export function subtreesOf({ from, to }: Range): readonly Subtree[] {
  const found: Subtree[] = [];
  let at = from;
  while (at < to) {
    let level = 0;
    while (2 ** (level + 1) <= to - at) level += 1;
    found.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return found;
}

/** The hash of neighbouring subtrees, the largest first: the peaks of a tree give its root. */
export function foldPeaks(peaks: readonly Hash[]): Hash {
  const last = peaks.at(-1);
  if (last === undefined) return EMPTY_ROOT;
  return peaks.slice(0, -1).reduceRight((right, left) => hashChildren(left, right), last);
}

/**
 * What the audit path of a leaf consists of, from the leaf upwards.
 *
 * @param index of the leaf, from 0
 * @param size  of the tree, larger than `index`
 * @source RFC 6962 section 2.1.1
 */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + leftWidth(to - from);
    if (index < middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  return ranges.reverse();
}

/**
 * What a consistency proof consists of.
 *
 * @param first  size of the older tree, from 1
 * @param second size of the newer tree, at least `first`
 * @source RFC 6962 section 2.1.2
 */
export function consistencyRanges(first: number, second: number): readonly Range[] {
  if (first === second) return [];
  const ranges: Range[] = [];
  let [from, to] = [0, second];
  let whole = true;
  while (to !== first) {
    const middle = from + leftWidth(to - from);
    if (first <= middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
      whole = false;
    }
  }
  // The older tree itself is known to who verifies, unless it is only a part of a branch.
  if (!whole) ranges.push({ from, to });
  return ranges.reverse();
}

/** The hash of each range, from the hashes of complete subtrees. */
export function proofOf(ranges: readonly Range[], hashOf: (subtree: Subtree) => Hash): readonly Hash[] {
  return ranges.map((range) => foldPeaks(subtreesOf(range).map((subtree) => hashOf(subtree))));
}

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

/**
 * Says whether the leaf is at the index of the tree with that size and root.
 *
 * @source RFC 9162 section 2.1.3.2, the same tree with the verification written out
 */
export function verifyInclusion({ index, size, leafHash, proof, root }: Inclusion): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes([leafHash, root, ...proof])) return false;
  let [node, last, hash] = [index, size - 1, leafHash];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = hashChildren(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = hashChildren(hash, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equal(hash, root);
}

export interface Consistency {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: Hash;
  readonly secondRoot: Hash;
  readonly proof: readonly Hash[];
}

/**
 * Says whether the tree of size `first` is a beginning of the tree of size `second`. Every tree begins with the empty
 * one, which proves nothing and needs no node.
 *
 * @source RFC 9162 section 2.1.4.2
 */
export function verifyConsistency({ first, second, firstRoot, secondRoot, proof }: Consistency): boolean {
  if (!isCount(first) || !isCount(second) || first > second) return false;
  if (!areHashes([firstRoot, secondRoot, ...proof])) return false;
  if (first === second) return proof.length === 0 && equal(firstRoot, secondRoot);
  if (first === 0) return proof.length === 0 && equal(firstRoot, EMPTY_ROOT);
  const [start, ...rest] = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof;
  if (start === undefined) return false;
  let [node, last] = [first - 1, second - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [older, newer] = [start, start];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      older = hashChildren(sibling, older);
      newer = hashChildren(sibling, newer);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else newer = hashChildren(newer, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equal(older, firstRoot) && equal(newer, secondRoot);
}

const half = (value: number) => Math.floor(value / 2);

const isPowerOfTwo = (value: number) => value === 1 || 2 * leftWidth(value) === value;

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

const areHashes = (hashes: readonly Hash[]) => hashes.every((hash) => hash.byteLength === HASH_BYTES);

export function equal(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
