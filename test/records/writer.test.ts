/** The thread that writes: what crosses to it and back is what was meant, and its end is told. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import t from 'tap';
import { canonicalBytes } from '../../src/kernel/canonical.ts';
import { createAppending, type Draft } from '../../src/records/appending.ts';
import { draftsIn, errorIn, resultsIn, sentDrafts, sentError, sentResults } from '../../src/records/crossing.ts';
import { RecordRefused, StoreFailed } from '../../src/records/failures.ts';
import { SYSTEM } from '../../src/records/leaf.ts';
import { openLog } from '../../src/records/open-log.ts';
import { findRecord } from '../../src/records/reading.ts';
import { resultDigest } from '../../src/records/recording.ts';
import { verifyStore } from '../../src/records/verify-store.ts';
import { startWriter, writerThread } from '../../src/records/writer.ts';
import { matchLists } from '../support/lists.ts';
import { dataFolder } from '../support/process.ts';
import { recordedOf, service } from '../support/records.ts';
import { quiet } from '../support/records-folder.ts';

t.teardown(() => service.close());

const bytesOf = (text: string) => new TextEncoder().encode(text);

function draftOf(key: string, more: Partial<Draft> = {}): Draft {
  const { origin } = service;
  const decision = { of: key, status: 'determined' };
  const output = { bytes: canonicalBytes(decision), status: decision.status, result: resultDigest(decision) };
  return {
    kind: 'decision',
    origin,
    actor: SYSTEM,
    tenant: SYSTEM.tenant,
    key,
    input: bytesOf(`{"key":"${key}"}`),
    output,
    ...more,
  };
}

/** Of an Idempotency-Key, as a leaf has it. */
const hashOf = (digit: string) => digit.repeat(64);

t.test('drafts, answers and errors are on the other side what they were on this one', async (t) => {
  const other = { ...service.origin, contract: 'b'.repeat(12) };
  const { output: _, ...withoutOutput } = draftOf('2');
  const { input: __, ...withoutInput } = draftOf('5');
  const drafts = [draftOf('1'), withoutOutput, draftOf('3', { origin: other, erases: ['input'] }), withoutInput];
  const repeated = { id: 'i', isRepetition: true, decision: bytesOf('{"of":"i"}'), others: bytesOf('"id":"i"}') };
  const fresh = { id: 'j', isRepetition: false, decision: bytesOf('is here'), others: bytesOf('"id":"j"}') };
  const disk = new StoreFailed('full', Object.assign(new Error('no room'), { code: 'SQLITE_FULL' }));

  const sent = structuredClone(sentDrafts(drafts));
  const results = structuredClone(
    sentResults([
      { status: 'rejected', reason: new RecordRefused('already-superseded') },
      { status: 'fulfilled', value: repeated },
      { status: 'fulfilled', value: fresh },
      { status: 'rejected', reason: disk },
    ]),
  );
  const [refused, again, answer, failed] = resultsIn(results, drafts);

  t.strictSame(draftsIn(sent), drafts);
  t.equal(sent.origins.length, 2, 'an origin crosses once');
  t.match(refused, { name: 'RecordRefused', refusal: 'already-superseded' });
  t.strictSame(again, repeated);
  t.strictSame(
    answer,
    { ...fresh, decision: bytesOf('{"of":"3","status":"determined"}') },
    'the decision has not crossed',
  );
  t.equal(results.answers.bytes.length, repeated.decision.length + repeated.others.length + fresh.others.length);
  t.match(failed, { name: 'StoreFailed', failure: 'full', cause: { code: 'SQLITE_FULL', message: 'no room' } });
  t.match(errorIn(sentError(new TypeError('other'))), { message: 'other' });
});

t.test('what is asked for in one turn is one group, and who is refused does not take others along', async (t) => {
  const folder = dataFolder(t);
  const writer = await startWriter({ TONGZE_DATA: folder }, quiet);

  const settled = await Promise.allSettled(
    [hashOf('1'), hashOf('2'), hashOf('1'), hashOf('3')].map((key, at) =>
      writer.append(draftOf(key, { input: bytesOf(`{"at":${at}}`) })),
    ),
  );
  await writer.check();
  await writer.close();
  await t.rejects(writer.append(draftOf(hashOf('4'))), { failure: 'unavailable' } as unknown as Error);

  t.same(
    settled.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  );
  const made = settled.flatMap((result) => (result.status === 'fulfilled' ? [recordedOf(result.value)] : []));
  t.same(
    made.map(({ receipt, decision }) => [receipt.index, receipt.size, decision]),
    [
      [0, 3, { of: hashOf('1'), status: 'determined' }],
      [1, 3, { of: hashOf('2'), status: 'determined' }],
      [2, 3, { of: hashOf('3'), status: 'determined' }],
    ],
  );
  const { store, verifier, close } = await openLog({ TONGZE_DATA: folder }, quiet);
  matchLists(t, await verifyStore(store, [verifier]), { records: 3, findings: [] });
  t.ok(await findRecord(store, made[2]?.id ?? ''));
  await close();
});

