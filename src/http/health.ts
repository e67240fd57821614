/**
 * Health as OPA shapes it: 200 `{}` or 500 with `error`. `/health` and `/health/live` say that the process lives, also
 * under pressure; `/health/ready` says that requests should be sent here.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyContextConfig, FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { open } from './access.ts';
import { serve } from './routes.ts';

/** One thing without which the service is not ready. */
export interface Part {
  /** `bundle`, `store` …: what OPA’s `exclude-plugin` names. */
  readonly name: string;
  isReady(): boolean | Promise<boolean>;
}

/** Milliseconds after which a part that does not answer counts as not ready. */
const PATIENCE_MS = 2_000;

/** Parts that are not ready, by name. */
async function failing(parts: readonly Part[]): Promise<readonly string[]> {
  const ready = await Promise.all(parts.map(isReady));
  return parts.filter((_, index) => !ready[index]).map(({ name }) => name);
}

/** A part that throws or hangs is not ready. */
async function isReady(part: Part): Promise<boolean> {
  const patience = new AbortController();
  const tooLate = sleep(PATIENCE_MS, false, { signal: patience.signal }).catch(() => false);
  try {
    return await Promise.race([part.isReady(), tooLate]);
  } catch {
    return false;
  } finally {
    patience.abort();
  }
}

function send(reply: FastifyReply, names: readonly string[], error: string): FastifyReply {
  reply.header('cache-control', 'no-store');
  return names.length === 0 ? reply.send({}) : reply.code(500).send({ error, failing: names });
}

/** The parts that `?bundles&plugins&exclude-plugin=…` asks for; without parameters only that the process answers. */
async function general(parts: readonly Part[], request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const query = new URL(request.raw.url ?? '/', 'http://health').searchParams;
  const isOn = (name: string) => ['', 'true'].includes(query.get(name)?.toLowerCase() ?? 'off');
  const bundles = isOn('bundles') || isOn('bundle') ? parts.filter(({ name }) => name === 'bundle') : [];
  const excluded = query.getAll('exclude-plugin');
  const plugins = isOn('plugins') ? parts.filter(({ name }) => name !== 'bundle' && !excluded.includes(name)) : [];
  const inactive = await failing(bundles);
  if (inactive.length > 0) return send(reply, inactive, 'not all configured bundles have been activated');
  return send(reply, await failing(plugins), 'one or more plugins are not up');
}

export const health = fastifyPlugin(
  async (app, { parts }: { readonly parts: readonly Part[] }) => {
    const always = { config: { pressureHandler: () => undefined } as FastifyContextConfig };
    serve(app, '/health', { GET: open((request, reply) => general(parts, request, reply)) }, { options: always });
    serve(app, '/health/live', { GET: open((_request, reply) => send(reply, [], '')) }, { options: always });
    serve(app, '/health/ready', {
      GET: open(async (_request, reply) => send(reply, await failing(parts), 'not ready')),
    });
  },
  { name: 'tongze-health', fastify: '5.x' },
);
