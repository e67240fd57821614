/** What decides is itself on record: each change of the rules or of the table of places, and nothing else. */
import t from 'tap';
import { parseLeaf } from '../../src/records/leaf.ts';
import { createRecording } from '../../src/records/recording.ts';
import { recordingOn, service } from '../support/records.ts';
import { STORES } from '../support/stores.ts';

t.teardown(() => service.close());

t.test('an activation is recorded once for each change of what decides', async (t) => {
  const [sqlite] = STORES;
  if (sqlite === undefined) return t.fail('no store');
  const store = await sqlite.open(await sqlite.make(t));
  t.teardown(() => store.close());
  const { appending } = recordingOn(store);
  const { origin, decideJson: decide } = service;
  const otherRules = { ...origin, bundle: { ...origin.bundle, sha256: 'a'.repeat(64) } };
  const otherPlaces = { ...otherRules, territory: [{ edition: '2025-06-30', sha256: 'b'.repeat(64) }] };

  for (const now of [origin, origin, otherRules, otherRules, otherPlaces, otherPlaces])
    await createRecording({ store, appending, origin: now, decide }).activate();

  const rows = await store.database.selectFrom('records').select(['kind', 'leaf']).orderBy('idx').execute();
  t.same(
    rows.map(({ kind, leaf }) => [kind, parseLeaf(leaf)?.bundle.sha256, parseLeaf(leaf)?.territory?.[0]?.edition]),
    [
      ['bundle_activation', origin.bundle.sha256, undefined],
      ['bundle_activation', 'a'.repeat(64), undefined],
      ['bundle_activation', 'a'.repeat(64), '2025-06-30'],
    ],
  );
});

t.test('what somebody decided is recorded once, also where the same rules go on', async (t) => {
  const [sqlite] = STORES;
  if (sqlite === undefined) return t.fail('no store');
  const store = await sqlite.open(await sqlite.make(t));
  t.teardown(() => store.close());
  const { recording } = recordingOn(store);
  const actor = { subject: 'desk-7', tenant: 'wuhan', role: 'administrator' };
  const activation = (time: string) => ({ actor, identity: [time], said: { time, reason: '修正第十一条的规则' } });

  await recording.activate();
  for (const time of ['one', 'two', 'one', 'two']) await recording.activate(activation(time));
  await recording.activate();

  const rows = await store.database.selectFrom('records').select(['kind', 'subject']).orderBy('idx').execute();
  t.same(
    rows.map(({ kind, subject }) => [kind, subject]),
    ['system', 'desk-7', 'desk-7'].map((subject) => ['bundle_activation', subject]),
  );
});
