/** A key that was replaced or lost: what it still proves, and what it no longer signs. */
import t, { type Test } from 'tap';
import { canonicalBytes } from '../../src/kernel/canonical.ts';
import { keysOf, textOfKeys } from '../../src/records/known-keys.ts';
import { parseLeaf } from '../../src/records/leaf.ts';
import { generateKey, parseSigner, type Signer, signNote } from '../../src/records/note.ts';
import {
  consistencyProof,
  describe,
  type FoundRecord,
  findRecord,
  latestCheckpoint,
} from '../../src/records/reading.ts';
import { rotationDraft } from '../../src/records/rotation.ts';
import { verifyRecord } from '../../src/records/verify-record.ts';
import { verifyStore } from '../../src/records/verify-store.ts';
import { matchLists } from '../support/lists.ts';
import { callerOf, gradeOf, recordedOf, recordingOn, service, signer } from '../support/records.ts';
import { openedOn, STORES } from '../support/stores.ts';

const KEYS = [signer.verifier];
const next = parseSigner(generateKey('tongze.test/log')) as Signer;
const stranger = parseSigner(generateKey('tongze.test/log')) as Signer;

t.teardown(() => service.close());

for (const one of STORES)
  t.test(`on ${one.kind}`, { skip: one.skip }, async (t) => {
    const { kind, tamper } = one;
    const opened = (t: Test) => openedOn(one, t);

    t.test('a key is replaced by a record, and either key leads through the whole log', async (t) => {
      const { store, recording } = await opened(t);
      await recording.decide(callerOf('k1'), gradeOf(4));

      const rotating = recordingOn(store, undefined, [signer, next]);
      const keys = { from: signer.verifier.text, to: next.verifier.text, lost: false };
      await rotating.appending.append(rotationDraft(service.origin, keys));
      await recordingOn(store, undefined, [next]).recording.decide(callerOf('k2'), gradeOf(4));

      for (const { verifier } of [signer, next])
        matchLists(t, await verifyStore(store, [verifier]), { records: 3, findings: [] });
      const { findings } = await verifyStore(store, [stranger.verifier]);
      t.same([...new Set(findings.map(({ code }) => code))], ['checkpoint']);
    });

    t.test('a checkpoint of a replacement that was cut off behind its first signature accuses nobody', async (t) => {
      const { store, recording } = await opened(t);
      await recording.decide(callerOf('k1'), gradeOf(4));
      const keys = { from: signer.verifier.text, to: next.verifier.text, lost: false };
      const both = recordingOn(store, undefined, [signer, next]);
      await both.appending.append(rotationDraft(service.origin, keys));
      const { note = '' } = (await latestCheckpoint(store)) ?? {};
      const cut = note.slice(0, note.trimEnd().lastIndexOf('\n') + 1);
      t.match(cut, /\n\n— .*\n$/);

      for (const { verifier } of [signer, next]) {
        matchLists(t, await verifyStore(store, [verifier], [cut]), { outside: 1, findings: [] });
        const forged = await signNote(cut.slice(0, cut.indexOf('\n\n') + 1).replace('\n2\n', '\n1\n'), [signer]);
        matchLists(t, await verifyStore(store, [verifier], [forged]), { findings: [{ code: 'witness', size: 1 }] });
      }
    });

    t.test('a key that was lost is followed by no other unless the auditor takes it', async (t) => {
      const { store, recording } = await opened(t);
      await recording.decide(callerOf('k1'), gradeOf(4));

      const replaced = recordingOn(store, undefined, [next]);
      const keys = { from: signer.verifier.text, to: next.verifier.text, lost: true };
      await replaced.appending.append(rotationDraft(service.origin, keys));

      matchLists(t, await verifyStore(store, [signer.verifier]), { findings: [{ code: 'checkpoint', size: 2 }] });
      matchLists(t, await verifyStore(store, [signer.verifier, next.verifier]), { findings: [] });
    });

    t.test('a key that was replaced signs nothing of after its replacement', async (t) => {
      for (const lost of [true, false]) {
        const { address, store, recording } = await opened(t);
        await recording.decide(callerOf('k1'), gradeOf(4));
        const replacing = recordingOn(store, undefined, lost ? [next] : [signer, next]);
        const keys = { from: signer.verifier.text, to: next.verifier.text, lost };
        await replacing.appending.append(rotationDraft(service.origin, keys));
        const later = await recordingOn(store, undefined, [next]).recording.decide(callerOf('k2'), gradeOf(4));
        matchLists(
          t,
          await verifyStore(store, [next.verifier]),
          { findings: [] },
          'what the old key signed before holds',
        );

        const { note = '' } = (await latestCheckpoint(store)) ?? {};
        const stolen = await signNote(note.slice(0, note.indexOf('\n\n') + 1), [signer]);
        await tamper(address, `update checkpoints set note = '${stolen}' where size = 3`);

        const faults = { findings: [{ code: 'checkpoint', size: 3 }] };
        matchLists(t, await verifyStore(store, [next.verifier]), faults);
        matchLists(t, await verifyStore(store, [signer.verifier, next.verifier]), faults);
        const found = await findRecord(store, recordedOf(later).id);
        const known = await keysOf(store, [next.verifier]);
        const { checks } = verifyRecord(await describe(store, found as NonNullable<typeof found>), known);
        matchLists(
          t,
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
  });
