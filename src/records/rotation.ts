/** The replacement of the log key: a record that both keys sign, or the new one alone where the old one is lost. */
import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { makeKey, readKey } from './keys.ts';
import { createLog } from './log.ts';
import { parseCheckpoint, parseVerifier, type Signer, type Verifier } from './note.ts';
import { latestCheckpoint } from './reading.ts';
import { createRecording, type Origin } from './recording.ts';
import type { Store } from './store.ts';
import { createWitness } from './witness.ts';

export interface Rotated {
  readonly from: string;
  readonly to: Verifier;
  /** The place of the record. */
  readonly index: number;
  /** Where the old key was put. */
  readonly retired?: string;
}

/**
 * Replaces the key of a log that nothing else is writing to.
 *
 * @param lost the public key of a key that is gone or was stolen; it signs nothing any more
 */
export async function rotateKey(
  store: Store,
  paths: { readonly key: string; readonly checkpoints: string },
  origin: Origin,
  lost?: string,
): Promise<Rotated> {
  const latest = await latestCheckpoint(store);
  const name = parseCheckpoint((latest?.note ?? '').split('\n\n')[0]?.concat('\n') ?? '')?.origin;
  if (name === undefined) throw new Error('日志还没有记录，不必更换密钥 (the log is empty)');
  const before = lost === undefined ? readKey(paths.key) : undefined;
  const from = before?.verifier.text ?? lostKey(lost as string, name);
  const fresh = `${paths.key}.new`;
  // A key that an earlier try left behind has signed nothing that counts, or is the one to go on with.
  const after = existsSync(fresh) ? readKey(fresh) : makeKey(fresh, name);
  const signers: readonly Signer[] = before === undefined ? [after] : [before, after];
  const witness = createWitness(paths.checkpoints, (error) => {
    throw error;
  });
  const log = createLog({ store, signers: () => signers, onCheckpoint: witness.note });
  const decide = () => Promise.reject(new Error('a rotation decides nothing'));
  const recording = createRecording({ store, log, origin, decide });
  const { index } = await recording.rotate(from, after.verifier.text, before === undefined);
  witness.close();
  // After the record: if this is cut short, the old key still opens the latest checkpoint.
  const retired = existsSync(paths.key) ? retire(paths.key, before?.verifier.keyHash ?? 'lost') : undefined;
  renameSync(fresh, paths.key);
  return { from, to: after.verifier, index, ...(retired === undefined ? {} : { retired }) };
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
