/** The service under a steady mix of everything for a long time: memory after the first fifth does not grow. */
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Proof } from './proof.ts';
import { ask, EXAMPLE } from './support/polite.ts';
import { startServer } from './support/server.ts';

export const name = 'soak';
export const title = '服务不停地答复各种请求，内存不再增长，没有一个请求失败';

const SECONDS = { full: 600, short: 30 } as const;

/** Requests at once. */
const LANES = 4;

/** What the resident memory may grow between the second and the last fifth: the collector does not work to the byte. */
const GROWTH = 1.1;

const { facts } = JSON.parse(EXAMPLE) as { readonly facts: Readonly<Record<string, unknown>> };
const JSON_TYPE = { 'content-type': 'application/json' };
const NDJSON_TYPE = { 'content-type': 'application/x-ndjson' };
const small = JSON.stringify({ question: 'grade', facts: { accident: { deaths: 7 } } });

/** Large enough to leave the calling thread for a worker. */
const large = JSON.stringify({
  question: 'addressees',
  facts: { ...facts, register: { accidents: Array.from({ length: 300 }, () => ({ on: '2021-05-01' })) } },
});

interface Kind {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
}

const kinds: readonly Kind[] = [
  { path: '/api/v1/evaluations', headers: JSON_TYPE, body: EXAMPLE, status: 200 },
  { path: '/api/v1/evaluations', headers: JSON_TYPE, body: small, status: 200 },
  { path: '/api/v1/evaluations', headers: JSON_TYPE, body: large, status: 200 },
  { path: '/api/v1/evaluations', headers: JSON_TYPE, body: '{"question":', status: 400 },
  { path: '/api/v1/memos', headers: JSON_TYPE, body: EXAMPLE, status: 200 },
  {
    path: '/v1/data/questions/addressees/decision',
    headers: JSON_TYPE,
    body: JSON.stringify({ input: { facts, options: {} } }),
    status: 200,
  },
  { path: '/api/v1/evaluations/stream', headers: NDJSON_TYPE, body: `${small}\n`.repeat(50), status: 200 },
  { path: '/health', method: 'GET', status: 200 },
];

export const run: Proof['run'] = async ({ short }) => {
  const server = await startServer({ TONGZE_RATE_PER_MINUTE: '10000000' });
  const agent = new Agent({ keepAlive: true, maxSockets: LANES });
  const until = performance.now() + (short ? SECONDS.short : SECONDS.full) * 1000;
  const resident: number[] = [];
  const failures: string[] = [];
  let requests = 0;
  let shed = 0;
  const lane = async (start: number) => {
    for (let i = start; performance.now() < until; i += 1) {
      const { status: wanted, ...asking } = kinds[i % kinds.length] as Kind;
      const { status } = await ask(server.port, { ...asking, agent });
      requests += 1;
      // A machine that is busy otherwise makes the service shed; that is told, not held against its memory.
      if (status === 503) shed += 1;
      else if (status !== wanted && failures.length < 10) failures.push(`${asking.path}：${status}，应为 ${wanted}`);
    }
  };
  const watch = async () => {
    while (performance.now() < until) {
      resident.push(residentMiB(server.child.pid as number));
      await sleep(250);
    }
  };
  try {
    await Promise.all([watch(), ...Array.from({ length: LANES }, (_, i) => lane(i * 2))]);
    if (server.child.exitCode !== null) failures.push('服务停了');
    const fifth = Math.floor(resident.length / 5);
    const second = median(resident.slice(fifth, 2 * fifth));
    const last = median(resident.slice(-fifth));
    // Half a minute is not enough to tell growth from warming up.
    if (!short && last > second * GROWTH) failures.push(`内存由 ${second} MiB 增至 ${last} MiB`);
    if (shed > requests / 10) failures.push(`${shed} 个请求得到 503`);
    return {
      figures: {
        请求: requests,
        '其中得到 503 的': shed,
        '内存（MiB，第二个五分之一的中位）': second,
        '内存（MiB，最后五分之一的中位）': last,
        '内存（MiB，最多）': Math.max(...resident),
      },
      failures,
    };
  } finally {
    agent.destroy();
    await server.stop();
  }
};

function residentMiB(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kib) / 1024);
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
