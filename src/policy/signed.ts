/**
 * A signed bundle: both bundles of one build, the syntax trees, the golden cases, and `.signatures.json`, a JWT that
 * names every file with its SHA-256. Only the exact set of files, signed by a configured key, is ever used.
 */
import { readFileSync } from 'node:fs';
import { CompactSign, compactVerify, type JWK } from 'jose';
import type { BundleKeys, BundleSignature } from '../contract/generated/types.ts';
import { validate } from '../contract/validate.ts';
import { sha256 } from '../kernel/sha256.ts';
import { packed, unpackStrictly } from './archive.ts';
import { BundleRefused } from './refused.ts';

/** The files that a signed bundle has; nothing else may be in it. */
export const FILES = {
  wasm: 'tongze.wasm.tar.gz',
  rego: 'tongze.rego.tar.gz',
  trees: 'modules.json',
  cases: 'cases.json',
} as const;

const SIGNATURES = '.signatures.json';
const ALGORITHM = 'EdDSA';

export interface SignedBundle {
  /** SHA-256 of the WASM bundle: the name by which decisions and records call the bundle. */
  readonly id: string;
  readonly keyId: string;
  readonly signature: BundleSignature;
  /** By the names of `FILES`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Reads the public keys that may sign. @throws when the file is none of them */
export function readBundleKeys(path: string): BundleKeys {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (thrown) {
    throw new Error(`读不出规则包的公钥 ${path}，核对 TONGZE_BUNDLE_KEYS：${(thrown as Error).message}`);
  }
  const [item] = validate('bundle-keys.schema.json', value);
  if (item !== undefined)
    throw new Error(
      `规则包的公钥 ${path} 不能使用，核对 TONGZE_BUNDLE_KEYS：${item.pointer || '/'}：${item.message}${item.remedy}`,
    );
  return value as BundleKeys;
}

/**
 * Signs a bundle.
 *
 * @param key an Ed25519 private key as JWK, with its `kid`
 * @returns the archive
 */
export async function signBundle(
  files: ReadonlyMap<string, Uint8Array>,
  said: Omit<BundleSignature, 'files'>,
  key: JWK,
): Promise<Uint8Array> {
  const payload: BundleSignature = { ...said, files: [...files].map(([name, bytes]) => fileOf(name, bytes)) };
  const token = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: ALGORITHM, kid: key.kid as string, typ: 'JWT' })
    .sign(key);
  const signatures = new TextEncoder().encode(JSON.stringify({ signatures: [token] }));
  return packed(new Map([...files, [SIGNATURES, signatures]]));
}

function fileOf(name: string, bytes: Uint8Array): BundleSignature['files'][number] {
  return { name, hash: sha256(bytes), algorithm: 'SHA-256' };
}

/**
 * Unpacks and checks a signed bundle: nothing of it is used before all of it holds.
 *
 * @throws {BundleRefused}
 */
export async function openSigned(archive: Uint8Array, { keys }: BundleKeys): Promise<SignedBundle> {
  const all = await unpackStrictly(archive);
  const { keyId, signature } = await signatureOf(all.get(SIGNATURES), keys);
  const files = new Map([...all].filter(([name]) => name !== SIGNATURES));
  const listed = new Map(signature.files.map(({ name, hash }) => [name, hash]));
  if (listed.size !== signature.files.length) throw new BundleRefused('duplicate-name');
  for (const name of files.keys()) if (!listed.has(name)) throw new BundleRefused('extra-file', name);
  for (const [name, hash] of listed) {
    const bytes = files.get(name);
    if (bytes === undefined) throw new BundleRefused('missing-file', name);
    if (sha256(bytes) !== hash) throw new BundleRefused('altered-file', name);
  }
  const wanted: readonly string[] = Object.values(FILES);
  for (const name of wanted) if (!files.has(name)) throw new BundleRefused('missing-file', name);
  for (const name of files.keys()) if (!wanted.includes(name)) throw new BundleRefused('extra-file', name);
  return { id: listed.get(FILES.wasm) as string, keyId, signature, files };
}

async function signatureOf(bytes: Uint8Array | undefined, keys: BundleKeys['keys']) {
  if (bytes === undefined) throw new BundleRefused('unsigned');
  const token = tokenOf(bytes);
  try {
    const verified = await compactVerify(
      token,
      ({ kid }) => {
        const key = keys.find((known) => known.kid === kid);
        if (key === undefined) throw new BundleRefused('unknown-key');
        return key;
      },
      { algorithms: [ALGORITHM] },
    );
    const signature = parsed(verified.payload);
    if (validate('bundle-signature.schema.json', signature).length > 0) throw new BundleRefused('bad-signature');
    return { keyId: verified.protectedHeader.kid as string, signature: signature as BundleSignature };
  } catch (thrown) {
    if (thrown instanceof BundleRefused) throw thrown;
    throw new BundleRefused('bad-signature', undefined, { cause: thrown });
  }
}

/** Exactly one: with two, each reader could choose another. */
function tokenOf(bytes: Uint8Array): string {
  try {
    const { signatures } = parsed(bytes) as { readonly signatures?: unknown };
    if (Array.isArray(signatures) && signatures.length === 1 && typeof signatures[0] === 'string') return signatures[0];
  } catch {
    // Said below.
  }
  throw new BundleRefused('unsigned');
}

const parsed = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
