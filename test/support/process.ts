/** The service as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Test } from 'tap';

export interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  /** Standard output so far: the log, and the line that names the address. */
  readonly lines: readonly string[];
  /** Standard error so far. */
  errors(): string;
  /** Stops it as a supervisor does; code and signal. */
  stop(): Promise<readonly unknown[]>;
}

/** A data folder of its own, so that tests that run at once do not share one log. */
export function dataFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'tongze-data-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the service on a free port and waits for the line that names its address. */
export async function startService(
  t: Test,
  environment: Readonly<Record<string, string>> = {},
  args: readonly string[] = ['src/main.ts'],
): Promise<Started> {
  const TONGZE_DATA = environment['TONGZE_DATA'] ?? dataFolder(t);
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'silent', ...environment, TONGZE_DATA };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  t.teardown(() => child.kill('SIGKILL'));
  // A first start tells its public key there; what a failed one says is shown with its code.
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  const ended = once(child, 'close');
  while (!lines.some((line) => line.startsWith('同责 Tongze'))) {
    await Promise.race([once(output, 'line'), ended]);
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}: ${errors}`);
  }
  const address = /https?:\/\/[\w.:[\]]+/.exec(lines.find((line) => line.startsWith('同责 Tongze')) ?? '')?.[0];
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { child, address: address as string, lines, errors: () => errors, stop };
}
