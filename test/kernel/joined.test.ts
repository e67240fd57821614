/** Byte strings together: in one buffer, in a room that is used again, and what is asked of many at once. */
import t from 'tap';
import { gathered } from '../../src/kernel/gathered.ts';
import { adjoined, joined, parted } from '../../src/kernel/joined.ts';

const bytes = (...values: number[]) => Uint8Array.of(...values);

t.test('parts come out of one buffer as they went in, empty ones too', async (t) => {
  const parts = [bytes(1, 2), bytes(), bytes(3)];
  t.strictSame(parted(joined(parts)), parts);
  t.strictSame(parted(joined([])), []);
});

t.test(
  'what is put one behind the other is the whole, whatever its length and whatever was there before',
  async (t) => {
    const long = new Uint8Array(200_000).fill(7);
    for (const parts of [[long, bytes(1)], [bytes(1, 2), bytes(3)], [bytes(9)], [long.subarray(0, 65_536)], []])
      t.ok(Buffer.concat(parts).equals(adjoined(...parts)));
  },
);

t.test('what is asked in one turn is asked together, and each gets its own', async (t) => {
  const asked: (readonly string[])[] = [];
  const find = gathered(async (keys) => {
    asked.push(keys);
    if (keys.includes('bad')) throw new Error('no');
    return new Map(keys.filter((key) => key !== 'none').map((key) => [key, key.toUpperCase()]));
  });

  t.strictSame(await Promise.all(['a', 'none', 'b', 'a'].map(find)), ['A', undefined, 'B', 'A']);
  t.equal(await find('c'), 'C');
  t.strictSame(asked, [['a', 'none', 'b', 'a'], ['c']]);
  for (const { status } of await Promise.allSettled(['d', 'bad'].map(find))) t.equal(status, 'rejected');
  t.equal(await find('e'), 'E', 'a failure is not kept');
});
