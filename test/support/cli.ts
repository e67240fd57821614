/** The command line as a process of its own. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Runs a command on a data folder. */
export function tongze(folder: string, ...args: readonly string[]) {
  const env = { ...process.env, TONGZE_DATA: folder };
  const run = spawnSync(process.execPath, [resolve('src/cli/main.ts'), ...args], { env, encoding: 'utf8' });
  return { code: run.status, out: run.stdout, err: run.stderr };
}
