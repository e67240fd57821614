/** Starts a server on one core and stops it again. The client stays on the other core. */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export const SERVER_CORE = '0';

export interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** @param path the path that answers once the server is ready */
export async function start(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  port: number,
  path: string,
): Promise<Running> {
  const child = spawn('taskset', ['-c', SERVER_CORE, ...command], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (let waited = 0; ; waited += 50) {
    if (child.exitCode !== null || waited > 20_000) throw new Error(`${command.join(' ')} did not start`);
    const ready = await fetch(`${url}${path}`).then(
      () => true,
      () => false,
    );
    if (ready) break;
    await sleep(50);
  }
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}
