/** Counts every answer, and serves `/metrics` in Prometheus’ text form, where OPA has it. */
import type { FastifyContextConfig, FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import type { Metrics } from '../operations/metrics.ts';
import { stateless } from './access.ts';
import { problemOf } from './errors.ts';
import { serve } from './routes.ts';
import type { Service } from './service.ts';

/** OPA's name of a handler: the route without slashes and wildcards at its ends; its `/` is `index`. */
export function handlerOf(request: FastifyRequest): string {
  const { url } = request.routeOptions;
  if (request.is404 || url === undefined) return 'catchall';
  return url.replace(/^\//, '').replace(/\/\*$/, '') || 'index';
}

export async function sendMetrics(metrics: Metrics, reply: FastifyReply): Promise<FastifyReply> {
  const text = await metrics.text();
  return reply.header('cache-control', 'no-store').type(metrics.contentType).send(text);
}

export const metrics = fastifyPlugin(
  async (app, { metrics, service }: { readonly metrics: Metrics; readonly service: Service }) => {
    metrics.runs(service.version, service.revision);
    app.addHook('onResponse', async (request, reply) => {
      const { method } = request;
      metrics.answered({
        handler: handlerOf(request),
        method,
        status: reply.statusCode,
        seconds: reply.elapsedTime / 1000,
      });
      const problem = problemOf(request);
      if (problem !== undefined) metrics.refused(problem);
    });
    // Also under pressure: then most of all an operator wants to see.
    const always = { config: { pressureHandler: () => undefined } as FastifyContextConfig };
    serve(app, '/metrics', { GET: stateless((_request, reply) => sendMetrics(metrics, reply)) }, { options: always });
  },
  { name: 'tongze-metrics', fastify: '5.x' },
);
