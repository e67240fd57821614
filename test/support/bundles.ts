/** Signed bundles to test with: real archives of the built-in bundle, under other revisions, and every forgery of one. */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { extract, type Header, pack } from 'tar-stream';
import type { BundleKeys, BundleSignature, LegalCase } from '../../src/contract/generated/types.ts';
import { rulesContract } from '../../src/contract/schemas.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { packed } from '../../src/policy/archive.ts';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';
import type { BundleRefusal } from '../../src/policy/refused.ts';
import { FILES, signBundle } from '../../src/policy/signed.ts';
import { readCases } from './cases.ts';

export interface Publisher {
  readonly key: JWK;
  readonly keys: BundleKeys;
}

export async function publisher(kid: string): Promise<Publisher> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid };
  const { x } = key;
  return { key, keys: { keys: [{ kty: 'OKP', crv: 'Ed25519', x: x as string, kid }] } };
}

type Entry = readonly [Partial<Header> & { readonly name: string }, Uint8Array];

export async function entriesOf(archive: Uint8Array): Promise<readonly Entry[]> {
  const entries = extract();
  Readable.from([gunzipSync(archive)]).pipe(entries);
  const found: Entry[] = [];
  for await (const entry of entries) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry) chunks.push(chunk as Uint8Array);
    found.push([entry.header, Buffer.concat(chunks)]);
  }
  return found;
}

/** As anybody can write an archive: names twice, links and names that leave it included. */
export async function written(entries: readonly Entry[]): Promise<Uint8Array> {
  const archive = pack();
  for (const [header, bytes] of entries) {
    const { name, type = 'file', linkname } = header;
    if (type === 'file') archive.entry({ name, mtime: new Date(0) }, Buffer.from(bytes));
    else archive.entry({ name, type, ...(linkname == null ? {} : { linkname }) });
  }
  archive.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive) chunks.push(chunk as Uint8Array);
  return gzipSync(Buffer.concat(chunks));
}

/** The built-in bundle as another build of other sources would be: another revision, other digests, other data. */
async function rebuilt(kind: 'wasm' | 'rego', revision: string, change: (data: string) => string): Promise<Uint8Array> {
  const entries = await entriesOf(readFileSync(builtInBundles[kind].path));
  return written(
    entries.map(([header, bytes]) => {
      const { name } = header;
      if (name === '/data.json') return [{ name }, Buffer.from(change(Buffer.from(bytes).toString()))];
      if (name !== '/.manifest') return [header, bytes];
      const manifest = { ...JSON.parse(Buffer.from(bytes).toString()), revision };
      return [{ name }, Buffer.from(JSON.stringify(manifest))];
    }),
  );
}

/** One case of each question: enough for a bundle to be accepted, and quick. */
export function someCases(): readonly LegalCase[] {
  const first = new Map<string, LegalCase>();
  for (const { body } of readCases())
    if (body.refused === undefined && !first.has(body.question)) first.set(body.question, body);
  return [...first.values()];
}

