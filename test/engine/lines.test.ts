/** How a stream of bytes is cut into lines, wherever the network cuts it. */
import fc from 'fast-check';
import t from 'tap';
import { type Chunk, chunksOf, MAX_LINE_BYTES } from '../../src/engine/lines.ts';

async function cut(parts: readonly Uint8Array[]): Promise<readonly Chunk[]> {
  async function* source() {
    yield* parts;
  }
  const chunks: Chunk[] = [];
  for await (const chunk of chunksOf(source())) chunks.push(chunk);
  return chunks;
}

/** The lines with their numbers, whatever the chunks. */
function numbered(chunks: readonly Chunk[]): readonly (readonly [number, string | undefined])[] {
  return chunks.flatMap(({ first, bytes }): readonly (readonly [number, string | undefined])[] => {
    if (bytes === undefined) return [[first, undefined]];
    const lines = Buffer.from(bytes).toString().replace(/\n$/, '').split('\n');
    return lines.map((line, i) => [first + i, line]);
  });
}

t.test('the lines are the same, with the same numbers, wherever the bytes are cut', async (t) => {
  const line = fc.oneof(
    fc.string({ maxLength: 20 }).map((text) => text.replaceAll('\n', '')),
    fc.constant(''),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 300 }), fc.array(fc.nat(50)), async (lines, sizes) => {
      const bytes = Buffer.from(`${lines.join('\n')}\n`);
      const parts: Uint8Array[] = [];
      for (let at = 0, i = 0; at < bytes.length; i += 1) {
        const size = (sizes[i % Math.max(1, sizes.length)] ?? 7) + 1;
        parts.push(bytes.subarray(at, at + size));
        at += size;
      }
      const found = numbered(await cut(parts));
      return JSON.stringify(found) === JSON.stringify(lines.map((text, i) => [i + 1, text]));
    }),
    { numRuns: 200, seed: 20211124 },
  );
  t.pass('200 generated streams');
});

t.test('a line that is too long is named once by its number, whole or in pieces, and the next is read', async (t) => {
  const long = 'x'.repeat(MAX_LINE_BYTES + 1);
  const whole = Buffer.from(`a\n${long}\nb\n${long}${long}\nc`);
  const pieces = Array.from({ length: Math.ceil(whole.length / 1000) }, (_, i) =>
    whole.subarray(i * 1000, (i + 1) * 1000),
  );

  for (const parts of [[whole], pieces])
    t.same(numbered(await cut(parts)), [
      [1, 'a'],
      [2, undefined],
      [3, 'b'],
      [4, undefined],
      [5, 'c'],
    ]);
});

t.test('a line of exactly the limit is read', async (t) => {
  const line = 'x'.repeat(MAX_LINE_BYTES);

  t.same(numbered(await cut([Buffer.from(`${line}\n${line}`)])), [
    [1, line],
    [2, line],
  ]);
});
