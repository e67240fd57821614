/** What is not the evidence of a decision, though it looks like it: each is named for what it is. */
import t from 'tap';
import { canonicalBytes } from '../../src/kernel/canonical.ts';
import { createAppending } from '../../src/records/appending.ts';
import { generateKey, parseSigner, type Signer } from '../../src/records/note.ts';
import { createRecording, resultDigest } from '../../src/records/recording.ts';
import { publisher, signedBundle } from '../support/bundles.ts';
import { desk, KEY, kept, using } from '../support/desk.ts';
import {
  type Change,
  changed,
  flipped,
  forged,
  laidOut,
  replaced,
  swapped,
  unpackedFiles,
  verified,
  withProofs,
} from '../support/evidence.ts';
import { gradeOf, logOn, service, signer } from '../support/records.ts';

t.teardown(() => service.close());

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
  [
    'white space in the leaf',
    replaced('record/leaf.json', ':', ': '),
    /✗ 叶（record\/leaf\.json）不成立：不是规范化的 JSON/,
  ],
  ['the leaf of another decision', swapped('record/leaf.json'), /✗ 叶的编号与清单的不同/],
  [
    'the path of another leaf',
    withProofs((proofs, other) => Object.assign(proofs.latest, { path: other.latest.path })),
    /✗ 包含证明不成立：叶不在最新的检查点的树里/,
  ],
  [
    'a path that is too short',
    withProofs(({ latest }) => latest.path.pop()),
    /✗ 叶在最新的检查点的树里的包含证明不成立：证明太短/,
  ],
  ['a path that is too long', withProofs(({ latest }) => latest.path.push(latest.path[0] as string)), /证明太长/],
  ['another place', withProofs(({ latest }) => Object.assign(latest, { index: 0 })), /✗ 包含证明不成立/],
  ['two places', withProofs(({ latest }) => Object.assign(latest, { index: 0 })), /✗ 两个包含证明说的不是同一个位置/],
  [
    'a checkpoint with another root',
    replaced('proof/checkpoint.txt', /\n(.)/, '\n1$1'),
    /✗ 最新的检查点（proof\/checkpoint\.txt）不成立：公钥 [0-9a-f]{8} 的签名不对/,
  ],
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
    const { bytes, status } = await service.decideJson(...asked);
    const lie = JSON.parse(Buffer.from(bytes).toString().replaceAll('重大', '较大'));
    return { bytes: canonicalBytes(lie), status, result: resultDigest(lie) };
  };
  const log = logOn(store);
  const lying = using(
    store,
    createRecording({ store, appending: createAppending({ store, log }), origin: service.origin, decide }),
  );

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
