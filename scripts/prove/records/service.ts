/** The service as a process that a proof may kill, with a caller who has every role. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROLES } from '../../../src/access/identity.ts';
import { changeKeys, keyFileIn } from '../../../src/access/key-file.ts';
import { issueKey } from '../../../src/access/keys.ts';
import type { Recorded } from '../../../src/contract/generated/types.ts';
import { serviceArguments } from '../../bootstrap/service.mjs';

/** A data folder that is removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tongze-proof-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A credential with every role in the folder. */
export async function credentialIn(folder: string): Promise<string> {
  const { key, secret } = issueKey({ roles: [...ROLES], tenant: 'proof', perMinute: 10_000_000, days: 30 }, new Date());
  await changeKeys(keyFileIn(folder), (keys) => [...keys, key]);
  return secret;
}

export interface Launch {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Runs before Node: `strace …`. */
  readonly wrapper?: readonly string[];
  /** Options of Node. */
  readonly node?: readonly string[];
  /** Folder of another checkout of the program; this one if absent. */
  readonly program?: string;
}

export interface Service {
  readonly child: ChildProcess;
  /** Of Node itself, below a wrapper. */
  readonly url: string;
  /** Code and signal. */
  readonly ended: Promise<readonly unknown[]>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Milliseconds for a start, under a tracer too. */
const START_MS = 60_000;

/** @throws when the service ends before it listens */
export async function launch({
  folder,
  environment = {},
  wrapper = [],
  node = [],
  program = '.',
}: Launch): Promise<Service> {
  const [command, ...args] = [...wrapper, process.execPath, ...node, ...serviceArguments()];
  const env = {
    ...process.env,
    PORT: '0',
    LOG_LEVEL: 'silent',
    TONGZE_RATE_PER_MINUTE: '10000000',
    TONGZE_DATA: folder,
    ...environment,
  };
  const child = spawn(command as string, args, { cwd: program, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors = `${errors}${chunk}`.slice(-2000);
  });
  const lines = createInterface({ input: child.stdout });
  const listening = new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
      if (url !== undefined) resolve(url);
    });
    void ended.then(([code]) => reject(new Error(`the service ended with ${code}: ${errors}`)));
    setTimeout(() => reject(new Error('the service did not start')), START_MS).unref();
  });
  const url = await listening;
  return {
    child,
    url,
    ended,
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One request; rejects when the connection is lost, as for a service that was killed. */
export function ask(url: string, credential: string, agent: Agent, path: string, body?: object, key?: string) {
  return new Promise<Answer>((resolve, reject) => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const sent = request(
      `${url}/api/v1/${path}`,
      {
        agent,
        method: payload === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${credential}`,
          ...(payload === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(payload);
  });
}

/** A decision from three counts: small, so that the store is what works. */
export function smallDecision(deaths: number): object {
  return {
    question: 'grade',
    facts: { accident: { deaths, seriousInjuries: 3, directLossYuan: 5_000_000 } },
    classification: '内部',
    options: { sensitivity: 'none' },
  };
}

export interface Load {
  /** Answered with 201, by key. */
  readonly acknowledged: Map<string, Recorded>;
  /** Answers that were no 201, by status. */
  readonly refused: Map<number, number>;
  /** Sent and never answered. */
  lost: number;
}

export const emptyLoad = (): Load => ({ acknowledged: new Map(), refused: new Map(), lost: 0 });

/** Records from many connections until `goesOn` says no or the connection is lost. */
export async function record(
  { url }: Service,
  credential: string,
  load: Load,
  connections: number,
  goesOn: () => boolean,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const one = async (worker: number) => {
    for (let at = 0; goesOn(); at += 1) {
      const key = `${url.split(':').at(-1)}-${process.hrtime.bigint()}-${worker}-${at}`;
      try {
        const { status, body } = await ask(url, credential, agent, 'decisions', smallDecision(at % 40), key);
        if (status === 201) load.acknowledged.set(key, JSON.parse(body) as Recorded);
        else load.refused.set(status, (load.refused.get(status) ?? 0) + 1);
        if (status !== 201 && status !== 503) return;
      } catch {
        load.lost += 1;
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, worker) => one(worker)));
  agent.destroy();
}
