import { test } from 'tap';
import {
  checkpointText,
  generateKey,
  openNote,
  parseCheckpoint,
  parseSigner,
  parseVerifier,
  type Signer,
  signNote,
  type Verifier,
} from '../../src/records/note.ts';
import { matchLists } from '../support/lists.ts';
import { rootOf } from '../support/trees.ts';

const signerOf = (name: string) => parseSigner(generateKey(name)) as Signer;

test('a note opens with the key that signed it', async (t) => {
  const signer = signerOf('a/log');

  const opened = openNote(await signNote('text\n', [signer]), [signer.verifier]);

  matchLists(t, opened, { text: 'text\n', by: [{ keyHash: signer.verifier.keyHash }] });
});

// The example of the signed-note specification of Go: golang.org/x/mod/sumdb/note, its package documentation.
test('the example of the specification opens', async (t) => {
  const key = parseVerifier('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW') as Verifier;
  const note =
    'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n\n' +
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

  matchLists(t, openNote(note.replaceAll('’', "'"), [key]), { by: [{ name: 'PeterNeumann' }] });
  t.equal(openNote(note.replaceAll('’', "'").replace('answer', 'anwser'), [key]), 'wrong_signature');
});

test('a note that only others signed is not opened, and one with a further signature is', async (t) => {
  const [signer, other] = [signerOf('a/log'), signerOf('b/log')];
  const both = await signNote('text\n', [other, signer]);

  t.equal(openNote(both, []), 'unknown_key');
  matchLists(t, openNote(both, [signer.verifier]), { by: [{ name: 'a/log' }] });
  matchLists(t, openNote(both, [signer.verifier, other.verifier]), { by: [{ name: 'b/log' }, { name: 'a/log' }] });
});

test('a wrong signature by a known key is not made good by a right one', async (t) => {
  const [signer, other] = [signerOf('a/log'), signerOf('b/log')];
  const [, wrong] = (await signNote('another\n', [other])).split('\n\n');

  t.equal(
    openNote(`${await signNote('text\n', [signer])}${wrong}`, [signer.verifier, other.verifier]),
    'wrong_signature',
  );
});

test('a key whose name, hash or algorithm was changed is no key', async (t) => {
  const secret = generateKey('a/log');
  const { text } = (parseSigner(secret) as Signer).verifier;

  t.equal(parseVerifier(text)?.text, text);
  for (const wrong of [text.replace('a/log', 'b/log'), text.replace('+A', '+B'), text.slice(0, -1), 'a/log', ''])
    t.equal(parseVerifier(wrong), undefined, wrong);
  t.equal(parseSigner(secret.replace('a/log', 'b/log')), undefined);
  t.equal(parseSigner(text), undefined);
  t.throws(() => generateKey('a log'), /name of a key/);
});

test('a checkpoint is read as it was written, and nothing else is one', async (t) => {
  const checkpoint = { origin: 'a/log', size: 7, root: rootOf(7) };
  const text = checkpointText(checkpoint);

  t.same(parseCheckpoint(text), checkpoint);
  t.same(parseCheckpoint(`${text}extension\n`), checkpoint);
  for (const wrong of [
    text.replace('7', '07'),
    text.replace('7', '-7'),
    text.replace('7', '99999999999999999'),
    text.replace('a/log', ''),
    text.trimEnd(),
    `${text}\n`,
    text.replace('=', ''),
    text.replace('\n', ''),
  ])
    t.equal(parseCheckpoint(wrong), undefined, JSON.stringify(wrong));
});
