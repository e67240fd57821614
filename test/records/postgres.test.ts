/** What only a server can do to the log: go away, or promise less than it should. */
import t from 'tap';
import { verifyStore } from '../../src/records/verify-store.ts';
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
  t.match(await verifyStore(store, [signer.verifier]), { records: 1, findings: [] });
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

t.test('a server that is not there is told so', async (t) => {
  await t.rejects(postgres.open('postgres://nobody@127.0.0.1:1/none'), { failure: 'unavailable' } as unknown as Error);
});
