/** The composition of the HTTP service, apart from the process: every bound, every plugin, both surfaces. */
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { availableParallelism } from 'node:os';
import underPressure from '@fastify/under-pressure';
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import { type Authentication, DEFAULT_TENANT, NOBODY_KNOWN } from '../access/identity.ts';
import type { Listening } from '../access/listening.ts';
import type { ReadLog } from '../access/read-log.ts';
import type { Configuration } from '../contract/generated/types.ts';
import { createMetrics, type Metrics } from '../operations/metrics.ts';
import type { Telemetry } from '../operations/telemetry.ts';
import { NOT_SIGNED } from '../records/failures.ts';
import { access, denyByDefault } from './access.ts';
import { apiPage } from './api-page.ts';
import { auditReads } from './audit.ts';
import { bodies } from './bodies.ts';
import { type BundleOperations, bundles as bundlesPlugin } from './bundles.ts';
import { redirectUnclean } from './clean-path.ts';
import { compress } from './compress.ts';
import { decisions, type RecordsParts } from './decisions.ts';
import { asHttpProblem, httpProblem, problemBody, sendProblem } from './errors.ts';
import { explanations } from './explanations.ts';
import { health, type Part } from './health.ts';
import { log } from './log.ts';
import { metrics as metricsPlugin } from './metrics.ts';
import { native } from './native.ts';
import { opa } from './opa.ts';
import { page } from './page.ts';
import { boundUnderWay, createShedding, SAMPLE_MS } from './pressure.ts';
import type { ProblemCode } from './problems.ts';
import { protectiveHeaders } from './protection.ts';
import type { Service } from './service.ts';
import { isStreaming, stream } from './stream.ts';

export type { Service } from './service.ts';

/** Bounds that a test may tighten. */
export interface Limits {
  /** Bytes of a body: a decision with every list full has about 150 kB. */
  readonly bodyBytes: number;
  /** Milliseconds for a whole request to arrive; a stalled body gets 408. */
  readonly requestTimeoutMs: number;
  /** Milliseconds for the headers to arrive. */
  readonly headersTimeoutMs: number;
  /** Milliseconds between checks for both. */
  readonly checkIntervalMs: number;
  /** Milliseconds that the event loop may lag on average before requests are shed; 0: however much it lags. */
  readonly maxEventLoopDelayMs: number;
  /**
   * Bytes of resident memory before requests are shed: WASM memory is bounded at 128 MiB for each instance, and
   * evaluations and streams run one each in each core.
   */
  readonly maxRssBytes: number;
  /** Requests that are evaluated at once before others are shed: about a second of work. */
  readonly maxUnderWay: number;
  /** Requests a minute of one address with credentials that are refused. */
  readonly refusedPerMinute: number;
}

export const LIMITS: Limits = {
  bodyBytes: 256 * 1024,
  requestTimeoutMs: 15_000,
  headersTimeoutMs: 10_000,
  checkIntervalMs: 2_000,
  maxEventLoopDelayMs: 1_000,
  maxRssBytes: 1024 ** 3 + availableParallelism() * 320 * 1024 ** 2,
  maxUnderWay: 256,
  refusedPerMinute: 60,
};

/** A service without its bundle is not made. */
const BUNDLE: Part = { name: 'bundle', isReady: () => true };

export interface AppOptions extends Partial<Configuration> {
  readonly limits?: Partial<Limits>;
  /** Who is known; if absent nobody, and the routes that touch no record are open, as on a fresh loopback. */
  readonly authentication?: Authentication;
  /** Where decisions are recorded; without it nothing is, and the routes of records do not exist. */
  readonly records?: RecordsParts;
  /** What changes the bundle; without it the routes for that do not exist. */
  readonly bundles?: BundleOperations;
  /** What must be up before the service is ready; the bundle is loaded before there is an app. */
  readonly parts?: readonly Part[];
  /** What is counted; one of its own if absent. */
  readonly metrics?: Metrics;
  /** Traces, where a collector is configured. */
  readonly telemetry?: Telemetry | undefined;
  /** How connections are encrypted; plain HTTP if absent. */
  readonly listening?: Listening;
  /** Where reads of records are audited; routes that show records need it. */
  readonly readLog?: ReadLog;
  /** Where log lines go; standard output if absent. */
  readonly logStream?: { write(line: string): void };
}

