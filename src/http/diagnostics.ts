/**
 * A second listener for probes and scrapers, as OPA’s `--diagnostic-addr`: health and metrics without a credential, and
 * nothing else. Neither says anything of what was asked.
 */
import fastify, { type FastifyInstance } from 'fastify';
import type { Metrics } from '../operations/metrics.ts';
import { denyByDefault, open } from './access.ts';
import { asHttpProblem, httpProblem, sendProblem } from './errors.ts';
import { health, type Part } from './health.ts';
import { sendMetrics } from './metrics.ts';
import { serve } from './routes.ts';

/** Bytes of a body: there is none to send here. */
const BODY_BYTES = 1024;

export function buildDiagnostics(metrics: Metrics, parts: readonly Part[]): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_BYTES,
    requestTimeout: 5_000,
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 2_000 },
    forceCloseConnections: true,
    exposeHeadRoutes: false,
  });
  denyByDefault(app);
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, asHttpProblem(error)));
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, httpProblem('not-found')));
  app.register(health, { parts });
  serve(app, '/metrics', { GET: open((_request, reply) => sendMetrics(metrics, reply)) });
  return app;
}
