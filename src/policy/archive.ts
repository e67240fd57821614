/** Archives from outside: plain files under plain names, each once, within bounds that hold before anything is unpacked. */
import { promisify } from 'node:util';
import { createGunzip, gzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { BundleRefused } from './refused.ts';

/** A release has about 1 MiB packed and 4 MiB unpacked. */
export const BOUNDS = {
  packedBytes: 16 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  files: 32,
} as const;

/** One segment or several; none begins with a dot except the file of the signatures. */
const SAFE_NAME = /^(\.signatures\.json|[A-Za-z0-9_][A-Za-z0-9._-]{0,99}(\/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}){0,3})$/;

/**
 * Unpacks a `.tar.gz`.
 *
 * @throws {BundleRefused} for links, folders and devices, names that leave the archive, names given twice, and sizes out
 *   of bounds; nothing of the archive is used then
 */
export async function unpackStrictly(archive: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  if (archive.byteLength > BOUNDS.packedBytes) throw new BundleRefused('too-large');
  const files = new Map<string, Uint8Array>();
  const entries = extract();
  const read = (async () => {
    for await (const entry of entries) {
      const { name, type } = entry.header;
      if (type !== 'file') throw new BundleRefused('not-a-file');
      if (!SAFE_NAME.test(name)) throw new BundleRefused('unsafe-name');
      if (files.has(name)) throw new BundleRefused('duplicate-name', name);
      if (files.size >= BOUNDS.files) throw new BundleRefused('too-large');
      const chunks: Uint8Array[] = [];
      for await (const chunk of entry) chunks.push(chunk as Uint8Array);
      files.set(name, new Uint8Array(Buffer.concat(chunks)));
    }
  })();
  // Handled below, where both ends are awaited.
  read.catch(() => undefined);
  try {
    await feed(archive, entries);
    await read;
  } catch (thrown) {
    entries.destroy(thrown as Error);
    const refused = thrown instanceof BundleRefused ? thrown : await read.then(() => thrown).catch((error) => error);
    throw refused instanceof BundleRefused ? refused : new BundleRefused('unreadable', undefined, { cause: refused });
  }
  return files;
}

/** Counts what comes out of the compression while it comes, so that a bomb ends at the bound. */
async function feed(archive: Uint8Array, entries: ReturnType<typeof extract>): Promise<void> {
  const gunzip = createGunzip();
  gunzip.end(archive);
  let bytes = 0;
  for await (const chunk of gunzip) {
    bytes += (chunk as Uint8Array).byteLength;
    if (bytes > BOUNDS.unpackedBytes) throw new BundleRefused('too-large');
    if (entries.destroyed) return;
    if (!entries.write(chunk)) await drained(entries);
  }
  entries.end(null);
}

function drained(entries: ReturnType<typeof extract>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const event of EVENTS) entries.off(event, done);
      resolve();
    };
    for (const event of EVENTS) entries.on(event, done);
  });
}

const EVENTS = ['drain', 'close', 'error'] as const;

/** The same files give the same bytes: no times, no owners, in the order of their names. */
export async function packed(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const archive = pack();
  for (const name of [...files.keys()].sort())
    archive.entry({ name, mode: 0o644, mtime: new Date(0) }, Buffer.from(files.get(name) as Uint8Array));
  archive.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive) chunks.push(chunk as Uint8Array);
  // Elsewhere: other requests are answered meanwhile.
  return new Uint8Array(await promisify(gzip)(Buffer.concat(chunks), { level: 9 }));
}
