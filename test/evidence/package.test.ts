/** The evidence package: an auditor has nothing but it, a public key and an old checkpoint. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import type { EvidenceProofs, Recorded } from '../../src/contract/generated/types.ts';
import { validate } from '../../src/contract/validate.ts';
import { createEvidence } from '../../src/kept.ts';
import { shelveEditions } from '../../src/policy/shelf.ts';
import { createLog } from '../../src/records/log.ts';
import { generateKey, parseSigner, type Signer } from '../../src/records/note.ts';
import { findRecord } from '../../src/records/reading.ts';
import { createRecording, type Recording } from '../../src/records/recording.ts';
import type { Store } from '../../src/records/store.ts';
import { createService } from '../../src/service.ts';
import { publisher, signedBundle, someCases } from '../support/bundles.ts';
import { edition } from '../support/editions.ts';
import { changed, type Files, flipped, forged, laidOut, unpackedFiles, verified } from '../support/evidence.ts';
import { keptIn } from '../support/kept.ts';
import { dataFolder } from '../support/process.ts';
import { callerOf, correctionOf, gradeOf, recordingOn, service, signer } from '../support/records.ts';
import { STORES, type StoreKind } from '../support/stores.ts';

t.teardown(() => service.close());

const DATA = keptIn(dataFolder(t));
const KEY = ['--key', signer.verifier.text];
const shiyan = JSON.parse(readFileSync('src/http/example.json', 'utf8'));
const whole = { ...shiyan, question: 'memo', options: { sensitivity: 'used' }, classification: '公开' as const };

interface Desk {
  readonly store: Store;
  readonly recording: Recording;
  readonly checkpoints: readonly string[];
  decide(payload?: object): Promise<string>;
  evidence(id: string, first?: number): Promise<Uint8Array>;
}

/** A log on a store of its own. */
async function desk(t: Test, kind: StoreKind = STORES[0] as StoreKind, signers?: readonly Signer[]): Promise<Desk> {
  const store = await kind.open(await kind.make(t));
  t.teardown(() => store.close());
  const { recording, checkpoints } = recordingOn(store, undefined, signers);
  return { store, recording, checkpoints, ...using(store, recording) };
}

let calls = 0;

function using(store: Store, recording: Recording, data = DATA) {
  const made = createEvidence(data, store, [signer.verifier]);
  return {
    decide: async (payload: object = gradeOf(26)) => {
      calls += 1;
      return (JSON.parse((await recording.decide(callerOf(`k${calls}`), payload as never)).text) as Recorded).id;
    },
    evidence: async (id: string, first?: number) => {
      const evidence = await made((await findRecord(store, id)) as never, first);
      if ('refused' in evidence) throw new Error(evidence.refused);
      return evidence.bytes;
    },
  };
}

/** A file beside the package, as the auditor keeps it. */
function kept(folder: string, name: string, text: string): string {
  mkdirSync(join(folder, 'own'), { recursive: true });
  writeFileSync(join(folder, 'own', name), text);
  return join(folder, 'own', name);
}

const checkpointAt = (checkpoints: readonly string[], size: number) =>
  checkpoints.find((note) => note.split('\n')[1] === String(size)) ?? '';

