/** Bundles in operation: activated, refused, rolled back, swapped under load. Real archives, a real service. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { createDesk } from '../src/bundles.ts';
import { contractDigest, rulesContract, schemas } from '../src/contract/schemas.ts';
import { readBundle } from '../src/policy/bundle.ts';
import { builtInBundles } from '../src/policy/generated/bundles.ts';
import { BundleRefused } from '../src/policy/refused.ts';
import { FILES, openSigned, signBundle } from '../src/policy/signed.ts';
import { openStore } from '../src/records/open-log.ts';
import { located, TREES } from '../src/service.ts';
import { publisher, signedBundle, someCases } from './support/bundles.ts';
import { matchLists } from './support/lists.ts';
import { dataFolder, startService } from './support/process.ts';

const own = await publisher('office-1');
const second = await signedBundle(own, 2);
const third = await signedBundle(own, 3);
const cases = someCases();

const ACTOR = { subject: 'desk-7', tenant: 'wuhan', role: 'administrator' };
const REASON = '修正第十一条的规则';

/** A data folder, a source with the bundles, and the keys. */
function prepared(t: Test, bundles: Readonly<Record<string, Uint8Array>>) {
  const folder = dataFolder(t);
  const source = join(folder, 'source');
  mkdirSync(source);
  for (const [name, archive] of Object.entries(bundles)) writeFileSync(join(source, name), archive);
  const keys = join(folder, 'keys.json');
  writeFileSync(keys, JSON.stringify(own.keys));
  const data = join(folder, 'data');
  return {
    TONGZE_DATA: data,
    TONGZE_BUNDLES: source,
    TONGZE_BUNDLE_KEYS: keys,
    TONGZE_OPERATOR_TENANT: ACTOR.tenant,
  };
}

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof BundleRefused ? thrown.refusal : `${thrown}`),
  );

t.test('a bundle is activated from the source, with who, when and why, and can be loaded again', async (t) => {
  const desk = createDesk(prepared(t, { 'two.tar.gz': second.archive }));

  const activation = await desk.activate('two.tar.gz', ACTOR, REASON);
  const service = await desk.load(second.id);
  t.teardown(() => service.close());

  t.match(activation, { action: 'activate', bundle: second.id, sequence: 2, actor: ACTOR, reason: REASON });
  t.same(desk.activations(), [activation]);
  t.equal(service.revision, second.revision);
  t.match(await service.decide('grade', { accident: { deaths: 4 } }, {}), {
    grade: { least: '较大' },
    provenance: { bundle: { revision: second.revision, sha256: second.id } },
  });
});

t.test('an activation whose golden case fails is refused and the old bundle goes on', async (t) => {
  const [first, ...others] = cases as readonly [(typeof cases)[0], ...typeof cases];
  const wrong = { ...first, expect: { ...first.expect, status: 'not_applicable' } };
  const bad = await signedBundle(own, 4, { cases: [wrong, ...others] });
  const desk = createDesk(prepared(t, { 'bad.tar.gz': bad.archive, 'two.tar.gz': second.archive }));
  const before = await desk.activate(second.id, ACTOR, REASON);

  const refused = await desk.activate(bad.id, ACTOR, REASON).catch((thrown: Error) => thrown.message);

  t.match(refused, new RegExp(`${first.id}：status 与应得的答复不同.*golden-case`));
  t.same(desk.activations(), [before]);
});

t.test(
  'a change whose reason is no reason is refused, and writes no line that the next start could not read',
  async (t) => {
    const desk = createDesk(prepared(t, { 'two.tar.gz': second.archive }));

    await t.rejects(desk.activate('two.tar.gz', ACTOR, '改'), /reason：“理由”少于 4 个字/);
    t.same(desk.activations(), []);
  },
);

t.test('a bundle without any case is refused', async (t) => {
  const bad = await signedBundle(own, 4, { cases: [] });
  const desk = createDesk(prepared(t, { 'bad.tar.gz': bad.archive }));

  t.equal(await refusalOf(desk.activate('bad.tar.gz', ACTOR, REASON)), 'golden-case');
  t.same(desk.activations(), []);
});

