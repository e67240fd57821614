/**
 * Signed notes and checkpoints in the form of C2SP (signed-note, tlog-checkpoint), as Go's sumdb and the logs of
 * Certificate Transparency use them. Ed25519; the algorithm is a byte of the key, so that others can follow.
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign, verify } from 'node:crypto';
import { HASH_BYTES, type Hash } from './merkle.ts';

/** The algorithm byte of signed-note. SM2 has none yet. */
const ED25519 = 1;

/** Ed25519 keys in DER have these bytes before the 32 of the key. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** The key's hash, before each signature. */
const KEY_HASH_BYTES = 4;

/** A public key with its name; `text` is the form that goes to auditors. */
export interface Verifier {
  readonly name: string;
  /** Eight hex digits that tell keys of one name apart. */
  readonly keyHash: string;
  /** `name+hash+base64`, as in Go's sumdb. */
  readonly text: string;
  readonly key: KeyObject;
}

export interface Signer {
  readonly verifier: Verifier;
  /** The 64 bytes of the signature. */
  sign(message: Uint8Array): Promise<Uint8Array> | Uint8Array;
}

/** A name is in every checkpoint: no space, no plus, one line. */
export function isKeyName(name: string): boolean {
  return /^[^\s+]{1,120}$/u.test(name);
}

function keyHashOf(name: string, publicKey: Uint8Array): string {
  const hash = createHash('sha256').update(`${name}\n`).update(Uint8Array.of(ED25519)).update(publicKey);
  return hash.digest('hex').slice(0, 8);
}

function verifierOf(name: string, publicKey: Uint8Array): Verifier {
  const keyHash = keyHashOf(name, publicKey);
  const encoded = Buffer.concat([Uint8Array.of(ED25519), publicKey]).toString('base64');
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
  return { name, keyHash, text: `${name}+${keyHash}+${encoded}`, key };
}

/**
 * Reads a public key `name+hash+base64`.
 *
 * @returns `undefined` where the text is no Ed25519 key or its hash is another's
 */
export function parseVerifier(text: string): Verifier | undefined {
  const match = /^([^\s+]{1,120})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(text.trim());
  if (match === null) return undefined;
  const [, name, keyHash, encoded] = match as unknown as [string, string, string, string];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.byteLength !== KEY_BYTES + 1 || bytes[0] !== ED25519) return undefined;
  const verifier = verifierOf(name, bytes.subarray(1));
  return verifier.keyHash === keyHash ? verifier : undefined;
}

/**
 * A public key in the form of auditors from one in PEM, as openssl and key stores give it.
 *
 * @returns `undefined` where it is no Ed25519 key
 */
export function verifierOfPem(name: string, pem: string): Verifier | undefined {
  try {
    const spki = createPublicKey(pem).export({ format: 'der', type: 'spki' });
    const isEd25519 = spki.subarray(0, SPKI_PREFIX.byteLength).equals(SPKI_PREFIX);
    return isEd25519 ? verifierOf(name, spki.subarray(SPKI_PREFIX.byteLength)) : undefined;
  } catch {
    return undefined;
  }
}

/** A new private key in the form of Go's sumdb, `PRIVATE+KEY+name+hash+base64`. */
export function generateKey(name: string): string {
  if (!isKeyName(name)) throw new Error('密钥的名称不得有空格和加号 (no space or plus in the name of a key)');
  const seed = randomBytes(KEY_BYTES);
  const { keyHash } = signerOf(name, seed).verifier;
  return `PRIVATE+KEY+${name}+${keyHash}+${Buffer.concat([Uint8Array.of(ED25519), seed]).toString('base64')}`;
}

/** Reads a private key; `undefined` where the text is none. */
export function parseSigner(text: string): Signer | undefined {
  const match = /^PRIVATE\+KEY\+([^\s+]{1,120})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(text.trim());
  if (match === null) return undefined;
  const [, name, keyHash, encoded] = match as unknown as [string, string, string, string];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.byteLength !== KEY_BYTES + 1 || bytes[0] !== ED25519) return undefined;
  const signer = signerOf(name, bytes.subarray(1));
  return signer.verifier.keyHash === keyHash ? signer : undefined;
}

function signerOf(name: string, seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    verifier: verifierOf(name, spki.subarray(SPKI_PREFIX.byteLength)),
    sign: (message) => sign(null, message, key),
  };
}

/** A checkpoint: the log of that name had this root when it held `size` leaves. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The text that is signed; it ends in a line feed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** A note of a text that ends in a line feed, signed by each of the keys. */
export async function signNote(text: string, signers: readonly Signer[]): Promise<string> {
  let note = `${text}\n`;
  for (const { verifier, sign: signs } of signers) {
    const signature = await signs(Buffer.from(text));
    const bytes = Buffer.concat([Buffer.from(verifier.keyHash, 'hex'), signature]);
    note += `— ${verifier.name} ${bytes.toString('base64')}\n`;
  }
  return note;
}

