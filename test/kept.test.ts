/** Old decisions replayed: by the rules that made them, which were kept, and by others, with what differs. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { createDesk } from '../src/bundles.ts';
import type { LogVerification, Recorded, Replay } from '../src/contract/generated/types.ts';
import { contractDigest, schemas } from '../src/contract/schemas.ts';
import { createKept, replayerOf } from '../src/kept.ts';
import { builtInBundles } from '../src/policy/generated/bundles.ts';
import { shelveEditions } from '../src/policy/shelf.ts';
import { createAppending, type Origin } from '../src/records/appending.ts';
import { findRecord } from '../src/records/reading.ts';
import { createRecording } from '../src/records/recording.ts';
import { replay } from '../src/records/replay.ts';
import { createService, type TongzeService } from '../src/service.ts';
import { publisher, signedBundle, someCases } from './support/bundles.ts';
import { edition } from './support/editions.ts';
import { laidOut, unpackedFiles, verified } from './support/evidence.ts';
import { keptIn } from './support/kept.ts';
import { matchLists } from './support/lists.ts';
import { dataFolder, startService } from './support/process.ts';
import { callerOf, gradeOf, logOn, service } from './support/records.ts';
import { STORES } from './support/stores.ts';

t.teardown(() => service.close());

const shiyan = { ...JSON.parse(readFileSync('src/http/example.json', 'utf8')), classification: '公开' };
const owner = await publisher('office-1');

/** Another table of places: its rules name another organ for the same facts. */
const renamed = (data: string) => data.replaceAll('"十堰市"', '"十堰新市"');

/** The record of a decision that a program of that origin made. */
async function recordedBy(
  t: Parameters<typeof dataFolder>[0],
  by: TongzeService,
  origin: Partial<Origin>,
  asked: object,
) {
  const [sqlite] = STORES;
  if (sqlite === undefined) throw new Error('no store');
  const store = await sqlite.open(await sqlite.make(t));
  t.teardown(() => store.close());
  const log = logOn(store);
  const recording = createRecording({
    store,
    appending: createAppending({ store, log }),
    origin: { ...by.origin, ...origin },
    decide: by.decideJson,
  });
  const { id } = await recording.decide(callerOf('k'), asked as never);
  const found = await findRecord(store, id);
  if (found === undefined) throw new Error('no record');
  return found;
}

