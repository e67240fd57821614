/**
 * Requests that schemathesis makes up from the published OpenAPI document, right and wrong ones, with a key of every
 * role, at the native interface and at OPA's. What was answered is counted by the service's own metrics.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROLES } from '../../src/access/identity.ts';
import type { Proof } from './proof.ts';
import { type RunningServer, startServer } from './support/server.ts';

export const name = 'schemathesis';
export const title = 'schemathesis 由 OpenAPI 文档造出的请求，在本接口和 OPA 接口上没有一个得到 5xx';

/** `.ci/run` installs it there from PyPI. */
const PROGRAM = resolve(process.env['SCHEMATHESIS'] ?? 'build/schemathesis/bin/schemathesis');

const NATIVE = '^/api/';
const SURFACES = { 本接口: ['--include-path-regex', NATIVE], OPA接口: ['--exclude-path-regex', NATIVE] } as const;

/** Lines of NDJSON are beyond it; the streams have tests of their own. */
const LEFT_OUT = ['--exclude-path', '/api/v1/evaluations/stream'];

/** Cases for an operation in one run of the program; runs follow one another until there are enough requests. */
const EXAMPLES = { short: 15, full: 100 } as const;
const MAX_RUNS = 12;

export const run: Proof['run'] = async ({ short, seed }) => {
  const required = process.env['TONGZE_REQUIRE_TOOLS'] === '1';
  if (!existsSync(PROGRAM)) {
    const how =
      '没有 schemathesis：python3 -m venv build/schemathesis，再 build/schemathesis/bin/pip install schemathesis==4.32.5';
    return { figures: { 跳过: how }, failures: required ? [how] : [] };
  }
  // Each surface gets its half.
  const wanted = (short ? 500 : 5_000) / 2;
  const figures: Record<string, number> = {};
  const failures: string[] = [];
  for (const [surface, filter] of Object.entries(SURFACES)) {
    const server = await startServer({ TONGZE_RATE_PER_MINUTE: '10000000' });
    try {
      const key = server.key(ROLES);
      // A running service looks at its keys once a second.
      await sleep(1200);
      let counts: Readonly<Record<string, number>> = {};
      let total = 0;
      for (let round = 0; total < wanted && round < MAX_RUNS; round += 1) {
        const said = await drive(server, key, [...filter, '--seed', String(seed + round)], short);
        counts = await answeredBy(server, key);
        total = Object.values(counts).reduce((sum, count) => sum + count, 0);
        if (said !== undefined) {
          failures.push(`${surface}：${said}`);
          break;
        }
      }
      figures[`${surface}的请求`] = total;
      for (const [status, count] of Object.entries(counts)) {
        figures[`${surface}，${status}`] = count;
        if (status >= '500') failures.push(`${surface}：${count} 个 ${status}`);
      }
      if (total < wanted) failures.push(`${surface}：只有 ${total} 个请求，应有 ${wanted} 个`);
      if (server.child.exitCode !== null) failures.push(`${surface}：服务停了`);
    } finally {
      await server.stop();
    }
  }
  return { figures, failures };
};

/** @returns what went wrong, `undefined` if nothing */
async function drive(
  { origin, data }: RunningServer,
  key: string,
  more: readonly string[],
  short: boolean,
): Promise<string | undefined> {
  const examples = String(short ? EXAMPLES.short : EXAMPLES.full);
  const options = ['--checks', 'not_a_server_error', '--phases', 'fuzzing', '--max-examples', examples];
  const quiet = ['--no-shrink', '--no-color', '--continue-on-failure', '--generation-database', 'none'];
  const identity = ['-H', `Authorization: Bearer ${key}`];
  const args = ['run', `${origin}/openapi.json`, ...options, ...quiet, ...identity, ...LEFT_OUT, ...more];
  // It leaves a folder of its own where it runs.
  const child = spawn(PROGRAM, args, { cwd: data, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += String(data)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return undefined;
  const told = text.replaceAll(key, '').split('\n');
  return told
    .slice(
      Math.max(
        0,
        told.findIndex((line) => /^=+ (FAILURES|ERRORS) =+$/.test(line)),
      ),
    )
    .slice(0, 30)
    .join('\n');
}

/** Answers by status since the service started. */
async function answeredBy({ origin }: RunningServer, key: string): Promise<Readonly<Record<string, number>>> {
  const response = await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${key}` } });
  const counts: Record<string, number> = {};
  for (const [, status = '', count] of (await response.text()).matchAll(
    /^http_request_duration_seconds_count\{.*code="(\d+)".*\} (\d+)$/gm,
  ))
    counts[status] = (counts[status] ?? 0) + Number(count);
  return counts;
}
