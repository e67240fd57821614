/** A decision for readers: as a memo, and why it is so. Nothing is kept. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { stateless } from './access.ts';
import { httpProblem } from './errors.ts';
import { askedOf } from './native.ts';
import { decided } from './opa-answer.ts';
import { serve } from './routes.ts';
import type { Service } from './service.ts';

/** The memo's style stands in its page; only this one may apply. */
function styleSource(page: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

async function memo(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { question, facts, options } = askedOf(service, request, 'evaluation-request.schema.json');
  const format = (request.headers.accept ?? '').includes('text/html') ? 'html' : 'markdown';
  const text = await decided(() => service.memo(question, facts, options, format));
  reply.header('cache-control', 'no-store').header('vary', 'Accept');
  if (format === 'markdown') return reply.type('text/markdown; charset=utf-8').send(text);
  const policy = `default-src 'none'; style-src ${styleSource(text)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(text);
}

async function explanation(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { question, facts, options, about } = askedOf(
    service,
    request,
    'explanation.schema.json#/$defs/ExplanationRequest',
  );
  if (about !== undefined && !service.answers(question, about))
    throw httpProblem('unknown-provision', { detail: '这个问题不答复 about 所指的条款；见 /api/v1/questions。' });
  const explained = await decided(() => service.explain(question, facts, options, about));
  return reply
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(explained));
}

export const explanations = fastifyPlugin(
  async (app, { service }: { readonly service: Service }) => {
    serve(app, '/api/v1/memos', { POST: stateless((request, reply) => memo(service, request, reply)) });
    serve(app, '/api/v1/explanations', { POST: stateless((request, reply) => explanation(service, request, reply)) });
  },
  { name: 'tongze-explanations', fastify: '5.x', dependencies: ['tongze-bodies'] },
);
