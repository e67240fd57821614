/** What only a server can do to the log: go away, or promise less than it should. */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import t from 'tap';
import { openPostgresToRead } from '../../src/records/postgres.ts';
import { verifyStore } from '../../src/records/verify-store.ts';
import { matchLists } from '../support/lists.ts';
import { callerOf, gradeOf, recordingOn, service, signer } from '../support/records.ts';
import { STORES } from '../support/stores.ts';

const postgres = STORES.find(({ kind }) => kind === 'postgres') as (typeof STORES)[0];
const { skip } = postgres;

t.teardown(() => service.close());

t.test('a connection that the server ends in the middle of a commit ends nothing else', { skip }, async (t) => {
  const address = await postgres.make(t);
  const store = await postgres.open(address);
  t.teardown(() => store.close());
  let interrupted = false;
  const interrupting = {
    verifier: signer.verifier,
    sign: async (message: Uint8Array) => {
      if (!interrupted)
        await postgres.run(
          address,
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tongze' and datname = current_database()",
        );
      interrupted = true;
      return signer.sign(message);
    },
  };
  const { recording } = recordingOn(store, undefined, [interrupting]);

  await t.rejects(recording.decide(callerOf('k1'), gradeOf(4)), { failure: 'unavailable' } as unknown as Error);
  const made = await recording.decide(callerOf('k1'), gradeOf(4));

  t.equal(made.isRepetition, false);
  matchLists(t, await verifyStore(store, [signer.verifier]), { records: 1, findings: [] });
});

t.test('a check finds a server that only reads', { skip }, async (t) => {
  const address = await postgres.make(t);
  await (await postgres.open(address)).close();
  await postgres.run(
    address,
    `alter database ${new URL(address).pathname.slice(1)} set default_transaction_read_only = on`,
  );
  const store = await postgres.open(address);
  t.teardown(() => store.close());

  await t.rejects(recordingOn(store).log.check(), { failure: 'unavailable' } as unknown as Error);
});

t.test('a key is looked up by its index also where the log began empty', { skip }, async (t) => {
  const address = await postgres.make(t);
  const store = await postgres.open(address);
  t.teardown(() => store.close());
  const { recording } = recordingOn(store);
  const together = (...keys: readonly string[]) =>
    Promise.all(keys.map((key) => recording.decide(callerOf(key), gradeOf(4))));
  const decide = async (name: string) => {
    // A plan is kept after five times.
    for (let at = 0; at < 8; at += 1)
      await together(...['a', 'b', 'c', 'd', 'e', 'f'].map((key) => `${name}${at}${key}`));
    // Longer than a server keeps its counts to itself; it tells them with the next query.
    await pause(1_100);
    await together(`${name}-last`);
  };
  const scans = sql<{ seq_scan: string }>`select seq_scan from pg_stat_user_tables where relname = 'records'`;
  await decide('first');
  const before = (await scans.execute(store.database)).rows;

  await decide('then');

  t.strictSame((await scans.execute(store.database)).rows, before);
});

t.test('nor do the keys of records that came after the server had looked at a small table', { skip }, async (t) => {
  const address = await postgres.make(t);
  const store = await postgres.open(address);
  t.teardown(() => store.close());
  await recordingOn(store).recording.decide(callerOf('k1'), gradeOf(4));
  await postgres.run(address, 'vacuum analyze records');
  const lookUp = async () => {
    for (let at = 0; at < 8; at += 1) await store.recordWith(`new ${at}`);
    await pause(1_100);
    await store.recordWith('last');
  };
  const scans = sql<{ seq_scan: string }>`select seq_scan from pg_stat_user_tables where relname = 'records'`;
  await lookUp();
  await postgres.run(
    address,
    'insert into records (idx, id, kind, time, tenant, subject, idempotency, leaf, leaf_hash, size) ' +
      "select i, 'id' || i, kind, time, tenant, subject, md5(i::text), leaf, leaf_hash, size " +
      'from records, generate_series(1, 5000) i where idx = 0',
  );
  await lookUp();
  const before = (await scans.execute(store.database)).rows;

  await lookUp();

  t.strictSame((await scans.execute(store.database)).rows, before);
});

t.test('who may only read verifies all the same, and changes nothing', { skip }, async (t) => {
  const address = await postgres.make(t);
  const store = await postgres.open(address);
  t.teardown(() => store.close());
  await recordingOn(store).recording.decide(callerOf('k1'), gradeOf(4));
  const reader = new URL(address);
  reader.username = `auditor_${reader.pathname.slice(-6)}`;
  await postgres.run(
    address,
    `create role ${reader.username} login; grant select on all tables in schema public to ${reader.username}`,
  );
  t.teardown(() =>
    postgres.run(address, `drop owned by ${reader.username}; drop role ${reader.username}`).catch(() => undefined),
  );

  const reading = await openPostgresToRead(reader.href);
  t.teardown(() => reading.close());

  matchLists(t, await verifyStore(reading, [signer.verifier]), { records: 1, findings: [] });
  await t.rejects(recordingOn(reading).recording.decide(callerOf('k2'), gradeOf(4)));
  matchLists(t, await verifyStore(store, [signer.verifier]), { records: 1, findings: [] });
});

t.test('who reads a database without our tables, or may not read them, is told so', { skip }, async (t) => {
  const empty = await postgres.make(t);
  const address = await postgres.make(t);
  await (await postgres.open(address)).close();
  const stranger = new URL(address);
  stranger.username = `stranger_${stranger.pathname.slice(-6)}`;
  await postgres.run(address, `create role ${stranger.username} login`);
  t.teardown(() => postgres.run(address, `drop role ${stranger.username}`).catch(() => undefined));

  await t.rejects(openPostgresToRead(empty), /没有本程序的表：核对 TONGZE_DATABASE/);
  await t.rejects(openPostgresToRead(stranger.href), /这个角色读不了数据库的表：要能读 records/);
});

t.test('a server that is not there is told so', async (t) => {
  await t.rejects(postgres.open('postgres://nobody@127.0.0.1:1/none'), { failure: 'unavailable' } as unknown as Error);
});