for (const kind of STORES)
  t.test(
    `on ${kind.kind}, one package and an old checkpoint prove everything without network`,
    { skip: kind.skip },
    async (t) => {
      const { decide, evidence, checkpoints } = await desk(t, kind);
      await decide(gradeOf(1));
      const id = await decide(whole);
      for (const deaths of [2, 3, 4]) await decide(gradeOf(deaths));

      const archive = await evidence(id, 1);
      const files = await unpackedFiles(archive);
      const folder = laidOut(t, files);
      const old = kept(folder, 'old.txt', checkpointAt(checkpoints, 1));
      const verdict = verified(folder, ...KEY, '--checkpoint', old);

      t.equal(verdict.code, 0, verdict.text);
      for (const proven of [
        /✓ \d+ 个文件都与清单（manifest.json）相符/,
        /✓ 叶在收据的检查点的树里：位置 1，共 2 片叶/,
        /✓ 收据的检查点由审计人的公钥.*签名/,
        /✓ 叶在最新的检查点的树里：位置 1，共 5 片叶/,
        /✓ 最新的检查点由审计人的公钥.*签名/,
        /✓ 历史没有改写：旧检查点（1 片叶）与这里的检查点（5 片叶）是同一历史/,
        /✓ 输入就是叶所承诺的/,
        /✓ 输出就是叶所承诺的/,
        /✓ WASM 规则包就是叶所说的/,
        /✓ Rego 规则包（人能读的规则）就是叶所说的/,
        /✓ \d+ 个契约文件就是叶所说的那一版/,
        /✓ 同样的规则、同样的输入给出同样的答复：\d{5,} 字节，逐字节相同/,
        /全部成立/,
      ])
        t.match(verdict.text, proven);
      t.notMatch(verdict.text, /[✗○]/);
      t.ok(Buffer.from(archive).equals(Buffer.from(await evidence(id, 1))), 'the same bytes while the log stands');
      for (const [name, shape] of [
        ['manifest.json', 'EvidenceManifest'],
        ['proof/proofs.json', 'EvidenceProofs'],
        ['record/salts.json', 'EvidenceSalts'],
      ] as const)
        t.strictSame(
          validate(`evidence.schema.json#/$defs/${shape}`, JSON.parse(String(files.get(name)))),
          [],
          `${name} is of its shape`,
        );
    },
  );

t.test('the answer to every question is given again by the policy in its package', async (t) => {
  const { decide, evidence } = await desk(t);

  for (const { question, facts, options = {} } of someCases()) {
    const id = await decide({ question, facts, options: { ...options, sensitivity: 'none' }, classification: '内部' });
    const verdict = verified(laidOut(t, await unpackedFiles(await evidence(id))), ...KEY);
    t.match(verdict, { code: 0, text: /✓ 同样的规则、同样的输入给出同样的答复/ }, question);
  }
});

t.test('every single file that is altered is named, and so is one that is gone', async (t) => {
  const { decide, evidence } = await desk(t);
  const files = await unpackedFiles(await evidence(await decide()));
  const names = [...files.keys()].filter((name) => !name.startsWith('schemas/') && name !== 'manifest.json');

  for (const name of [...names, 'schemas/facts.schema.json']) {
    // The verifier still has to run: it is the file that an auditor compares with a copy of his own.
    const alter = (bytes: Buffer) =>
      name === 'verify.mjs' ? Buffer.concat([bytes, Buffer.from('\n')]) : flipped(bytes);
    const altered = changed(files, (copy) => copy.set(name, alter(copy.get(name) as Buffer)));
    const verdict = verified(laidOut(t, altered), ...KEY);
    t.match(verdict, { code: 1, text: `✗ 文件 ${name} 与清单不符：被改过` }, name);
  }
  const lacking = changed(files, (copy) => copy.delete('bundles/tongze.rego.tar.gz'));
  t.match(verified(laidOut(t, lacking), ...KEY), { code: 1, text: '✗ 清单里的文件 bundles/tongze.rego.tar.gz 不在' });
});

type Change = (files: Files, other: Files) => void;

const replaced =
  (name: string, from: string | RegExp, to: string): Change =>
  (files) => {
    const before = String(files.get(name));
    if (before.replace(from, to) === before) throw new Error(`${name} has no ${from}`);
    files.set(name, Buffer.from(before.replace(from, to)));
  };

const swapped =
  (...names: readonly string[]): Change =>
  (files, other) => {
    for (const name of names) files.set(name, other.get(name) as Buffer);
  };

const withProofs =
  (change: (proofs: EvidenceProofs, other: EvidenceProofs) => void): Change =>
  (files, others) => {
    const proofs = JSON.parse(String(files.get('proof/proofs.json'))) as EvidenceProofs;
    change(proofs, JSON.parse(String(others.get('proof/proofs.json'))) as EvidenceProofs);
    files.set('proof/proofs.json', Buffer.from(JSON.stringify(proofs)));
  };

