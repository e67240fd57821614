/** One suite for every store: what is answered is kept, proven and never edited. */
import t from 'tap';
import { validate } from '../../src/contract/validate.ts';
import { canonicalBytes } from '../../src/kernel/canonical.ts';
import { RecordRefused, StoreFailed, type StoreFailure } from '../../src/records/failures.ts';
import { keysOf, textOfKeys } from '../../src/records/known-keys.ts';
import { parseLeaf } from '../../src/records/leaf.ts';
import { hashLeaf, verifyConsistency, verifyInclusion } from '../../src/records/merkle.ts';
import { generateKey, parseSigner, type Signer, signNote } from '../../src/records/note.ts';
import {
  consistencyProof,
  describe,
  type FoundRecord,
  findRecord,
  inclusionProof,
  latestCheckpoint,
  placeOf,
  search,
} from '../../src/records/reading.ts';
import { rotationDraft } from '../../src/records/rotation.ts';
import { openCheckpoint, verifyRecord } from '../../src/records/verify-record.ts';
import { type FindingCode, verifyStore } from '../../src/records/verify-store.ts';
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
import { STORES } from '../support/stores.ts';

const KEYS = [signer.verifier];
const next = parseSigner(generateKey('tongze.test/log')) as Signer;
const stranger = parseSigner(generateKey('tongze.test/log')) as Signer;

t.teardown(() => service.close());

const RECORD = 'id, kind, time, tenant, subject, question, day, about, leaf, leaf_hash, size';

/** Ways to replace a row of the tables by its key, by another key, or by the number that SQLite gives it. */
const REPLACEMENTS = {
  sqlite: [
    `insert or replace into records (idx, ${RECORD}) select 0, 'new', ${RECORD.slice(4)} from records where idx = 1`,
    `insert or replace into records (${RECORD}) select ${RECORD} from records where idx = 1`,
    `insert or replace into records (idempotency, ${RECORD}) select idempotency, 'new', ${RECORD.slice(4)} from records`,
    `replace into records select * from records where idx = 1`,
    "insert or replace into contents (id, part, status) select id, part, 'another' from contents",
    "insert or replace into contents (rowid, id, part) select 1, id, 'another' from contents limit 1",
    `update or replace contents set rowid = 1, salt = null, bytes = null, status = null where rowid = 2`,
    "insert or replace into nodes (level, idx, hash) values (1, 0, x'00')",
    "insert or replace into nodes (rowid, level, idx, hash) values (1, 2, 0, x'00')",
    "insert or replace into checkpoints (size, note) values (2, '')",
    "insert into checkpoints (size, note) values (2, '') on conflict do update set note = ''",
  ].map((statement) => `pragma foreign_keys = off; ${statement}`),
  postgres: [
    'insert into records select * from records on conflict (idx) do update set subject = excluded.id',
    'insert into records select * from records on conflict (id) do update set subject = excluded.id',
    'insert into contents select * from contents on conflict (id, part) do update set bytes = excluded.salt',
    "insert into nodes (level, idx, hash) values (1, 0, '') on conflict (level, idx) do update set hash = ''",
    "insert into checkpoints (size, note) values (2, '') on conflict (size) do update set note = ''",
    'merge into checkpoints c using checkpoints o on c.size = o.size when matched then delete',
  ],
} as const;