t.test('why the log is not opened is told with its remedy, and nothing goes on', async (t) => {
  const folder = dataFolder(t);
  await (await startWriter({ TONGZE_DATA: folder }, quiet)).close();
  chmodSync(join(folder, 'log.key'), 0o644);

  await t.rejects(startWriter({ TONGZE_DATA: folder }, quiet), /先 chmod 600/);
});

t.test('a file of checkpoints that cannot be written is told to who runs the service', async (t) => {
  const folder = dataFolder(t);
  const told: unknown[] = [];
  const hooks = { ...quiet, onWitnessFailure: (error: unknown) => void told.push(error) };
  const writer = await startWriter({ TONGZE_DATA: folder, TONGZE_CHECKPOINTS: join(folder, 'witness') }, hooks);
  mkdirSync(join(folder, 'witness'));

  await writer.append(draftOf(hashOf('1')));
  await writer.close();

  matchLists(t, told, [{ code: 'EISDIR' }]);
});

t.test('a checkpoint that a crash or the disk kept out of the file gets there without another record', async (t) => {
  const folder = dataFolder(t);
  const path = join(folder, 'witness/checkpoints.txt');
  const first = await openLog({ TONGZE_DATA: folder }, quiet);
  await createAppending(first).append(draftOf(hashOf('1')));
  await first.close();
  const note = readFileSync(join(folder, 'checkpoints.txt'), 'utf8');
  writeFileSync(join(folder, 'witness'), 'in the way of the folder');
  const told: unknown[] = [];
  const hooks = { ...quiet, onWitnessFailure: (error: unknown) => void told.push(error) };

  const writer = await startWriter({ TONGZE_DATA: folder, TONGZE_CHECKPOINTS: path }, hooks);
  while (told.length === 0) await pause(50);
  rmSync(join(folder, 'witness'));
  while (!existsSync(path)) await pause(50);
  await writer.close();
  await (await startWriter({ TONGZE_DATA: folder, TONGZE_CHECKPOINTS: path }, hooks)).close();

  t.equal(readFileSync(path, 'utf8'), note, 'and once only');
  matchLists(t, told, [{ code: 'ENOTDIR' }]);
  t.equal(told.length, 1);
});

t.test('a thread that ends unasked leaves nobody waiting, and the process is told to end', async (t) => {
  const configuration = { TONGZE_DATA: dataFolder(t) };
  const told: unknown[] = [];
  const thread = writerThread(configuration);
  const writer = await startWriter(
    configuration,
    { ...quiet, onBroken: (error) => void told.push(error.failure) },
    thread,
  );

  const broken = { failure: 'broken', cause: { message: 'out of memory' } } as unknown as Error;
  const checked = t.rejects(writer.check(), broken);
  // Gathered, but not sent before the thread has ended.
  const gathered = t.rejects(writer.append(draftOf(hashOf('1'))), broken);
  thread.emit('error', new Error('out of memory'));

  await checked;
  await gathered;
  await t.rejects(writer.append(draftOf(hashOf('2'))), broken);
  await writer.close();
  t.same(told, ['broken']);
  const terminated = thread.terminate();
  thread.emit('message', { kind: 'checked', id: 1 });
  await terminated;
});

t.test('a thread that ends before it says anything is told as such', async (t) => {
  const thread = new Worker('process.exit(3)', { eval: true });

  await t.rejects(startWriter({ TONGZE_DATA: dataFolder(t) }, quiet, thread), /ended with 3 before/);
});

t.test('a thread that ends while it is being closed does not hold up the end of the process', async (t) => {
  const configuration = { TONGZE_DATA: dataFolder(t) };
  const thread = writerThread(configuration);
  const writer = await startWriter(configuration, { ...quiet, onBroken: () => undefined }, thread);

  const closed = t.rejects(writer.close(), { failure: 'broken' } as unknown as Error);
  const late = t.rejects(writer.append(draftOf(hashOf('1'))), { failure: 'unavailable' } as unknown as Error);
  await thread.terminate();

  await closed;
  await late;
});