/** What somebody tries who also rewrites the manifest, and what the verifier says of it. */
const FORGERIES: readonly (readonly [title: string, change: Change, said: string | RegExp])[] = [
  ['another number of dead', replaced('record/input.json', '"deaths":26', '"deaths":2'), '✗ 输入不是叶所承诺的'],
  ['a lower grade', replaced('record/output.json', /重大/g, '较大'), '✗ 输出不是叶所承诺的'],
  [
    'the input of another decision with its salt',
    swapped('record/input.json', 'record/salts.json'),
    '✗ 输入不是叶所承诺的',
  ],
  ['no input', (files) => files.delete('record/input.json'), '✗ 包里没有输入，也没有清除它的记录'],
  [
    'another day in the leaf',
    replaced('record/leaf.json', '2021-06-13', '2020-06-13'),
    /✗ 包含证明不成立：叶不在收据的检查点的树里/,
  ],
  ['white space in the leaf', replaced('record/leaf.json', ':', ': '), /✗ 读不出或者不合格式：不是规范化的 JSON/],
  ['the leaf of another decision', swapped('record/leaf.json'), /✗ 叶的编号与清单的不同/],
  [
    'the path of another leaf',
    withProofs((proofs, other) => Object.assign(proofs.latest, { path: other.latest.path })),
    /✗ 包含证明不成立：叶不在最新的检查点的树里/,
  ],
  ['a path that is too short', withProofs(({ latest }) => latest.path.pop()), /✗ 读不出或者不合格式：证明太短/],
  ['a path that is too long', withProofs(({ latest }) => latest.path.push(latest.path[0] as string)), /证明太长/],
  ['another place', withProofs(({ latest }) => Object.assign(latest, { index: 0 })), /✗ 包含证明不成立/],
  ['a checkpoint with another root', replaced('proof/checkpoint.txt', /\n(.)/, '\n1$1'), /签名不对/],
  [
    'a checkpoint without a signature of the log',
    replaced('proof/checkpoint.txt', /— \S+ \S{6}/, '— tongze.test/log AAAAAA'),
    /✗ 最新的检查点没有审计人的公钥的签名/,
  ],
  [
    'no proof that the latest goes on',
    withProofs(({ consistency }) => consistency.pop()),
    /✗ 最新的检查点不是接着收据/,
  ],
  [
    'a consistency proof of other trees',
    withProofs(({ consistency, latest }) => Object.assign(consistency[0] as object, { proof: latest.path })),
    /✗ 最新的检查点不是接着收据的检查点写的/,
  ],
  [
    'the text of a schema',
    replaced('schemas/facts.schema.json', '"maximum"', '"minimum"'),
    /✗ 契约文件不是叶所说的那一版/,
  ],
  ['a schema less', (files) => files.delete('schemas/leaf.schema.json'), /✗ 契约文件不是叶所说的那一版/],
  [
    'a schema more',
    (files) => files.set('schemas/more.schema.json', Buffer.from('{}')),
    /✗ 契约文件不是叶所说的那一版/,
  ],
];

t.test('whoever rewrites the manifest too is found out, by the name of what he changed', async (t) => {
  const { decide, evidence } = await desk(t);
  await decide(gradeOf(2));
  const id = await decide();
  const other = await decide(gradeOf(3));
  await decide(gradeOf(4));
  const [files, others] = [await unpackedFiles(await evidence(id)), await unpackedFiles(await evidence(other))];
  t.equal(verified(laidOut(t, files), ...KEY).code, 0);

  for (const [title, change, said] of FORGERIES) {
    const verdict = verified(
      laidOut(
        t,
        forged(files, (copy) => change(copy, others)),
      ),
      ...KEY,
    );
    t.equal(verdict.code, 1, title);
    t.match(verdict.text, said, title);
    t.match(verdict.text, /不成立：上面有 ✗ 的，不能作为证据/);
  }
});

t.test('another bundle, even one that is whole and signed, is not that of the decision', async (t) => {
  const { decide, evidence } = await desk(t);
  const files = await unpackedFiles(await evidence(await decide()));
  const { files: signed } = await signedBundle(await publisher('office'), 2);
  const other = new Map([...signed].map(([name, bytes]) => [`bundles/${name}`, Buffer.from(bytes)]));

  const both = ['bundles/tongze.wasm.tar.gz', 'bundles/tongze.rego.tar.gz'];
  const verdict = verified(
    laidOut(
      t,
      forged(files, (copy) => swapped(...both)(copy, other)),
    ),
    ...KEY,
  );

  t.equal(verdict.code, 1);
  t.match(verdict.text, /✗ WASM 规则包不是叶所说的：换了规则包[\s\S]*✗ Rego 规则包不是叶所说的：换了规则包/);
  t.match(verdict.text, /○ 没有证明同样的规则给出同样的答复：没有可用的规则包/);
});

