/** What a key still proves after it was replaced, and what whoever stole it can make of it. */
import { join } from 'node:path';
import t, { type Test } from 'tap';
import type { EvidenceProofs } from '../../src/contract/generated/types.ts';
import type { Leaf } from '../../src/records/leaf.ts';
import { generateKey, parseSigner, type Signer } from '../../src/records/note.ts';
import { consistencyProof } from '../../src/records/reading.ts';
import { rotationDraft } from '../../src/records/rotation.ts';
import { openSqlite } from '../../src/records/sqlite.ts';
import type { Store } from '../../src/records/store.ts';
import { checkpointAt, desk, kept, using } from '../support/desk.ts';
import { forged, laidOut, unpackedFiles, verified, withProofs } from '../support/evidence.ts';
import { dataFolder } from '../support/process.ts';
import { gradeOf, recordingOn, service, signer } from '../support/records.ts';

t.teardown(() => service.close());

const next = parseSigner(generateKey('tongze.test/log')) as Signer;
const [OLD, NEW] = [
  ['--key', signer.verifier.text],
  ['--key', next.verifier.text],
];

/** Records the replacement of one key by another; the log is the new key's from then on. */
async function rotate(store: Store, keys: Pick<NonNullable<Leaf['keys']>, 'from' | 'to' | 'lost'>, by: Signer[]) {
  const { appending, checkpoints } = recordingOn(store, undefined, by);
  await appending.append(rotationDraft(service.origin, keys));
  return checkpoints[0] as string;
}

const replacement = (lost: boolean) => ({ from: signer.verifier.text, to: next.verifier.text, lost });

/** A log of two decisions before the replacement of its key and one after; and a copy of it from before. */
async function replaced(t: Test, lost: boolean) {
  const { store, decide, checkpoints } = await desk(t);
  const before = await decide();
  await decide(gradeOf(1));
  const earlier = await using(store, recordingOn(store).recording).evidence(before);
  // A second `testdir` would take away the first, in which the store lies.
  const copy = join(dataFolder(t), 'copy.db');
  await store.backup(copy);
  await rotate(store, replacement(lost), lost ? [next] : [signer, next]);
  const recorded = recordingOn(store, undefined, [next]);
  const { evidence, decide: decideLater } = using(store, recorded.recording);
  const after = await decideLater(gradeOf(4));
  const [old, latest] = [checkpointAt(checkpoints, 2), recorded.checkpoints[0] as string];
  return { store, copy, before, after, evidence, earlier, old, latest };
}

/** The copy as its thief goes on with it. */
async function stolen(t: Test, copy: string) {
  const store = await openSqlite(copy);
  t.teardown(() => store.close());
  return { store, ...using(store, recordingOn(store).recording) };
}

const proofsIn = (files: ReadonlyMap<string, Buffer>) =>
  JSON.parse(String(files.get('proof/proofs.json'))) as EvidenceProofs;

t.test('a stolen key that was replaced signs no history of its own', async (t) => {
  const { copy, before, evidence, old } = await replaced(t, true);
  const thief = await stolen(t, copy);
  const genuine = await unpackedFiles(await evidence(before));
  const borrowed = (change: (proofs: EvidenceProofs) => void) =>
    withProofs((proofs, { rotations }) => {
      Object.assign(proofs, { rotations });
      change(proofs);
    });

  // Of as many leaves as the log had with its new key, and of more.
  for (const more of [0, 1, 2]) {
    const id = await thief.decide(gradeOf(1));
    const files = await unpackedFiles(await thief.evidence(id, 2));
    const second = 3 + more;
    const inTheTree = borrowed(() => undefined);
    const withProofOfAnother = borrowed(({ consistency }) => {
      const [proof] = proofsIn(genuine).consistency.filter(({ first }) => first === 3);
      consistency.push({ first: 3, second, proof: proof?.proof ?? [] });
    });

    for (const change of [inTheTree, withProofOfAnother]) {
      const folder = laidOut(
        t,
        forged(files, (copy) => change(copy, genuine)),
      );
      const own = ['--checkpoint', kept(folder, 'old.txt', old)];
      const verdict = verified(folder, ...NEW, ...own);
      t.match(verdict, { code: 1, text: /✗ 最新的检查点没有审计人的公钥的签名/ }, `${more}`);
      t.not(verified(folder, ...OLD, ...NEW, ...own).code, 0, 'nor where the old key is given too');
    }
  }
});

t.test('where both keys are given and neither is shown to have ended, that is left open', async (t) => {
  const { copy, before, old } = await replaced(t, true);
  const thief = await stolen(t, copy);
  const check = async (id: string) => {
    const folder = laidOut(t, await unpackedFiles(await thief.evidence(id, 2)));
    return verified(folder, ...OLD, ...NEW, '--checkpoint', kept(folder, 'old.txt', old));
  };

  const silent = await check(before);
  // The thief says that it was the new key that was lost; or that it agreed, without its signature.
  for (const lost of [true, false]) {
    await rotate(thief.store, { from: next.verifier.text, to: signer.verifier.text, lost }, [signer]);
    t.match(await check(await thief.decide()), { code: 3, text: `○ 给出的公钥 ${next.verifier.keyHash} 没有签` });
  }

  t.match(silent, { code: 3, text: `○ 给出的公钥 ${next.verifier.keyHash} 没有签最新的检查点` });
});

