/** A record as it was given out: whatever is altered in it is found, but for what is said to be unproven. */
import { join } from 'node:path';
import t, { type Test } from 'tap';
import type { DecisionRecord, Recorded } from '../../src/contract/generated/types.ts';
import { generateKey, parseSigner, type Signer } from '../../src/records/note.ts';
import { consistencyProof, describe, findRecord } from '../../src/records/reading.ts';
import { openSqlite } from '../../src/records/sqlite.ts';
import { unproven, verifyRecord } from '../../src/records/verify-record.ts';
import { matchLists } from '../support/lists.ts';
import { callerOf, correctionOf, gradeOf, recordedOf, recordingOn, service, signer } from '../support/records.ts';

t.teardown(() => service.close());

const KEYS = [signer.verifier];

type Path = readonly (string | number)[];

/** Where the values are that have no members. */
function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]));
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string' || value === '') return 'another';
  return `${value.startsWith('a') ? 'b' : 'a'}${value.slice(1)}`;
}

function altered<T>(given: T, path: Path): T {
  const copy = structuredClone(given);
  const parent = path.slice(0, -1).reduce<Record<string, unknown>>((at, name) => at[name] as never, copy as never);
  const name = path.at(-1) as string;
  parent[name] = otherThan(parent[name]);
  return copy;
}

/** The members that can be altered while everything holds. */
function unseen(given: Recorded | DecisionRecord): readonly string[] {
  return leavesOf(given)
    .filter((path) => verifyRecord(altered(given, path), KEYS).holds)
    .map((path) => path.join('.'));
}

async function correction(t: Test) {
  const store = await openSqlite(join(t.testdir(), 'tongze.db'));
  t.teardown(() => store.close());
  const { recording } = recordingOn(store);
  const { id } = await recording.decide(callerOf('k1'), gradeOf(4));
  await recording.decide(callerOf('k2'), gradeOf(5));
  const made = await recording.correct(callerOf('c1'), id, correctionOf(30));
  await recording.confirm(callerOf('r1'), made.id, { outcome: 'confirmed' });
  const given = async () => describe(store, (await findRecord(store, made.id)) as never);
  return { recording, made, given };
}

t.test('a record that was read back is bound by its leaf, but for what came later', async (t) => {
  const record = await (await correction(t)).given();

  const found = unseen(record);

  t.match(verifyRecord(record, KEYS), { holds: true });
  t.strictSame(found, ['supersededBy', 'related.0.id', 'related.0.kind', 'related.0.time', 'related.0.outcome']);
  t.strictSame(unproven(record), ['supersededBy', 'related']);
});

t.test('the answer to a request is bound by its leaf, but for what only a salt proves', async (t) => {
  const answer = recordedOf((await correction(t)).made);

  const found = unseen(answer);

  t.match(verifyRecord(answer, KEYS), { holds: true });
  t.strictSame(found, ['decision.provenance.input']);
  t.strictSame(unproven(answer), found);
});

t.test('content whose salt was taken away does not pass for erased', async (t) => {
  const { recording, made, given } = await correction(t);
  const record = await given();

  const withoutSalts = { ...record, salts: { input: null, output: null } };
  await recording.erase(callerOf('e1'), made.id, { parts: ['input', 'output'], ground: 'retention' });

  matchLists(
    t,
    verifyRecord(withoutSalts, KEYS).checks.filter(({ holds }) => holds === false),
    [{ check: 'input' }, { check: 'output' }],
  );
  t.match(verifyRecord(await given(), KEYS), { holds: true });
});

t.test('a later checkpoint stands in for the signature of a receipt only where that is asked for', async (t) => {
  const store = await openSqlite(join(t.testdir(), 'tongze.db'));
  t.teardown(() => store.close());
  const { recording } = recordingOn(store);
  const receipt = recordedOf(await recording.decide(callerOf('k1'), gradeOf(4)));
  const next = parseSigner(generateKey('tongze.test/log')) as Signer;
  const { checkpoints, recording: goingOn } = recordingOn(store, undefined, [next]);
  await goingOn.decide(callerOf('k2'), gradeOf(5));
  const later = { checkpoint: checkpoints[0] as string, proof: await consistencyProof(store, 1, 2) };
  const own = [next.verifier];

  const vouching = { ...later, vouches: true };
  const { checkpoint } = receipt.receipt;
  const forged = { ...receipt, receipt: { ...receipt.receipt, checkpoint: checkpoint.replace(/.\n/, 'x\n') } };

  t.match(verifyRecord(receipt, own, vouching), { holds: true });
  t.match(verifyRecord(receipt, own, later), { holds: false });
  t.match(verifyRecord(receipt, own, { ...vouching, proof: [] }), { holds: false });
  t.match(verifyRecord(forged, own, vouching), { holds: false });
  t.match(verifyRecord(receipt, [(parseSigner(generateKey('tongze.test/log')) as Signer).verifier], vouching), {
    holds: false,
  });
});
