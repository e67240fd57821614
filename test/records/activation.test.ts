/** What decides is itself on record: each change of the rules or of the table of places, and nothing else. */
import t from 'tap';
import { countRecorded } from '../../src/records/activations.ts';
import { parseLeaf } from '../../src/records/leaf.ts';
import { createRecording } from '../../src/records/recording.ts';
import { activationOf } from '../../src/running.ts';
import { callerOf, recordingOn, service } from '../support/records.ts';
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

const ACTOR = { subject: 'desk-7', tenant: 'wuhan', role: 'administrator' };

/** Lines of the list, one a second. */
const lineAt = (second: number, more: object = {}) => ({
  time: `2026-05-10T08:00:0${second}.000Z`,
  action: 'activate' as const,
  bundle: 'c'.repeat(64),
  sequence: second,
  actor: ACTOR,
  reason: '修正第十一条的规则',
  ...more,
});

for (const { kind, skip, make, open } of STORES)
  t.test(`${kind}: a line of the list that is on record says what its record says`, { skip }, async (t) => {
    const store = await open(await make(t));
    t.teardown(() => store.close());
    const { recording } = recordingOn(store);
    const lines = [lineAt(1), lineAt(2), lineAt(3)] as const;
    const [one, two, three] = lines;
    const count = (...list: readonly Parameters<typeof activationOf>[0][]) =>
      countRecorded(store, list.map(activationOf)).catch(({ message }: Error) => message);
    const chief = { ...ACTOR, subject: 'chief-zhang' };

    const before = await count(one, two);
    await recording.activate();
    await recording.activate(activationOf(one));
    await recording.activate(activationOf(two));

    t.equal(before, 0, 'nothing is on record yet');
    t.equal(await count(), 0);
    t.equal(await count(one, two), 2);
    t.equal(await count(one, two, three), 2, 'what comes after them is new');
    t.equal(await count(one), 1, 'a list that was put back');
    for (const [title, altered] of [
      ['who', { ...two, actor: chief }],
      ['in which role', { ...two, actor: { ...ACTOR, role: 'auditor' } }],
      ['of which tenant', { ...two, actor: { ...ACTOR, tenant: 'system' } }],
      ['why', { ...two, reason: '领导要求' }],
      ['what', { ...two, action: 'rollback' as const }],
      ['which', { ...two, sequence: 9 }],
    ] as const)
      t.match(
        await count(one, altered),
        /第 2 行与日志不符，不启动：日志里是记录 .*：行为人 desk-7（租户 wuhan）/,
        title,
      );
    if (kind === 'sqlite')
      t.match(await count(one, { ...two, time: '2026-05-10T07:00:00.000Z' }), /第 2 行与日志不符/, 'when');
    t.match(await count({ ...one, actor: chief }, { ...two, actor: chief }), /第 1 行与日志不符/);
    t.match(await count(three, one, two), /第 1 行与日志不符，不启动：日志里没有这一次更换，却有它以后的/);
  });

t.test('the reason of an activation whose input was erased may be taken from the list, and nothing else', async (t) => {
  const [sqlite] = STORES;
  if (sqlite === undefined) return t.fail('no store');
  const store = await sqlite.open(await sqlite.make(t));
  t.teardown(() => store.close());
  const { recording } = recordingOn(store);
  const line = lineAt(1);
  await recording.activate(activationOf(line));
  const { id } = await store.database.selectFrom('records').select('id').executeTakeFirstOrThrow();

  await recording.erase(callerOf('k'), id, { parts: ['input'], ground: '保存期限已满' } as never);

  t.equal(await countRecorded(store, [activationOf({ ...line, reason: '理由已经清除' })]), 1);
  await t.rejects(
    countRecorded(store, [activationOf({ ...line, actor: { ...ACTOR, subject: 'chief-zhang' } })]),
    /第 1 行与日志不符，不启动：日志里是记录 .*：行为人 desk-7（租户 wuhan），内容已经清除/,
  );
});
