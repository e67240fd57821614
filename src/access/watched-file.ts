/** A file that may change while the service runs. */
import { readFile, stat } from 'node:fs/promises';

/** Milliseconds for which what was read is not looked at again. */
const FRESH_MS = 1_000;

/**
 * Reads a file now, and again when it has changed since.
 *
 * @param parse   what the text means; `undefined` is passed where there is no file
 * @param onFault told of a change that could not be read; what was read before stays in force, so that a slip of an
 *   editor locks nobody out
 * @throws what `parse` throws at the first reading
 */
export async function watchedFile<T>(
  path: string,
  parse: (text: string | undefined, mode: number) => T,
  onFault: (error: Error) => void,
): Promise<() => Promise<T>> {
  let seen = await stampOf(path);
  let value = parse(await textOf(path), seen.mode);
  let looked = Date.now();
  let looking: Promise<void> | undefined;
  const look = async () => {
    try {
      const stamp = await stampOf(path);
      if (stamp.key !== seen.key) {
        seen = stamp;
        value = parse(await textOf(path), stamp.mode);
      }
    } catch (error) {
      onFault(error as Error);
    }
    looked = Date.now();
    looking = undefined;
  };
  return async () => {
    // Whoever asks meanwhile waits for the same look: nobody gets what is older than a second.
    if (looking === undefined && Date.now() - looked >= FRESH_MS) looking = look();
    await looking;
    return value;
  };
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(unlessMissing(undefined));
}

/** Changes with every write, also with one that keeps the size within the same tick of the clock. */
async function stampOf(path: string): Promise<{ readonly key: string; readonly mode: number }> {
  const found = await stat(path, { bigint: true }).catch(unlessMissing(undefined));
  if (found === undefined) return { key: 'missing', mode: 0 };
  return { key: `${found.ino} ${found.mtimeNs} ${found.ctimeNs} ${found.size}`, mode: Number(found.mode) & 0o777 };
}

function unlessMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}
