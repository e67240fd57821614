/** The service as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Test } from 'tap';

export interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  /** Standard output so far: the log, and the line that names the address. */
  readonly lines: readonly string[];
  /** Stops it as a supervisor does; code and signal. */
  stop(): Promise<readonly unknown[]>;
}

/** Starts the service on a free port and waits for the line that names its address. */
export async function startService(
  t: Test,
  environment: Readonly<Record<string, string>> = {},
  args: readonly string[] = ['src/main.ts'],
): Promise<Started> {
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'silent', ...environment };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  t.teardown(() => child.kill('SIGKILL'));
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  const ended = once(child, 'close');
  while (!lines.some((line) => line.startsWith('同责 Tongze'))) {
    await Promise.race([once(output, 'line'), ended]);
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}`);
  }
  const address = /https?:\/\/[\w.:[\]]+/.exec(lines.find((line) => line.startsWith('同责 Tongze')) ?? '')?.[0];
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { child, address: address as string, lines, stop };
}
