/** The file of the keys, `access/keys.json` in the data folder: of mode 0600, written by the command `key` alone. */
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ApiKey, ApiKeys } from '../contract/generated/types.ts';
import { validate } from '../contract/validate.ts';
import { watchedFile } from './watched-file.ts';

export function keyFileIn(dataFolder: string): string {
  return join(dataFolder, 'access', 'keys.json');
}

/**
 * The keys that the text of the file writes; none where there is no file.
 *
 * @param mode permission bits of the file
 * @throws when others may read it, or when it is no file of keys
 */
export function parseKeys(path: string, text: string | undefined, mode: number): readonly ApiKey[] {
  if (text === undefined) return [];
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new Error(`密钥文件 ${path} 可由他人读写；请运行 chmod 600 ${path} (the file of keys must have mode 600)`);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Error(`密钥文件 ${path} 不是有效的 JSON；请恢复备份 (the file of keys is not JSON)`);
  }
  const [fault] = validate('api-keys.schema.json', content);
  if (fault !== undefined)
    throw new Error(`密钥文件 ${path} 的 ${fault.pointer}：${fault.message} (the file of keys is invalid)`);
  return (content as ApiKeys).keys;
}

/** The keys as they are now: reads again what a command has changed meanwhile. */
export function watchedKeys(path: string, onFault: (error: Error) => void): Promise<() => Promise<readonly ApiKey[]>> {
  return watchedFile(path, (text, mode) => parseKeys(path, text, mode), onFault);
}

/**
 * Changes the file as a whole or not at all. A second command at the same time is refused.
 *
 * @param change the new list from the old one
 */
export async function changeKeys(path: string, change: (keys: readonly ApiKey[]) => ApiKey[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.new`;
  const file = await open(draft, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new Error(`另一个命令正在改写密钥；如果没有，请删除 ${draft} 后重试 (another command changes the keys)`);
  });
  try {
    const keys = change(await readKeys(path));
    try {
      await file.writeFile(`${JSON.stringify({ version: 1, keys } satisfies ApiKeys, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** @throws as `parseKeys` */
export async function readKeys(path: string): Promise<readonly ApiKey[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  return parseKeys(path, await readFile(path, 'utf8'), found.mode & 0o777);
}
