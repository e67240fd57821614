/** `verify <file>`: what an auditor gives beside the record, and what a key still proves after it was replaced. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import type { Recorded } from '../../src/contract/generated/types.ts';
import { readKey } from '../../src/records/keys.ts';
import { keysOf, textOfKeys } from '../../src/records/known-keys.ts';
import { hashChildren } from '../../src/records/merkle.ts';
import { checkpointText, type Signer, signNote, statedCheckpoint } from '../../src/records/note.ts';
import { consistencyProof, latestCheckpoint } from '../../src/records/reading.ts';
import { rotateKey } from '../../src/records/rotation.ts';
import { tongze } from '../support/cli.ts';
import { dataFolder } from '../support/process.ts';
import { callerOf, gradeOf, recordedOf, service } from '../support/records.ts';
import { folderWith, openIn } from '../support/records-folder.ts';

t.teardown(() => service.close());

/** A log whose key was replaced between two decisions; the retired key is in the wrong hands. */
async function replaced(t: Test) {
  const { folder, made, key: old } = await folderWith(t, [4]);
  const before = made[0] as Recorded;
  const closed = await openIn(folder);
  await rotateKey(closed.store, { TONGZE_DATA: folder }, service.origin);
  await closed.close();
  const records = await openIn(folder);
  const after = recordedOf(await records.recording.decide(callerOf('after'), gradeOf(5)));
  const { note: latest = '' } = (await latestCheckpoint(records.store)) ?? {};
  const nodes = await consistencyProof(records.store, 2, 4);
  const keys = textOfKeys(await keysOf(records.store, [records.verifier]));
  await records.close();
  const retired = readdirSync(folder).find((name) => name.endsWith('.retired')) as string;
  const place = dataFolder(t);
  const kept = (name: string, text: string | Buffer) => {
    writeFileSync(join(place, name), text);
    return join(place, name);
  };
  return {
    ...{ before, after, old, latest, kept },
    new: records.verifier.text,
    /** What `GET /api/v1/log/keys` answers. */
    keys: kept('keys.txt', keys),
    thief: readKey(join(folder, retired)),
    later: ['--checkpoint', kept('new.txt', latest), '--proof', proof(kept, 2, 4, nodes)],
    verify: (record: Recorded, ...args: readonly string[]) =>
      tongze(place, 'verify', kept('record.json', JSON.stringify(record)), ...args),
  };
}

type Kept = (name: string, text: string | Buffer) => string;

function proof(kept: Kept, first: number, second: number, nodes: readonly Uint8Array[]): string {
  const encoded = nodes.map((node) => Buffer.from(node).toString('base64'));
  return kept(`${first}-${second}.json`, JSON.stringify({ first, second, proof: encoded }));
}

const signedBy = ({ receipt, ...rest }: Recorded, checkpoint: string): Recorded => ({
  ...rest,
  receipt: { ...receipt, checkpoint },
});

/** A tree twice as large that begins with that of a checkpoint, as somebody else goes on with it. */
async function continued(kept: Kept, note: string, by: Signer): Promise<readonly string[]> {
  const stated = statedCheckpoint(note);
  if (stated === undefined) throw new Error('no checkpoint');
  const { origin, size, root } = stated;
  const other = Buffer.alloc(32, 7);
  const text = checkpointText({ origin, size: 2 * size, root: hashChildren(root, other) });
  const forged = kept('forged.txt', await signNote(text, [by]));
  return ['--checkpoint', forged, '--proof', proof(kept, size, 2 * size, [other])];
}

t.test('a receipt by a key that was replaced is not taken where both keys are given', async (t) => {
  const { after, latest, keys, thief, kept, verify, ...has } = await replaced(t);
  const text = latest.slice(0, latest.indexOf('\n\n') + 1);
  const forged = signedBy(after, await signNote(text, [thief]));
  const open = { code: 3, out: /○ 给出的公钥 [0-9a-f]{8} 没有签收据的检查点.*分不出哪一个公钥已经作废/ };

  t.match(verify(forged, '--key', keys), open);
  t.match(verify(forged, '--key', has.old, '--key', has.new), open);
  t.match(verify(forged, '--key', keys, ...(await continued(kept, latest, thief))), open, 'nor with more by it');
  t.match(verify(forged, '--key', keys, '--json'), { code: 3, err: /没有证明全部：给出的公钥/ });
  t.match(verify(forged, '--key', has.new), { code: 1, out: /✗ 检查点由可信的密钥签名/ });
  const genuine = verify(after, '--key', has.new);
  t.match(genuine, { code: 0, out: `信任的公钥：${thief.verifier.name} ${has.new.split('+')[1]}\n` });
  t.match(genuine.out, `✓ 检查点由可信的密钥签名：${thief.verifier.name} ${has.new.split('+')[1]}\n`);
});

