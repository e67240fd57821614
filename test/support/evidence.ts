/** Evidence as it is made, forged and verified: the auditor has an empty folder and what he has kept. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Test } from 'tap';
import type { EvidenceManifest, EvidenceProofs } from '../../src/contract/generated/types.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { entriesOf } from './bundles.ts';

export type Files = Map<string, Buffer>;

/** What the verifier said. */
export interface Verdict {
  readonly code: number | null;
  readonly text: string;
}

/** The files of a package by their names in it. */
export async function unpackedFiles(archive: Uint8Array): Promise<Files> {
  const entries = await entriesOf(archive);
  return new Map(entries.map(([{ name }, bytes]) => [name.split('/').slice(1).join('/'), Buffer.from(bytes)]));
}

/** Lays the files out in a folder of their own, outside the repository and its `node_modules`. */
export function laidOut(t: Test, files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'auditor-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

/** Without the loaders of the tests, without the environment, and with every socket refused. */
const OFFLINE = `
const refuse = () => { throw new Error('the verifier reached for the network'); };
require('node:net').Socket.prototype.connect = refuse;
require('node:dns').lookup = refuse;
globalThis.fetch = refuse;
`;

/** Runs `node verify.mjs` in the folder. */
export function verified(folder: string, ...args: readonly string[]): Verdict {
  const guard = join(folder, '..', `${folder.split('/').at(-1)}.cjs`);
  writeFileSync(guard, OFFLINE);
  try {
    const command = [`--require=${guard}`, 'verify.mjs', ...args];
    const run = spawnSync(process.execPath, command, { cwd: folder, env: {}, encoding: 'utf8' });
    return { code: run.status, text: run.stdout + run.stderr };
  } finally {
    rmSync(guard);
  }
}

/** The same files with some changed; the manifest as it was, as somebody leaves it who does not think of it. */
export function changed(files: Files, change: (files: Files) => void): Files {
  const copy = new Map(files);
  change(copy);
  return copy;
}

/** The same by somebody who rewrites the manifest too. */
export function forged(files: Files, change: (files: Files) => void): Files {
  const copy = changed(files, change);
  const manifest = JSON.parse(String(copy.get('manifest.json'))) as EvidenceManifest;
  const listed = [...copy]
    .filter(([name]) => name !== 'manifest.json')
    .map(([name, bytes]) => ({ name, bytes: bytes.byteLength, sha256: sha256(bytes) }));
  copy.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, files: listed })));
  return copy;
}

/** The bytes with one bit changed. */
export function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.length >> 1;
  copy[at] = (copy[at] as number) ^ 1;
  return copy;
}

/** A change of a package; `other` is the package of another decision. */
export type Change = (files: Files, other: Files) => void;

/** Other text in a file. */
export const replaced =
  (name: string, from: string | RegExp, to: string): Change =>
  (files) => {
    const before = String(files.get(name));
    if (before.replace(from, to) === before) throw new Error(`${name} has no ${from}`);
    files.set(name, Buffer.from(before.replace(from, to)));
  };

/** Files of the other package. */
export const swapped =
  (...names: readonly string[]): Change =>
  (files, other) => {
    for (const name of names) files.set(name, other.get(name) as Buffer);
  };

/** Other proofs. */
export const withProofs =
  (change: (proofs: EvidenceProofs, other: EvidenceProofs) => void): Change =>
  (files, others) => {
    const proofs = JSON.parse(String(files.get('proof/proofs.json'))) as EvidenceProofs;
    change(proofs, JSON.parse(String(others.get('proof/proofs.json'))) as EvidenceProofs);
    files.set('proof/proofs.json', Buffer.from(JSON.stringify(proofs)));
  };
