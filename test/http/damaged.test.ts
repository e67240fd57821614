/** A database that somebody altered, or a disk spoilt: what is lost is told as damage, never as an erasure or a proof. */
import t, { type Test, test } from 'tap';
import { laidOut, unpackedFiles, verified } from '../support/evidence.ts';
import { gradeOf, service, signer } from '../support/records.ts';
import { appWithRecords } from '../support/records-app.ts';
import { folderWith, openIn, tamper } from '../support/records-folder.ts';

t.teardown(() => service.close());

/** Three decisions, of which one is looked at. */
async function decided(t: Test) {
  const records = await appWithRecords(t);
  const ids: string[] = [];
  for (const deaths of [1, 26, 3])
    ids.push((await records.call('POST', 'decisions', { key: `of-${deaths}`, payload: gradeOf(deaths) })).json().id);
  const id = ids[1] as string;
  const erase = (...parts: readonly string[]) =>
    records.call('POST', `decisions/${id}/erasure`, { as: 'administrator', payload: { parts, ground: 'order' } });
  const checks = async () => {
    const { holds, checks: found } = (await records.call('GET', `decisions/${id}/verification`)).json();
    const of = (check: string) => found.find((one: { readonly check: string }) => one.check === check).holds;
    return { holds, input: of('input'), output: of('output') };
  };
  const replay = async () => (await records.call('POST', `decisions/${id}/replay`)).json();
  return { ...records, id, erase, checks, replay, spoil: (statement: string) => tamper(t.testdirName, statement) };
}

const DESTROYED = {
  emptied: (id: string) => `update contents set bytes = null, salt = null, status = null where id = '${id}'`,
  deleted: (id: string) => `delete from contents where id = '${id}'`,
};

for (const [how, destroy] of Object.entries(DESTROYED))
  test(`contents that were ${how} without a record of an erasure are damage`, async (t) => {
    const { call, id, checks, replay, spoil } = await decided(t);
    spoil(destroy(id));

    const read = await call('GET', `decisions/${id}`);
    const found = await checks();
    const replayed = await replay();
    const files = await unpackedFiles((await call('GET', `decisions/${id}/evidence`)).rawPayload);

    t.strictSame(found, { holds: false, input: false, output: false });
    for (const answer of [read.json(), replayed])
      t.match(answer, { code: 'store-damaged', detail: /输入不在了，也没有清除它的记录/ });
    const readme = String(files.get('README.md'));
    t.match(readme, /数据库有损坏.*`record\/input.json`、`record\/output.json`.*没有清除它的记录/);
    t.notMatch(readme, '按规定清除');
    t.match(verified(laidOut(t, files), '--key', signer.verifier.text), {
      code: 1,
      text: /✗ 包里没有输入，也没有清除它的记录/,
    });
  });

test('contents that were erased on record are no damage, and only those', async (t) => {
  const { call, id, erase, checks, replay, spoil } = await decided(t);
  await erase('input');
  const erased = await checks();
  const replayed = await replay();
  spoil(DESTROYED.emptied(id));

  const both = await checks();
  const readme = String(
    (await unpackedFiles((await call('GET', `decisions/${id}/evidence`)).rawPayload)).get('README.md'),
  );

  t.strictSame(erased, { holds: true, input: null, output: true });
  t.match(replayed, { code: 'content-erased' });
  t.strictSame(both, { holds: false, input: null, output: false });
  t.match(readme, /按规定清除的部分（`record\/input.json`）/);
  t.match(readme, /数据库有损坏\*\*：`record\/output.json` 的内容不在了/);
});

test('an erasure that somebody put into the database proves none', async (t) => {
  const { call, id, checks, replay, spoil } = await decided(t);
  const other = (await call('POST', 'decisions', { key: 'other', payload: gradeOf(9) })).json().id;
  const payload = { parts: ['input'], ground: 'order' };
  await call('POST', `decisions/${other}/erasure`, { as: 'administrator', payload });
  spoil(
    `update records set about = '${id}', leaf = cast(replace(leaf, '${other}', '${id}') as blob) where kind = 'erasure'`,
  );
  spoil(`update contents set bytes = null, salt = null where id = '${id}' and part = 'input'`);

  const [read, replayed, found] = [await call('GET', `decisions/${id}`), await replay(), await checks()];

  t.strictSame(found, { holds: false, input: false, output: true });
  for (const answer of [read.json(), replayed])
    t.match(answer, { code: 'store-damaged', detail: /输入不在了，而清除它的记录不在日志里/ });
});

