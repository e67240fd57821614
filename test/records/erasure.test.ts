/** What was erased is off the disk, whoever reads meanwhile. */
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t, { type Test } from 'tap';
import { openSqlite } from '../../src/records/sqlite.ts';
import { dataFolder } from '../support/process.ts';
import { callerOf, gradeOf, recordingOn, service } from '../support/records.ts';

t.teardown(() => service.close());

const CANARY = 'canary-9c41';

/** A record that was erased while another connection was reading. */
async function erasedWhileRead(t: Test) {
  const path = join(t.testdir(), 'tongze.db');
  const store = await openSqlite(path);
  const { recording } = recordingOn(store);
  const facts = { accident: { deaths: 1, industry: CANARY } };
  const { id } = await recording.decide(callerOf('k1'), gradeOf(1, { facts }));
  const reader = new Database(path, { readonly: true });
  t.teardown(() => {
    reader.close();
    return store.close();
  });
  reader.exec('begin');
  reader.prepare('select count(*) from records').get();
  await recording.erase(callerOf('e1'), id, { parts: ['input', 'output'], ground: 'order' });
  return { recording, reader, path };
}

const holdsErased = (path: string) =>
  [path, `${path}-wal`].some((file) => existsSync(file) && readFileSync(file).includes(CANARY));

t.test('contents erased while another process reads are off the disk after the next write', async (t) => {
  const { recording, reader, path } = await erasedWhileRead(t);
  await recording.decide(callerOf('k2'), gradeOf(2));
  const whileRead = holdsErased(path);

  reader.exec('commit');
  await recording.decide(callerOf('k3'), gradeOf(3));

  t.equal(whileRead, true, 'the reader keeps them there');
  t.equal(holdsErased(path), false);
});

t.test('contents erased while another process reads leave the disk when nothing more is written', async (t) => {
  const { reader, path } = await erasedWhileRead(t);

  reader.exec('commit');
  for (let tries = 0; tries < 100 && holdsErased(path); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));

  t.equal(holdsErased(path), false);
});

t.test('a store that is opened again removes what an earlier process left', async (t) => {
  const { path: before } = await erasedWhileRead(t);
  const path = join(dataFolder(t), 'tongze.db');
  for (const ending of ['', '-wal']) copyFileSync(before + ending, path + ending);
  const left = holdsErased(path);

  const store = await openSqlite(path);
  t.teardown(() => store.close());
  await recordingOn(store).recording.decide(callerOf('k2'), gradeOf(2));

  t.equal(left, true);
  t.equal(holdsErased(path), false);
});
