/** Reads a bundle as `opa build` writes it: checked before anything of it is used. */

import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { sha256 } from '../kernel/sha256.ts';

/** What a bundle may unpack to. The built-in ones are under 2 MiB. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;

export interface Bundle {
  /** Content hash of the sources, 64 hex digits. */
  readonly revision: string;
  /** SHA-256 of the archive, 64 hex digits. */
  readonly sha256: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The compiled policy; absent in a plain Rego bundle. */
  readonly wasm?: Uint8Array;
  /** The Rego sources, by their path in the bundle. */
  readonly modules: readonly { readonly id: string; readonly raw: string }[];
}

/**
 * Reads a bundle whose digest is known.
 *
 * @throws when the file is missing, altered, or not a bundle
 */
export async function readBundle(path: string | URL, expected: string): Promise<Bundle> {
  const archive = readFileSync(path);
  const digest = sha256(archive);
  if (digest !== expected) throw new Error(`规则包已被改动或者不是本版的规则包 (bundle ${path} has digest ${digest})`);
  const files = await unpack(gunzipSync(archive, { maxOutputLength: MAX_UNPACKED_BYTES }));
  const manifest = JSON.parse(text(required(files, '/.manifest'))) as { revision: string };
  const wasm = files.get('/policy.wasm');
  return {
    revision: manifest.revision,
    sha256: digest,
    data: JSON.parse(text(required(files, '/data.json'))) as Record<string, unknown>,
    ...(wasm === undefined ? {} : { wasm }),
    modules: [...files]
      .filter(([name]) => name.endsWith('.rego'))
      .map(([name, bytes]) => ({ id: name.slice(1), raw: text(bytes) })),
  };
}

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

function required(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`规则包缺少 ${name} (the bundle lacks ${name})`);
  return bytes;
}

async function unpack(archive: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const entries = extract();
  Readable.from([archive]).pipe(entries);
  for await (const entry of entries) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry) chunks.push(chunk as Uint8Array);
    files.set(entry.header.name, Buffer.concat(chunks));
  }
  return files;
}
