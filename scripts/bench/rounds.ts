/** Rounds of load on a running service: what is asked, and what is measured of it. */
import { readFileSync } from 'node:fs';
import { load, requestOf } from './load.ts';

/** Until the code is compiled: after six seconds compiling still takes a tenth of the processor time. */
export const WARM_SECONDS = 15;

const { facts } = JSON.parse(readFileSync('src/http/example.json', 'utf8')) as { facts: object };

export interface Fixture {
  readonly question: string;
  readonly facts: (at: number) => object;
  readonly connections: number;
  /** More than are answered: a key that is sent again is no new decision. */
  readonly mostPerSecond: number;
}

/** Counts that reach every grade: about fifty different answers, each of which comes again. */
const SMALL: Fixture = {
  question: 'grade',
  facts: (at) => ({
    accident: { deaths: at % 40, seriousInjuries: (at * 7) % 120, directLossYuan: ((at * 13) % 30) * 5_000_000 },
  }),
  connections: 32,
  mostPerSecond: 10_000,
};

/** What is asked, by the size of the work. */
export const FIXTURES = {
  small: SMALL,
  // The same with twice as much at once: how long one waits in a crowd.
  crowd: { ...SMALL, connections: 64 },
  // An evaluation takes milliseconds: more at once would be shed as overload on a slow machine.
  usual: { question: 'addressees', facts: () => facts, connections: 8, mostPerSecond: 1_500 },
  whole: { question: 'memo', facts: () => facts, connections: 4, mostPerSecond: 500 },
} satisfies Readonly<Record<string, Fixture>>;

export interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Of the service's processor time for a decision. */
  readonly microseconds: number;
  /** Of the load generator's. */
  readonly client: number;
}

/** The work without a record, and with one. */
export const PATHS = ['evaluations', 'decisions'] as const;

export type Path = (typeof PATHS)[number];

export interface Target {
  readonly url: string;
  readonly authorization: string;
}

let keys = 0;

export async function round(
  { url, authorization }: Target,
  path: Path,
  fixture: Fixture,
  seconds: number,
): Promise<Round> {
  const { question, connections } = fixture;
  const made = (at: number) => {
    keys += 1;
    const asked = { question, facts: fixture.facts(at) };
    return path === 'evaluations'
      ? requestOf(url, `/api/v1/${path}`, { authorization }, asked)
      : requestOf(
          url,
          `/api/v1/${path}`,
          { authorization, 'idempotency-key': `bench-${keys}` },
          { ...asked, classification: '内部' },
        );
  };
  // Made in advance: to make each when it is sent would cost as much as to answer it.
  const requests = Array.from({ length: Math.ceil(fixture.mostPerSecond * seconds) }, (_, at) => made(at));
  const before = await processorOf(url, authorization);
  const { answered, ...measured } = await load({ url, connections, seconds, requests });
  const processor = (await processorOf(url, authorization)) - before;
  return { ...measured, microseconds: (processor * 1e6) / answered };
}

/** Seconds of processor time that the service has used. */
async function processorOf(url: string, authorization: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`, { headers: { authorization } })).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]);
}

export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

export const medians = (rounds: readonly Round[]): Round => ({
  perSecond: Math.round(median(rounds.map(({ perSecond }) => perSecond))),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  microseconds: Math.round(median(rounds.map(({ microseconds }) => microseconds))),
  client: Math.round(median(rounds.map(({ client }) => client))),
});
