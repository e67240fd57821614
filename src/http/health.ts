/** Health in OPA's shape: 200 `{}`. Live answers even under pressure; ready does not. */
import fastifyPlugin from 'fastify-plugin';
import { serve } from './routes.ts';

export const health = fastifyPlugin(
  async (app) => {
    const always = { config: { pressureHandler: () => undefined } };
    for (const url of ['/health', '/health/live'])
      serve(
        app,
        url,
        { GET: (_request, reply) => reply.header('cache-control', 'no-store').send({}) },
        { options: always },
      );
    serve(app, '/health/ready', { GET: (_request, reply) => reply.header('cache-control', 'no-store').send({}) });
  },
  { name: 'tongze-health', fastify: '5.x' },
);