export interface Made {
  /** SHA-256 of the WASM bundle. */
  readonly id: string;
  readonly revision: string;
  readonly archive: Uint8Array;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

interface Other extends Partial<BundleSignature> {
  readonly cases?: readonly unknown[];
  /** What is different in the text of its data. */
  readonly data?: (text: string) => string;
}

export async function signedBundle(
  { key }: Publisher,
  sequence: number,
  { cases = someCases(), data = (text) => text, ...said }: Other = {},
): Promise<Made> {
  const revision = sha256(`revision ${sequence}`);
  const wasm = await rebuilt('wasm', revision, data);
  const files = new Map<string, Uint8Array>([
    [FILES.wasm, wasm],
    [FILES.rego, await rebuilt('rego', revision, data)],
    [FILES.trees, readFileSync('src/policy/generated/modules.json')],
    [FILES.cases, Buffer.from(JSON.stringify(cases))],
  ]);
  const archive = await signBundle(files, { sequence, revision, contract: rulesContract(), ...said }, key);
  return { id: sha256(wasm), revision, archive, files };
}

export interface Forgery {
  readonly title: string;
  readonly refusal: BundleRefusal;
  readonly make: (sound: Made, own: Publisher, other: Publisher) => Promise<Uint8Array>;
}

const SIGNATURES = '.signatures.json';

async function changed({ archive }: Made, change: (files: Map<string, Uint8Array>) => void): Promise<Uint8Array> {
  const files = new Map((await entriesOf(archive)).map(([{ name }, bytes]) => [name, bytes]));
  change(files);
  return packed(files);
}

const withEntry = async ({ archive }: Made, header: Entry[0], bytes: Uint8Array = new Uint8Array()) =>
  written([...(await entriesOf(archive)), [header, bytes]]);

/** Parts of the token of an archive: header, payload, signature. */
async function tokenOf({ archive }: Made): Promise<readonly string[]> {
  const entry = (await entriesOf(archive)).find(([{ name }]) => name === SIGNATURES) as Entry;
  return (JSON.parse(Buffer.from(entry[1]).toString()).signatures[0] as string).split('.');
}

const signatures = (...tokens: readonly string[]) => Buffer.from(JSON.stringify({ signatures: tokens }));
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function flipped(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[copy.length >> 1] = (copy[copy.length >> 1] as number) ^ 1;
  return copy;
}

/** Every way to make a bundle that was never published look like one, each with why it is refused. */
export const FORGERIES: readonly Forgery[] = [
  {
    title: 'a bundle without a signature',
    refusal: 'unsigned',
    make: (sound) => changed(sound, (files) => files.delete(SIGNATURES)),
  },
  {
    title: 'a bundle with two signatures',
    refusal: 'unsigned',
    make: async (sound) => {
      const token = (await tokenOf(sound)).join('.');
      return changed(sound, (files) => files.set(SIGNATURES, signatures(token, token)));
    },
  },
  {
    title: 'a bundle signed by a key that is not configured',
    refusal: 'unknown-key',
    make: async ({ files }, _own, { key }) =>
      signBundle(files, { sequence: 9, revision: 'a'.repeat(64), contract: rulesContract() }, key),
  },
  {
    title: 'a bundle signed by another key under the name of a configured one',
    refusal: 'bad-signature',
    make: async ({ files }, own, { key }) =>
      signBundle(
        files,
        { sequence: 9, revision: 'a'.repeat(64), contract: rulesContract() },
        { ...key, kid: own.key.kid as string },
      ),
  },
  {
    title: 'a bundle whose token names no algorithm',
    refusal: 'bad-signature',
    make: async (sound, { key }) => {
      const [, payload] = await tokenOf(sound);
      const token = `${encoded({ alg: 'none', kid: key.kid })}.${payload}.`;
      return changed(sound, (files) => files.set(SIGNATURES, signatures(token)));
    },
  },
  {
    title: 'a bundle whose sequence was raised after it was signed',
    refusal: 'bad-signature',
    make: async (sound) => {
      const [header, payload, signature] = await tokenOf(sound);
      const said = { ...JSON.parse(Buffer.from(payload as string, 'base64url').toString()), sequence: 999 };
      return changed(sound, (files) => files.set(SIGNATURES, signatures(`${header}.${encoded(said)}.${signature}`)));
    },
  },
  {
    title: 'a bundle with a file that the signature does not list',
    refusal: 'extra-file',
    make: (sound) => changed(sound, (files) => files.set('extra.rego', Buffer.from('package extra'))),
  },
  {
    title: 'a bundle with a file that is listed but no part of a bundle',
    refusal: 'extra-file',
    make: async ({ files }, { key }) =>
      signBundle(
        new Map([...files, ['extra.rego', Buffer.from('package extra')]]),
        { sequence: 9, revision: 'a'.repeat(64), contract: rulesContract() },
        key,
      ),
  },
  ...Object.values(FILES).flatMap((name): readonly Forgery[] => [
    {
      title: `a bundle without ${name}`,
      refusal: 'missing-file',
      make: (sound) => changed(sound, (files) => files.delete(name)),
    },
    {
      title: `a bundle with one bit of ${name} changed`,
      refusal: 'altered-file',
      make: (sound) => changed(sound, (files) => files.set(name, flipped(files.get(name) as Uint8Array))),
    },
  ]),
  {
    title: 'an archive that unpacks to gigabytes',
    refusal: 'too-large',
    make: async () => gzipSync(Buffer.alloc(200 * 1024 * 1024)),
  },
  {
    title: 'an archive with a file that unpacks to more than the bound',
    refusal: 'too-large',
    make: (sound) => withEntry(sound, { name: 'bomb.json' }, new Uint8Array(80 * 1024 * 1024)),
  },
  {
    title: 'an archive of very many files',
    refusal: 'too-large',
    make: async (sound) =>
      written([
        ...(await entriesOf(sound.archive)),
        ...Array.from({ length: 100 }, (_, at): Entry => [{ name: `f${at}.json` }, new Uint8Array()]),
      ]),
  },
  ...['../outside.json', '/etc/outside.json', 'a/../../outside.json', 'a\\..\\outside.json', '.hidden'].map(
    (name): Forgery => ({
      title: `an archive with a file called ${name}`,
      refusal: 'unsafe-name',
      make: (sound) => withEntry(sound, { name }, Buffer.from('{}')),
    }),
  ),
  ...(['symlink', 'link', 'directory', 'character-device', 'fifo'] as const).map(
    (type): Forgery => ({
      title: `an archive with an entry of the type ${type}`,
      refusal: 'not-a-file',
      make: (sound) => withEntry(sound, { name: 'entry.json', type, linkname: '/etc/passwd' }),
    }),
  ),
  {
    title: 'an archive with a name given twice',
    refusal: 'duplicate-name',
    make: (sound) => withEntry(sound, { name: FILES.cases }, Buffer.from('[]')),
  },
  {
    title: 'an archive that was cut off',
    refusal: 'unreadable',
    make: async ({ archive }) => archive.slice(0, archive.length >> 1),
  },
  { title: 'bytes that are no archive', refusal: 'unreadable', make: async () => Buffer.from('no archive') },
];
