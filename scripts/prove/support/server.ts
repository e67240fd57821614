/** The service as an operator starts it, a process of its own, for proofs from outside. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Role } from '../../../src/access/identity.ts';
import { serviceArguments } from '../../bootstrap/service.mjs';

export interface RunningServer {
  readonly port: number;
  readonly origin: string;
  /** Where it keeps keys, audit and records. */
  readonly data: string;
  readonly child: ChildProcess;
  /** Everything that it wrote to standard output and error. */
  readonly output: readonly string[];
  /** A new key; the server notices within a second. */
  key(roles: readonly Role[], ...more: readonly string[]): string;
  /** Ends it as a supervisor would, and removes its data. */
  stop(): Promise<void>;
}

export async function startServer(environment: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), 'tongze-proof-'));
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'silent', TONGZE_DATA: data, ...environment };
  const child = spawn(process.execPath, serviceArguments(), { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => output.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => output.push(line));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${output.join('\n')}`)));
    lines.on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
  });
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    data,
    child,
    output,
    key: (roles, ...more) => {
      const args = ['src/cli/main.ts', 'key', 'create', '--role', ...roles, ...more];
      return spawnSync(process.execPath, args, { env, encoding: 'utf8' }).stdout.trim();
    },
    stop: async () => {
      if (child.exitCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
      rmSync(data, { recursive: true, force: true });
    },
  };
}
