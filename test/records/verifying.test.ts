/** The verification of everything as the service offers it: in a thread of its own, of what is on the disk. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { validate } from '../../src/contract/validate.ts';
import { parseVerifier, type Verifier } from '../../src/records/note.ts';
import { createVerifying } from '../../src/records/verifying.ts';
import { matchLists } from '../support/lists.ts';
import { service } from '../support/records.ts';
import { folderWith, tamper } from '../support/records-folder.ts';

t.teardown(() => service.close());

async function recorded(t: Test) {
  const { folder, key } = await folderWith(t, [1, 2]);
  const verifying = createVerifying({ TONGZE_DATA: folder }, parseVerifier(key) as Verifier);
  t.teardown(() => verifying.close());
  return { folder, key, verifying };
}

t.test('everything is verified by the key and the checkpoints of the service, once for all who ask', async (t) => {
  const { key, verifying } = await recorded(t);

  const [first, second] = await Promise.all([verifying.verify(), verifying.verify()]);
  const third = await verifying.verify();

  // The activation of the bundle is on record too.
  matchLists(t, first, { holds: true, keys: [key], records: 3, size: 3, findings: [], notices: [] });
  t.ok(first.outside > 0);
  t.equal(second, first);
  t.strictSame(third, first);
  t.strictSame(validate('log-verification.schema.json', first), []);
});

t.test('what was altered is named', async (t) => {
  const { folder, verifying } = await recorded(t);
  tamper(folder, "update records set subject = 'desk-9' where idx = 1");

  const found = await verifying.verify();

  matchLists(t, found, { holds: false, findings: [{ code: 'column', index: 1, what: 'subject' }] });
  t.strictSame(validate('log-verification.schema.json', found), []);
});

t.test('a file of checkpoints that cannot be read is told without its path', async (t) => {
  const { folder, verifying } = await recorded(t);
  writeFileSync(join(folder, 'checkpoints.txt'), 'no checkpoint\n');

  const failed = verifying.verify();

  await t.rejects(failed, {
    failure: 'corrupt',
    cause: { message: /数据库以外的检查点的文件读不出/ },
  } as unknown as Error);
  t.notMatch(await failed.catch((error: Error) => String(error.cause)), folder);
});

t.test('a database that is gone is told, and so is an end', async (t) => {
  const { verifying } = await recorded(t);
  const ended = verifying.verify();
  await verifying.close();
  await t.rejects(ended, {
    failure: 'unavailable',
    cause: { message: /the thread that verifies ended/ },
  } as unknown as Error);
  await t.rejects(verifying.verify(), { failure: 'unavailable' } as unknown as Error);
  const nowhere = createVerifying(
    { TONGZE_DATA: '/nowhere', TONGZE_DATABASE: 'postgres://nobody@127.0.0.1:1/none' },
    parseVerifier((await recorded(t)).key) as Verifier,
  );

  await t.rejects(nowhere.verify(), { failure: 'unavailable' } as unknown as Error);
});
