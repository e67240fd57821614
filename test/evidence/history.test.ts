/** What an old checkpoint that an auditor has kept says of the history since, and where it says nothing. */
import t from 'tap';
import type { EvidenceProofs } from '../../src/contract/generated/types.ts';
import { generateKey, parseSigner, type Signer } from '../../src/records/note.ts';
import { checkpointAt, desk, KEY, kept } from '../support/desk.ts';
import { laidOut, unpackedFiles, verified } from '../support/evidence.ts';
import { matchLists } from '../support/lists.ts';
import { gradeOf, service } from '../support/records.ts';

t.teardown(() => service.close());

t.test('a history that was rewritten by whoever has the key is found by an old checkpoint', async (t) => {
  const before = await desk(t);
  for (const deaths of [1, 2, 3]) await before.decide(gradeOf(deaths));
  const after = await desk(t);
  for (const deaths of [1, 2]) await after.decide(gradeOf(deaths));
  const id = await after.decide();
  await after.decide(gradeOf(4));

  const folder = laidOut(t, await unpackedFiles(await after.evidence(id, 2)));
  const check = (size: number) =>
    verified(folder, ...KEY, '--checkpoint', kept(folder, 'old.txt', checkpointAt(before.checkpoints, size)));

  // With a proof that holds for the new history; and of the same size as the checkpoint of the receipt.
  for (const size of [2, 3]) {
    const verdict = check(size);
    t.equal(verdict.code, 1);
    t.match(verdict.text, `✗ 历史被改写：这里的检查点与旧检查点（${size} 片叶）不是同一历史`);
  }
});

t.test('an old checkpoint proves nothing where it is another log’s, unsigned, or no proof is at hand', async (t) => {
  const { decide, evidence, checkpoints } = await desk(t);
  for (const deaths of [1, 2]) await decide(gradeOf(deaths));
  const id = await decide();
  await decide(gradeOf(4));
  const folder = laidOut(t, await unpackedFiles(await evidence(id)));
  const elsewhere = parseSigner(generateKey('another.test/log')) as Signer;
  const foreign = await desk(t, undefined, [elsewhere]);
  await foreign.decide(gradeOf(1));
  const old = (text: string) => ['--checkpoint', kept(folder, 'old.txt', text)];
  const first = checkpointAt(checkpoints, 1);

  const ofAnother = verified(
    folder,
    ...KEY,
    '--key',
    elsewhere.verifier.text,
    ...old(foreign.checkpoints[0] as string),
  );
  const unsigned = verified(folder, ...KEY, ...old(foreign.checkpoints[0] as string));
  const lone = verified(folder, ...KEY, ...old(first));
  const later = verified(folder, ...KEY, ...old(checkpointAt(checkpoints, 4)));

  t.match(ofAnother, { code: 1, text: /✗ 旧检查点属于另一个日志/ });
  t.match(unsigned, { code: 1, text: /✗ 旧检查点没有这些公钥的签名/ });
  t.match(lone, {
    code: 3,
    text: /○ 没有旧检查点（1 片叶）与最新检查点（4 片叶）之间的一致性证明：导出证据包时给出 first=1/,
  });
  t.match(later, { code: 0, text: /✓ 历史没有改写/ }, 'the same tree needs no proof');
});

