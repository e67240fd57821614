/** Health in OPA's shape: 200 `{}`. Live answers even under pressure; ready does not. */
import type { FastifyContextConfig } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { open } from './access.ts';
import { serve } from './routes.ts';

export const health = fastifyPlugin(
  async (app) => {
    const always = { config: { pressureHandler: () => undefined } as FastifyContextConfig };
    for (const url of ['/health', '/health/live'])
      serve(
        app,
        url,
        { GET: open((_request, reply) => reply.header('cache-control', 'no-store').send({})) },
        { options: always },
      );
    serve(app, '/health/ready', { GET: open((_request, reply) => reply.header('cache-control', 'no-store').send({})) });
  },
  { name: 'tongze-health', fastify: '5.x' },
);
