/** A log never signs on top of a store that was put back or rewritten, whether it runs, starts or has its key replaced. */
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t, { type Test } from 'tap';
import { hashLeaf } from '../../src/records/merkle.ts';
import { generateKey, parseSigner, type Signer } from '../../src/records/note.ts';
import { latestCheckpoint } from '../../src/records/reading.ts';
import { rotateKey, rotationDraft } from '../../src/records/rotation.ts';
import { openSqlite } from '../../src/records/sqlite.ts';
import { verifyStore } from '../../src/records/verify-store.ts';
import { createWitness, readWitness } from '../../src/records/witness.ts';
import { matchLists } from '../support/lists.ts';
import { dataFolder } from '../support/process.ts';
import { callerOf, gradeOf, recordingOn, service, signer } from '../support/records.ts';
import { folderWith, openIn } from '../support/records-folder.ts';
import { STORES } from '../support/stores.ts';

t.teardown(() => service.close());

const next = parseSigner(generateKey('tongze.test/log')) as Signer;
const stranger = parseSigner(generateKey('tongze.test/log')) as Signer;

const SET_BACK_SEEN = { failure: 'broken', cause: { code: 'TZ_NOT_OURS', message: /运行中被退回或者改写/ } };
const NOT_SIGNED = { failure: 'broken', cause: { code: 'TZ_NOT_OURS', message: /与签过的检查点不符/ } };

const REPLACED = { failure: 'broken', cause: { code: 'TZ_NOT_OURS', message: /密钥已经更换：用新的密钥重新启动/ } };

/** The last record is gone, with its contents and its checkpoint. */
const SET_BACK = `delete from contents where id in (select id from records where idx = 2);
  delete from records where idx = 2; delete from checkpoints where size = 3`;

for (const { kind, skip, make, open, tamper } of STORES)
  t.test(`while it runs, on ${kind}`, { skip }, async (t) => {
    const running = async () => {
      const address = await make(t);
      const store = await open(address);
      t.teardown(() => store.close());
      const { recording } = recordingOn(store);
      for (const key of ['a', 'b', 'c']) await recording.decide(callerOf(key), gradeOf(4));
      return { address, store, recording };
    };

    await t.test('after it was set back nothing more is signed', async (t) => {
      const { address, store, recording } = await running();
      await tamper(address, SET_BACK);

      await t.rejects(recording.decide(callerOf('d'), gradeOf(4)), SET_BACK_SEEN);
      t.equal((await latestCheckpoint(store))?.size, 2);
    });

    await t.test('a history of another process that does not begin with its own is not gone on with', async (t) => {
      const { address, store, recording } = await running();
      await tamper(address, SET_BACK);
      const other = recordingOn(store);
      for (const key of ['e', 'f', 'g']) await other.recording.decide(callerOf(key), gradeOf(5));

      await t.rejects(recording.decide(callerOf('d'), gradeOf(4)), SET_BACK_SEEN);
    });

    await t.test('records that no key of the log has signed are not signed with what follows', async (t) => {
      const { store, recording } = await running();
      const { recording: forging } = recordingOn(store, undefined, [stranger]);
      await forging.decide(callerOf('e'), gradeOf(5));

      await t.rejects(recording.decide(callerOf('d'), gradeOf(4)), NOT_SIGNED);
    });

    await t.test('after another process has replaced its key nothing more is signed', async (t) => {
      for (const lost of [false, true]) {
        const { store, recording } = await running();
        const keys = { from: signer.verifier.text, to: next.verifier.text, lost };
        const { appending } = recordingOn(store, undefined, lost ? [next] : [signer, next]);
        await appending.append(rotationDraft(service.origin, keys));
        const replaced = await latestCheckpoint(store);

        await t.rejects(recording.decide(callerOf('d'), gradeOf(4)), lost ? NOT_SIGNED : REPLACED);
        t.same(await latestCheckpoint(store), replaced);
        matchLists(t, await verifyStore(store, [signer.verifier, next.verifier]), { records: 4, findings: [] });
      }
    });

    await t.test('what another process has recorded is gone on with', async (t) => {
      const { store, recording } = await running();
      await recordingOn(store).recording.decide(callerOf('e'), gradeOf(5));
      await recording.decide(callerOf('d'), gradeOf(4));

      matchLists(t, await verifyStore(store, [signer.verifier]), { records: 5, findings: [] });
    });
  });

