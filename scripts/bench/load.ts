/**
 * Requests over keep-alive connections, each answered before the next is sent: for where client and service share the
 * cores. autocannon takes about three times as much of the processor for a request, the tenth part of what a recorded
 * decision costs: that would be measured as the service's.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** Whole requests as `requestOf` makes them, made in advance; there are more than will be answered. */
  readonly requests: readonly Uint8Array[];
}

export interface Loaded {
  readonly answered: number;
  readonly perSecond: number;
  /** Milliseconds from the first byte sent to the last received. */
  readonly p50: number;
  readonly p99: number;
  /** Microseconds of this process for a request. */
  readonly client: number;
}

/** @param headers without those that every request has */
export function requestOf(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: object,
): Uint8Array {
  const text = JSON.stringify(body);
  const lines = Object.entries({
    host: new URL(url).host,
    ...headers,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`);
}

const END_OF_HEAD = '\r\n\r\n';

/** Bytes of a response, or undefined while its head is not whole. @throws unless it is a success with a known length */
function lengthOf(start: Buffer): number | undefined {
  const head = start.indexOf(END_OF_HEAD);
  if (head < 0) return undefined;
  const text = start.toString('latin1', 0, head);
  const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
  if (!/^HTTP\/1\.1 2\d\d /.test(text) || length === undefined) throw new Error(start.toString());
  return head + END_OF_HEAD.length + Number(length);
}

/** Resolves with the next whole response on the connection. */
function answerOn(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let head: Buffer = Buffer.alloc(0);
    let received = 0;
    let length: number | undefined;
    const onData = (chunk: Buffer) => {
      received += chunk.length;
      try {
        if (length === undefined) {
          head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
          length = lengthOf(head);
        }
        if (length === undefined || received < length) return;
        if (received > length) throw new Error('more than one answer to one request');
        end(resolve);
      } catch (error) {
        end(() => reject(error));
      }
    };
    const onEnd = () => end(() => reject(new Error('the connection was closed')));
    const end = (settle: () => void) => {
      socket.off('data', onData).off('close', onEnd);
      settle();
    };
    socket.on('data', onData).on('close', onEnd);
  });
}

/** Milliseconds without an answer after which there will be none. */
const SILENCE_MS = 10_000;

/** @throws on any answer that is no success or does not come, and when there were too few requests */
export async function load({ url, connections, seconds, requests }: Load): Promise<Loaded> {
  const { hostname, port } = new URL(url);
  const waits: number[] = [];
  let next = 0;
  const before = process.cpuUsage();
  const started = performance.now();
  const until = started + seconds * 1000;
  const work = async () => {
    const socket = connect(Number(port), hostname).setNoDelay(true);
    await once(socket, 'connect');
    // Whoever waits for an answer is told by the end of the connection.
    socket.on('error', () => undefined).setTimeout(SILENCE_MS, () => socket.destroy());
    try {
      while (performance.now() < until) {
        const request = requests[next];
        if (request === undefined) throw new Error('more requests were answered than were made');
        next += 1;
        const sent = performance.now();
        const answer = answerOn(socket);
        socket.write(request);
        await answer;
        waits.push(performance.now() - sent);
      }
    } finally {
      socket.destroy();
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const { user, system } = process.cpuUsage(before);
  waits.sort((a, b) => a - b);
  const part = (share: number) => Math.round(waits[Math.floor(waits.length * share)] as number);
  return {
    answered: waits.length,
    perSecond: (waits.length * 1000) / (performance.now() - started),
    p50: part(0.5),
    p99: part(0.99),
    client: (user + system) / waits.length,
  };
}