t.test('an answer that was not the policy’s is found, though the log keeps it as it was recorded', async (t) => {
  const { store } = await desk(t);
  const decide = async (...asked: Parameters<typeof service.decideJson>) => {
    const { text, status, repeatable } = await service.decideJson(...asked);
    return { text: text.replaceAll('重大', '较大'), status, repeatable: repeatable.replaceAll('重大', '较大') };
  };
  const log = createLog({ store, signers: () => [signer] });
  const lying = using(store, createRecording({ store, log, origin: service.origin, decide }));

  const verdict = verified(laidOut(t, await unpackedFiles(await lying.evidence(await lying.decide()))), ...KEY);

  t.equal(verdict.code, 1);
  t.match(verdict.text, /✓ 输出就是叶所承诺的[\s\S]*✗ 同样的规则、同样的输入给出不同的答复/);
});

t.test(
  'a key that is not the log’s proves nothing, and without a key only the package agrees with itself',
  async (t) => {
    const { decide, evidence } = await desk(t);
    const folder = laidOut(t, await unpackedFiles(await evidence(await decide())));
    const another = parseSigner(generateKey('tongze.test/log')) as Signer;
    const file = kept(folder, 'key.txt', `${signer.verifier.text}\n`);

    const wrong = verified(folder, '--key', another.verifier.text);
    const none = verified(folder);
    const fromFile = verified(folder, '--key', file);

    t.equal(wrong.code, 1);
    t.match(wrong.text, /✗ 收据的检查点没有审计人的公钥的签名：公钥属于另一个日志，或者检查点是伪造的/);
    t.equal(none.code, 3);
    t.match(none.text, /○ 没有给出公钥（--key）：用的是包里的，只能说明包自身一致，不能说明是谁的日志/);
    t.match(none.text, /包里有的都成立；○ 的没有证明/);
    t.equal(fromFile.code, 0);
  },
);

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
  const bad = verified(folder, ...args, kept(folder, 'bad.json', JSON.stringify({ ...own, proof: [] })));

  t.match(sound, { code: 0, text: /✓ 历史没有改写/ });
  t.match(bad, { code: 1, text: /✗ 历史被改写.*或者一致性证明是伪造的/ });
});

t.test('a decision whose content was erased is in the log all the same, and what is open is said', async (t) => {
  const { decide, recording, evidence } = await desk(t);
  const id = await decide();
  const administrator = callerOf('e1', { role: 'administrator' });
  await recording.erase(administrator, id, { parts: ['input'], ground: 'retention' });
  const files = await unpackedFiles(await evidence(id));
  const withoutInput = verified(laidOut(t, files), ...KEY);
  await recording.erase({ ...administrator, key: 'e2' }, id, { parts: ['output'], ground: 'retention' });
  const withoutBoth = verified(laidOut(t, await unpackedFiles(await evidence(id))), ...KEY);

  t.notOk(files.has('record/input.json'));
  t.match(String(files.get('README.md')), /内容已经按规定清除的部分（`record\/input.json`）/);
  for (const { code, text } of [withoutInput, withoutBoth]) {
    t.equal(code, 3, text);
    t.match(text, /✓ 叶在最新的检查点的树里/);
    t.match(text, /○ 输入已经清除，清除本身在日志里：不能核对输入的内容/);
    t.match(text, /○ 没有证明同样的规则给出同样的答复：没有可用的输入/);
  }
  t.match(withoutInput.text, /✓ 输出就是叶所承诺的/);
  t.match(withoutBoth.text, /○ 输出已经清除，清除本身在日志里/);
});

t.test('a correction has its evidence, and the decision that it supersedes says so', async (t) => {
  const { decide, recording, evidence } = await desk(t);
  const id = await decide();
  const reviewer = callerOf('c1', { role: 'reviewer' });
  const correction = (JSON.parse((await recording.correct(reviewer, id, correctionOf(30))).text) as Recorded).id;
  await recording.confirm({ ...reviewer, key: 'c2' }, id, { outcome: 'confirmed' });

  const superseded = verified(laidOut(t, await unpackedFiles(await evidence(id))), ...KEY);
  const superseding = verified(laidOut(t, await unpackedFiles(await evidence(correction))), ...KEY);

  t.match(superseded, { code: 0, text: `这个决定已被更正取代：${correction}` });
  t.match(superseded.text, /✓ 包里对这个决定的记录都在日志里：确认 1，更正 1，清除 0/);
  t.match(superseding, { code: 0, text: /更正 [0-9a-f-]{36}[\s\S]*✓ 同样的规则/ });
});

