/** Many byte strings in one buffer: to another thread one buffer moves, where many would be copied. */

export interface Joined {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each ends. */
  readonly ends: readonly number[];
}

export function joined(parts: readonly Uint8Array[]): Joined {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  const ends = parts.map((part) => {
    bytes.set(part, end);
    end += part.length;
    return end;
  });
  return { bytes, ends };
}

/** The parts again, as views of the one buffer. */
export function parted({ bytes, ends }: Joined): readonly Uint8Array[] {
  return ends.map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end));
}
