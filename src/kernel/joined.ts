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

/** Most that is hashed fits in here. */
const room = new Uint8Array(64 * 1024);

/** One behind the other, to be hashed: valid until the next call, because memory for each is what collecting costs. */
export function adjoined(...parts: readonly Uint8Array[]): Uint8Array {
  let end = 0;
  for (const part of parts) end += part.length;
  const bytes = end <= room.length ? room.subarray(0, end) : new Uint8Array(end);
  end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}