t.test('an auditor with the key of before a rotation, or the one of after it, proves the same', async (t) => {
  const { store, decide } = await desk(t);
  const id = await decide();
  const next = parseSigner(generateKey('tongze.test/log')) as Signer;
  await recordingOn(store, undefined, [signer, next]).recording.rotate(signer.verifier.text, next.verifier.text, false);
  const after = using(store, recordingOn(store, undefined, [next]).recording);
  const later = await after.decide(gradeOf(4));

  for (const one of [id, later]) {
    const files = await unpackedFiles(await after.evidence(one));
    for (const { verifier } of [signer, next]) {
      const verdict = verified(laidOut(t, files), '--key', verifier.text);
      t.equal(verdict.code, 0, verdict.text);
    }
    const cut = forged(files, (copy) => withProofs(({ rotations }) => rotations.pop())(copy, files));
    t.match(verified(laidOut(t, cut), '--key', signer.verifier.text), {
      code: 1,
      text: /✗ 最新的检查点没有审计人的公钥的签名/,
    });
  }
});

t.test('a table of places that was added is in the package and decides in it', async (t) => {
  const { store } = await desk(t);
  const folder = dataFolder(t);
  writeFileSync(join(folder, 'a.json'), JSON.stringify(edition()));
  const added = await createService({ territory: folder });
  t.teardown(() => added.close());
  const data = keptIn(join(folder, 'data'));
  shelveEditions(data, added.editionFiles);
  const log = createLog({ store, signers: () => [signer] });
  const options = { store, log, origin: added.origin, decide: added.decideJson };
  const { decide, evidence } = using(store, createRecording(options), data);
  const accident = {
    ...shiyan.facts.accident,
    occurredOn: '2025-02-01',
    countedOn: '2025-04-01',
    divisionCode: '420383',
  };
  const { isResponsibilityAccident: _, ...facts } = accident;

  const files = await unpackedFiles(await evidence(await decide({ ...whole, facts: { accident: facts } })));
  const verdict = verified(laidOut(t, files), ...KEY);
  const altered = forged(files, replaced('territory/2024-12-31.json', '竹山市', '竹溪市') as (copy: Files) => void);

  t.match(String(files.get('record/output.json')), '竹山市');
  t.equal(verdict.code, 0, verdict.text);
  t.match(verdict.text, /✓ 1 个添加的区划版本就是叶所说的[\s\S]*逐字节相同/);
  t.match(verified(laidOut(t, altered), ...KEY), { code: 1, text: /区划版本 2024-12-31 不是叶所说的/ });
});

t.test('what is asked for wrongly is told with exit code 2', async (t) => {
  const { decide, evidence } = await desk(t);
  const folder = laidOut(t, await unpackedFiles(await evidence(await decide())));
  const empty = dataFolder(t);

  t.match(verified(folder, empty), { code: 2, text: /里没有 manifest.json：先解开证据包/ });
  t.match(verified(folder, '--key', 'nonsense'), { code: 2, text: /--key 给出的不是公钥/ });
  t.match(verified(folder, '--proof', 'x.json'), { code: 2, text: /--proof 要和 --checkpoint 一起给出/ });
  t.match(verified(folder, '--checkpoint', 'none.txt'), { code: 2, text: /没有文件 none.txt/ });
  t.match(verified(folder, '--colour'), { code: 2, text: /用法：node verify.mjs/ });
});

t.test('an auditor’s own copy of the verifier verifies a package elsewhere, for programs too', async (t) => {
  const { decide, evidence } = await desk(t);
  const id = await decide();
  const folder = laidOut(t, await unpackedFiles(await evidence(id)));

  const run = spawnSync(process.execPath, ['src/evidence/verify.mjs', folder, ...KEY, '--json'], { encoding: 'utf8' });

  t.equal(run.status, 0);
  t.match(JSON.parse(run.stdout), { verdict: 'proven', report: [{ state: 'proven', claim: 'files' }] });
});
