import { test } from 'tap';
import { EMPTY_ROOT, hashLeaf, verifyConsistency, verifyInclusion } from '../../src/records/merkle.ts';
import {
  consistencyOf,
  definedRoot,
  forgedConsistencies,
  forgedInclusions,
  inclusionOf,
  leafOf,
  rootOf,
} from '../support/trees.ts';

/** Sizes up to here are gone through whole; `npm run prove -- forged-proofs` does it up to 300. */
const SIZES = 34;

test('the root of every size is the one that RFC 6962 defines', (t) => {
  const leaves: Uint8Array[] = [];
  for (let size = 0; size <= 130; size += 1) {
    t.same(rootOf(size), definedRoot(leaves), `size ${size}`);
    leaves.push(hashLeaf(leafOf(size)));
  }
  t.end();
});

test('the root of nothing is the hash of nothing', (t) => {
  t.equal(Buffer.from(EMPTY_ROOT).toString('hex'), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  t.end();
});

test('every leaf of every tree is proven, and no forged proof of it is taken', (t) => {
  let forged = 0;
  for (let size = 1; size <= SIZES; size += 1)
    for (let index = 0; index < size; index += 1) {
      const sound = inclusionOf(index, size);
      if (!verifyInclusion(sound)) t.fail(`leaf ${index} of ${size}`);
      for (const forgery of forgedInclusions(sound, (index * 37 + size) % 256)) {
        forged += 1;
        if (verifyInclusion(forgery)) t.fail(`forged: leaf ${index} of ${size}`);
      }
    }
  t.ok(forged > 10_000);
  t.end();
});

test('every tree is proven to begin with every smaller one, and no forged proof of it is taken', (t) => {
  let forged = 0;
  for (let second = 1; second <= SIZES; second += 1)
    for (let first = 1; first <= second; first += 1) {
      const sound = consistencyOf(first, second);
      if (!verifyConsistency(sound)) t.fail(`${first} in ${second}`);
      for (const forgery of forgedConsistencies(sound, (first * 41 + second) % 256)) {
        forged += 1;
        if (verifyConsistency(forgery)) t.fail(`forged: ${first} in ${second}`);
      }
    }
  t.ok(forged > 10_000);
  t.end();
});

test('sizes and indexes that are no counts are refused', (t) => {
  const sound = inclusionOf(0, 1);

  t.notOk(verifyInclusion({ ...sound, index: 1 }));
  for (const wrong of [-1, 0.5, Number.NaN, 2 ** 53]) {
    t.notOk(verifyInclusion({ ...sound, size: wrong }));
    t.notOk(verifyInclusion({ ...inclusionOf(1, 2), index: wrong }));
    t.notOk(verifyConsistency({ ...consistencyOf(1, 2), second: wrong }));
  }
  t.end();
});

test('every tree begins with the empty one', (t) => {
  const empty = { first: 0, second: 3, firstRoot: EMPTY_ROOT, secondRoot: rootOf(3), proof: [] };

  t.ok(verifyConsistency(empty));
  t.notOk(verifyConsistency({ ...empty, firstRoot: rootOf(1) }));
  t.notOk(verifyConsistency({ ...empty, proof: [rootOf(1)] }));
  t.end();
});
