/** Four times what the service can do: some are served in time, the others are told when to come back, and it recovers. */
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Proof } from './proof.ts';
import { type Answer, ask, EXAMPLE } from './support/polite.ts';
import { startServer } from './support/server.ts';

export const name = 'overload';
export const title = '四倍于能力的请求：多出的得到 503 和 Retry-After，受理的照常答复，之后恢复';

/**
 * Connections of the clients, which keep them, as offices and proxies do: what waits to be accepted is the kernel's, and
 * no service can tell it anything.
 */
const MAX_OPEN = 1_000;

async function connected(port: number): Promise<Agent> {
  const agent = new Agent({ keepAlive: true, maxSockets: MAX_OPEN, maxFreeSockets: MAX_OPEN });
  const hello = () => ask(port, { method: 'GET', path: '/health/live', agent });
  for (let open = 0; open < MAX_OPEN; open += 100) {
    const some = Array.from({ length: open + 100 }, hello);
    await Promise.all(some);
  }
  return agent;
}

/** Offers requests at a rate, whatever becomes of them; a client that is told to come back does not. */
async function offer(port: number, agent: Agent, perSecond: number, seconds: number): Promise<readonly Answer[]> {
  const pending: Promise<Answer>[] = [];
  const answers: Answer[] = [];
  const since = performance.now();
  let open = 0;
  let sent = 0;
  while (performance.now() - since < seconds * 1000) {
    const due = Math.floor(((performance.now() - since) / 1000) * perSecond);
    for (; sent < due; sent++) {
      if (open >= MAX_OPEN) continue;
      open += 1;
      pending.push(
        ask(port, { body: EXAMPLE, agent }).then((answer) => {
          open -= 1;
          answers.push(answer);
          return answer;
        }),
      );
    }
    await sleep(5);
  }
  await Promise.all(pending);
  return answers;
}

/** What the service does when as many ask as it can answer: a few clients, each after the other. */
async function capacity(port: number, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  let answers = 0;
  const until = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) if ((await ask(port, { body: EXAMPLE, agent })).status === 200) answers += 1;
  };
  await Promise.all(Array.from({ length: 8 }, client));
  agent.destroy();
  return answers / seconds;
}

const at = (sorted: readonly number[], part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;

export const run: Proof['run'] = async ({ short }) => {
  const server = await startServer();
  const failures: string[] = [];
  try {
    await capacity(server.port, 1);
    const able = await capacity(server.port, short ? 2 : 5);
    const living = { asked: 0, failed: 0, slowestMs: 0 };
    let isOver = false;
    const probe = (async () => {
      while (!isOver) {
        const { status, ms } = await ask(server.port, { method: 'GET', path: '/health/live' });
        living.asked += 1;
        if (status !== 200) living.failed += 1;
        living.slowestMs = Math.max(living.slowestMs, ms);
        await sleep(100);
      }
    })();
    const agent = await connected(server.port);
    const answers = await offer(server.port, agent, 4 * able, short ? 8 : 20);
    agent.destroy();
    const ended = performance.now();
    // Recovered: ten in a row are served, each at once.
    let inARow = 0;
    while (inARow < 10 && performance.now() - ended < 30_000) {
      const { status, ms } = await ask(server.port, { body: EXAMPLE });
      inARow = status === 200 && ms < 1000 ? inARow + 1 : 0;
    }
    const recoveryMs = performance.now() - ended;
    isOver = true;
    await probe;

    const served = answers.filter(({ status }) => status === 200);
    const shed = answers.filter(({ status }) => status === 503);
    const others = answers.filter(({ status }) => status !== 200 && status !== 503);
    const times = served.map(({ ms }) => ms).sort((a, b) => a - b);
    if (served.length === 0) failures.push('没有一个请求得到受理');
    if (shed.length === 0) failures.push('没有一个请求被拒绝：负载不足，或者没有保护');
    if (others.length > 0) failures.push(`${others.length} 个请求得到 200、503 以外的答复（${others[0]?.status}）`);
    if (shed.some(({ headers }) => !/^[1-9]\d*$/.test(String(headers['retry-after']))))
      failures.push('503 没有 Retry-After');
    if (shed.some(({ body }) => !body.includes('overloaded'))) failures.push('503 的正文不是 overloaded');
    if (at(times, 0.99) > 15_000) failures.push('受理的有百分之一等了十五秒以上');
    if (inARow < 10) failures.push('三十秒之内没有恢复');
    if (living.failed > 0) failures.push(`/health/live ${living.failed} 次没有答复 200`);
    return {
      figures: {
        '能力（次/秒）': Math.round(able),
        '提出（次/秒）': Math.round(answers.length / (short ? 8 : 20)),
        受理: served.length,
        '503': shed.length,
        '受理的中位用时（毫秒）': Math.round(at(times, 0.5)),
        '受理的 99% 用时（毫秒）': Math.round(at(times, 0.99)),
        '/health/live 最慢（毫秒）': Math.round(living.slowestMs),
        '恢复（毫秒）': Math.round(recoveryMs),
      },
      failures,
    };
  } finally {
    await server.stop();
  }
};
