/** Room that is used again: what is kept stays until it is cleared. */
import t from 'tap';
import { createArena } from '../../src/engine/arena.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (kept: Uint8Array) => new TextDecoder().decode(kept);

t.test('what is kept is a copy that later ones do not change, with room or without', async (t) => {
  const { keep } = createArena(8);
  const source = bytes('first');

  const kept = [source, bytes('two'), bytes('no room'), bytes('')].map(keep);
  source.fill(0);

  t.strictSame(kept.map(textOf), ['first', 'two', 'no room', '']);
});

t.test('room is used again after it was cleared', async (t) => {
  const { keep, clear } = createArena(8);
  const before = keep(bytes('full up!'));

  clear();
  const after = keep(bytes('next'));

  t.equal(after.buffer, before.buffer);
  t.equal(textOf(after), 'next');
});
