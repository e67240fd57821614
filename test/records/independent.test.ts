/** Logs and notes against transparency-dev/merkle and Go's sumdb, both ways. */
import { createHash } from 'node:crypto';
import { test } from 'tap';
import { verifyConsistency, verifyInclusion } from '../../src/records/merkle.ts';
import {
  checkpointText,
  generateKey,
  openNote,
  parseSigner,
  parseVerifier,
  type Signer,
  signNote,
} from '../../src/records/note.ts';
import { hasLogcheck, logcheck, NO_GO } from '../support/logcheck.ts';
import { consistencyOf, forgedConsistencies, forgedInclusions, inclusionOf, leafOf, rootOf } from '../support/trees.ts';

const SIZES = 300;
const needsGo = { skip: !hasLogcheck() && NO_GO };

interface GoTree {
  readonly root: string;
  readonly inclusion: string;
  readonly consistency: string;
}

// Go makes every proof and checks it with both libraries; the digests say that ours are the same bytes, and ours are
// then checked here. So each side has taken the proofs of the other.
test(`all trees of 0 to ${SIZES} leaves have the roots and proofs that Go makes`, needsGo, (t) => {
  const leaves = Array.from({ length: SIZES }, (_, index) => leafOf(index));

  const [trees] = logcheck<readonly GoTree[]>([{ op: 'trees', leaves }]);

  t.equal(trees?.length, SIZES + 1);
  trees?.forEach((tree, size) => {
    if (Buffer.from(rootOf(size)).toString('base64') !== tree.root) t.fail(`root of ${size}`);
    const included = createHash('sha256');
    for (let index = 0; index < size; index += 1) {
      const ours = inclusionOf(index, size);
      if (!verifyInclusion(ours)) t.fail(`leaf ${index} of ${size}`);
      for (const node of ours.proof) included.update(node);
    }
    if (included.digest('hex') !== tree.inclusion) t.fail(`audit paths of ${size}`);
    const consistent = createHash('sha256');
    for (let first = 1; first <= size; first += 1) {
      const ours = consistencyOf(first, size);
      if (!verifyConsistency(ours)) t.fail(`${first} in ${size}`);
      for (const node of ours.proof) consistent.update(node);
    }
    if (consistent.digest('hex') !== tree.consistency) t.fail(`consistency proofs of ${size}`);
  });
  t.end();
});

interface Verdict {
  readonly merkle: boolean;
  readonly sumdb: boolean;
}

test('forged proofs are refused here and by both Go libraries', needsGo, (t) => {
  const sizes = [1, 2, 3, 7, 8, 13, 64, 100, 257];
  const included = sizes.flatMap((size) => {
    const sound = inclusionOf(Math.floor(size / 3), size);
    return [sound, ...forgedInclusions(sound, size % 256)];
  });
  const consistent = sizes.flatMap((size) => {
    const sound = consistencyOf(Math.max(1, Math.floor(size / 3)), size);
    return [sound, ...forgedConsistencies(sound, size % 256)];
  });

  const verdicts = logcheck<Verdict>([
    ...included.map((one) => ({ op: 'inclusion', ...one })),
    ...consistent.map((one) => ({ op: 'consistency', ...one })),
  ]);

  const ours = [...included.map(verifyInclusion), ...consistent.map(verifyConsistency)];
  t.equal(ours.filter(Boolean).length, 2 * sizes.length);
  t.same(
    verdicts,
    ours.map((is) => ({ merkle: is, sumdb: is })),
  );
  t.end();
});

const NAME = 'tongze.test/log';
const TEXT = checkpointText({ origin: NAME, size: 300, root: rootOf(300) });

test('a note that is signed here opens in Go, and the same key signs the same note there', needsGo, async (t) => {
  const secret = generateKey(NAME);
  const signer = parseSigner(secret) as Signer;
  const note = await signNote(TEXT, [signer]);

  const [opened, signed] = logcheck<Record<string, unknown>>([
    { op: 'open', key: signer.verifier.text, note },
    { op: 'sign', key: secret, text: TEXT },
  ]);

  t.same(opened, { open: true, text: TEXT });
  t.equal(signed?.['note'], note);
});

test('a key that is made in Go signs and opens here', needsGo, async (t) => {
  const [keys] = logcheck<{ secret: string; public: string }>([{ op: 'generate', name: NAME }]);
  const verifier = parseVerifier(keys?.public as string);
  const signer = parseSigner(keys?.secret as string) as Signer;

  const note = await signNote(TEXT, [signer]);

  t.equal(signer.verifier.text, keys?.public);
  t.match(openNote(note, verifier === undefined ? [] : [verifier]), { text: TEXT });
});

test('what Go refuses to open is refused here', needsGo, async (t) => {
  const signer = parseSigner(generateKey(NAME)) as Signer;
  const other = parseSigner(generateKey(NAME)) as Signer;
  const note = await signNote(TEXT, [signer]);
  const forged = [
    note.replace('300', '301'),
    note.replace('tongze', 'tongse'),
    note.trimEnd(),
    note.replace('\n\n', '\n'),
    await signNote(TEXT, [other]),
    `${note}x\n`,
    note.replace(/.{8}\n$/, 'AAAAAAAA\n'),
    `${TEXT}\n`,
  ];

  const answers = logcheck<{ open: boolean }>(
    [note, ...forged].map((text) => ({ op: 'open', key: signer.verifier.text, note: text })),
  );
  const ours = [note, ...forged].map((text) => typeof openNote(text, [signer.verifier]) === 'object');

  t.same(
    answers.map(({ open }) => open),
    [true, ...forged.map(() => false)],
  );
  t.same(ours, [true, ...forged.map(() => false)]);
});