t.test('a consistency proof that the auditor fetched himself ties the package to an old checkpoint', async (t) => {
  const { decide, evidence, checkpoints } = await desk(t);
  for (const deaths of [1, 2]) await decide(gradeOf(deaths));
  const id = await decide();
  await decide(gradeOf(4));
  const folder = laidOut(t, await unpackedFiles(await evidence(id)));
  const { consistency } = JSON.parse(
    String((await unpackedFiles(await evidence(id, 1))).get('proof/proofs.json')),
  ) as EvidenceProofs;
  const own = consistency.find(({ first }) => first === 1);
  const args = [...KEY, '--checkpoint', kept(folder, 'old.txt', checkpointAt(checkpoints, 1)), '--proof'];

  const sound = verified(folder, ...args, kept(folder, 'proof.json', JSON.stringify(own)));
  const newer = laidOut(t, await unpackedFiles(await evidence(id, 1)));
  await decide(gradeOf(5));
  const since = JSON.parse(
    String((await unpackedFiles(await evidence(id, 4))).get('proof/proofs.json')),
  ) as EvidenceProofs;
  const later = verified(
    newer,
    ...[...KEY, '--checkpoint', kept(newer, 'later.txt', checkpointAt(checkpoints, 5))],
    ...['--proof', kept(newer, 'proof.json', JSON.stringify(since.consistency.find(({ first }) => first === 4)))],
  );
  const bad = verified(folder, ...args, kept(folder, 'bad.json', JSON.stringify({ ...own, proof: [] })));

  t.match(sound, { code: 0, text: /✓ 历史没有改写/ });
  t.match(later, { code: 0, text: /✓ 历史没有改写/ }, 'a checkpoint of after the package, as well');
  t.match(bad, { code: 1, text: /✗ 历史被改写.*或者一致性证明是伪造的/ });
  const marked = kept(folder, 'marked.json', `\ufeff${JSON.stringify(own)}`);
  t.match(verified(folder, ...args, marked), { code: 0 });
  for (const text of ['', '{', '{}', '[]', 'null', JSON.stringify({ ...own, proof: ['AA=='] })])
    t.match(
      verified(folder, ...args, kept(folder, 'no-proof.json', text)),
      { code: 2, text: /no-proof\.json 不是一致性证明：应当是 GET/ },
      text,
    );
});

t.test('an old checkpoint may be copied with what surrounds it, or be the whole file of checkpoints', async (t) => {
  const { decide, evidence, checkpoints } = await desk(t);
  for (const deaths of [1, 2]) await decide(gradeOf(deaths));
  const id = await decide();
  await decide(gradeOf(4));
  const folder = laidOut(t, await unpackedFiles(await evidence(id, 1)));
  const elsewhere = await desk(t);
  await elsewhere.decide(gradeOf(1));
  const check = (text: string | Buffer) => verified(folder, ...KEY, '--checkpoint', kept(folder, 'old.txt', text));
  const one = checkpointAt(checkpoints, 1);
  const whole = checkpoints.slice(0, 3).map((note) => `${note}\n`);
  const tied = { code: 0, text: /✓ 历史没有改写：旧检查点（1 片叶）/ };

  for (const text of [`${one}\n`, `${one} \n\n\n`, one.trimEnd(), one.replaceAll('\n', '\r\n'), whole.join('')])
    matchLists(t, check(text), tied, JSON.stringify(text));
  matchLists(t, check(`${whole.join('').replaceAll('\n', '\r\n')}\r\n`), tied);
  const close = whole.map((note) => note.trimEnd()).join('\n');
  matchLists(t, check(close), tied, 'saved one close behind the other');
  matchLists(t, check(`${whole[0]}${one.slice(0, -9)}\n(cut off)\n\n${whole[1]}`), tied, 'but not what was cut off');
  t.match(check(whole.slice(1).join('')), { code: 0, text: /旧检查点（3 片叶）/ }, 'else the last');
  t.match(check(`${elsewhere.checkpoints[0]}\n`), { code: 1, text: /✗ 历史被改写/ });
  const unusable = [
    'nothing\n\nof the kind\n',
    '',
    '\n',
    one.slice(0, -9),
    one.slice(0, 60),
    `\ufeff${one.slice(0, 90)}`,
  ];
  for (const text of unusable)
    t.match(check(text), { code: 2, text: /old\.txt 里没有完整的检查点/ }, JSON.stringify(text));
  matchLists(t, check(`\ufeff${one}`), tied, 'as Notepad of Windows saves it');
  const wide = Buffer.from(`\ufeff${one}`, 'utf16le');
  t.match(check(wide), { code: 2, text: /old\.txt 不是 UTF-8 的文本/ });
  const otherRoot = one.replace(/\n1\n(.)/, (_, first) => `\n1\n${first === 'A' ? 'B' : 'A'}`);
  t.match(check(otherRoot), { code: 1, text: /✗ 旧检查点（--checkpoint）不成立：公钥 [0-9a-f]{8} 的签名不对/ });
});
