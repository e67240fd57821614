/** A stock OPA server with the Rego bundle, on a free port of the loopback address. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Test } from 'tap';
import { builtInBundles } from '../../src/policy/generated/bundles.ts';

/** @returns its address, once the bundle is active */
export async function startOpa(t: Test, opa: string): Promise<string> {
  const address = `127.0.0.1:${await freePort()}`;
  const args = ['run', '--server', '--addr', address, '--log-level', 'error', '-b', builtInBundles.rego.path];
  const server = spawn(opa, args, { stdio: 'ignore' });
  t.teardown(() => server.kill());
  for (let waited = 0; waited < 600; waited += 1) {
    if (server.exitCode !== null) throw new Error(`opa ended with ${server.exitCode}`);
    const healthy = await fetch(`http://${address}/health?bundles`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return `http://${address}`;
    await sleep(50);
  }
  throw new Error('opa did not become healthy');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