test('an erasure of another record proves none, and one on record needs none of its own contents', async (t) => {
  const { call, id, erase, checks, spoil } = await decided(t);
  const other = (await call('POST', 'decisions', { key: 'other', payload: gradeOf(9) })).json().id;
  const payload = { parts: ['input'], ground: 'order' };
  await call('POST', `decisions/${other}/erasure`, { as: 'administrator', payload });
  // A row that names this record lets the part seem erased; the genuine one of another is to prove it.
  spoil(`update contents set bytes = null, salt = null where id = '${id}' and part = 'input'`);
  spoil(
    'insert into records (idx, id, kind, time, tenant, subject, about, leaf, leaf_hash, size) ' +
      "select 9, replace(id, substr(id, -1), 'x'), kind, time, tenant, subject, " +
      `'${id}', cast(replace(leaf, '${other}', '${id}') as blob), leaf_hash, size from records where kind = 'erasure'`,
  );
  spoil(`update records set about = '${id}' where kind = 'erasure'`);
  const borrowed = await checks();
  spoil(`delete from records where idx = 9; update records set about = '${other}' where kind = 'erasure'`);
  const genuine = (await erase('input')).json().id;
  spoil(`update contents set bytes = null, salt = null where id = '${genuine}'`);

  t.strictSame(borrowed, { holds: false, input: false, output: true });
  t.strictSame(await checks(), { holds: true, input: null, output: true });
  t.equal((await call('GET', `decisions/${id}`)).statusCode, 200);
});

test('contents that were altered are not given out, and nobody confirms them', async (t) => {
  const { call, id, checks, spoil } = await decided(t);
  spoil(`update contents set bytes = cast(replace(bytes, '"deaths":26', '"deaths":1') as blob) where id = '${id}'`);

  const read = await call('GET', `decisions/${id}`);
  const confirmed = await call('POST', `decisions/${id}/confirmation`, {
    as: 'reviewer',
    payload: { outcome: 'confirmed' },
  });

  for (const answer of [read, confirmed])
    t.match(answer.json(), { status: 500, code: 'store-damaged', detail: /输入不是叶所承诺的/ });
  t.match(await checks(), { holds: false, input: false });
});

test('contents that cannot be read are damage, and do not hold', async (t) => {
  const { call, id, erase, checks, replay, spoil } = await decided(t);
  spoil(`update contents set bytes = x'00' where id = '${id}'`);

  const read = await call('GET', `decisions/${id}`);
  const again = await call('POST', 'decisions', { key: 'of-26', payload: gradeOf(26) });
  const found = await checks();
  const replayed = await replay();

  t.match(read.json(), { status: 500, code: 'store-damaged', detail: /输入不是叶所承诺的/ });
  t.match(again.json(), { status: 500, code: 'store-damaged', detail: /输出不是叶所承诺的/ });
  t.strictSame(found, { holds: false, input: false, output: false });
  t.match(replayed, { status: 500, code: 'store-damaged', detail: /输入不是叶所承诺的/ });
  await erase('input', 'output');
  spoil(`update contents set bytes = x'00' where id = '${id}'`);
  t.strictSame(await checks(), { holds: false, input: false, output: false });
});

test('a record that is gone is damage to the proofs of the others', async (t) => {
  const { call, id, spoil } = await decided(t);
  spoil('delete from contents where id in (select id from records where idx = 0); delete from records where idx = 0');

  const answers = await Promise.all([
    call('GET', `decisions/${id}/verification`),
    call('GET', `decisions/${id}/evidence`),
    call('GET', `log/proof/inclusion?id=${id}`),
  ]);

  for (const answer of answers)
    t.match(answer.json(), { status: 500, code: 'store-damaged', detail: /日志缺少位置 0 的记录/ });
});

test('a checkpoint that is gone is damage', async (t) => {
  const { call, id, spoil } = await decided(t);
  spoil('delete from checkpoints where size > 1');

  const answers = await Promise.all(['verification', 'evidence'].map((of) => call('GET', `decisions/${id}/${of}`)));

  for (const answer of answers)
    t.match(answer.json(), { status: 500, code: 'store-damaged', detail: /没有 2 片叶的检查点/ });
});

test('a start on a log that lacks a record says which', async (t) => {
  const { folder } = await folderWith(t, [1, 2, 3]);
  tamper(
    folder,
    'delete from contents where id in (select id from records where idx = 1); delete from records where idx = 1',
  );

  await t.rejects(openIn(folder), { message: /从存储读出的不是写入的/, cause: { message: /日志缺少位置 1 的记录/ } });
});
