/** A signed bundle is used whole or not at all: each forgery on a real archive. */
import t from 'tap';
import { BundleRefused } from '../../src/policy/refused.ts';
import { openSigned } from '../../src/policy/signed.ts';
import { FORGERIES, publisher, signedBundle } from '../support/bundles.ts';

const own = await publisher('office-1');
const other = await publisher('stranger-1');
const sound = await signedBundle(own, 7);

t.test('a bundle that a configured key signed is opened with all its files', async (t) => {
  const { id, keyId, signature, files } = await openSigned(sound.archive, own.keys);

  t.equal(id, sound.id);
  t.equal(keyId, 'office-1');
  t.match(signature, { sequence: 7, revision: sound.revision });
  t.same([...files.keys()].sort(), [...sound.files.keys()].sort());
});

t.test('signing the same files twice gives the same archive', async (t) => {
  const again = await signedBundle(own, 7);

  t.ok(Buffer.from(again.archive).equals(sound.archive));
});

for (const { title, refusal, make } of FORGERIES)
  t.test(`${title} is refused as ${refusal}`, async (t) => {
    const forged = await make(sound, own, other);

    const refused = await openSigned(forged, own.keys).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );

    t.ok(refused instanceof BundleRefused, `${refused}`);
    t.equal((refused as BundleRefused | undefined)?.refusal, refusal);
  });