t.test('a sequence that does not grow is refused, also after a rollback', async (t) => {
  const again = await signedBundle(own, 3, { sequence: 2 });
  const desk = createDesk(
    prepared(t, { 'two.tar.gz': second.archive, 'three.tar.gz': third.archive, 'again.tar.gz': again.archive }),
  );
  await desk.activate(third.id, ACTOR, REASON);

  t.equal(await refusalOf(desk.activate('two.tar.gz', ACTOR, REASON)), 'older-sequence');
  t.equal(await refusalOf(desk.activate('again.tar.gz', ACTOR, REASON)), 'older-sequence');
  await desk.rollback(undefined, ACTOR, REASON);
  t.equal(await refusalOf(desk.activate('two.tar.gz', ACTOR, REASON)), 'older-sequence');
  t.equal(desk.activations().at(-1)?.bundle, 'built-in');
});

t.test('a bundle for another contract, or that says another revision than it has, is refused', async (t) => {
  const contract = await signedBundle(own, 5, { contract: 'c'.repeat(64) });
  const revision = await signedBundle(own, 6, { revision: 'd'.repeat(64) });
  const desk = createDesk(prepared(t, { 'c.tar.gz': contract.archive, 'r.tar.gz': revision.archive }));

  t.equal(await refusalOf(desk.activate('c.tar.gz', ACTOR, REASON)), 'other-contract');
  t.equal(await refusalOf(desk.activate('r.tar.gz', ACTOR, REASON)), 'bad-signature');
});

t.test('a rollback goes to the bundle before, to a named one, and to none that was never used', async (t) => {
  const desk = createDesk(prepared(t, { 'two.tar.gz': second.archive, 'three.tar.gz': third.archive }));
  await desk.activate(second.id, ACTOR, REASON);
  await desk.activate(third.id, ACTOR, REASON);

  t.match(await desk.rollback(undefined, ACTOR, REASON), { action: 'rollback', bundle: second.id, sequence: 2 });
  await t.rejects(desk.rollback(undefined, ACTOR, REASON), /再退会重新启用刚退下的规则包：写明退到哪一个/);
  t.match(await desk.rollback(third.id, ACTOR, REASON), { action: 'rollback', bundle: third.id });
  t.match(await desk.rollback('built-in', ACTOR, REASON), { action: 'rollback', bundle: 'built-in', sequence: 0 });
  await t.rejects(desk.rollback('e'.repeat(64), ACTOR, REASON), /只能退回用过的规则包/);
  await t.rejects(desk.rollback('built-in', ACTOR, REASON), /正在运行的就是它/);
  t.equal((await desk.list()).history.length, 5);
});

t.test('a bundle whose key is no longer trusted is not loaded again', async (t) => {
  const configuration = prepared(t, { 'two.tar.gz': second.archive });
  await createDesk(configuration).activate(second.id, ACTOR, REASON);
  writeFileSync(configuration.TONGZE_BUNDLE_KEYS, JSON.stringify((await publisher('office-2')).keys));

  t.equal(await refusalOf(createDesk(configuration).load(second.id)), 'unknown-key');
});

t.test('a bundle that was altered on disk after its activation is not loaded', async (t) => {
  const configuration = prepared(t, { 'two.tar.gz': second.archive });
  await createDesk(configuration).activate(second.id, ACTOR, REASON);
  const wasm = join(configuration.TONGZE_DATA, 'bundles', second.id, 'tongze.wasm.tar.gz');
  writeFileSync(wasm, Buffer.concat([readFileSync(wasm), Buffer.from('x')]));

  await t.rejects(createDesk(configuration).load(second.id), /规则包已被改动/);
});

t.test(
  'what was in operation is kept under its digest: both bundles, the contract, the built-in one too',
  async (t) => {
    const configuration = prepared(t, { 'two.tar.gz': second.archive });
    const desk = createDesk(configuration);
    (await desk.load('built-in')).close();
    await desk.activate(second.id, ACTOR, REASON);
    const kept = (...names: readonly string[]) => join(configuration.TONGZE_DATA, ...names);

    const builtIn = await readBundle(
      kept('bundles', builtInBundles.wasm.sha256, 'tongze.wasm.tar.gz'),
      builtInBundles.wasm.sha256,
    );
    const signed = await openSigned(readFileSync(kept('bundles', second.id, 'signed.tar.gz')), own.keys);

    t.equal(builtIn.revision, builtInBundles.revision);
    t.equal(signed.id, second.id);
    t.same(readdirSync(kept('schemas', contractDigest())).sort(), [...schemas.keys()].sort());
  },
);

