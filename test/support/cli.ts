/** The command line as a process of its own. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Runs a command on a data folder. */
export function tongze(folder: string, ...args: readonly string[]) {
  return ran(folder, [process.execPath, resolve('src/cli/main.ts'), ...args]);
}

/** The same, bound by the permissions of files, which do not bind root otherwise. */
export function tongzeAsOther(folder: string, ...args: readonly string[]) {
  const bound = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];
  return ran(folder, [...bound, process.execPath, resolve('src/cli/main.ts'), ...args]);
}

function ran(folder: string, [command, ...args]: readonly string[]) {
  const env = { ...process.env, TONGZE_DATA: folder };
  const run = spawnSync(command as string, args, { env, encoding: 'utf8' });
  return { code: run.status, out: run.stdout, err: run.stderr };
}