t.test('a running service replays an old decision by the bundle that made it, and by the one of now', async (t) => {
  const other = await signedBundle(owner, 2, {
    data: renamed,
    cases: someCases().filter((one) => one.question === 'grade'),
  });
  const folder = dataFolder(t);
  const [data, source, keys] = ['data', 'source', 'keys.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(source);
  writeFileSync(join(source, 'two.tar.gz'), other.archive);
  writeFileSync(keys, JSON.stringify(owner.keys));
  const configuration = { TONGZE_DATA: data, TONGZE_BUNDLES: source, TONGZE_BUNDLE_KEYS: keys };
  const tongze = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['src/cli/main.ts', ...args], {
      env: { ...process.env, ...configuration },
      encoding: 'utf8',
    });
  const { address, stop } = await startService(t, configuration);
  const credential = tongze('key', 'create', '--role', 'submitter', 'author', 'auditor').stdout.trim();
  const ask = (method: string, path: string, body?: object) =>
    fetch(`${address}/api/v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${credential}`,
        'idempotency-key': path,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const json = async <T>(answer: Promise<Response>) => (await (await answer).json()) as T;
  const { id } = await json<Recorded>(ask('POST', 'decisions', shiyan));
  await createDesk(configuration).activate(
    'two.tar.gz',
    { subject: 'desk-7', tenant: 'wuhan', role: 'administrator' },
    '十堰市更名',
  );
  let current: Replay | undefined;
  for (let tries = 0; tries < 100 && current?.replayed.revision !== other.revision; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    current = await json<Replay>(ask('POST', `decisions/${id}/replay`));
  }

  const recorded = await json<Replay>(ask('POST', `decisions/${id}/replay?rules=recorded`));
  const again = await json<Replay>(ask('POST', `decisions/${id}/replay?rules=recorded`));
  const archive = new Uint8Array(await (await ask('GET', `decisions/${id}/evidence`)).arrayBuffer());
  const publicKey = await (await ask('GET', 'log/keys')).text();
  const all = await json<LogVerification>(ask('GET', 'log/verification'));
  await stop();

  matchLists(t, all, { holds: true, keys: [publicKey.trim()], findings: [] });
  t.ok(all.records > 1);
  matchLists(t, recorded, { same: true, changes: [], replayed: { revision: builtInBundles.revision } });
  t.strictSame(again, recorded);
  t.match(current, {
    same: false,
    recorded: { revision: builtInBundles.revision },
    replayed: { revision: other.revision },
  });
  const changes = current?.changes ?? [];
  t.ok(changes.some(({ provision, aspect }) => provision === 'art_11__para_1__item_3' && aspect === 'addressees'));
  t.notOk(changes.some(({ provision }) => provision === 'grade' || provision === 'status'));
  t.match(verified(laidOut(t, await unpackedFiles(archive)), '--key', publicKey.trim()), {
    code: 0,
    text: /逐字节相同/,
  });
  t.match(tongze('replay', '--all', '--recorded'), { status: 0, stdout: /相同 1，不同 0/ });
  t.match(tongze('replay', id), { status: 0, stdout: /逐字节相同/ }, 'the program’s own rules are those of the record');
});

t.test('the contract of the time is what a replayed decision has to fit', async (t) => {
  const folder = dataFolder(t);
  const data = keptIn(folder);
  const shelved = (change: (text: string) => string) => {
    const old = new Map(
      [...schemas].map(([name, schema]) => [name, JSON.parse(change(JSON.stringify(schema)))] as const),
    );
    const digest = contractDigest(old);
    mkdirSync(join(folder, 'schemas', digest), { recursive: true });
    for (const [name, schema] of old)
      writeFileSync(join(folder, 'schemas', digest, name), JSON.stringify(schema, null, 2));
    return digest;
  };
  const worded = shelved((text) => text.replace('"title":"决定"', '"title":"结论"'));
  const narrow = shelved((text) => text.replaceAll('"indeterminate"', '"undetermined"'));
  const kept = createKept(data);
  t.teardown(() => kept.close());
  const replayed = async (contract: string) => {
    const record = await recordedBy(t, service, { contract }, shiyan);
    return kept.replaying(record.leaf, (by) => replay(record, by));
  };

  t.not(worded, contractDigest());
  t.match(await replayed(worded), { same: true });
  await t.rejects(replayed(narrow), /does not fit the decision schema/);
});

t.test('an added table of places is kept too, and a replay without it says so', async (t) => {
  const folder = dataFolder(t);
  writeFileSync(join(folder, 'a.json'), JSON.stringify(edition()));
  const added = await createService({ territory: join(folder, 'a.json') });
  t.teardown(() => added.close());
  const data = keptIn(join(folder, 'data'));
  shelveEditions(data, added.editionFiles);
  const kept = createKept(data);
  t.teardown(() => kept.close());
  const accident = { deaths: 26, occurredOn: '2025-02-01', countedOn: '2025-04-01', divisionCode: '420383' };
  const record = await recordedBy(t, added, {}, { ...shiyan, facts: { accident } });
  const unaffected = await recordedBy(t, added, {}, gradeOf(26));
  rmSync(join(folder, 'a.json'));

  const recorded = await kept.replaying(record.leaf, (by) => replay(record, by));
  const without = await replay(record, replayerOf(service));
  const sameWithout = await replay(unaffected, replayerOf(service));

  matchLists(t, recorded, { same: true, changes: [], replayed: { territory: [{ edition: '2024-12-31' }] } });
  matchLists(t, without, { same: false, recorded: { territory: [{ edition: '2024-12-31' }] } });
  const places = [
    { provision: 'art_11__para_1__item_3', aspect: 'addressees' },
    { provision: 'art_13__para_1__item_4', aspect: 'areas' },
  ];
  matchLists(t, without, { changes: [{ provision: 'territory' }, ...places] });
  matchLists(t, sameWithout, { same: true, changes: [{ provision: 'territory', aspect: 'territory' }] });
});

t.test('what is no longer kept, or is not what the record names, is not replayed with', async (t) => {
  const data = keptIn(dataFolder(t));
  const kept = createKept(data);
  t.teardown(() => kept.close());
  const record = await recordedBy(t, service, {}, gradeOf(26));
  const attempt = (change: object) =>
    kept.replaying({ ...record.leaf, ...change } as typeof record.leaf, (by) => replay(record, by));
  const rego = join(data, 'bundles', builtInBundles.wasm.sha256, 'tongze.rego.tar.gz');

  await t.rejects(
    attempt({ bundle: { ...record.leaf.bundle, sha256: 'a'.repeat(64) } }),
    /规则包.*不在本节点的数据目录里/,
  );
  await t.rejects(attempt({ contract: 'b'.repeat(64) }), /契约.*不在本节点的数据目录里/);
  await t.rejects(attempt({ territory: [{ edition: '2024-12-31', sha256: 'c'.repeat(64) }] }), /区划版本/);
  writeFileSync(rego, Buffer.concat([readFileSync(rego), Buffer.from('x')]));
  await t.rejects(attempt({}), /或者已被改动：.*bundles\/[0-9a-f]{64}\/tongze\.rego\.tar\.gz/);
});
