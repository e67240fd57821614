/**
 * The bundles and contracts that were ever in operation, in the data folder under their digests: what an old decision is
 * replayed with. And the list of activations, whose last line says which bundle is in operation.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { BundleActivation, Leaf } from '../contract/generated/types.ts';
import { contractDigest, type Schema, schemas } from '../contract/schemas.ts';
import { validate } from '../contract/validate.ts';
import { sha256 } from '../kernel/sha256.ts';
import { FILES, type SignedBundle } from './signed.ts';

/** The bundle that came with the program, under whatever digest it has. */
export const BUILT_IN = 'built-in';

const ARCHIVE = 'signed.tar.gz';

/** It may be the first in the data folder, where there will be facts about officials: nobody else may look. */
function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
}

/** The folder of a bundle. @param id SHA-256 of its WASM bundle */
export function shelfOf(data: string, id: string): string {
  return join(data, 'bundles', id);
}

/** The archive as it was signed; `undefined` where that bundle never was in operation. */
export function shelvedArchive(data: string, id: string): Uint8Array | undefined {
  const path = join(shelfOf(data, id), ARCHIVE);
  return existsSync(path) ? readFileSync(path) : undefined;
}

/** Keeps a signed bundle whose signature holds. */
export function shelve(data: string, { id, files }: SignedBundle, archive: Uint8Array): string {
  const folder = shelfOf(data, id);
  makeFolder(folder);
  for (const [name, bytes] of files) put(join(folder, name), bytes);
  put(join(folder, ARCHIVE), archive);
  return folder;
}

/** Keeps the bundle that came with the program: the next version of the program has another. */
export function shelveBuiltIn(
  data: string,
  id: string,
  paths: Readonly<Record<'wasm' | 'rego' | 'trees', string>>,
): void {
  const folder = shelfOf(data, id);
  makeFolder(folder);
  for (const kind of ['wasm', 'rego', 'trees'] as const) {
    const target = join(folder, FILES[kind]);
    if (!existsSync(target)) copyFileSync(paths[kind], target);
  }
}

/** Keeps the contract of this program under its digest, as records name it. */
export function shelveContract(data: string): void {
  const folder = join(data, 'schemas', contractDigest());
  makeFolder(folder);
  for (const [name, schema] of schemas) {
    const target = join(folder, name);
    if (!existsSync(target)) put(target, new TextEncoder().encode(`${JSON.stringify(schema, null, 2)}\n`));
  }
}

/** Keeps editions of the division table that were added, under the digests by which records name them. */
export function shelveEditions(data: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [digest, bytes] of files) {
    const target = editionOf(data, digest);
    makeFolder(join(data, 'territory'));
    if (!existsSync(target)) put(target, bytes);
  }
}

const editionOf = (data: string, digest: string) => join(data, 'territory', `${digest}.json`);

/** What a record was made with is not in the data folder of this node, or is not what the record names. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
}

const TITLES = { bundle: '规则包', contract: '契约', territory: '区划版本' } as const;

function notKept(what: keyof typeof TITLES, path: string, digest: string): NotKept {
  return new NotKept(
    `作出决定时的${TITLES[what]}（${digest.slice(0, 12)}）不在本节点的数据目录里，或者已被改动：` +
      `从作出决定的节点或者备份复制 ${path} (not kept on this node)`,
  );
}

/** What a decision was made with, as it was kept. */
export interface Kept {
  readonly wasm: KeptFile;
  readonly rego: KeptFile;
  readonly schemas: ReadonlyMap<string, Uint8Array>;
  /** By their days. */
  readonly editions: ReadonlyMap<string, KeptFile>;
}

export interface KeptFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/**
 * What a record names of what it was made with, each checked against the digest in its leaf.
 *
 * @throws {NotKept}
 */
export function keptFor(data: string, leaf: Pick<Leaf, 'bundle' | 'contract' | 'territory'>): Kept {
  const { bundle, contract, territory = [] } = leaf;
  const file = (what: keyof typeof TITLES, path: string, digest: string | undefined): KeptFile => {
    const shown = path.slice(data.length + 1);
    if (!existsSync(path)) throw notKept(what, shown, digest ?? bundle.sha256);
    const bytes = readFileSync(path);
    const found = sha256(bytes);
    if (digest !== undefined && found !== digest) throw notKept(what, shown, digest);
    return { path, bytes, sha256: found };
  };
  const folder = shelfOf(data, bundle.sha256);
  return {
    wasm: file('bundle', join(folder, FILES.wasm), bundle.sha256),
    rego: file('bundle', join(folder, FILES.rego), bundle.rego),
    schemas: keptContract(data, contract),
    editions: new Map(
      territory.map(({ edition, sha256: digest }) => [edition, file('territory', editionOf(data, digest), digest)]),
    ),
  };
}

function keptContract(data: string, digest: string): ReadonlyMap<string, Uint8Array> {
  const folder = join(data, 'schemas', digest);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.schema.json')) : [];
  const files = new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))] as const));
  if (names.length === 0 || contractDigest(readContract(files)) !== digest)
    throw notKept('contract', join('schemas', digest), digest);
  return files;
}

/** A contract from the bytes of its files. */
export function readContract(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Schema> {
  return new Map([...files].map(([name, bytes]) => [name, JSON.parse(Buffer.from(bytes).toString()) as Schema]));
}

/** Whole or not at all. */
function put(path: string, bytes: Uint8Array): void {
  const fresh = `${path}.${process.pid}.new`;
  writeFileSync(fresh, bytes, { flush: true });
  renameSync(fresh, path);
}

const historyOf = (data: string) => join(data, 'bundles', 'activations.ndjson');

/** Every activation, oldest first. A last line that a crash cut off never was one. */
export function readActivations(data: string): readonly BundleActivation[] {
  const path = historyOf(data);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  const whole = lines.slice(0, -1).filter((line) => line !== '');
  return whole.map((line, index) => {
    const activation = parsed(line);
    if (validate('bundle-activation.schema.json', activation).length > 0)
      throw new Error(`${path} 第 ${index + 1} 行不是规则包的启用：从备份恢复 (no activation of a bundle)`);
    return activation as BundleActivation;
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Appends an activation, over what a crash cut off; on disk when it returns. */
export function appendActivation(data: string, activation: BundleActivation): void {
  const path = historyOf(data);
  makeFolder(join(data, 'bundles'));
  if (existsSync(path)) {
    const whole = readFileSync(path).lastIndexOf('\n') + 1;
    truncateSync(path, whole);
  }
  const file = openSync(path, 'a', 0o640);
  try {
    writeSync(file, `${JSON.stringify(activation)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