export function buildApp(
  service: Service,
  {
    LOG_LEVEL = 'silent',
    limits = {},
    logStream,
    authentication = NOBODY_KNOWN,
    parts = [],
    records,
    bundles,
    metrics = createMetrics(),
    telemetry,
    TONGZE_RATE_PER_MINUTE = 6_000,
    TONGZE_ANONYMOUS_RATE_PER_MINUTE = 0,
    TONGZE_OPERATOR_TENANT = DEFAULT_TENANT,
    listening: { tls, trustedProxies, isTrustedPeer } = { trustedProxies: [] },
    readLog,
  }: AppOptions = {},
): FastifyInstance {
  const bounds: Limits = { ...LIMITS, ...limits };
  const timeouts = { headersTimeout: bounds.headersTimeoutMs, connectionsCheckingInterval: bounds.checkIntervalMs };
  const app = fastify({
    bodyLimit: bounds.bodyBytes,
    // Alone it does not close a stalled body: Node looks only every connectionsCheckingInterval. Inside `http`
    // Fastify would overwrite it with 0.
    requestTimeout: bounds.requestTimeoutMs,
    ...(tls === undefined
      ? { http: timeouts }
      : { https: { ...timeouts, ...tls, minVersion: 'TLSv1.2', handshakeTimeout: bounds.headersTimeoutMs } }),
    ...(trustedProxies.length === 0 ? {} : { trustProxy: [...trustedProxies] }),
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 1000 },
    genReqId: () => randomUUID(),
    logger: {
      level: LOG_LEVEL,
      serializers,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      ...(logStream === undefined ? {} : { stream: logStream }),
    },
    frameworkErrors: (error, request, reply) => {
      sendProblem(request as unknown as FastifyRequest, reply as unknown as FastifyReply, asHttpProblem(error));
    },
    clientErrorHandler: (error, socket) => answerClientError(error, socket, metrics),
  } as FastifyServerOptions);

  redirectUnclean(app);
  denyByDefault(app);
  auditReads(app, readLog);
  boundUnderWay(app, bounds.maxUnderWay);
  if (telemetry !== undefined) app.register(telemetry.plugin);
  app.setErrorHandler((error, request, reply) => {
    const problem = asHttpProblem(error);
    if (reply.statusCode === 503 || problem.statusCode < 500) request.log.info({ code: problem.problem }, 'refused');
    else request.log.error({ code: problem.problem, cause: traceOf(problem.cause) }, 'failed');
    return sendProblem(request, reply, problem);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, httpProblem('not-found')));

  const protection = protectiveHeaders(tls !== undefined);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(protection);
    done();
  });
  app.register(underPressure, {
    maxEventLoopDelay: bounds.maxEventLoopDelayMs,
    maxRssBytes: bounds.maxRssBytes,
    sampleInterval: SAMPLE_MS,
    pressureHandler: createShedding(),
  });
  app.register(access, {
    authentication,
    isTrustedPeer,
    behindProxy: trustedProxies.length > 0,
    rates: {
      subject: TONGZE_RATE_PER_MINUTE,
      anonymous: TONGZE_ANONYMOUS_RATE_PER_MINUTE,
      refused: bounds.refusedPerMinute,
    },
  });
  app.register(bodies);
  app.register(compress);
  app.register(health, { parts: [BUNDLE, ...parts] });
  app.register(metricsPlugin, { metrics, service });
  app.register(page, { service });
  app.register(apiPage);
  app.register(opa, { service });
  app.register(native, { service });
  app.register(stream, { service });
  app.register(explanations, { service });
  if (bundles !== undefined)
    app.register(bundlesPlugin, { operations: bundles, store: records?.store, operator: TONGZE_OPERATOR_TENANT });
  if (records !== undefined) {
    app.register(decisions, { service, records });
    app.register(log, records);
  }
  return app;
}

/** Log lines hold ids, routes, codes and times: no query, no header, no body. */
const serializers = {
  req: (request: { readonly method: string; readonly routeOptions?: { readonly url?: string | undefined } }) => ({
    method: request.method,
    route: request.routeOptions?.url ?? '-',
  }),
  res: (reply: { readonly statusCode?: number | undefined }) => ({ statusCode: reply.statusCode ?? 0 }),
  err: (error: Error) => ({ type: error.name, message: '', stack: '', ...traceOf(error) }),
};

/** Where an error came from, without its message, which may repeat what was submitted; that of a signer never does. */
function traceOf(error: unknown): object | undefined {
  if (error === undefined) return undefined;
  if (!(error instanceof Error)) return { type: typeof error };
  const code = (error as { code?: unknown }).code;
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(code === NOT_SIGNED ? { reason: error.message } : {}),
    at: at.slice(0, 8).map((line) => line.trim()),
  };
}

const CLIENT_ERRORS: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/** What never became a request: no route, no surface; the answer is written to the socket. */
function answerClientError(error: NodeJS.ErrnoException, socket: Socket, metrics: Metrics): void {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && isStreaming(socket)) return;
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const problem = httpProblem(CLIENT_ERRORS[error.code ?? ''] ?? 'invalid-request');
  metrics.refused(problem.problem);
  const body = problemBody(problem, false, randomUUID());
  const text = JSON.stringify(body);
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${body.status} ${STATUS_CODES[body.status]}\r\nContent-Length: ${Buffer.byteLength(text)}\r\n` +
        `Content-Type: application/json; charset=utf-8\r\nConnection: close\r\n\r\n${text}`,
    );
  socket.destroy(error);
}
