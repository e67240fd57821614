/** One suite for every store: what is answered is kept, proven and never edited. */
import t, { type Test } from 'tap';
import { validate } from '../../src/contract/validate.ts';
import { RecordRefused, StoreFailed, type StoreFailure } from '../../src/records/failures.ts';
import { hashLeaf, verifyConsistency, verifyInclusion } from '../../src/records/merkle.ts';
import {
  consistencyProof,
  describe,
  findRecord,
  inclusionProof,
  latestCheckpoint,
  placeOf,
  search,
} from '../../src/records/reading.ts';
import type { Store } from '../../src/records/store.ts';
import { openCheckpoint, verifyRecord } from '../../src/records/verify-record.ts';
import { verifyStore } from '../../src/records/verify-store.ts';
import { matchLists } from '../support/lists.ts';
import {
  callerOf,
  correctionOf,
  gradeOf,
  recordedOf,
  recordingOn,
  service,
  signer,
  textOf,
} from '../support/records.ts';
import { openedOn, STORES } from '../support/stores.ts';

const KEYS = [signer.verifier];

t.teardown(() => service.close());

for (const one of STORES)
  t.test(`on ${one.kind}`, { skip: one.skip }, async (t) => {
    const { kind, make, open, lock } = one;
    const opened = (t: Test) => openedOn(one, t);

    t.test('a decision is given back with a receipt that its own bytes prove', async (t) => {
      const { store, recording } = await opened(t);

      const made = await recording.decide(callerOf('k1'), gradeOf(4));

      const recorded = recordedOf(made);
      t.strictSame(validate('recorded.schema.json', recorded), []);
      t.match(recorded.decision, { question: 'grade', grade: { least: '较大' } });
      t.match(verifyRecord(recorded, KEYS), { holds: true });
      const found = await findRecord(store, made.id);
      const record = await describe(store, found as NonNullable<typeof found>);
      t.strictSame(validate('decision-record.schema.json', record), []);
      t.strictSame(record.receipt, recorded.receipt);
      t.strictSame(
        verifyRecord(record, KEYS).checks.filter(({ holds }) => holds !== true),
        [],
      );
    });

    t.test('the same key and the same request give the same bytes and one record', async (t) => {
      const { store, recording } = await opened(t);
      await recording.decide(callerOf('other'), gradeOf(1));

      const first = await recording.decide(callerOf('k1'), gradeOf(4));
      for (let more = 0; more < 5; more += 1) await recording.decide(callerOf(`later-${more}`), gradeOf(more));
      const again = await recording.decide(callerOf('k1'), gradeOf(4));

      t.same([first.isRepetition, again.isRepetition], [false, true]);
      t.equal(textOf(again), textOf(first));
      t.equal((await latestCheckpoint(store))?.size, 7);
    });

    t.test('the same key with another request, or of another caller, is not the same', async (t) => {
      const { recording } = await opened(t);
      const first = await recording.decide(callerOf('k1'), gradeOf(4));

      await t.rejects(recording.decide(callerOf('k1'), gradeOf(5)), new RecordRefused('idempotency-conflict'));
      const others = [callerOf('k1', { subject: 'desk-2' }), callerOf('k1', { tenant: 'shiyan' }), callerOf('k2')];
      for (const other of others) t.not((await recording.decide(other, gradeOf(4))).id, first.id);
    });

    t.test('a check shows whether the store takes what is written, and changes nothing', async (t) => {
      const { address, store, log, recording } = await opened(t);
      await recording.decide(callerOf('k1'), gradeOf(4));
      const others = recordingOn(store);
      const failing = (failure: StoreFailure) =>
        recordingOn({ ...store, write: async () => Promise.reject(new StoreFailed(failure, undefined)) }).log;

      await Promise.all([log.check(), others.log.check(), others.recording.decide(callerOf('k2'), gradeOf(5))]);
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      const locked = await lock(address);
      const whileLocked = await Promise.race([
        others.log.check().catch((error: StoreFailed) => error.failure),
        new Promise((resolve) => setTimeout(resolve, 5_000, 'waits')),
      ]);
      await locked();
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      await others.log.check();

      t.match(whileLocked, kind === 'sqlite' ? 'unavailable' : 'waits');
      for (const failure of ['full', 'broken', 'unavailable'] as const)
        await t.rejects(failing(failure).check(), { failure } as unknown as Error);
      matchLists(t, await verifyStore(store, KEYS), { records: 2, findings: [] });
    });

    t.test('two requests with one key at once make one record', async (t) => {
      const { store, recording } = await opened(t);
      // Another node of the service, which knows nothing of what runs in the first.
      const { recording: other } = recordingOn(store);

      const [one, two, three] = await Promise.allSettled([
        recording.decide(callerOf('k1'), gradeOf(4)),
        recording.decide(callerOf('k1'), gradeOf(4)),
        other.decide(callerOf('k1'), gradeOf(4)),
      ]);

      t.equal(one.status, 'fulfilled');
      t.match(two, { status: 'rejected', reason: new RecordRefused('idempotency-in-progress') });
      t.match(three, { status: 'fulfilled' });
      const texts = [one, three].map((made) => (made.status === 'fulfilled' ? textOf(made.value) : ''));
      t.equal(texts[0], texts[1]);
      t.equal((await latestCheckpoint(store))?.size, 1);
    });

    t.test('many at once are committed in few groups, each leaf in the checkpoint of its own', async (t) => {
      const { store, recording, checkpoints } = await opened(t);

      const all = await Promise.all(
        Array.from({ length: 600 }, (_, at) => recording.decide(callerOf(`k${at}`), gradeOf(at % 40))),
      );

      t.ok(checkpoints.length < 60, `${checkpoints.length} groups`);
      for (const made of all) if (!verifyRecord(recordedOf(made), KEYS).holds) t.fail(textOf(made));
      matchLists(t, await verifyStore(store, KEYS, checkpoints), { records: 600, size: 600, findings: [] });
    });

    t.test('a verification reads one state, whatever is recorded meanwhile', async (t) => {
      const { store, recording, checkpoints } = await opened(t);
      for (let at = 0; at < 3; at += 1) await recording.decide(callerOf(`k${at}`), gradeOf(at));
      const before = [...checkpoints];
      const busy: Store = {
        ...store,
        integrity: async () => {
          await Promise.all([4, 5].map((at) => recording.decide(callerOf(`k${at}`), gradeOf(at))));
          return [];
        },
      };

      const found = await verifyStore(busy, KEYS, before);

      matchLists(t, found, { records: 3, size: 3, findings: [] });
      matchLists(t, await verifyStore(store, KEYS, checkpoints), { records: 5, findings: [] });
    });

    t.test('every earlier tree is proven to be a beginning of the latest, and every leaf to be in it', async (t) => {
      const { store, recording, checkpoints } = await opened(t);
      for (let at = 0; at < 20; at += 1) await recording.decide(callerOf(`k${at}`), gradeOf(at));
      // Past the first stored level.
      await Promise.all(Array.from({ length: 260 }, (_, at) => recording.decide(callerOf(`n${at}`), gradeOf(1))));

      const latest = await latestCheckpoint(store);
      const { size, root } = openCheckpoint(latest?.note ?? '', KEYS) ?? { size: 0, root: new Uint8Array() };
      t.equal(size, 280);
      for (const note of checkpoints) {
        const earlier = openCheckpoint(note, KEYS);
        if (earlier === undefined) return t.fail('a checkpoint that does not open');
        const proof = await consistencyProof(store, earlier.size, size);
        const holds = verifyConsistency({
          first: earlier.size,
          second: size,
          firstRoot: earlier.root,
          secondRoot: root,
          proof,
        });
        if (!holds) t.fail(`${earlier.size} in ${size}`);
      }
      const rows = await store.database.selectFrom('records').select(['idx', 'leaf']).execute();
      for (const { idx, leaf } of rows.filter((_, at) => at % 17 === 0)) {
        const proof = await inclusionProof(store, idx, size);
        if (!verifyInclusion({ index: idx, size, leafHash: hashLeaf(leaf), proof, root })) t.fail(`leaf ${idx}`);
      }
      t.equal(rows.length, 280);
    });

    t.test('a store that is opened again goes on where it was', async (t) => {
      const address = await make(t);
      const first = await open(address);
      const before = await recordingOn(first).recording.decide(callerOf('k1'), gradeOf(4));
      await first.close();

      const store = await open(address);
      t.teardown(() => store.close());
      const { recording } = recordingOn(store);
      await recording.decide(callerOf('k2'), gradeOf(5));

      t.equal(textOf(await recording.decide(callerOf('k1'), gradeOf(4))), textOf(before));
      matchLists(t, await verifyStore(store, KEYS), { records: 2, findings: [] });
    });

    t.test('two nodes on one store make one log', async (t) => {
      const address = await make(t);
      const stores = [await open(address), await open(address)];
      t.teardown(async () => {
        for (const store of stores) await store.close();
      });
      const nodes = stores.map((store) => recordingOn(store));

      for (let round = 0; round < 10; round += 1)
        await Promise.all(
          nodes.map(({ recording }, at) => recording.decide(callerOf(`${at}-${round}`), gradeOf(round))),
        );

      matchLists(t, await verifyStore(stores[0] as (typeof stores)[0], KEYS), { records: 20, findings: [] });
    });

    t.test('a correction takes the place of a decision, once, and both stay', async (t) => {
      const { store, recording } = await opened(t);
      const { id } = await recording.decide(callerOf('k1'), gradeOf(4));

      const made = await recording.correct(callerOf('c1'), id, correctionOf(30));

      t.match(recordedOf(made), { kind: 'correction', decision: { grade: { least: '特别重大' } } });
      await t.rejects(recording.correct(callerOf('c2'), id, correctionOf(3)), new RecordRefused('already-superseded'));
      const found = await findRecord(store, id);
      const record = await describe(store, found as NonNullable<typeof found>);
      matchLists(t, record, {
        supersededBy: made.id,
        output: { grade: { least: '较大' } },
        related: [{ kind: 'correction' }],
      });
      await recording.correct(callerOf('c3'), made.id, correctionOf(9));
      matchLists(t, await verifyStore(store, KEYS), { records: 3, findings: [] });
    });

    t.test('two corrections of one decision at once cannot both be made', async (t) => {
      const { store, recording } = await opened(t);
      const { id } = await recording.decide(callerOf('k1'), gradeOf(4));

      const results = await Promise.allSettled(
        ['c1', 'c2'].map((key) => recording.correct(callerOf(key), id, correctionOf(5))),
      );

      t.same(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      matchLists(t, await verifyStore(store, KEYS), { records: 2, findings: [] });
    });

    t.test('a confirmation is a record of its own; what is no decision cannot be confirmed', async (t) => {
      const { store, recording } = await opened(t);
      const { id } = await recording.decide(callerOf('k1'), gradeOf(4));
      const reviewer = callerOf('r1', { subject: 'reviewer-1', role: 'reviewer' });

      const made = await recording.confirm(reviewer, id, { outcome: 'declined', documents: [{ number: '鄂安〔1〕' }] });

      const found = await findRecord(store, id);
      const record = await describe(store, found as NonNullable<typeof found>);
      matchLists(t, record.related, [{ id: made.id, kind: 'confirmation', outcome: 'declined' }]);
      await t.rejects(
        recording.confirm({ ...reviewer, key: 'r2' }, made.id, { outcome: 'confirmed' }),
        new RecordRefused('not-a-decision'),
      );
      const stranger = callerOf('r3', { tenant: 'shiyan' });
      await t.rejects(recording.confirm(stranger, id, { outcome: 'confirmed' }), RecordRefused);
    });

    t.test('a thousand confirmations hide neither a correction nor an erasure', async (t) => {
      const { store, recording } = await opened(t);
      const { id } = await recording.decide(callerOf('k1'), gradeOf(4));
      const confirm = (at: number) => recording.confirm(callerOf(`r${at}`), id, { outcome: 'confirmed' });
      await Promise.all(Array.from({ length: 1_003 }, (_, at) => confirm(at)));

      const corrected = await recording.correct(callerOf('c1'), id, correctionOf(30));
      const erased = await recording.erase(callerOf('e1'), id, { parts: ['input'], ground: 'mistake' });
      const last = await confirm(1_003);

      const found = await findRecord(store, id);
      const record = await describe(store, found as NonNullable<typeof found>);
      t.equal(record.supersededBy, corrected.id);
      t.strictSame(
        record.related.slice(-3).map((related) => related.id),
        [corrected.id, erased.id, last.id],
      );
      t.equal(record.related.length, 1_002);
      t.strictSame(validate('decision-record.schema.json', record), []);
    });

    t.test('an erasure takes the contents and leaves the proof', async (t) => {
      const { store, recording } = await opened(t);
      const first = await recording.decide(callerOf('k1'), gradeOf(4321));
      const administrator = callerOf('e1', { role: 'administrator' });

      await recording.erase(administrator, first.id, { parts: ['input', 'output'], ground: 'retention' });

      const found = await findRecord(store, first.id);
      const record = await describe(store, found as NonNullable<typeof found>);
      t.match(record, { input: null, output: null, salts: { input: null, output: null } });
      t.strictSame(record.receipt, recordedOf(first).receipt);
      t.match(verifyRecord(record, KEYS), { holds: true });
      matchLists(t, await verifyStore(store, KEYS), { findings: [] });
      const page = await search(store, { tenant: 'wuhan', status: 'indeterminate', limit: 10 });
      t.strictSame(page.items, []);
      // Whether it is the same request nobody can say any more.
      await t.rejects(recording.decide(callerOf('k1'), gradeOf(4321)), new RecordRefused('idempotency-conflict'));
    });

    t.test('a list is paged by place, so that new records neither double nor hide old ones', async (t) => {
      const { store, recording } = await opened(t);
      for (let at = 0; at < 5; at += 1) await recording.decide(callerOf(`k${at}`), gradeOf(at));

      const first = await search(store, { tenant: 'wuhan', limit: 2 });
      await recording.decide(callerOf('new'), gradeOf(9));
      const second = await search(store, { tenant: 'wuhan', limit: 2, before: placeOf(first.next ?? '') ?? 0 });
      const last = await search(store, { tenant: 'wuhan', limit: 2, before: placeOf(second.next ?? '') ?? 0 });

      const places = [first, second, last].map(({ items }) => items.map(({ index }) => index));
      t.same(places, [[4, 3], [2, 1], [0]]);
      t.equal(last.next, null);
      t.strictSame(validate('record-list.schema.json', first), []);
    });

    t.test('a list is narrowed by what is asked and by the tenant', async (t) => {
      const { store, recording } = await opened(t);
      const { id } = await recording.decide(callerOf('k1'), gradeOf(4));
      await recording.decide(callerOf('k2', { subject: 'desk-2' }), gradeOf(4, { question: 'addressees' }));
      await recording.decide(callerOf('k3', { tenant: 'shiyan' }), gradeOf(4));
      await recording.confirm(callerOf('r1'), id, { outcome: 'confirmed' });
      const found = async (by: object) =>
        (await search(store, { tenant: 'wuhan', limit: 10, ...by })).items.map(({ index }) => index);

      t.same(await found({}), [3, 1, 0]);
      t.same(await found({ tenant: 'shiyan' }), [2]);
      t.same(await found({ question: 'addressees' }), [1]);
      t.same(await found({ kind: 'confirmation' }), [3]);
      t.same(await found({ about: id }), [3]);
      t.same(await found({ subject: 'desk-2' }), [1]);
      t.same(await found({ status: 'indeterminate', kind: 'decision' }), [1, 0]);
      t.same(await found({ dayFrom: '2021-06-13', dayTo: '2021-06-13' }), [1, 0]);
      t.same(await found({ dayFrom: '2021-06-14' }), []);
      t.same(await found({ until: '2000-01-01T00:00:00.000Z' }), []);
      t.same(await found({ since: '2000-01-01T00:00:00.000Z' }), [3, 1, 0]);
    });

    t.test('a signature that cannot be made leaves nothing behind, and the log goes on', async (t) => {
      const { store } = await opened(t);
      let fails = true;
      const moody = {
        verifier: signer.verifier,
        sign: async (message: Uint8Array) => {
          if (fails) throw new Error('no signature');
          return signer.sign(message);
        },
      };
      const { recording } = recordingOn(store, undefined, [moody]);

      await t.rejects(recording.decide(callerOf('k1'), gradeOf(4)), {
        failure: 'unavailable',
        cause: { message: /no signature/ },
      } as unknown as Error);
      fails = false;
      await recording.decide(callerOf('k1'), gradeOf(4));

      matchLists(t, await verifyStore(store, KEYS), { records: 1, findings: [] });
    });

    t.test('a clock that goes back changes neither order nor proof, and is told', async (t) => {
      const { store } = await opened(t);
      const times = ['2026-01-01T00:00:00Z', '2026-01-01T01:00:00Z', '2025-12-31T23:00:00Z', '2026-01-01T00:30:00Z'];
      const { recording } = recordingOn(store, () => new Date(times.shift() as string));

      for (const key of ['a', 'b', 'c', 'd']) await recording.decide(callerOf(key), gradeOf(4));

      matchLists(t, await verifyStore(store, KEYS), {
        records: 4,
        findings: [],
        notices: [{ code: 'clock', index: 2 }],
      });
    });
  });
