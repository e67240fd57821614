/** The audit of reads: a route that shows records answers only when it is on disk who read what. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReadLog } from '../access/read-log.ts';
import { httpProblem } from './errors.ts';

/** What records are called by; anything else was never a record and may be data. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Keeps a route that shows records from starting without an audit. Call it before the first route. */
export function auditReads(app: FastifyInstance, readLog: ReadLog | undefined): void {
  if (readLog === undefined) {
    app.addHook('onRoute', ({ url, config }) => {
      if (config?.audited === true) throw new Error(`${url} 读取记录，而没有审计 (reads records without an audit)`);
    });
    return;
  }
  app.addHook('onSend', async (request, reply, payload) => {
    // Who is not known has read nothing: the log of requests has it.
    if (request.routeOptions.config.audited !== true || request.identity === null) return payload;
    try {
      await readLog.append(lineOf(request, reply));
    } catch (cause) {
      // A refusal shows nothing of a record, and an error on the way out of an error would be nobody's answer.
      if (reply.statusCode < 400) throw httpProblem('audit-unavailable', { cause });
      request.log.error({ code: 'audit-unavailable' }, 'failed');
    }
    return payload;
  });
  app.addHook('onClose', () => readLog.close());
}

function lineOf(request: FastifyRequest, reply: FastifyReply): Parameters<ReadLog['append']>[0] {
  const { subject, tenant, via, roles } = request.identity as NonNullable<FastifyRequest['identity']>;
  const { id } = (request.params ?? {}) as { readonly id?: string };
  return {
    at: new Date().toISOString(),
    subject,
    tenant,
    via,
    roles: [...roles],
    method: request.method,
    route: request.routeOptions.url ?? '-',
    ...(id !== undefined && ID.test(id) ? { id } : {}),
    status: reply.statusCode,
    request: request.id,
  };
}
