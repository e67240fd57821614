/** Clients that begin a request and do not end it are closed within 20 seconds, and others are served meanwhile. */
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Proof } from './proof.ts';
import { keepAsking } from './support/polite.ts';
import { startServer } from './support/server.ts';

export const name = 'half-open';
export const title = '半开的连接在二十秒之内全部关闭，其间别人照常得到答复';

const LIMIT_MS = 20_000;
const HEAD =
  'POST /api/v1/evaluations HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n';

/** What each kind sends at once, and every second after. */
const KINDS: Readonly<Record<string, { readonly first: string; readonly drip: string }>> = {
  什么也不发: { first: '', drip: '' },
  只发半行: { first: 'POST /api/v1/eval', drip: '' },
  一点一点发请求头: { first: HEAD, drip: 'X-Slow: 1\r\n' },
  正文停住: { first: `${HEAD}\r\n{"question"`, drip: '' },
  一字节一字节发正文: { first: `${HEAD}\r\n{"question"`, drip: ' ' },
};

/** Milliseconds until the server closes it. */
function halfOpen(port: number, { first, drip }: { readonly first: string; readonly drip: string }): Promise<number> {
  const since = performance.now();
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(first));
    const timer = setInterval(() => drip !== '' && socket.writable && socket.write(drip), 1000);
    socket.on('data', () => undefined);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      resolve(performance.now() - since);
    });
    setTimeout(() => socket.destroy(), 3 * LIMIT_MS).unref();
  });
}

export const run: Proof['run'] = async ({ short }) => {
  const server = await startServer();
  const failures: string[] = [];
  const each = short ? 20 : 100;
  try {
    const stop = keepAsking(server.port, short ? 200 : 20);
    await sleep(500);
    const figures: Record<string, number> = { 半开的连接: each * Object.keys(KINDS).length };
    await Promise.all(
      Object.entries(KINDS).map(async ([kind, bytes]) => {
        const times = await Promise.all(Array.from({ length: each }, () => halfOpen(server.port, bytes)));
        const slowest = Math.max(...times);
        figures[`${kind}，最迟关闭（秒）`] = Math.round(slowest / 100) / 10;
        const late = times.filter((ms) => ms > LIMIT_MS).length;
        if (late > 0) failures.push(`${kind}：${late} 个在二十秒之后才关闭`);
      }),
    );
    const { answers, refused, slowestMs } = await stop();
    if (answers < 20) failures.push(`别人只得到 ${answers} 次答复`);
    if (refused > 0) failures.push(`别人有 ${refused} 次没有得到 200`);
    return { figures: { ...figures, 其间别人的答复: answers, '其中最慢（毫秒）': Math.round(slowestMs) }, failures };
  } finally {
    await server.stop();
  }
};
