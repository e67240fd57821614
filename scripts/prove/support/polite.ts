/** Another client, who asks one thing after the other while something else happens to the service. */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

export const EXAMPLE = readFileSync('src/http/example.json', 'utf8');

export interface Answer {
  readonly status: number;
  readonly ms: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Asking {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly agent?: Agent;
  /** Milliseconds after which the client gives up. */
  readonly patienceMs?: number;
}

/** One request; an answer that does not come has status 0. */
export function ask(
  port: number,
  { method = 'POST', path = '/api/v1/evaluations', headers = {}, body, agent, patienceMs = 30_000 }: Asking = {},
): Promise<Answer> {
  const since = performance.now();
  return new Promise((resolve) => {
    const end = (status: number, text = '', answered: Answer['headers'] = {}) =>
      resolve({ status, ms: performance.now() - since, body: text, headers: answered });
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: {
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
        ...(agent === undefined ? {} : { agent }),
        timeout: patienceMs,
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => end(answer.statusCode ?? 0, Buffer.concat(chunks).toString(), answer.headers));
        answer.on('error', () => end(0));
      },
    );
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => end(0));
    sent.end(body);
  });
}

/** As a client should: one that is told to come back comes back. */
export async function askPatiently(port: number, asking: Asking): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const answer = await ask(port, asking);
    if (answer.status !== 503 || tries === 20) return answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

export interface Service {
  readonly answers: number;
  readonly refused: number;
  readonly slowestMs: number;
}

/** Asks the README's question again and again until it is stopped. */
export function keepAsking(port: number, pauseMs = 20): () => Promise<Service> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let stopped = false;
  const result = { answers: 0, refused: 0, slowestMs: 0 };
  const loop = (async () => {
    while (!stopped) {
      const { status, ms } = await ask(port, { body: EXAMPLE, agent });
      result.answers += 1;
      if (status !== 200) result.refused += 1;
      result.slowestMs = Math.max(result.slowestMs, ms);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  })();
  return async () => {
    stopped = true;
    await loop;
    agent.destroy();
    return result;
  };
}
