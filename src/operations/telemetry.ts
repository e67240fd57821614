/**
 * OpenTelemetry traces, off unless a collector is configured; nothing of it is loaded before. A span holds the route,
 * the method, the status and the question: no path, no query, no header, no body, no message of an error.
 */
import type { FastifyPluginCallback } from 'fastify';
import { beginTracing } from './traced.ts';

type SpanExporter = import('@opentelemetry/sdk-node').NodeSDKConfiguration['traceExporter'] & object;
type Span = Parameters<SpanExporter['export']>[0][number];

export interface Telemetry {
  /** To be registered before the first route. Continues the trace of the W3C header `traceparent`. */
  readonly plugin: FastifyPluginCallback;
  /** Sends what is still held back. */
  stop(): Promise<void>;
}

/** All that a span may say. */
const ATTRIBUTES = new Set([
  'http.request.method',
  'http.response.status_code',
  'http.route',
  'tongze.form',
  'tongze.outcome',
  'tongze.question',
]);

/** @param endpoint the base address of a collector that takes OTLP over HTTP, such as http://127.0.0.1:4318 */
export async function startTelemetry(endpoint: string): Promise<Telemetry> {
  const [{ NodeSDK }, { OTLPTraceExporter }, { FastifyOtelInstrumentation }] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@fastify/otel'),
  ]);
  const sdk = new NodeSDK({
    serviceName: process.env['OTEL_SERVICE_NAME'] ?? 'tongze',
    traceExporter: silent(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })),
    metricReaders: [],
    logRecordProcessors: [],
    // They would tell the names of the machine and the arguments of the process.
    autoDetectResources: false,
  });
  sdk.start();
  beginTracing();
  const instrumentation = new FastifyOtelInstrumentation({
    registerOnInitialization: false,
    instrumentHooks: false,
    instrumentHandler: false,
    recordExceptions: false,
  });
  return { plugin: instrumentation.plugin() as FastifyPluginCallback, stop: () => sdk.shutdown() };
}

/** An exporter that lets only the attributes of the list through. */
function silent(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(reduced), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}

function reduced(span: Span): Span {
  const attributes = Object.fromEntries(Object.entries(span.attributes).filter(([name]) => ATTRIBUTES.has(name)));
  return Object.create(span, {
    attributes: { value: attributes },
    events: { value: [] },
    links: { value: [] },
    status: { value: { code: span.status.code } },
  }) as Span;
}
