/**
 * What Prometheus scrapes. Names and labels are an interface of the service: docs/operations.md lists them, and a test
 * compares. No label comes from a request: only route templates, codes, questions and revisions of our own.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** One evaluation of the policy, as the engine saw it. */
export interface Evaluation {
  readonly question: string;
  /** `answer`, `decision`, or `part` where only some articles were asked. */
  readonly form: string;
  /** `determined`, `indeterminate`, `not_applicable` … as the policy says, or `failed`. */
  readonly outcome: string;
  readonly seconds: number;
}

/** One request, answered. */
export interface Answered {
  /** The template of the route, as OPA writes its own: `v1/data`, `index`, `catchall`. */
  readonly handler: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

/** How busy the worker threads are. */
export interface Usage {
  readonly threads: number;
  readonly waiting: number;
}

export interface Metrics {
  readonly contentType: string;
  /** The text that is scraped. */
  text(): Promise<string>;
  evaluated(evaluation: Evaluation): void;
  answered(answered: Answered): void;
  /** A request was refused with a code of the table of problems. */
  refused(code: string): void;
  /** What runs: labels of `tongze_info`. */
  runs(version: string, revision: string): void;
  /** Reads the use of the worker threads whenever the metrics are scraped. */
  watch(usage: () => Usage): void;
}

/** Seconds: a small evaluation takes a tenth of a millisecond, the deadline of a large one is five seconds. */
const EVALUATION_BUCKETS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5];
const REQUEST_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/** @param ofProcess whether to tell of memory, event loop and collector too: once in a process */
export function createMetrics(ofProcess = false): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const info = new Gauge({
    name: 'tongze_info',
    help: 'Version of the program and revision of the policies; always 1.',
    labelNames: ['version', 'revision'],
    registers,
  });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'A histogram of duration for requests.',
    labelNames: ['code', 'handler', 'method'],
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const refusals = new Counter({
    name: 'tongze_refusals_total',
    help: 'Requests that were refused or failed, by code of the problem.',
    labelNames: ['problem'],
    registers,
  });
  const evaluations = new Histogram({
    name: 'tongze_evaluation_duration_seconds',
    help: 'Seconds of one evaluation of the policy.',
    labelNames: ['question', 'form'],
    buckets: EVALUATION_BUCKETS,
    registers,
  });
  const outcomes = new Counter({
    name: 'tongze_evaluations_total',
    help: 'Evaluations of the policy by outcome.',
    labelNames: ['question', 'form', 'outcome'],
    registers,
  });
  let usage = (): Usage => ({ threads: 0, waiting: 0 });
  new Gauge({
    name: 'tongze_pool_threads',
    help: 'Worker threads that run.',
    registers,
    collect() {
      this.set(usage().threads);
    },
  });
  new Gauge({
    name: 'tongze_pool_waiting',
    help: 'Evaluations that wait for a worker thread.',
    registers,
    collect() {
      this.set(usage().waiting);
    },
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    evaluated: ({ question, form, outcome, seconds }) => {
      evaluations.observe({ question, form }, seconds);
      outcomes.inc({ question, form, outcome });
    },
    answered: ({ handler, method, status, seconds }) =>
      requests.observe({ handler, method: method.toLowerCase(), code: status }, seconds),
    refused: (problem) => refusals.inc({ problem }),
    runs: (version, revision) => info.set({ version, revision }, 1),
    watch: (read) => {
      usage = read;
    },
  };
}
