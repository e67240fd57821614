/** What somebody who has the database can do to the log: little is taken, and the rest is found. */
import t, { type Test } from 'tap';
import type { LogFinding } from '../../src/contract/generated/types.ts';
import { canonicalBytes } from '../../src/kernel/canonical.ts';
import { assertErasedOnRecord } from '../../src/records/erasures.ts';
import { parseLeaf } from '../../src/records/leaf.ts';
import { hashLeaf } from '../../src/records/merkle.ts';
import { type FoundRecord, findRecord } from '../../src/records/reading.ts';
import { verifyStore } from '../../src/records/verify-store.ts';
import { matchLists } from '../support/lists.ts';
import { callerOf, gradeOf, recordedOf, service, signer } from '../support/records.ts';
import { openedOn, STORES } from '../support/stores.ts';

const KEYS = [signer.verifier];

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

/** Another row beside the log, at a place that it does not have. */
const besides = (place: string) =>
  'insert into records (idx, id, kind, time, tenant, subject, leaf, leaf_hash, size) ' +
  `select ${place}, 'another', kind, time, tenant, subject, leaf, leaf_hash, 1 from records where idx = 1`;

// What an insider with the database but not the key can do, and by what it is found.
const TAMPERED: readonly (readonly [string, LogFinding['code']])[] = [
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
  [
    `update checkpoints set note = note || '— evil ${Buffer.alloc(68).toString('base64')}\n' where size = 4`,
    'checkpoint',
  ],
  [besides('-1'), 'stray_record'],
  // A number that JavaScript reads as its neighbour.
  [besides('9007199254740993'), 'stray_record'],
  [besides('9'), 'missing_record'],
];

for (const one of STORES)
  t.test(`on ${one.kind}`, { skip: one.skip }, async (t) => {
    const { kind, run, tamper } = one;
    const opened = (t: Test) => openedOn(one, t);

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
      matchLists(t, await verifyStore(store, KEYS), { records: 2, findings: [] });
    });

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

    t.test('an erasure that somebody puts before the beginning of the log hides no loss', async (t) => {
      const { address, store, recording } = await opened(t);
      const { id } = recordedOf(await recording.decide(callerOf('k1'), gradeOf(4)));
      const { leaf } = (await findRecord(store, id)) as FoundRecord;
      const { input: _, output: __, result: ___, idempotency: ____, ...rest } = leaf;
      const said = { ...rest, id: id.replace(/.$/, '0'), kind: 'erasure', about: id, erased: ['input', 'output'] };
      const bytes = Buffer.from(canonicalBytes(said));
      t.match(parseLeaf(bytes), { kind: 'erasure' });
      const [text, hash] = [bytes, hashLeaf(bytes)].map((one) => {
        const hex = Buffer.from(one).toString('hex');
        return kind === 'sqlite' ? `x'${hex}'` : `'\\x${hex}'`;
      });

      // Nothing of this is an edit that a trigger refuses.
      await run(
        address,
        'insert into records (idx, id, kind, time, tenant, subject, about, leaf, leaf_hash, size) ' +
          `values (-1, '${said.id}', 'erasure', '${leaf.time}', 'wuhan', 'desk-1', '${id}', ${text}, ${hash}, 1)`,
      );
      await run(address, 'update contents set salt = null, bytes = null, status = null');

      const { findings } = await verifyStore(store, KEYS);
      t.strictSame([...new Set(findings.map(({ code }) => code))].sort(), ['erasure', 'stray_record']);
      const record = (await findRecord(store, id)) as FoundRecord;
      await t.rejects(assertErasedOnRecord(store, record, KEYS), {
        cause: { message: /输入不在了，而清除它的记录不在日志里/ },
      });
    });

    t.test('history that was rewritten with the key is found by an old checkpoint alone', async (t) => {
      const { store, recording, checkpoints } = await opened(t);
      for (let at = 0; at < 3; at += 1) await recording.decide(callerOf(`k${at}`), gradeOf(at));
      const forged = await opened(t);
      for (let at = 0; at < 4; at += 1) await forged.recording.decide(callerOf(`k${at}`), gradeOf(at + 1));

      const accused = (notes: readonly string[]) => ({ findings: notes.map(() => ({ code: 'witness' })) });
      matchLists(t, await verifyStore(forged.store, KEYS), { findings: [] });
      matchLists(t, await verifyStore(forged.store, KEYS, checkpoints), accused(checkpoints));
      matchLists(t, await verifyStore(store, KEYS, checkpoints), { findings: [] });
      matchLists(t, await verifyStore(store, KEYS, forged.checkpoints), accused(forged.checkpoints));
    });
  });
