/** Forged proofs of the log: every tree size up to 300, each proof with one bit, node, index or size changed. */
import { verifyConsistency, verifyInclusion } from '../../src/records/merkle.ts';
import { consistencyOf, forgedConsistencies, forgedInclusions, inclusionOf } from '../../test/support/trees.ts';
import type { Proof } from './proof.ts';

export const name = 'forged-proofs';
export const title = '伪造的包含证明和一致性证明一律被拒绝';

export const run: Proof['run'] = async ({ short, seed }) => {
  const step = short ? 10 : 1;
  const failures: string[] = [];
  let [sound, forged] = [0, 0];
  for (let size = 1; size <= 300; size += step)
    for (let index = 0; index < size; index += step) {
      const bit = (seed + size * 31 + index * 17) % 256;
      const included = inclusionOf(index, size);
      const consistent = consistencyOf(index + 1, size);
      sound += 2;
      if (!verifyInclusion(included)) failures.push(`叶 ${index}，树 ${size}：真的证明被拒绝`);
      if (!verifyConsistency(consistent)) failures.push(`树 ${index + 1} 和 ${size}：真的证明被拒绝`);
      for (const forgery of forgedInclusions(included, bit)) {
        forged += 1;
        if (verifyInclusion(forgery)) failures.push(`叶 ${index}，树 ${size}：伪造的证明被接受`);
      }
      for (const forgery of forgedConsistencies(consistent, bit)) {
        forged += 1;
        if (verifyConsistency(forgery)) failures.push(`树 ${index + 1} 和 ${size}：伪造的证明被接受`);
      }
    }
  return {
    figures: { 树的大小: '1–300', 真的证明: sound, 伪造的证明: forged, 被接受的伪造: failures.length },
    failures,
  };
};