t.test('a line that a crash cut off is no activation, and the next one is written in its place', async (t) => {
  const configuration = prepared(t, { 'two.tar.gz': second.archive });
  const history = join(configuration.TONGZE_DATA, 'bundles', 'activations.ndjson');
  mkdirSync(join(configuration.TONGZE_DATA, 'bundles'), { recursive: true });
  writeFileSync(history, '{"time":"2026-01-01T00:00:00.000Z","act');
  const desk = createDesk(configuration);

  t.same(desk.activations(), []);
  await desk.activate(second.id, ACTOR, REASON);
  t.equal(desk.activations().at(-1)?.bundle, second.id);
  t.equal(readFileSync(history, 'utf8').split('\n').length, 2);
});

/** A key for the administrator of the running service. */
async function administrator(configuration: Readonly<Record<string, string>>): Promise<string> {
  const { spawnSync } = await import('node:child_process');
  const env = { ...process.env, ...configuration };
  const made = spawnSync(
    process.execPath,
    [
      'src/cli/main.ts',
      'key',
      'create',
      '--role',
      'administrator',
      'submitter',
      'auditor',
      '--tenant',
      'wuhan',
      '--subject',
      'desk-7',
    ],
    { env, encoding: 'utf8' },
  );
  return made.stdout.trim();
}

interface Answered {
  readonly status: number;
  readonly code: string | undefined;
  readonly revision: string | undefined;
}

async function asked(address: string, deaths: number): Promise<Answered> {
  const answer = await fetch(`${address}/api/v1/evaluations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question: 'grade', facts: { accident: { deaths } } }),
  });
  const body = (await answer.json()) as { code?: string; provenance?: { bundle: { revision: string } } };
  return { status: answer.status, code: body.code, revision: body.provenance?.bundle.revision };
}

/** A stream whose body the test writes line by line. */
function openStream(address: string) {
  const sent = request(`${address}/api/v1/evaluations/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
  });
  const answered = new Promise<string>((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        text += part;
      });
      response.once('end', () => resolve(text));
    });
  });
  const write = (id: string) =>
    sent.write(`${JSON.stringify({ id, question: 'grade', facts: { accident: { deaths: 4 } } })}\n`);
  return { write, end: () => sent.end(), answered };
}