for (const { kind, skip, make, open, run, tamper, lock } of STORES)
  t.test(`on ${kind}`, { skip }, async (t) => {
    const opened = async (t: Parameters<typeof make>[0]) => {
      const address = await make(t);
      const store = await open(address);
      t.teardown(() => store.close());
      return { address, store, ...recordingOn(store) };
    };

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
      t.match(await verifyStore(store, KEYS), { records: 2, findings: [] });
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
      t.match(await verifyStore(store, KEYS, checkpoints), { records: 600, size: 600, findings: [] });
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
      t.match(await verifyStore(store, KEYS), { records: 2, findings: [] });
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

      t.match(await verifyStore(stores[0] as (typeof stores)[0], KEYS), { records: 20, findings: [] });
    });

    t.test('a correction takes the place of a decision, once, and both stay', async (t) => {
      const { store, recording } = await opened(t);
      const { id } = await recording.decide(callerOf('k1'), gradeOf(4));

      const made = await recording.correct(callerOf('c1'), id, correctionOf(30));

      t.match(recordedOf(made), { kind: 'correction', decision: { grade: { least: '特别重大' } } });
      await t.rejects(recording.correct(callerOf('c2'), id, correctionOf(3)), new RecordRefused('already-superseded'));
      const found = await findRecord(store, id);
      const record = await describe(store, found as NonNullable<typeof found>);
      t.match(record, {
        supersededBy: made.id,
        output: { grade: { least: '较大' } },
        related: [{ kind: 'correction' }],
      });
      await recording.correct(callerOf('c3'), made.id, correctionOf(9));
      t.match(await verifyStore(store, KEYS), { records: 3, findings: [] });
    });

    t.test('two corrections of one decision at once cannot both be made', async (t) => {
      const { store, recording } = await opened(t);
      const { id } = await recording.decide(callerOf('k1'), gradeOf(4));

      const results = await Promise.allSettled(
        ['c1', 'c2'].map((key) => recording.correct(callerOf(key), id, correctionOf(5))),
      );

      t.same(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      t.match(await verifyStore(store, KEYS), { records: 2, findings: [] });
    });

    t.test('a confirmation is a record of its own; what is no decision cannot be confirmed', async (t) => {
      const { store, recording } = await opened(t);
      const { id } = await recording.decide(callerOf('k1'), gradeOf(4));
      const reviewer = callerOf('r1', { subject: 'reviewer-1', role: 'reviewer' });

      const made = await recording.confirm(reviewer, id, { outcome: 'declined', documents: [{ number: '鄂安〔1〕' }] });

      const found = await findRecord(store, id);
      const record = await describe(store, found as NonNullable<typeof found>);
      t.match(record.related, [{ id: made.id, kind: 'confirmation', outcome: 'declined' }]);
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
      t.match(await verifyStore(store, KEYS), { findings: [] });
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

    t.test('the database refuses to put anything in the place of what the log holds', async (t) => {
      const { address, store, recording } = await opened(t);
      await recording.decide(callerOf('k1'), gradeOf(4));
      await recording.decide(callerOf('k2'), gradeOf(5));
      // A log so short has no stored node.
      await run(address, 'insert into nodes (level, idx, hash) select 1, 0, leaf_hash from records where idx = 0');
      const dump = async () => [
        await store.database.selectFrom('records').selectAll().orderBy('idx').execute(),
        await store.database.selectFrom('contents').selectAll().orderBy(['id', 'part']).execute(),
        await store.database.selectFrom('nodes').selectAll().execute(),
        await store.database.selectFrom('checkpoints').selectAll().orderBy('size').execute(),
      ];
      const before = await dump();

      for (const statement of REPLACEMENTS[kind]) await t.rejects(run(address, statement), /append only/, statement);
      t.strictSame(await dump(), before);
    });

    t.test('the database refuses to edit, remove or empty what the log holds', async (t) => {
      const { address, store, recording } = await opened(t);
      await recording.decide(callerOf('k1'), gradeOf(4));
      await recording.decide(callerOf('k2'), gradeOf(5));

      for (const statement of [
        "update records set subject = 'another'",
        'delete from records',
        "update contents set bytes = salt where part = 'output'",
        "update contents set bytes = null where part = 'output'",
        'delete from contents',
        "update checkpoints set note = ''",
        'delete from checkpoints',
      ])
        await t.rejects(run(address, statement), /append only/, statement);
      t.match(await verifyStore(store, KEYS), { records: 2, findings: [] });
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

      await t.rejects(recording.decide(callerOf('k1'), gradeOf(4)), /no signature/);
      fails = false;
      await recording.decide(callerOf('k1'), gradeOf(4));

      t.match(await verifyStore(store, KEYS), { records: 1, findings: [] });
    });

    t.test('a clock that goes back changes neither order nor proof, and is told', async (t) => {
      const { store } = await opened(t);
      const times = ['2026-01-01T00:00:00Z', '2026-01-01T01:00:00Z', '2025-12-31T23:00:00Z', '2026-01-01T00:30:00Z'];
      const { recording } = recordingOn(store, () => new Date(times.shift() as string));

      for (const key of ['a', 'b', 'c', 'd']) await recording.decide(callerOf(key), gradeOf(4));

      t.match(await verifyStore(store, KEYS), { records: 4, findings: [], notices: [{ code: 'clock', index: 2 }] });
    });

    t.test('a key is replaced by a record, and either key leads through the whole log', async (t) => {
      const { store, recording } = await opened(t);
      await recording.decide(callerOf('k1'), gradeOf(4));

      const rotating = recordingOn(store, undefined, [signer, next]);
      const keys = { from: signer.verifier.text, to: next.verifier.text, lost: false };
      await rotating.appending.append(rotationDraft(service.origin, keys));
      await recordingOn(store, undefined, [next]).recording.decide(callerOf('k2'), gradeOf(4));

      for (const { verifier } of [signer, next])
        t.match(await verifyStore(store, [verifier]), { records: 3, findings: [] });
      const { findings } = await verifyStore(store, [stranger.verifier]);
      t.same([...new Set(findings.map(({ code }) => code))], ['checkpoint']);
    });

    t.test('a key that was lost is followed by no other unless the auditor takes it', async (t) => {
      const { store, recording } = await opened(t);
      await recording.decide(callerOf('k1'), gradeOf(4));

      const replaced = recordingOn(store, undefined, [next]);
      const keys = { from: signer.verifier.text, to: next.verifier.text, lost: true };
      await replaced.appending.append(rotationDraft(service.origin, keys));

      t.match(await verifyStore(store, [signer.verifier]), { findings: [{ code: 'checkpoint', size: 2 }] });
      t.match(await verifyStore(store, [signer.verifier, next.verifier]), { findings: [] });
    });

    t.test('a key that was replaced signs nothing of after its replacement', async (t) => {
      for (const lost of [true, false]) {
        const { address, store, recording } = await opened(t);
        await recording.decide(callerOf('k1'), gradeOf(4));
        const replacing = recordingOn(store, undefined, lost ? [next] : [signer, next]);
        const keys = { from: signer.verifier.text, to: next.verifier.text, lost };
        await replacing.appending.append(rotationDraft(service.origin, keys));
        const later = await recordingOn(store, undefined, [next]).recording.decide(callerOf('k2'), gradeOf(4));
        t.match(await verifyStore(store, [next.verifier]), { findings: [] }, 'what the old key signed before holds');

        const { note = '' } = (await latestCheckpoint(store)) ?? {};
        const stolen = await signNote(note.slice(0, note.indexOf('\n\n') + 1), [signer]);
        await tamper(address, `update checkpoints set note = '${stolen}' where size = 3`);

        const faults = { findings: [{ code: 'checkpoint', size: 3 }] };
        t.match(await verifyStore(store, [next.verifier]), faults);
        t.match(await verifyStore(store, [signer.verifier, next.verifier]), faults);
        const found = await findRecord(store, recordedOf(later).id);
        const known = await keysOf(store, [next.verifier]);
        const { checks } = verifyRecord(await describe(store, found as NonNullable<typeof found>), known);
        t.match(
          checks.filter(({ holds }) => holds === false),
          [{ check: 'inclusion' }, { check: 'checkpoint' }],
        );
        t.equal(textOfKeys(known).includes(signer.verifier.text), !lost, 'a key that was lost is not given out');
      }
    });

    t.test('a key that was replaced goes on to prove what it signed before', async (t) => {
      const { store, recording } = await opened(t);
      const before = recordedOf(await recording.decide(callerOf('k1'), gradeOf(4))).id;
      const keys = { from: signer.verifier.text, to: next.verifier.text, lost: true };
      await recordingOn(store, undefined, [next]).appending.append(rotationDraft(service.origin, keys));
      const { note: checkpoint = '' } = (await latestCheckpoint(store)) ?? {};
      const later = { checkpoint, proof: await consistencyProof(store, 1, 2) };

      const found = await findRecord(store, before);
      const record = await describe(store, found as NonNullable<typeof found>);

      t.match(verifyRecord(record, await keysOf(store, [next.verifier]), later), { holds: true });
    });

    t.test('a record of a rotation that is not in the tree that it names brings no key', async (t) => {
      const { address, store, recording } = await opened(t);
      const { id } = recordedOf(await recording.decide(callerOf('k1'), gradeOf(4)));
      const { leaf } = (await findRecord(store, id)) as FoundRecord;
      const { input: _, output: __, result: ___, ...rest } = leaf;
      const keys = { from: signer.verifier.text, to: stranger.verifier.text, lost: false };
      const forged = Buffer.from(canonicalBytes({ ...rest, kind: 'key_rotation', keys }));
      t.match(parseLeaf(forged), { keys });
      // At best an insider gets both signatures on a tree that has the record of before in its place.
      const { note = '' } = (await latestCheckpoint(store)) ?? {};
      const both = await signNote(note.slice(0, note.indexOf('\n\n') + 1), [signer, stranger]);
      const literal = kind === 'sqlite' ? `x'${forged.toString('hex')}'` : `'\\x${forged.toString('hex')}'`;
      await tamper(address, `update records set kind = 'key_rotation', leaf = ${literal}`);
      await tamper(address, `update checkpoints set note = '${both}'`);

      t.same(
        (await keysOf(store, KEYS)).map(({ text }) => text),
        [signer.verifier.text],
      );
    });

    // What an insider with the database but not the key can do, and by what it is found.
    const TAMPERED: readonly (readonly [string, FindingCode])[] = [
      ["update records set subject = 'desk-9' where idx = 1", 'column'],
      ["update records set time = '2020-01-01T00:00:00.000Z' where idx = 1", 'column'],
      ["update records set tenant = 'shiyan' where idx = 1", 'column'],
      ['update records set question = null where idx = 1', 'column'],
      ["update records set day = '2021-06-14' where idx = 1", 'column'],
      ['update records set idempotency = null where idx = 1', 'column'],
      ['update records set supersedes = (select id from records where idx = 0) where idx = 1', 'column'],
      ['update records set leaf_hash = (select leaf_hash from records where idx = 0) where idx = 1', 'leaf_hash'],
      ['update records set leaf = (select leaf from records where idx = 0) where idx = 1', 'leaf_hash'],
      ['update records set size = 1 where idx = 1', 'size'],
      [
        'delete from contents where id in (select id from records where idx = 2); delete from records where idx = 2',
        'missing_record',
      ],
      [
        'delete from contents where id in (select id from records where idx = 3); delete from records where idx = 3',
        'checkpoint',
      ],
      ['update records set idx = 9 where idx = 2', 'missing_record'],
      ["update contents set status = 'determined' where part = 'output'", 'column'],
      ["update contents set status = 'determined' where part = 'input'", 'column'],
      ['update contents set salt = null, bytes = null, status = null', 'erasure'],
      ['update contents set salt = null', 'erasure'],
      ["delete from contents where part = 'input'", 'content'],
      ["insert into contents (id, part) select id, 'note' from records where idx = 1", 'stray_content'],
      [
        "update contents set bytes = (select bytes from contents as other where other.part = 'output' limit 1) where part = 'input'",
        'content',
      ],
      ['delete from checkpoints where size = 2', 'size'],
      ['delete from checkpoints where size = 4', 'uncovered'],
      [
        'update checkpoints set note = (select note from checkpoints as other where other.size = 1) where size = 2',
        'checkpoint',
      ],
      ["update checkpoints set note = replace(note, '— ', '— x') where size = 2", 'checkpoint'],
    ];

    t.test('every change by an insider is found', async (t) => {
      for (const [statement, code] of TAMPERED) {
        const { address, store, recording } = await opened(t);
        for (let at = 0; at < 4; at += 1) await recording.decide(callerOf(`k${at}`), gradeOf(at));

        await tamper(address, statement);

        const { findings } = await verifyStore(store, KEYS);
        t.ok(
          findings.some((finding) => finding.code === code),
          `${statement}: ${JSON.stringify(findings)}`,
        );
      }
    });

    t.test('history that was rewritten with the key is found by an old checkpoint alone', async (t) => {
      const { store, recording, checkpoints } = await opened(t);
      for (let at = 0; at < 3; at += 1) await recording.decide(callerOf(`k${at}`), gradeOf(at));
      const forged = await opened(t);
      for (let at = 0; at < 4; at += 1) await forged.recording.decide(callerOf(`k${at}`), gradeOf(at + 1));

      t.match(await verifyStore(forged.store, KEYS), { findings: [] });
      t.match(await verifyStore(forged.store, KEYS, checkpoints), { findings: [{ code: 'witness' }] });
      t.match(await verifyStore(store, KEYS, checkpoints), { findings: [] });
      t.match(await verifyStore(store, KEYS, forged.checkpoints), { findings: [{ code: 'witness' }] });
    });
  });