/** How many signatures a note has, whoever made them. */
export function signaturesOf(note: string): number {
  return note.slice(note.lastIndexOf('\n\n') + 2, -1).split('\n').length;
}

/** The hash of the key that signed last: of a checkpoint that both keys of a rotation signed, the new one's. */
export function lastKeyHash(note: string): string {
  const signature = note.trimEnd().split(' ').at(-1) ?? '';
  return Buffer.from(signature, 'base64').subarray(0, 4).toString('hex');
}

interface Signature {
  readonly name: string;
  readonly keyHash: string;
  readonly bytes: Uint8Array;
}

/** The signature of a line; `undefined` where it is none. */
function signatureIn(line: string): Signature | undefined {
  const [, name = '', encoded = ''] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  // Base64 that is written in another way than it is read could differ without changing the bytes.
  if (bytes.byteLength <= KEY_HASH_BYTES || bytes.toString('base64') !== encoded) return undefined;
  return { name, keyHash: bytes.toString('hex', 0, KEY_HASH_BYTES), bytes: bytes.subarray(KEY_HASH_BYTES) };
}

/** Whether a line is a signature to its end: none is shorter than one with Ed25519. */
export function isWholeSignature(line: string): boolean {
  return (signatureIn(line)?.bytes.byteLength ?? 0) >= SIGNATURE_BYTES;
}

export type NoteProblem = 'malformed' | 'unknown_key' | 'wrong_signature';

export interface OpenedNote<Key extends Verifier = Verifier> {
  readonly text: string;
  /** The keys whose signatures were checked and hold. */
  readonly by: readonly Key[];
}

/** More signatures than any log gives; a bound on work. */
const MAX_SIGNATURES = 16;

/**
 * Opens a note: at least one of the known keys has signed it, and none of them wrongly. Signatures of unknown keys are
 * passed over, as the specification says.
 */
export function openNote<Key extends Verifier>(note: string, known: readonly Key[]): OpenedNote<Key> | NoteProblem {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || note.length > 1_000_000) return 'malformed';
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return 'malformed';
  const by: Key[] = [];
  for (const line of lines) {
    const signature = signatureIn(line);
    if (signature === undefined) return 'malformed';
    const { name, keyHash, bytes } = signature;
    const verifier = known.find((key) => key.name === name && key.keyHash === keyHash);
    if (verifier === undefined || by.includes(verifier)) continue;
    if (bytes.byteLength !== SIGNATURE_BYTES || !verify(null, Buffer.from(text), verifier.key, bytes))
      return 'wrong_signature';
    by.push(verifier);
  }
  return by.length === 0 ? 'unknown_key' : { text, by };
}

/** The line behind a note that a power cut or a full disk has cut off, so that the next stands by itself. */
export const CUT_OFF = '(cut off)';

/** A line of a signature, though it be cut off within its first character, which is of three bytes. */
const SIGNATURE_START = /^(— |[—\ufffd]$)/u;

export interface NotesIn {
  readonly notes: readonly string[];
  /** What is no note, and is not there because one was cut off. */
  readonly others: readonly string[];
}

/**
 * The notes of a text: one, perhaps copied with white space after it or with CRLF, or a whole file of them, with or
 * without empty lines between them. As text: no signature has been checked.
 */
export function notesIn(text: string): NotesIn {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const parts = lines
    .join('\n')
    .trim()
    .split(/\n{2,}/);
  const notes: string[] = [];
  const others: string[] = [];
  // Of a note: the lines before its signatures.
  let before: readonly string[] = [];
  for (const [at, part] of parts.entries()) {
    const lines = part.split('\n');
    const end = lines.findIndex((line) => !SIGNATURE_START.test(line));
    const signatures = end < 0 ? lines : lines.slice(0, end);
    const behind = end < 0 ? [] : lines.slice(end);
    const isNote = before.length > 0 && signatures.length > 0 && signatures.every(isWholeSignature);
    const isLast = at === parts.length - 1 && behind.length === 0 && !text.endsWith('\n');
    const isCutOff = isLast || behind[0] === CUT_OFF || before.at(-1) === CUT_OFF;
    const found = [...before, '', ...signatures, ''].join('\n');
    if (isNote) notes.push(found);
    else if (!isCutOff && found.trim() !== '') others.push(found);
    before = behind;
  }
  // What no signature follows at the end was cut off.
  return { notes, others };
}

/** The checkpoint of a note as it says itself, whoever signed it. */
export function statedCheckpoint(note: string): Checkpoint | undefined {
  return parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1));
}

/** Reads the text of a checkpoint; further lines (extensions) are allowed and not read. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n');
  if (rest.length === 0 || origin === '' || !/^(0|[1-9][0-9]{0,15})$/.test(size)) return undefined;
  if (rest.slice(0, -1).includes('') || rest.at(-1) !== '') return undefined;
  const bytes = Buffer.from(root, 'base64');
  if (bytes.byteLength !== HASH_BYTES || bytes.toString('base64') !== root) return undefined;
  const count = Number(size);
  return Number.isSafeInteger(count) ? { origin, size: count, root: bytes } : undefined;
}
