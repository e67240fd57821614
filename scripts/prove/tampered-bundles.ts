/** Tampered bundles: every forgery of a real signed bundle, and one bit of the archive or of a file flipped. */

import { packed } from '../../src/policy/archive.ts';
import { BundleRefused } from '../../src/policy/refused.ts';
import { openSigned } from '../../src/policy/signed.ts';
import { entriesOf, FORGERIES, publisher, signedBundle } from '../../test/support/bundles.ts';
import type { Proof } from './proof.ts';

export const name = 'tampered-bundles';
export const title = '伪造或者改动的规则包一律不予使用';

/** Mulberry32: the same flips for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const run: Proof['run'] = async ({ short, seed }) => {
  const failures: string[] = [];
  const own = await publisher('office-1');
  const sound = await signedBundle(own, 7);
  const opened = (archive: Uint8Array) =>
    openSigned(archive, own.keys).then(
      (signed) => signed,
      (thrown: unknown) => (thrown instanceof BundleRefused ? thrown.refusal : `${thrown}`),
    );
  if (typeof (await opened(sound.archive)) === 'string') failures.push('没有改动的规则包被拒绝');
  const other = await publisher('stranger-1');
  for (const { title, refusal, make } of FORGERIES) {
    const found = await opened(await make(sound, own, other));
    if (found !== refusal)
      failures.push(`${title}：应为 ${refusal}，实为 ${typeof found === 'string' ? found : '接受'}`);
  }
  const random = randomFrom(seed);
  const entries = await entriesOf(sound.archive);
  const flips = short ? 10 : 500;
  for (let flip = 0; flip < flips; flip += 1) {
    const [{ name }, bytes] = entries[flip % entries.length] as (typeof entries)[0];
    const changed = Uint8Array.from(bytes);
    const at = Math.floor(random() * changed.length);
    changed[at] = (changed[at] as number) ^ (1 << Math.floor(random() * 8));
    const files = new Map(entries.map(([header, content]) => [header.name, content]));
    const found = await opened(await packed(files.set(name, changed)));
    if (typeof found !== 'string') failures.push(`${name} 第 ${at} 字节翻转一位的规则包被接受`);
  }
  return { figures: { 伪造的种类: FORGERIES.length, 翻转一位的规则包: flips, 被接受的: failures.length }, failures };
};