for (const lost of [true, false])
  t.test(`the new key alone proves what is older than it${lost ? ', also after a loss' : ''}`, async (t) => {
    const { before, after, evidence, old } = await replaced(t, lost);

    for (const id of [before, after]) {
      const folder = laidOut(t, await unpackedFiles(await evidence(id, 2)));
      const own = ['--checkpoint', kept(folder, 'old.txt', old)];
      const verdict = verified(folder, ...NEW, ...own);
      t.equal(verdict.code, 0, verdict.text);
      t.match(verified(folder, ...OLD, ...own), { code: lost ? 1 : 0 });
      t.match(verified(folder, ...OLD, ...NEW, ...own), { code: lost ? 3 : 0 });
    }
  });

t.test('a package of before the replacement is proven by a later checkpoint of the new key', async (t) => {
  const { store, earlier, latest } = await replaced(t, true);
  const folder = laidOut(t, await unpackedFiles(earlier));
  const proof = (await consistencyProof(store, 2, 4)).map((node) => Buffer.from(node).toString('base64'));
  const tie = ['--checkpoint', kept(folder, 'latest.txt', latest), '--proof'];
  const own = kept(folder, 'proof.json', JSON.stringify({ first: 2, second: 4, proof }));

  t.match(verified(folder, ...OLD), { code: 0 });
  t.match(verified(folder, ...NEW), { code: 1 });
  t.match(verified(folder, ...OLD, ...NEW), { code: 3 });
  t.match(verified(folder, ...OLD, ...NEW, ...tie, own), { code: 0, text: /✓ 历史没有改写/ });
  const alone = verified(folder, ...NEW, ...tie, own);
  t.match(alone, {
    code: 0,
    text: /✓ 最新的检查点没有审计人的公钥的签名，但是它在给出的较晚的检查点（4 片叶）的历史里/,
  });
  t.match(alone.text, `那一个由 tongze.test/log ${next.verifier.keyHash} 签名`);
});

t.test('a history of its own that a stolen key signs is not proven by a later checkpoint of the new key', async (t) => {
  const { store, copy, latest } = await replaced(t, true);
  const thief = await stolen(t, copy);
  const folder = laidOut(t, await unpackedFiles(await thief.evidence(await thief.decide(gradeOf(1)))));
  const proof = (await consistencyProof(store, 3, 4)).map((node) => Buffer.from(node).toString('base64'));
  const own = kept(folder, 'proof.json', JSON.stringify({ first: 3, second: 4, proof }));

  const tie = ['--checkpoint', kept(folder, 'latest.txt', latest), '--proof', own];

  t.match(verified(folder, ...NEW, ...tie), { code: 1, text: /✗ 最新的检查点没有审计人的公钥的签名/ });
  t.match(verified(folder, ...OLD, ...NEW, ...tie), { code: 1, text: /✗ 历史被改写/ });
});

t.test('the keys by which a package is trusted are named, and those that rotations tie to them', async (t) => {
  const { before, evidence } = await replaced(t, false);
  const files = await unpackedFiles(await evidence(before));
  const { text } = verified(laidOut(t, files), ...NEW);
  const [old, fresh] = [signer, next].map(({ verifier }) => `tongze.test/log ${verifier.keyHash}`);
  const cut = forged(files, (copy) =>
    withProofs(({ rotations: [rotation] }) => Object.assign(rotation?.inclusion ?? {}, { index: 99 }))(copy, files),
  );

  t.match(text, `  信任的公钥（--key）：${fresh}\n`);
  t.match(text, `✓ 最新的检查点由审计人的公钥 ${fresh} 签名\n`);
  t.match(text, `✓ 收据的检查点由 ${old} 签名。它不是审计人给出的；日志里更换密钥的记录把它与审计人的公钥连在一起\n`);
  t.match(verified(laidOut(t, cut), ...NEW).text, /✗ 更换密钥的记录不成立：第 1 条：位置不在树里/);
});

t.test('a rotation that is not shown to be in the history is not used', async (t) => {
  const { before, after, evidence } = await replaced(t, false);
  const without = async (id: string) => {
    const files = await unpackedFiles(await evidence(id));
    const cut = withProofs((proofs) => {
      proofs.consistency = proofs.consistency.filter(({ first }) => first !== 3);
    });
    return laidOut(
      t,
      forged(files, (copy) => cut(copy, files)),
    );
  };

  t.match(verified(await without(before), ...NEW), { code: 1, text: /没有采用这次更换/ });
  t.match(verified(await without(after), ...NEW), { code: 0 }, 'where it is not needed, nothing lacks');
});

t.test('a replacement that was cut short and made again leaves nothing unproven', async (t) => {
  const { store, decide } = await desk(t);
  const before = await decide();
  await rotate(store, replacement(false), [signer, next]);
  await t.rejects(decide(gradeOf(1)), /密钥已经更换|store is broken/, 'the replaced key signs nothing between');
  await rotate(store, replacement(false), [signer, next]);
  const { evidence } = using(store, recordingOn(store, undefined, [next]).recording);

  const folder = laidOut(t, await unpackedFiles(await evidence(before)));

  for (const key of [OLD, NEW]) t.match(verified(folder, ...key), { code: 0 });
});