/** The database of a folder, as somebody who has it and no key opens it to change it. */
function unguarded(folder: string) {
  const database = new Database(join(folder, 'tongze.db'));
  for (const name of database.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all())
    database.exec(`drop trigger ${name}`);
  return database;
}

function cutOffLog(folder: string): void {
  const database = unguarded(folder);
  database.exec(SET_BACK);
  database.close();
}

/** Rewrites the leaf of the second record with its hash. */
function rewrite(folder: string): void {
  const database = unguarded(folder);
  const leaf = database.prepare('select leaf from records where idx = 1').pluck().get() as Buffer;
  const changed = Buffer.from(leaf.toString().replace('"role":"submitter"', '"role":"reviewer!"'));
  database.prepare('update records set leaf = ?, leaf_hash = ? where idx = 1').run(changed, hashLeaf(changed));
  database.close();
}

t.test('at its start it does not go on from a rewritten history, even without its file of checkpoints', async (t) => {
  const { folder } = await folderWith(t, [1, 2]);
  rewrite(folder);
  rmSync(join(folder, 'checkpoints.txt'));

  await t.rejects(openIn(folder), { failure: 'broken', cause: { message: /与签过的检查点不符/ } });
});

t.test('at its start a later checkpoint of a smaller tree hides no larger one', async (t) => {
  const { folder, made } = await folderWith(t, [1]);
  const copy = join(dataFolder(t), 'older.db');
  copyFileSync(join(folder, 'tongze.db'), copy);
  const records = await openIn(folder);
  await records.recording.decide(callerOf('after'), gradeOf(2));
  await records.close();
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `tongze.db${end}`), { force: true });
  copyFileSync(copy, join(folder, 'tongze.db'));
  appendFileSync(join(folder, 'checkpoints.txt'), `${made[0]?.receipt.checkpoint}\n`);

  await t.rejects(openIn(folder), /数据库被退回或者改写过/);
});

const BROKEN = { failure: 'broken' } as unknown as Error;

t.test('the key of a log that was set back or rewritten is not replaced', async (t) => {
  const options = { TONGZE_DATA: '' };
  const replaced = async (folder: string, lost?: string) => {
    const store = await openSqlite(join(folder, 'tongze.db'));
    t.teardown(() => store.close());
    return rotateKey(store, { ...options, TONGZE_DATA: folder }, service.origin, lost === undefined ? {} : { lost });
  };
  const rewritten = await folderWith(t, [1, 2]);
  rewrite(rewritten.folder);
  rmSync(join(rewritten.folder, 'checkpoints.txt'));
  const setBack = await folderWith(t, [1, 2]);
  cutOffLog(setBack.folder);

  await t.rejects(replaced(setBack.folder), /数据库被退回或者改写过/);
  await t.rejects(replaced(setBack.folder, setBack.key), /数据库被退回或者改写过/);
  await t.rejects(replaced(rewritten.folder), BROKEN);
  await t.rejects(replaced(rewritten.folder, rewritten.key), BROKEN);
});

function appendTo(t: Test, path: string, checkpoint: string): void {
  const witness = createWitness(path, (error) => t.fail(String(error)));
  witness.note(checkpoint);
  witness.close();
}

