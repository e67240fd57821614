/** Trees for tests, made by the definition of RFC 6962 alone, and everything that can be wrong with a proof. */
import {
  type Consistency,
  consistencyRanges,
  EMPTY_ROOT,
  type Hash,
  hashChildren,
  hashLeaf,
  type Inclusion,
  inclusionRanges,
  proofOf,
  type Subtree,
} from '../../src/records/merkle.ts';

export const leafOf = (index: number): Uint8Array => Buffer.from(`leaf ${index}`);

/** MTH of RFC 6962 section 2.1, word for word: slow, and nothing of it is shared with src. */
export function definedRoot(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return EMPTY_ROOT;
  if (hashes.length === 1) return hashes[0] as Hash;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return hashChildren(definedRoot(hashes.slice(0, k)), definedRoot(hashes.slice(k)));
}

/** Hashes of complete subtrees over the leaves 0, 1, 2 …, each computed once. */
export function createNodes(): (subtree: Subtree) => Hash {
  const known = new Map<string, Hash>();
  const hashOf = ({ level, index }: Subtree): Hash => {
    const name = `${level}/${index}`;
    const hash =
      known.get(name) ??
      (level === 0
        ? hashLeaf(leafOf(index))
        : hashChildren(
            hashOf({ level: level - 1, index: 2 * index }),
            hashOf({ level: level - 1, index: 2 * index + 1 }),
          ));
    known.set(name, hash);
    return hash;
  };
  return hashOf;
}

const hashOf = createNodes();

export const rootOf = (size: number): Hash => proofOf([{ from: 0, to: size }], hashOf)[0] as Hash;

export function inclusionOf(index: number, size: number): Inclusion {
  const proof = proofOf(inclusionRanges(index, size), hashOf);
  return { index, size, leafHash: hashLeaf(leafOf(index)), proof, root: rootOf(size) };
}

export function consistencyOf(first: number, second: number): Consistency {
  const proof = proofOf(consistencyRanges(first, second), hashOf);
  return { first, second, firstRoot: rootOf(first), secondRoot: rootOf(second), proof };
}

export function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
}

/** Every proof with one node dropped, doubled, cut short, or with one bit of it changed. */
function forgedNodes(proof: readonly Hash[], bit: number): readonly (readonly Hash[])[] {
  return [
    ...proof.map((_, at) => proof.map((node, i) => (i === at ? flipped(node, bit) : node))),
    ...proof.map((_, at) => proof.toSpliced(at, 1)),
    ...proof.map((node, at) => proof.toSpliced(at, 0, node)),
    ...proof.map((node, at) => proof.with(at, node.subarray(0, 31))),
    [...proof, EMPTY_ROOT],
    ...(proof.length > 1 ? [proof.toReversed()] : []),
  ];
}

/** Forged forms of a sound proof of inclusion; each differs in one bit, node, index or size. */
export function forgedInclusions(sound: Inclusion, bit: number): readonly Inclusion[] {
  const { index, size, leafHash, root, proof } = sound;
  return [
    ...forgedNodes(proof, bit).map((forged) => ({ ...sound, proof: forged })),
    { ...sound, leafHash: flipped(leafHash, bit) },
    { ...sound, root: flipped(root, bit) },
    { ...sound, root: rootOf(size + 1) },
    { ...sound, index: index + 1 },
    ...(index > 0 ? [{ ...sound, index: index - 1 }] : []),
    // Another size with the true root can describe the same path to an early leaf; then the root of that size refuses.
    { ...sound, size: size + 1, root: rootOf(size + 1) },
    ...(size - 1 > index ? [{ ...sound, size: size - 1, root: rootOf(size - 1) }] : []),
  ];
}

/** Forged forms of a sound proof of consistency. */
export function forgedConsistencies(sound: Consistency, bit: number): readonly Consistency[] {
  const { first, second, firstRoot, secondRoot, proof } = sound;
  return [
    ...forgedNodes(proof, bit).map((forged) => ({ ...sound, proof: forged })),
    { ...sound, firstRoot: flipped(firstRoot, bit) },
    { ...sound, secondRoot: flipped(secondRoot, bit) },
    { ...sound, second: second + 1, secondRoot: rootOf(second + 1) },
    ...(second > first ? [{ ...sound, second: second - 1, secondRoot: rootOf(second - 1) }] : []),
    ...(first < second ? [{ ...sound, first: first + 1 }] : []),
    ...(first > 1 ? [{ ...sound, first: first - 1 }] : []),
    { ...sound, first: second, second: first },
  ].filter((forged) => !isSame(forged, sound));
}

const isSame = (one: Consistency, other: Consistency) =>
  one.first === other.first &&
  one.second === other.second &&
  one.proof === other.proof &&
  one.firstRoot === other.firstRoot &&
  one.secondRoot === other.secondRoot;
