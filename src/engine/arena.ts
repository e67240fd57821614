/** Room that is used again and again, for bytes that are needed no longer than the batch they were made in. */
export interface Arena {
  /** A copy that is valid until the arena is cleared. */
  keep(bytes: Uint8Array): Uint8Array;
  /** What was kept is no longer needed by anyone. */
  clear(): void;
}

/** @param size bytes; a copy that finds no room gets memory of its own */
export function createArena(size: number): Arena {
  const room = new Uint8Array(size);
  let used = 0;
  return {
    keep: (bytes) => {
      if (used + bytes.length > size) return bytes.slice();
      const own = room.subarray(used, used + bytes.length);
      own.set(bytes);
      used += bytes.length;
      return own;
    },
    clear: () => {
      used = 0;
    },
  };
}