t.test('a later checkpoint that only a key that was replaced has signed does not count', async (t) => {
  const { after, latest, keys, thief, kept, verify } = await replaced(t);

  const said = verify(after, '--key', keys, ...(await continued(kept, latest, thief)));

  t.match(said, { code: 3, out: /○ 较晚的检查点没有给出的第一个公钥 [0-9a-f]{8} 的签名/ });
});

t.test('a receipt of before the replacement is proven by a later checkpoint of the new key', async (t) => {
  const { before, keys, later, verify, kept, thief, ...has } = await replaced(t);

  t.match(verify(before, '--key', has.old), { code: 0 });
  t.match(verify(before, '--key', keys), { code: 3 });
  t.match(verify(before, '--key', has.new), { code: 1, err: /此后更换过密钥的，用 --checkpoint、--proof/ });
  t.match(verify(before, '--key', keys, ...later), {
    code: 0,
    out: /✓ 较晚的检查点是接着它写的，由 \S+ [0-9a-f]{8} 签名/,
  });
  t.match(verify(before, '--key', has.new, ...later), {
    code: 0,
    out: /✓ 检查点没有可信的密钥的签名，但是它在较晚的检查点的历史里/,
  });
  const ofAnother = proof(kept, 2, 4, [Buffer.alloc(32)]);
  t.match(verify(before, '--key', has.new, ...later.slice(0, 3), ofAnother), { code: 1 });
  const forged = await continued(kept, before.receipt.checkpoint, thief);
  t.match(verify(before, '--key', has.new, ...forged), { code: 1 });
});

t.test('what an auditor gives is taken with a byte order mark, and told where it cannot be used', async (t) => {
  const { before, keys, later, latest, kept, verify } = await replaced(t);
  const marked = (path: string) => kept(`marked-${path.split('/').at(-1)}`, `\ufeff${readFileSync(path, 'utf8')}`);
  const given = (checkpoint: string, own = later[3] as string) =>
    verify(before, '--key', keys, '--checkpoint', checkpoint, '--proof', own);

  const beside = later.map((one) => (one.startsWith('--') ? one : marked(one)));
  t.match(verify(before, '--key', marked(keys), ...beside), { code: 0 });
  const unusable = ['', latest.slice(0, -9), latest.slice(0, 40), `\ufeff${latest.slice(0, 90)}`, 'garbage\n'];
  for (const text of unusable)
    t.match(given(kept('cut.txt', text)), { code: 2, err: /cut\.txt 里没有完整的检查点/ }, JSON.stringify(text));
  const wide = kept('wide.txt', Buffer.from(`\ufeff${latest}`, 'utf16le'));
  t.match(given(wide), { code: 2, err: /wide\.txt 不是 UTF-8 的文本/ });
  t.match(given('none.txt'), { code: 2, err: /没有文件 none\.txt/ });
  t.match(given(later[1] as string, kept('p.json', '{"first":2')), { code: 2, err: /p\.json 不是 JSON/ });
  t.match(given(later[1] as string, kept('p.json', '{}')), { code: 2, err: /p\.json 不是一致性证明/ });
  t.match(given(later[1] as string, kept('p.json', '{"first":2,"second":4,"proof":[]}')), { code: 1 });
  t.match(verify(before, '--key', keys, '--proof', later[3] as string), { code: 2, err: /要同时给出/ });
  t.match(given(kept('bad.txt', latest.replace(/\n(.)/, '\n1$1'))), { code: 1 }, 'what reads well and does not fit');
});

t.test('a record, or a key, that cannot be used is wrong usage', async (t) => {
  const { before, keys, kept, verify } = await replaced(t);
  const file = kept('x.json', '{"id":1}');
  const folder = dataFolder(t);

  t.match(tongze(folder, 'verify', 'none.json', '--key', keys), { code: 2, err: /没有文件 none\.json/ });
  t.match(tongze(folder, 'verify', folder, '--key', keys), { code: 2, err: /读不出/ });
  t.match(tongze(folder, 'verify', file, '--key', keys), { code: 2, err: /不是一条记录/ });
  t.match(tongze(folder, 'verify', keys, '--key', keys), { code: 2, err: /不是 JSON/ });
  t.match(tongze(folder, 'verify', kept('r.json', JSON.stringify(before))), { code: 2, err: /没有可信的公钥/ });
  t.match(verify(before, '--key', 'nonsense'), { code: 2, err: /--key 给出的不是公钥.*nonsense/ });
  t.match(verify(before, '--key', keys, 'nonsense'), { code: 2, err: /--key 给出的不是公钥.*nonsense/ });
});
