/** The replacement of the log key: a record that both keys sign, or the new one alone where the old one is lost. */
import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Recorded } from '../contract/generated/types.ts';
import { answerOf, createAppending, type Draft, type Origin } from './appending.ts';
import { commandSigner, makeKey, readKey, tryToSign } from './keys.ts';
import { type Leaf, SYSTEM } from './leaf.ts';
import { createLog } from './log.ts';
import { parseVerifier, type Signer, statedCheckpoint, type Verifier } from './note.ts';
import { assertNotSetBack, pathsOf, type RecordsConfiguration } from './open-log.ts';
import { latestCheckpoint } from './reading.ts';
import type { Store } from './store.ts';
import { signedEdge } from './stored-tree.ts';
import { openCheckpoint } from './verify-record.ts';
import { createWitness } from './witness.ts';

export interface Rotated {
  readonly from: string;
  readonly to: Verifier;
  /** The place of the record. */
  readonly index: number;
  /** Where the old key was put, if it was in a file. */
  readonly retired?: string;
}

/** Where the new key is, and what became of the old one. */
export interface RotationOptions {
  /** The public key of a key that is gone or was stolen; it signs nothing any more. */
  readonly lost?: string | undefined;
  /** The new key is behind a command, with that public key; else it is made in a file. */
  readonly signer?: { readonly command: string; readonly publicKey: string } | undefined;
}

/** The name of the log of a store. @throws while it is empty: then there is no key to replace */
export async function logName(store: Store): Promise<string> {
  const latest = await latestCheckpoint(store);
  const name = statedCheckpoint(latest?.note ?? '')?.origin;
  if (name === undefined) throw new Error('日志还没有记录，不必更换密钥 (the log is empty)');
  return name;
}

/** Replaces the key of a log that nothing else is writing to. */
export async function rotateKey(
  store: Store,
  configuration: RecordsConfiguration,
  origin: Origin,
  { lost, signer }: RotationOptions = {},
): Promise<Rotated> {
  const name = await logName(store);
  const { key, checkpoints } = pathsOf(configuration);
  await assertNotSetBack(store, checkpoints, await latestCheckpoint(store));
  const before = lost === undefined ? await oldSigner(store, configuration) : undefined;
  const from = before?.verifier.text ?? lostKey(lost as string, name);
  if (openCheckpoint((await latestCheckpoint(store))?.note ?? '', [parseVerifier(from) as Verifier]) === undefined)
    throw new Error(
      '--lost 给出的不是最近签名的密钥：它已经更换过，要给出最近一次更换以后的公钥 (this key did not sign last)',
    );
  const after = signer === undefined ? fileSigner(key, name) : await newCommand(signer, name);
  if (after.verifier.text === from) throw new Error('新的密钥就是旧的那一个 (the new key is the old one)');
  const signers: readonly Signer[] = before === undefined ? [after] : [before, after];
  const witness = createWitness(checkpoints, (error) => {
    throw error;
  });
  const known = [parseVerifier(from) as Verifier, after.verifier];
  const resume = (size: number) => signedEdge(store, size, known);
  const log = createLog({ store, signers: () => signers, resume, onCheckpoint: witness.note });
  const draft = rotationDraft(origin, { from, to: after.verifier.text, lost: before === undefined });
  const made = await createAppending({ store, log }).append(draft);
  const { receipt } = JSON.parse(new TextDecoder().decode(answerOf(made))) as Recorded;
  witness.close();
  // After the record: if this is cut short, the old key still opens the latest checkpoint.
  const retired = existsSync(key) ? retire(key, before?.verifier.keyHash ?? 'lost') : undefined;
  if (signer === undefined) renameSync(freshOf(key), key);
  else rmSync(key, { force: true });
  return { from, to: after.verifier, index: receipt.index, ...(retired === undefined ? {} : { retired }) };
}

/** The record that `to` signs from now on. */
export function rotationDraft(origin: Origin, keys: NonNullable<Leaf['keys']>): Draft {
  return { kind: 'key_rotation', origin, actor: SYSTEM, tenant: SYSTEM.tenant, key: null, more: { keys } };
}

/** @throws unless it is the key that signed last: a record by another would be no rotation */
async function oldSigner(store: Store, configuration: RecordsConfiguration): Promise<Signer> {
  const { TONGZE_LOG_SIGNER: command, TONGZE_LOG_PUBLIC_KEY: publicKey } = configuration;
  const { key } = pathsOf(configuration);
  const isBehindCommand = command !== undefined && publicKey !== undefined;
  if (!isBehindCommand && !existsSync(key))
    throw new Error(
      `没有日志的私钥 ${key}：从备份恢复，或者用 TONGZE_LOG_KEY 指明；确已遗失的，用 --lost <旧公钥> ` +
        '(the private key is missing: restore it, or say --lost with its public key)',
    );
  const signer = isBehindCommand ? commandSigner(command, publicKey) : readKey(key);
  const { note = '' } = (await latestCheckpoint(store)) ?? {};
  if (openCheckpoint(note, [signer.verifier]) === undefined)
    throw new Error('配置的密钥不是签过最近检查点的那一个 (the key is not the one that signed the latest checkpoint)');
  return signer;
}

const freshOf = (path: string) => `${path}.new`;

/** A key that an earlier try left behind has signed nothing that counts, or is the one to go on with. */
function fileSigner(path: string, name: string): Signer {
  const fresh = freshOf(path);
  return existsSync(fresh) ? readKey(fresh) : makeKey(fresh, name);
}

/** @throws unless the command signs with the key, and the key is named after the log */
async function newCommand({ command, publicKey }: NonNullable<RotationOptions['signer']>, name: string) {
  const signer = commandSigner(command, existsSync(publicKey) ? readFileSync(publicKey, 'utf8') : publicKey);
  if (signer.verifier.name !== name)
    throw new Error(
      `新的公钥的名称须是日志的名称 ${name}：用 log-key 得到 (the new public key must have the name of the log)`,
    );
  await tryToSign(signer);
  return signer;
}

function lostKey(text: string, name: string): string {
  const verifier = parseVerifier(existsSync(text) ? readFileSync(text, 'utf8') : text);
  if (verifier === undefined) throw new Error('遗失的密钥要给出它的公钥 (the public key of the lost key is wanted)');
  if (verifier.name !== name) throw new Error('这个公钥不属于这个日志 (a key of another log)');
  return verifier.text;
}

function retire(path: string, keyHash: string): string {
  const target = `${path}.${keyHash}.retired`;
  writeFileSync(target, '', { mode: 0o600 });
  copyFileSync(path, target);
  chmodSync(target, 0o400);
  return target;
}
