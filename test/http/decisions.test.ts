/** Recorded decisions over HTTP: the whole way from the request to the proof. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { test } from 'tap';
import type { DecisionRecord, InclusionProof, Recorded } from '../../src/contract/generated/types.ts';
import { validate } from '../../src/contract/validate.ts';
import { hashLeaf, verifyConsistency, verifyInclusion } from '../../src/records/merkle.ts';
import { openCheckpoint, verifyRecord } from '../../src/records/verify-record.ts';
import { laidOut, unpackedFiles, verified } from '../support/evidence.ts';
import { matchLists } from '../support/lists.ts';
import { correctionOf, gradeOf, service, signer } from '../support/records.ts';
import { appWithRecords } from '../support/records-app.ts';

t.teardown(() => service.close());

const KEYS = [signer.verifier];
const unbase64 = (text: string) => Buffer.from(text, 'base64');

test('a decision is recorded, found where Location says, and verified offline', async (t) => {
  const { app, call } = await appWithRecords(t);

  const made = await call('POST', 'decisions', { payload: gradeOf(26) });
  const record = await app.inject({
    url: String(made.headers.location),
    headers: { authorization: 'Bearer auditor' },
  });

  t.equal(made.statusCode, 201);
  t.equal(made.headers['cache-control'], 'private, no-store');
  t.strictSame(validate('recorded.schema.json', made.json()), []);
  t.match(made.json(), { kind: 'decision', decision: { grade: { least: '重大' } } });
  t.strictSame(validate('decision-record.schema.json', record.json()), []);
  t.match(record.json(), { input: gradeOf(26), actor: { subject: 'submitter', tenant: 'wuhan', role: 'submitter' } });
  t.match(verifyRecord(record.json() as DecisionRecord, KEYS), { holds: true });
});

test('the answer has the decision that an evaluation of the same facts gives', async (t) => {
  const { call } = await appWithRecords(t);
  const { classification: _, ...evaluation } = gradeOf(26);

  const made = await call('POST', 'decisions', { payload: gradeOf(26) });
  const evaluated = await call('POST', 'evaluations', { payload: evaluation });

  t.strictSame(made.json().decision, evaluated.json());
});

test('a request that is sent again gets the same bytes', async (t) => {
  const { call } = await appWithRecords(t);
  const first = await call('POST', 'decisions', { key: '"quoted"', payload: gradeOf(4) });
  await call('POST', 'decisions', { payload: gradeOf(5) });

  const again = await call('POST', 'decisions', { key: 'quoted', payload: gradeOf(4) });

  t.equal(again.statusCode, 201);
  t.equal(again.body, first.body);
  t.equal(again.headers['idempotency-replayed'], 'true');
  t.equal(first.headers['idempotency-replayed'], undefined);
});

test('whoever has not the role, or no credential, records nothing', async (t) => {
  const { app, call } = await appWithRecords(t);
  const { id } = (await call('POST', 'decisions', { payload: gradeOf(4) })).json() as Recorded;
  const status = async (as: string, url: string, payload: object) =>
    (await call('POST', url, { as, payload })).statusCode;

  t.equal(await status('auditor', 'decisions', gradeOf(4)), 403);
  t.equal(await status('submitter', `decisions/${id}/confirmation`, { outcome: 'confirmed' }), 403);
  t.equal(await status('submitter', `decisions/${id}/correction`, correctionOf(5)), 403);
  t.equal(await status('reviewer', `decisions/${id}/erasure`, { parts: ['input'], ground: 'order' }), 403);
  const nobody = await app.inject({ method: 'POST', url: '/api/v1/decisions', payload: gradeOf(4) });
  t.equal(nobody.statusCode, 401);
  t.equal((await call('GET', 'decisions', { as: 'auditor' })).json().items.length, 1);
});

test('records of another tenant do not exist', async (t) => {
  const { call } = await appWithRecords(t);
  const { id } = (await call('POST', 'decisions', { payload: gradeOf(4) })).json() as Recorded;
  const as = 'stranger';

  const found = await Promise.all([
    call('GET', `decisions/${id}`, { as }),
    call('GET', `decisions/${id}/verification`, { as }),
    call('GET', `decisions/${id}/evidence`, { as }),
    call('POST', `decisions/${id}/replay`, { as }),
    call('POST', `decisions/${id}/confirmation`, { as, payload: { outcome: 'confirmed' } }),
    call('POST', `decisions/${id}/correction`, { as, payload: correctionOf(5) }),
    call('POST', `decisions/${id}/erasure`, { as, payload: { parts: ['input'], ground: 'order' } }),
    call('GET', `log/proof/inclusion?id=${id}`, { as }),
  ]);

  for (const answer of found) matchLists(t, [answer.statusCode, answer.json().code], [404, 'unknown-record']);
  t.strictSame((await call('GET', 'decisions', { as })).json(), { items: [], next: null });
});

test('a decision is confirmed, corrected and erased, each by whom it is for', async (t) => {
  const { call } = await appWithRecords(t);
  const { id } = (await call('POST', 'decisions', { payload: gradeOf(4) })).json() as Recorded;

  const confirmed = await call('POST', `decisions/${id}/confirmation`, {
    as: 'reviewer',
    payload: { outcome: 'confirmed', documents: [{ number: '鄂安委〔2026〕1号' }] },
  });
  const corrected = await call('POST', `decisions/${id}/correction`, { as: 'reviewer', payload: correctionOf(30) });
  const erased = await call('POST', `decisions/${id}/erasure`, {
    as: 'administrator',
    payload: { parts: ['output', 'input'], ground: 'retention' },
  });

  matchLists(
    t,
    [confirmed, corrected, erased].map((answer) => [answer.statusCode, answer.json().kind]),
    [
      [201, 'confirmation'],
      [201, 'correction'],
      [201, 'erasure'],
    ],
  );
  const record = (await call('GET', `decisions/${id}`)).json() as DecisionRecord;
  t.match(record, { input: null, output: null, supersededBy: corrected.json().id });
  matchLists(
    t,
    record.related.map(({ kind }) => kind),
    ['confirmation', 'correction', 'erasure'],
  );
  t.match((await call('GET', `decisions/${id}/verification`)).json(), { holds: true });
  t.match((await call('POST', `decisions/${id}/replay`, { as: 'author' })).json(), { code: 'content-erased' });
});

test('what a record never had cannot be erased, and what is erased can be asked for again', async (t) => {
  const { call, store } = await appWithRecords(t);
  const { id } = (await call('POST', 'decisions', { payload: gradeOf(4) })).json() as Recorded;
  const confirmation = { as: 'reviewer', payload: { outcome: 'confirmed' } };
  const confirmed = (await call('POST', `decisions/${id}/confirmation`, confirmation)).json() as Recorded;
  const erase = (of: string, ...parts: readonly string[]) =>
    call('POST', `decisions/${of}/erasure`, { as: 'administrator', payload: { parts, ground: 'mistake' } });

  const refused = [await erase(confirmed.id, 'output'), await erase(confirmed.id, 'input', 'output')];
  const before = await store.database.selectFrom('records').select('id').execute();
  const erased = [await erase(confirmed.id, 'input'), await erase(id, 'output'), await erase(id, 'input', 'output')];

  for (const answer of refused) matchLists(t, [answer.statusCode, answer.json().code], [409, 'not-a-decision']);
  t.equal(before.length, 2);
  t.same(
    erased.map(({ statusCode }) => statusCode),
    [201, 201, 201],
  );
});

test('a replay under the same rules gives the same bytes', async (t) => {
  const { call } = await appWithRecords(t);
  const { id } = (await call('POST', 'decisions', { payload: gradeOf(26) })).json() as Recorded;

  const replayed = await call('POST', `decisions/${id}/replay`, { as: 'author' });

  t.equal(replayed.statusCode, 200);
  t.strictSame(validate('replay.schema.json', replayed.json()), []);
  matchLists(t, replayed.json(), { same: true, changes: [], replayed: { revision: service.revision } });
});

test('an auditor fetches a package that ties the decision to the checkpoint that he has kept', async (t) => {
  const { call, checkpoints } = await appWithRecords(t);
  await call('POST', 'decisions', { payload: gradeOf(1) });
  const { id } = (await call('POST', 'decisions', { payload: gradeOf(26) })).json() as Recorded;
  await call('POST', 'decisions', { payload: gradeOf(3) });

  const answer = await call('GET', `decisions/${id}/evidence?first=1`, { as: 'auditor' });
  for (const [method, path] of [
    ['GET', `decisions/${id}/evidence?first=1&first=2`],
    ['POST', `decisions/${id}/replay?rules=current&rules=recorded`],
    ['GET', 'log/proof/consistency?first=1&first=2'],
    ['GET', `log/proof/inclusion?id=${id}&id=${id}`],
  ] as const)
    t.match((await call(method, path, { as: 'auditor' })).json(), { detail: /同一个查询参数给出了两次/ }, path);
  const folder = laidOut(t, await unpackedFiles(answer.rawPayload));
  writeFileSync(join(folder, 'old.txt'), checkpoints[0] as string);
  const verdict = verified(folder, '--key', signer.verifier.text, '--checkpoint', 'old.txt');

  matchLists(
    t,
    [answer.statusCode, answer.headers],
    [
      200,
      {
        'content-type': 'application/gzip',
        'content-disposition': `attachment; filename="evidence-${id}.tar.gz"`,
        'cache-control': 'private, no-store',
      },
    ],
  );
  t.match(verdict, { code: 0, text: /✓ 历史没有改写/ });
});

test('an auditor with an old checkpoint follows the log to its latest', async (t) => {
  const { call } = await appWithRecords(t);
  await call('POST', 'decisions', { payload: gradeOf(1) });
  const earlier = openCheckpoint((await call('GET', 'log/checkpoint', { as: 'auditor' })).body, KEYS);
  for (const deaths of [2, 3, 4]) await call('POST', 'decisions', { payload: gradeOf(deaths) });

  const later = openCheckpoint((await call('GET', 'log/checkpoint', { as: 'auditor' })).body, KEYS);
  const consistency = await call('GET', 'log/proof/consistency?first=1', { as: 'auditor' });
  const inclusion = await call('GET', 'log/proof/inclusion?index=2&size=4', { as: 'auditor' });

  t.strictSame(validate('log-proof.schema.json#/$defs/ConsistencyProof', consistency.json()), []);
  t.strictSame(validate('log-proof.schema.json#/$defs/InclusionProof', inclusion.json()), []);
  if (earlier === undefined || later === undefined) return t.fail('no checkpoint');
  const { first, second, proof } = consistency.json();
  t.ok(
    verifyConsistency({
      first,
      second,
      firstRoot: earlier.root,
      secondRoot: later.root,
      proof: proof.map(unbase64),
    }),
  );
  const { index, size, leafHash, proof: path } = inclusion.json() as InclusionProof;
  t.ok(verifyInclusion({ index, size, leafHash: unbase64(leafHash), proof: path.map(unbase64), root: later.root }));
  t.equal((await call('GET', 'log/keys', { as: 'auditor' })).body, `${signer.verifier.text}\n`);
});

test('the proof of a record by its id is of the leaf in its receipt', async (t) => {
  const { call } = await appWithRecords(t);
  const { id, receipt } = (await call('POST', 'decisions', { payload: gradeOf(1) })).json() as Recorded;

  const { leafHash, checkpoint } = (await call('GET', `log/proof/inclusion?id=${id}`)).json() as InclusionProof;

  t.equal(leafHash, Buffer.from(hashLeaf(Buffer.from(receipt.leaf))).toString('base64'));
  t.equal(checkpoint, receipt.checkpoint);
});

test('material of another class is refused, and nothing of it is kept or logged', async (t) => {
  const lines: string[] = [];
  const canary = 'canary-7f3a';
  const { app, call, store } = await appWithRecords(t, {
    LOG_LEVEL: 'trace',
    logStream: { write: (line) => void lines.push(line) },
  });
  const facts = { accident: { deaths: 1, industry: canary } };

  const payloads = [
    { question: 'grade', facts, classification: '秘密' },
    { question: 'grade', facts, classification: canary },
    { question: 'grade', facts },
    { question: 'grade', facts, classification: null },
    { question: 'grade', facts: { ...facts, classification: '机密' }, classification: '内部' },
    { question: canary, facts: canary, classification: '绝密' },
  ];
  const answers = await Promise.all(payloads.map((payload) => call('POST', 'decisions', { payload })));
  const metrics = await app.inject('/metrics');

  for (const answer of answers) {
    matchLists(t, [answer.statusCode, answer.json().code], [422, 'classified-material']);
    t.notMatch(answer.body, canary);
  }
  t.ok(lines.length > 0);
  t.notMatch(lines.join(''), canary);
  t.notMatch(metrics.body, canary);
  t.strictSame(await store.database.selectFrom('records').selectAll().execute(), []);
});

test('what is in a decision that is recorded is in no log and no metric', async (t) => {
  const lines: string[] = [];
  const canary = 'canary-51d0';
  const { app, call } = await appWithRecords(t, {
    LOG_LEVEL: 'trace',
    logStream: { write: (line) => void lines.push(line) },
  });
  const payload = { ...gradeOf(1), facts: { accident: { deaths: 1, industry: canary } } };

  const made = await call('POST', 'decisions', { payload });
  await call('GET', `decisions/${made.json().id}`);

  t.equal(made.statusCode, 201);
  t.notMatch(made.json().receipt.leaf, canary);
  t.ok(lines.length > 0);
  t.notMatch(lines.join('') + (await app.inject('/metrics')).body, canary);
});

test('every read of a record is audited with who and which', async (t) => {
  const { call, reads } = await appWithRecords(t);
  const { id } = (await call('POST', 'decisions', { payload: gradeOf(1) })).json() as Recorded;

  await call('GET', `decisions/${id}`, { as: 'auditor' });
  await call('GET', `decisions/${id}/verification`, { as: 'reviewer' });
  await call('POST', `decisions/${id}/replay`, { as: 'author' });
  await call('GET', `decisions/${id}/evidence`, { as: 'auditor' });
  await call('GET', 'decisions', { as: 'auditor' });

  matchLists(t, reads, [
    { subject: 'auditor', id },
    { subject: 'reviewer', id },
    { subject: 'author', id },
    { subject: 'auditor', id, route: '/api/v1/decisions/:id/evidence', status: 200 },
    { subject: 'auditor' },
  ]);
});

test('a replay refuses a parameter that it does not have: by other rules it would answer another question', async (t) => {
  const { call } = await appWithRecords(t);
  const { id } = (await call('POST', 'decisions', { payload: gradeOf(1) })).json();

  const wrong = (await call('POST', `decisions/${id}/replay?rule=recorded`, { as: 'auditor' })).json();

  t.match(wrong, { status: 400, code: 'invalid-request', detail: '没有查询参数 rule；可给的是 rules。' });
});

test('auditors and administrators verify everything, nobody else does', async (t) => {
  const { call } = await appWithRecords(t);
  await call('POST', 'decisions', { payload: gradeOf(1) });
  const asked = (as: string) => call('GET', 'log/verification', { as });

  const found = (await asked('auditor')).json();

  t.strictSame(validate('log-verification.schema.json', found), []);
  matchLists(t, found, { holds: true, keys: [signer.verifier.text], records: 1, outside: 1, findings: [] });
  t.equal((await asked('administrator')).statusCode, 200);
  for (const as of ['submitter', 'reviewer', 'author']) t.equal((await asked(as)).statusCode, 403, as);
});

test('a list is narrowed by its parameters, and a wrong one is told', async (t) => {
  const { call } = await appWithRecords(t);
  for (const deaths of [1, 2, 3]) await call('POST', 'decisions', { payload: gradeOf(deaths) });
  const ask = (query: string) => call('GET', `decisions?${query}`, { as: 'auditor' });

  const page = (await ask('limit=2&question=grade')).json();
  const next = (await ask(`limit=2&question=grade&cursor=${page.next}`)).json();

  matchLists(t, [page.items.length, next.items.length, next.next], [2, 1, null]);
  matchLists(t, (await ask('since=2020-01-01T00:00:00Z&until=2020-01-02T00:00:00Z')).json(), { items: [] });
  for (const wrong of ['limit=0', 'limit=201', 'kind=other', 'colour=red', 'since=yesterday', 'dayFrom=2021-02-30'])
    matchLists(t, [(await ask(wrong)).statusCode, (await ask(wrong)).json().code], [422, 'schema-violation'], wrong);
  for (const wrong of [
    'cursor=abc',
    'since=2021-02-28T25:00:00Z',
    'since=2026-02-30T00:00:00Z',
    'until=2026-02-29T12:00:00Z',
    'kind=decision&kind=erasure',
    'limit=2&%6cimit=2',
  ])
    matchLists(t, [(await ask(wrong)).statusCode, (await ask(wrong)).json().code], [400, 'invalid-request'], wrong);
  t.match((await ask('kind=decision&kind=erasure')).json().detail, /同一个查询参数给出了两次/);
  for (const [wrong, right] of [
    ['since=2026-02-30T00:00:00Z', '时刻不是实有的：写 UTC 的时刻，例如 2026-11-30T00:00:00Z'],
    ['since=2026-11-30T23:59:60Z', '秒在 00 至 59 之间'],
    ['since=2026-11-30', '“自”的写法不对。这一时刻起的记录；写 UTC 的时刻，例如 2026-11-30T00:00:00Z。'],
    ['until=2026-11-30T00:00:00%2B08:00', '“至”的写法不对。这一时刻以前的记录，不含这一时刻；写 UTC 的时刻，例如'],
    ['limit=1001', '“每页”的写法不对。一页的条数，1 至 200 的整数；默认 50。'],
    ['limit=', '至少 1 个字'],
  ] as const)
    t.match((await ask(wrong)).json().detail, right, wrong);
  for (const right of ['since=2024-02-29T24:00:00Z', 'since=0001-01-01T00:00:00Z&until=9999-12-31T23:59:59Z'])
    t.equal((await ask(right)).statusCode, 200, right);
});

test('a request that does not conform leaves no record', async (t) => {
  const { call, store } = await appWithRecords(t);

  const answers = [
    await call('POST', 'decisions', { payload: gradeOf(-1) }),
    await call('POST', 'decisions', { payload: { ...gradeOf(1), question: 'colour' } }),
    await call('POST', 'decisions', { payload: { ...gradeOf(1), expectBundle: 'a'.repeat(64) } }),
    await call('POST', 'decisions', { payload: { ...gradeOf(1), more: 1 } }),
    await call('POST', 'decisions', { payload: gradeOf(1), headers: { 'idempotency-key': '' } }),
    await call('POST', 'decisions', { payload: gradeOf(1), key: 'with space' }),
    await call('POST', 'decisions', { payload: gradeOf(1), key: 'x'.repeat(129) }),
  ];

  t.same(
    answers.map(({ statusCode }) => statusCode),
    [422, 404, 412, 422, 400, 400, 400],
  );
  t.strictSame(await store.database.selectFrom('records').selectAll().execute(), []);
});
