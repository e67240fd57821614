/** The evidence package: an auditor has nothing but it, a public key and an old checkpoint. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { validate } from '../../src/contract/validate.ts';
import { shelveEditions } from '../../src/policy/shelf.ts';
import { createAppending } from '../../src/records/appending.ts';
import { generateKey, parseSigner, type Signer } from '../../src/records/note.ts';
import { createRecording } from '../../src/records/recording.ts';
import { rotationDraft } from '../../src/records/rotation.ts';
import { createService } from '../../src/service.ts';
import { someCases } from '../support/bundles.ts';
import { checkpointAt, desk, KEY, kept, using } from '../support/desk.ts';
import { edition } from '../support/editions.ts';
import { type Files, forged, laidOut, replaced, unpackedFiles, verified, withProofs } from '../support/evidence.ts';
import { keptIn } from '../support/kept.ts';
import { matchLists } from '../support/lists.ts';
import { dataFolder } from '../support/process.ts';
import {
  callerOf,
  correctionOf,
  gradeOf,
  logOn,
  recordedOf,
  recordingOn,
  service,
  signer,
} from '../support/records.ts';
import { STORES } from '../support/stores.ts';
import { worstWithin } from '../support/worst.ts';

t.teardown(() => service.close());

const shiyan = JSON.parse(readFileSync('src/http/example.json', 'utf8'));
const whole = { ...shiyan, question: 'memo', options: { sensitivity: 'used' }, classification: '公开' as const };

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
        matchLists(t, verdict.text, proven);
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

t.test('the largest facts that are admitted are decided again, in as much memory as the program takes', async (t) => {
  const { decide, evidence } = await desk(t);
  const payload = { question: 'memo', facts: worstWithin(250 * 1024), classification: '内部' };

  const verdict = verified(laidOut(t, await unpackedFiles(await evidence(await decide(payload)))), ...KEY);

  t.match(verdict, { code: 0, text: /✓ 同样的规则、同样的输入给出同样的答复/ });
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
  const correction = recordedOf(await recording.correct(reviewer, id, correctionOf(30))).id;
  await recording.confirm({ ...reviewer, key: 'c2' }, id, { outcome: 'confirmed' });

  const superseded = verified(laidOut(t, await unpackedFiles(await evidence(id))), ...KEY);
  const superseding = verified(laidOut(t, await unpackedFiles(await evidence(correction))), ...KEY);

  t.match(superseded, { code: 0, text: `这个决定已被更正取代：${correction}` });
  t.match(superseded.text, /✓ 包里对这个决定的记录都在日志里：同意 1，不同意 0，更正 1，清除 0/);
  t.match(superseding, { code: 0, text: /更正 [0-9a-f-]{36}[\s\S]*✓ 同样的规则/ });
});

t.test('an auditor with the key of before a rotation, or the one of after it, proves the same', async (t) => {
  const { store, decide } = await desk(t);
  const id = await decide();
  const next = parseSigner(generateKey('tongze.test/log')) as Signer;
  const keys = { from: signer.verifier.text, to: next.verifier.text, lost: false };
  await recordingOn(store, undefined, [signer, next]).appending.append(rotationDraft(service.origin, keys));
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
  const log = logOn(store);
  const options = { store, log, origin: added.origin, decide: added.decideJson };
  const { decide, evidence } = using(store, createRecording({ ...options, appending: createAppending(options) }), data);
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

t.test(
  'a leaf of before the Rego bundle was named in it leaves open whether it is the source of the rules',
  async (t) => {
    const { store } = await desk(t);
    const { rego: _, ...bundle } = service.origin.bundle;
    const log = logOn(store);
    const options = { store, log, origin: { ...service.origin, bundle }, decide: service.decideJson };
    const { decide, evidence } = using(store, createRecording({ ...options, appending: createAppending(options) }));

    const verdict = verified(laidOut(t, await unpackedFiles(await evidence(await decide()))), ...KEY);

    t.match(verdict, { code: 3, text: /○ 叶里没有 Rego 规则包的摘要[\s\S]*✓ 同样的规则、同样的输入给出同样的答复/ });
  },
);

t.test('a package proves a correction and an erasure after a thousand confirmations', async (t) => {
  const { recording, decide, evidence } = await desk(t);
  const id = await decide();
  const confirm = (at: number) => recording.confirm(callerOf(`many-${at}`), id, { outcome: 'confirmed' });
  await Promise.all(Array.from({ length: 1_003 }, (_, at) => confirm(at)));
  const corrected = recordedOf(await recording.correct(callerOf('c-many'), id, correctionOf(30)));
  await recording.erase(callerOf('e-many'), id, { parts: ['input', 'output'], ground: 'retention' });

  const files = await unpackedFiles(await evidence(id));
  const verdict = verified(laidOut(t, files), ...KEY);

  t.equal(verdict.code, 3, verdict.text);
  for (const said of [
    `这个决定已被更正取代：${corrected.id}`,
    '同意 1000，不同意 0，更正 1，清除 1',
    '○ 输入已经清除，清除本身在日志里',
    '○ 输出已经清除，清除本身在日志里',
  ])
    t.match(verdict.text, said);
  t.match(String(files.get('README.md')), '较早的 3 条没有收入');
});

t.test('what reviewers agreed to and what they declined are told apart, each record once', async (t) => {
  const { decide, recording, evidence } = await desk(t);
  const id = await decide();
  const declined = recordedOf(await recording.confirm(callerOf('d1'), id, { outcome: 'declined' })).id;
  await recording.confirm(callerOf('d2'), id, { outcome: 'confirmed' });
  await decide(gradeOf(1));
  const files = await unpackedFiles(await evidence(id));
  const changed = (change: Parameters<typeof withProofs>[0]) =>
    verified(
      laidOut(
        t,
        forged(files, (copy) => withProofs(change)(copy, files)),
      ),
      ...KEY,
    );

  const { code, text } = verified(laidOut(t, files), ...KEY);
  const repeated = changed(({ related }) => related.push(...related.filter((_, at) => at === 0), related[0] as never));
  const misplaced = changed(({ related: [one] }) => Object.assign(one?.inclusion ?? {}, { index: 99 }));

  t.match({ code, text }, { code: 0, text: /✓ 包里对这个决定的记录都在日志里：同意 1，不同意 1，更正 0，清除 0/ });
  t.match(text, `  复核人不同意这个决定：${declined}`);
  t.match(repeated, { code: 1, text: `✗ 有关的记录重复：确认 ${declined} 在包里不止一次，只算一次` });
  t.match(repeated.text, /同意 1，不同意 1，更正 0，清除 0/);
  t.match(misplaced, { code: 1, text: `✗ 有关的记录（第 1 条）不成立：确认 ${declined}：位置不在树里` });
});

t.test('on Windows the files of a package are those of its manifest too', async (t) => {
  const { decide, evidence } = await desk(t);
  const folder = laidOut(t, await unpackedFiles(await evidence(await decide())));
  const check = () => {
    const args = ['--import=./test/support/windows.mjs', 'src/evidence/verify.mjs', folder, ...KEY];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    return { code: status, text: stdout };
  };

  const whole = check();
  kept(folder, 'own.txt', 'more');

  t.match(whole, { code: 0, text: /✓ \d+ 个文件都与清单（manifest.json）相符/ });
  t.notMatch(whole.text, '不在清单里');
  t.match(check(), { code: 0, text: '文件夹里另有 1 个不在清单里的文件' });
});

t.test('what is asked for wrongly is told with exit code 2', async (t) => {
  const { decide, evidence } = await desk(t);
  const folder = laidOut(t, await unpackedFiles(await evidence(await decide())));
  const empty = dataFolder(t);

  t.match(verified(folder, empty), { code: 2, text: /里没有 manifest.json：先解开证据包/ });
  t.match(verified(folder, '--key', 'nonsense'), { code: 2, text: /--key 给出的不是公钥/ });
  t.match(verified(folder, ...KEY, '--key', 'nonsense'), { code: 2, text: /--key 给出的不是公钥.*nonsense/ });
  t.match(verified(folder, ...KEY, '--checkpoint', empty), { code: 2, text: `读不出 ${empty}` });
  t.match(verified(folder, '--proof', 'x.json'), { code: 2, text: /--proof 要和 --checkpoint 一起给出/ });
  t.match(verified(folder, '--checkpoint', 'none.txt'), { code: 2, text: /没有文件 none.txt/ });
  t.match(verified(folder, '--colour'), { code: 2, text: /^错误：参数不对[\s\S]*用法：node verify.mjs/ });
  for (const help of ['--help', '-h']) t.match(verified(folder, help), { code: 0, text: /^用法：node verify.mjs/ });
});

t.test('an auditor’s own copy of the verifier verifies a package elsewhere, for programs too', async (t) => {
  const { decide, evidence } = await desk(t);
  const id = await decide();
  const folder = laidOut(t, await unpackedFiles(await evidence(id)));

  const run = spawnSync(process.execPath, ['src/evidence/verify.mjs', folder, ...KEY, '--json'], { encoding: 'utf8' });

  t.equal(run.status, 0);
  const { verdict, report } = JSON.parse(run.stdout);
  t.equal(verdict, 'proven');
  t.match(report[0], { state: 'proven', claim: 'files' });
});
