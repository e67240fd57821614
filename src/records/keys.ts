/** The key of the log: in a file that only its owner reads, or behind a command that signs. */
import { type ExecFileException, execFile } from 'node:child_process';
import { randomBytes, verify } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { NotSigned } from './failures.ts';
import { generateKey, parseSigner, parseVerifier, type Signer, type Verifier } from './note.ts';

/** Milliseconds that a command may take to sign. */
const SIGN_MS = 10_000;

export interface OpenedKey {
  readonly signer: Signer;
  /** Made just now: the public key must be told, once. */
  readonly isNew: boolean;
}

/** Reads a private key. @throws when the file is missing, readable by others, or no key */
export function readKey(path: string): Signer {
  const found = statSync(path);
  if (found.isDirectory())
    throw new Error(`${path} 是文件夹：TONGZE_LOG_KEY 要写私钥的文件 (the path of the private key is a folder)`);
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new Error(
      `日志的私钥 ${path} 别人也能读：先 chmod 600，再考虑更换密钥 (the private key is readable by others: chmod 600)`,
    );
  const signer = parseSigner(readFileSync(path, 'utf8'));
  if (signer === undefined) throw new Error(`${path} 不是日志的私钥 (no private key of a log)`);
  return signer;
}

/** Writes a new key, never over another. The file is on disk before anything is signed with it. */
export function makeKey(path: string, name: string): Signer {
  const text = generateKey(name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, `${text}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return parseSigner(text) as Signer;
}

/** A name that no other log has: checkpoints of two logs can never be taken for one another. */
export function newLogName(): string {
  return `tongze/${randomBytes(8).toString('hex')}`;
}

/**
 * The key in a file; where there is none, a new one if the log is empty.
 *
 * @throws when the log has records and the file is gone: a new key would look like another log
 */
export function openKey(path: string, logIsEmpty: boolean): OpenedKey {
  if (existsSync(path)) return { signer: readKey(path), isNew: false };
  if (!logIsEmpty)
    throw new Error(
      `日志已有记录，却没有它的私钥 ${path}：从备份恢复；确已遗失的，按 docs/records.md 更换密钥 ` +
        '(the log has records but its key is missing: restore it, or replace it as docs/records.md says)',
    );
  return { signer: makeKey(path, newLogName()), isNew: true };
}

/**
 * A key that stays elsewhere: the command gets the message on its standard input and writes the 64 bytes of the
 * signature in base64. It is started without a shell.
 */
export function commandSigner(command: string, publicKey: string): Signer {
  const verifier = parseVerifier(publicKey);
  if (verifier === undefined)
    throw new Error('签名的命令所用的公钥不是 name+hash+base64：用 log-key 从 PEM 得到 (no public key of a log)');
  return {
    verifier,
    sign: (message) =>
      new Promise((resolve, reject) => {
        const child = execFile(command, { timeout: SIGN_MS, encoding: 'utf8' }, (error, stdout) => {
          const signature = Buffer.from(stdout.trim(), 'base64');
          if (error !== null || signature.byteLength !== 64)
            reject(
              new NotSigned(`签名的命令 ${command} 没有给出签名：${whyNot(error)} (the command gave no signature)`),
            );
          else if (!verify(null, message, verifier.key, signature))
            reject(new NotSigned(`签名的命令 ${command} 用的不是这个公钥的私钥 (the command signs with another key)`));
          else resolve(signature);
        });
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(message);
      }),
  };
}

/** Why a command gave no signature; what it wrote may be anything, and is left out. */
function whyNot(error: ExecFileException | null): string {
  if (error === null) return '标准输出不是 64 字节的签名（base64）';
  if (error.code === 'ENOENT') return '没有这个文件，或者它的解释器；写可执行文件的完整路径';
  if (error.code === 'EACCES') return '不能执行：chmod +x，并让运行本程序的用户能读';
  if (error.killed === true) return `${SIGN_MS / 1000} 秒没有签完`;
  return error.signal == null ? `以 ${error.code} 退出` : `被 ${error.signal} 中止`;
}

/**
 * Has something signed that is no checkpoint of any log.
 *
 * @throws with the reason where the signer gives no signature that holds
 */
export async function tryToSign(signer: Signer): Promise<void> {
  await signer.sign(Buffer.from('tongze: does this key sign?\n'));
}

/** Public keys from a file, one a line; lines that are none are passed over. */
export function verifiersIn(text: string): readonly Verifier[] {
  return text
    .split('\n')
    .map((line) => parseVerifier(line))
    .filter((verifier) => verifier !== undefined);
}