t.test('a running service changes its bundle without losing a request, and records who did it', async (t) => {
  const configuration = prepared(t, { 'two.tar.gz': second.archive, 'three.tar.gz': third.archive });
  const { address, stop } = await startService(t, configuration);
  const headers = { authorization: `Bearer ${await administrator(configuration)}`, 'content-type': 'application/json' };
  const change = async (what: string, body: object) => {
    const answer = await fetch(`${address}/api/v1/bundles/${what}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const answers: Answered[] = [];
  let isChanging = true;
  const clients = [1, 2, 3, 4].map(async (deaths) => {
    while (isChanging) answers.push(await asked(address, deaths));
  });
  const stream = openStream(address);
  stream.write('before');

  const activated = await change('activation', { bundle: second.id, reason: REASON });
  const refused = await change('activation', { bundle: 'f'.repeat(64), reason: REASON });
  const byFile = await change('activation', { bundle: 'r1.tar.gz', reason: REASON });
  const after = await asked(address, 1);
  stream.write('after');
  stream.end();
  const lines = await stream.answered;
  const rolledBack = await change('rollback', { reason: '新的规则答错了一例' });
  const again = await asked(address, 1);
  isChanging = false;
  await Promise.all(clients);
  const list = await (await fetch(`${address}/api/v1/bundles`, { headers })).json();
  const found = await (await fetch(`${address}/api/v1/decisions?kind=bundle_activation`, { headers })).json();
  await stop();

  t.match(activated, { status: 200, body: { bundle: second.id, actor: { subject: 'desk-7' }, reason: REASON } });
  t.match(refused, { status: 422, body: { code: 'bundle-refused' } });
  t.match(byFile, { status: 422, body: { code: 'schema-violation', detail: /写法不对。规则包的 SHA-256/ } });
  t.equal(after.revision, second.revision);
  t.match(rolledBack, { status: 200, body: { action: 'rollback', bundle: 'built-in' } });
  t.equal(again.revision, builtInBundles.revision);
  t.ok(answers.length > 10);
  // A busy machine may shed; no connection is cut and nothing else is answered.
  const served = answers.filter(({ code }) => code !== 'overloaded');
  t.same(
    served.filter(({ status }) => status !== 200),
    [],
    'every request was answered',
  );
  for (const { revision } of served) t.ok([builtInBundles.revision, second.revision].includes(revision ?? ''));
  t.match(lines, builtInBundles.revision, 'the stream says the revision in which it began');
  t.notMatch(lines, second.revision);
  matchLists(t, list, {
    active: 'built-in',
    history: [{ action: 'rollback' }, { action: 'activate', bundle: second.id }],
  });
  matchLists(t, found, { items: [{ kind: 'bundle_activation' }, { kind: 'bundle_activation' }] });
  const store = await openStore({ TONGZE_DATA: configuration.TONGZE_DATA, TONGZE_CHECKPOINTS: undefined } as never);
  t.teardown(() => store.close());
  const rows = await store.database.selectFrom('records').select(['kind', 'subject']).orderBy('idx').execute();
  t.same(
    rows.map(({ kind, subject }) => [kind, subject]),
    [
      ['bundle_activation', 'system'],
      ['bundle_activation', 'desk-7'],
      ['bundle_activation', 'desk-7'],
    ],
  );
});

t.test('others are answered while the cases of a bundle are tried', async (t) => {
  const many = Array.from({ length: 20 }, () => cases).flat();
  const heavy = await signedBundle(own, 2, { cases: many });
  const configuration = prepared(t, { 'heavy.tar.gz': heavy.archive });
  const { address } = await startService(t, configuration);
  const authorization = `Bearer ${await administrator(configuration)}`;
  const order: string[] = [];

  const activation = fetch(`${address}/api/v1/bundles/activation`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ bundle: heavy.id, reason: REASON }),
  }).then((answer) => {
    order.push('activated');
    return answer.json();
  });
  while (!order.includes('activated')) {
    const { revision, code = 'lost' } = await asked(address, 1);
    order.push(revision ?? code);
  }
  const activated = await activation;
  const after = await asked(address, 1);

  t.match(activated, { action: 'activate', bundle: heavy.id });
  // A busy machine may shed.
  const before = order.slice(0, order.indexOf('activated')).filter((one) => one !== 'overloaded');
  t.ok(before.length >= 3, `${before.length} were answered before the activation was`);
  t.ok(before.every((one) => one === builtInBundles.revision || one === heavy.revision));
  t.equal(before[0], builtInBundles.revision);
  t.equal(after.revision, heavy.revision);
});

t.test(
  'a service starts with the bundle that was put into operation, and follows a change on the command line',
  async (t) => {
    const configuration = prepared(t, { 'two.tar.gz': second.archive });
    const desk = createDesk(configuration);
    await desk.activate(second.id, ACTOR, REASON);
    const { address } = await startService(t, configuration);

    const started = await asked(address, 1);
    await desk.rollback(undefined, ACTOR, '新的规则答错了一例');
    let followed = started;
    for (let tries = 0; tries < 100 && followed.revision !== builtInBundles.revision; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      followed = await asked(address, 1);
    }

    t.equal(started.revision, second.revision);
    t.equal(followed.revision, builtInBundles.revision);
  },
);

t.test('a bundle that the service does not load is listed as asked for, and not as running', async (t) => {
  const configuration = prepared(t, { 'two.tar.gz': second.archive });
  const others = join(configuration.TONGZE_DATA, '..', 'others.json');
  writeFileSync(others, JSON.stringify((await publisher('office-2')).keys));
  const { address, errors } = await startService(t, { ...configuration, TONGZE_BUNDLE_KEYS: others });
  const headers = { authorization: `Bearer ${await administrator(configuration)}` };
  const list = async () => (await fetch(`${address}/api/v1/bundles`, { headers })).json();

  const before = await list();
  await createDesk(configuration).activate(second.id, ACTOR, REASON);
  for (let tries = 0; tries < 100 && !errors().includes('没有换规则包'); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));

  t.match(before, { active: 'built-in', running: 'built-in' });
  t.match(errors(), /没有换规则包，原来的照常运行/);
  t.match(await list(), { active: second.id, running: 'built-in' });
});

t.test('who activated a bundle cannot be changed after it is on record', async (t) => {
  const configuration = prepared(t, { 'two.tar.gz': second.archive });
  const history = join(configuration.TONGZE_DATA, 'bundles', 'activations.ndjson');
  await createDesk(configuration).activate(second.id, ACTOR, REASON);
  const { address, stop } = await startService(t, configuration);
  const headers = { authorization: `Bearer ${await administrator(configuration)}` };
  const own = readFileSync(history, 'utf8');

  writeFileSync(history, own.replace(REASON, '领导要求'));
  const listed = await fetch(`${address}/api/v1/bundles`, { headers });
  const said = await listed.json();
  await stop();
  writeFileSync(history, own.replace('desk-7', 'chief-zhang'));
  const started = await startService(t, configuration).catch((error: Error) => error.message);
  writeFileSync(history, own);
  await (await startService(t, configuration)).stop();

  t.equal(listed.status, 422);
  t.match(said, { code: 'bundle-refused', detail: /第 1 行在运行中被改动，与日志不符/ });
  t.match(started, /ended with 2: 规则包的更换.*第 1 行与日志不符，不启动：日志里是记录 .*：行为人 desk-7/);
  t.strictSame(
    (await activationsOnRecord(configuration.TONGZE_DATA)).map(([, subject]) => subject),
    ['desk-7'],
  );
});

/** The rules that came with the program, signed: the same WASM under another name. */
async function signedBuiltIn(sequence: number): Promise<Uint8Array> {
  const read = (path: string) => readFileSync(located(path));
  const files = new Map<string, Uint8Array>([
    [FILES.wasm, read(builtInBundles.wasm.path)],
    [FILES.rego, read(builtInBundles.rego.path)],
    [FILES.trees, read(TREES)],
    [FILES.cases, Buffer.from(JSON.stringify(cases))],
  ]);
  return signBundle(files, { sequence, revision: builtInBundles.revision, contract: rulesContract() }, own.key);
}

/** Who is on record to have put bundles into operation, in the order of the log. */
async function activationsOnRecord(data: string) {
  const store = await openStore({ TONGZE_DATA: data, TONGZE_CHECKPOINTS: undefined } as never);
  try {
    const rows = await store.database
      .selectFrom('records')
      .leftJoin('contents', 'contents.id', 'records.id')
      .select(['kind', 'subject', 'bytes'])
      .orderBy('idx')
      .execute();
    return rows.map(({ kind, subject, bytes }) => {
      const said = bytes == null ? undefined : JSON.parse(Buffer.from(bytes).toString());
      return [kind, subject, said?.action, said?.bundle];
    });
  } finally {
    await store.close();
  }
}

t.test('who changes a bundle is on record also where the rules stay the same', async (t) => {
  const configuration = prepared(t, { 'same.tar.gz': await signedBuiltIn(1) });
  const desk = createDesk(configuration);
  const id = builtInBundles.wasm.sha256;
  const running = await startService(t, configuration);
  const headers = { authorization: `Bearer ${await administrator(configuration)}`, 'content-type': 'application/json' };

  await fetch(`${running.address}/api/v1/bundles/activation`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ bundle: id, reason: REASON }),
  });
  await running.stop();
  // There and back while nobody looks.
  await desk.rollback(undefined, ACTOR, REASON);
  await desk.rollback(id, ACTOR, REASON);
  for (let starts = 0; starts < 2; starts += 1) await (await startService(t, configuration)).stop();

  t.strictSame(await activationsOnRecord(configuration.TONGZE_DATA), [
    ['bundle_activation', 'system', undefined, undefined],
    ['bundle_activation', 'desk-7', 'activate', id],
    ['bundle_activation', 'desk-7', 'rollback', 'built-in'],
    ['bundle_activation', 'desk-7', 'rollback', id],
  ]);
});

t.test('of two archives with the same rules only the one activated last is in operation', async (t) => {
  const configuration = prepared(t, { 'one.tar.gz': await signedBuiltIn(1), 'two.tar.gz': await signedBuiltIn(2) });
  const desk = createDesk(configuration);
  const states = async () => (await desk.list()).bundles.map(({ file, state }) => [file, state]);

  await desk.activate('one.tar.gz', ACTOR, REASON);
  const before = await states();
  await desk.activate('two.tar.gz', ACTOR, REASON);

  t.strictSame(before, [
    [undefined, 'earlier'],
    ['one.tar.gz', 'active'],
    ['two.tar.gz', 'available'],
  ]);
  t.strictSame(await states(), [
    [undefined, 'earlier'],
    ['one.tar.gz', 'earlier'],
    ['two.tar.gz', 'active'],
  ]);
});