t.test('a checkpoint that was cut off is left out, and the next stands by itself', async (t) => {
  const { folder } = await folderWith(t, [1, 2]);
  const path = join(folder, 'checkpoints.txt');
  const whole = readFileSync(path, 'utf8');
  const last = readWitness(path).at(-1) as string;
  const next = last.replace(/\n3\n/, '\n4\n');

  const bytes = Buffer.from(last);
  // Without its last byte it lacks its line feed only.
  for (let end = 1; end < bytes.length - 1; end += 1) {
    writeFileSync(path, Buffer.concat([Buffer.from(whole), bytes.subarray(0, end)]));
    const before = readWitness(path);
    appendTo(t, path, next);
    const found = readWitness(path);
    if (before.join() !== last || found.join() !== [last, next].join())
      t.fail(`cut off after ${end}: ${before.join('|')}, ${found.join('|')}`);
  }
  writeFileSync(path, `${whole}${last.slice(0, 40)}`);
  const records = await openIn(folder);
  await records.recording.decide(callerOf('after'), gradeOf(2));
  const found = await verifyStore(records.store, [records.verifier], readWitness(path));
  await records.close();
  const again = await openIn(folder);
  matchLists(t, found, { findings: [] });
  matchLists(t, await verifyStore(again.store, [again.verifier], readWitness(path)), { findings: [] });
  await again.close();
});

/** How a checkpoint comes into a file, besides by the service itself. */
const SAVED: Readonly<Record<string, (note: string) => string>> = {
  'by curl, with one line feed at its end': (note) => note,
  'without a line feed at its end': (note) => note.trimEnd(),
  'with CRLF': (note) => note.replaceAll('\n', '\r\n'),
  'with empty lines at its end': (note) => `${note}\n \n\n`,
  'behind an earlier one, without an empty line': (note) => `${note.replace(/\n3\n/, '\n2\n')}${note}`,
  'with what an earlier version took for its missing line feed': (note) => `${note}\n(cut off)\n\n`,
};

for (const [how, saved] of Object.entries(SAVED))
  t.test(`a checkpoint that was saved ${how} counts, and what follows stands by itself`, async (t) => {
    const { folder } = await folderWith(t, [1, 2]);
    const path = join(folder, 'checkpoints.txt');
    const last = readWitness(path).at(-1) as string;
    const next = last.replace(/\n3\n/, '\n4\n');
    writeFileSync(path, saved(last));

    const before = readWitness(path);
    appendTo(t, path, next);

    t.equal(before.at(-1), last);
    t.strictSame(readWitness(path), [...before, next]);
    t.equal(readFileSync(path, 'utf8').split('(cut off)').length, saved(last).split('(cut off)').length);
    cutOffLog(folder);
    writeFileSync(path, saved(last));
    await t.rejects(openIn(folder), /数据库被退回或者改写过/);
  });

t.test('at its start a file in which no checkpoint can be read is refused, an empty one is not', async (t) => {
  const { folder } = await folderWith(t, [1]);
  const path = join(folder, 'checkpoints.txt');

  for (const text of ['x', '\n', 'tongze\n2\n', Buffer.from('\ufefftext\n', 'utf16le')]) {
    writeFileSync(path, text);
    await t.rejects(openIn(folder), /checkpoints\.txt 不是空的，却读不出一个检查点：.*移往别处/);
  }
  rmSync(path);
  mkdirSync(path);
  await t.rejects(openIn(folder), /读不出检查点的文件 .*checkpoints\.txt：EISDIR/);
  rmSync(path, { recursive: true });
  writeFileSync(path, '');
  await (await openIn(folder)).close();
});

t.test('a power cut in the first second of a log, which cut its first checkpoint off, stops no start', async (t) => {
  const { folder } = await folderWith(t, [1]);
  const path = join(folder, 'checkpoints.txt');
  const [first = ''] = readWitness(path);

  for (const length of [1, 60, first.length - 8]) {
    writeFileSync(path, first.slice(0, length));
    await (await openIn(folder)).close();

    t.strictSame(readWitness(path), [first], 'what was signed gets out all the same');
  }
});
