import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { changeKeys, keyFileIn, parseKeys, readKeys, watchedKeys } from '../../src/access/key-file.ts';
import { identityOfKey, issueKey } from '../../src/access/keys.ts';
import { validate } from '../../src/contract/validate.ts';
import { matchLists } from '../support/lists.ts';

const NOW = new Date('2026-01-01T00:00:00Z');
const request = { roles: ['submitter' as const], tenant: 'wuhan', perMinute: 60, days: 1 };
const later = (ms: number) => new Date(NOW.getTime() + ms);
const DAY_MS = 86_400_000;

function folder(t: Test): string {
  const path = mkdtempSync(join(tmpdir(), 'tongze-keys-'));
  t.teardown(() => rmSync(path, { recursive: true }));
  return path;
}

t.test('a key is its owner’s until the moment it expires', async (t) => {
  const { secret, key } = issueKey({ ...request, subject: 'desk-1' }, NOW);

  matchLists(t, identityOfKey([key], secret, later(DAY_MS - 1)), {
    subject: 'desk-1',
    tenant: 'wuhan',
    roles: ['submitter'],
    perMinute: 60,
    via: 'key',
  });
  t.equal(identityOfKey([key], secret, later(DAY_MS)), 'expired-key');
});

t.test('a key with one letter changed, cut, or of another id is nobody’s', async (t) => {
  const one = issueKey(request, NOW);
  const other = issueKey(request, NOW);
  const keys = [one.key, other.key];
  const { secret } = one;
  const last = secret.at(-1) === 'A' ? 'B' : 'A';

  for (const forged of [
    `${secret.slice(0, -1)}${last}`,
    secret.slice(0, -1),
    `${secret}A`,
    secret.replace(one.key.id, other.key.id),
    one.key.sha256,
    `tongze_${one.key.id}_`,
    'tongze_',
  ])
    t.equal(identityOfKey(keys, forged, NOW), 'unknown-key', forged.length.toString());
});

t.test('a revoked key is nobody’s', async (t) => {
  const { secret, key } = issueKey(request, NOW);

  t.equal(identityOfKey([{ ...key, revokedAt: NOW.toISOString() }], secret, NOW), 'unknown-key');
});

t.test('what is kept conforms to the contract and holds no secret', async (t) => {
  const { secret, key } = issueKey(request, NOW);
  const path = keyFileIn(folder(t));

  await changeKeys(path, (keys) => [...keys, key]);

  const text = readFileSync(path, 'utf8');
  t.strictSame(validate('api-keys.schema.json', JSON.parse(text)), []);
  t.notMatch(text, secret.slice(20));
  t.equal(statSync(path).mode & 0o777, 0o600);
  t.equal(secret.length, 'tongze_'.length + 12 + 1 + 43);
});

t.test('a thousand keys differ in id and secret', async (t) => {
  const issued = Array.from({ length: 1000 }, () => issueKey(request, NOW));

  t.equal(new Set(issued.map(({ key }) => key.id)).size, 1000);
  t.equal(new Set(issued.map(({ secret }) => secret.slice(20))).size, 1000);
});

t.test('a file that others can read, or that is no file of keys, is refused with the remedy', async (t) => {
  const path = keyFileIn(folder(t));
  await changeKeys(path, () => []);

  chmodSync(path, 0o640);
  await t.rejects(readKeys(path), /chmod 600/);
  chmodSync(path, 0o600);
  writeFileSync(path, '{');
  await t.rejects(readKeys(path), /不是有效的 JSON/);
  t.throws(() => parseKeys(path, '{"version":1,"keys":[{"id":"x"}]}', 0o600), /\/keys\/0/);
});

t.test('a change that fails leaves the file as it was, and frees the way for the next', async (t) => {
  const path = keyFileIn(folder(t));
  const { key } = issueKey(request, NOW);
  await changeKeys(path, () => [key]);

  await t.rejects(
    changeKeys(path, () => {
      throw new Error('no');
    }),
    /no/,
  );
  await changeKeys(path, (keys) => [...keys, issueKey(request, NOW).key]);

  t.equal((await readKeys(path)).length, 2);
});

t.test('two changes at the same time: one is refused, none is lost', async (t) => {
  const path = keyFileIn(folder(t));
  const add = () => changeKeys(path, (keys) => [...keys, issueKey(request, NOW).key]);

  const results = await Promise.allSettled([add(), add(), add()]);

  const done = results.filter(({ status }) => status === 'fulfilled').length;
  t.ok(done >= 1);
  t.equal((await readKeys(path)).length, done);
  for (const result of results) if (result.status === 'rejected') t.match(result.reason.message, /另一个命令正在改写/);
});

t.test('a running service sees a new key, and keeps its keys when the file is broken by hand', async (t) => {
  const path = keyFileIn(folder(t));
  const faults: string[] = [];
  const keys = await watchedKeys(path, ({ message }) => faults.push(message));
  t.equal((await keys()).length, 0);

  await changeKeys(path, () => [issueKey(request, NOW).key]);
  await until(async () => (await keys()).length === 1);
  writeFileSync(path, '{');
  await until(async () => (await keys()) && faults.length > 0);

  t.equal((await keys()).length, 1);
  t.match(faults[0], /不是有效的 JSON/);
});

t.test('of many requests after a pause none is judged by the keys of before it', async (t) => {
  const path = keyFileIn(folder(t));
  const keys = await watchedKeys(path, () => undefined);
  await changeKeys(path, () => [issueKey(request, NOW).key]);
  await sleep(1100);

  const seen = await Promise.all(Array.from({ length: 10 }, keys));

  t.strictSame(new Set(seen.map(({ length }) => length)), new Set([1]));
});

/** Waits for what comes by itself; the test's own timeout ends the wait. */
async function until(isSo: () => Promise<boolean | readonly unknown[]>): Promise<void> {
  while (!(await isSo())) await sleep(50);
}
