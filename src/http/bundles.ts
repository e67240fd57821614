/** Bundles in operation: what could decide, and a change of it by a named administrator with a reason. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import type { BundleActivation, BundleChangeRequest, BundleList } from '../contract/generated/types.ts';
import type { Store } from '../records/store.ts';
import { allow, identityOf } from './access.ts';
import { requireConforming } from './bodies.ts';
import { httpProblem } from './errors.ts';
import { onRecords } from './log.ts';
import { serve } from './routes.ts';

interface Actor {
  readonly subject: string;
  readonly tenant: string;
  readonly role: string;
}

/** What changes the bundle; `src/main.ts` makes it. A refusal is told as a text, and the bundle that runs goes on. */
export interface BundleOperations {
  list(): Promise<BundleList | Refused>;
  activate(bundle: string, actor: Actor, reason: string): Promise<BundleActivation | Refused>;
  rollback(bundle: string | undefined, actor: Actor, reason: string): Promise<BundleActivation | Refused>;
}

export interface Refused {
  /** Why, and the remedy; nothing of the request. */
  readonly refused: string;
}

const BASE = '/api/v1/bundles';
const CHANGE = 'bundle-change-request.schema.json';

function sendOrRefuse(reply: FastifyReply, answer: object | Refused): FastifyReply {
  if ('refused' in answer) throw httpProblem('bundle-refused', { detail: answer.refused as string });
  return reply.header('cache-control', 'no-store').send(answer);
}

function changeOf(request: FastifyRequest): BundleChangeRequest {
  if (request.body === undefined) throw httpProblem('malformed-json', { detail: '请求体为空；提交一个 JSON 对象。' });
  requireConforming(CHANGE, request.body);
  return request.body as BundleChangeRequest;
}

function actorOf(request: FastifyRequest): Actor {
  const { subject, tenant } = identityOf(request);
  return { subject, tenant, role: 'administrator' };
}

export const bundles = fastifyPlugin(
  async (app, { operations, store }: { readonly operations: BundleOperations; readonly store: Store | undefined }) => {
    /** A change is recorded: what the store could not do is told as for every record. */
    const told = <T>(work: () => Promise<T>) => (store === undefined ? work() : onRecords(store, work));
    serve(app, BASE, {
      GET: allow(['author', 'auditor', 'administrator'], async (_request, reply) =>
        sendOrRefuse(reply, await operations.list()),
      ),
    });
    serve(app, `${BASE}/activation`, {
      POST: allow(['administrator'], async (request, reply) => {
        const { bundle, reason } = changeOf(request);
        if (bundle === undefined)
          throw httpProblem('schema-violation', {
            detail: '写明 bundle：要启用的规则包的 SHA-256，见 /api/v1/bundles。',
          });
        return sendOrRefuse(reply, await told(() => operations.activate(bundle, actorOf(request), reason)));
      }),
    });
    serve(app, `${BASE}/rollback`, {
      POST: allow(['administrator'], async (request, reply) => {
        const { bundle, reason } = changeOf(request);
        return sendOrRefuse(reply, await told(() => operations.rollback(bundle, actorOf(request), reason)));
      }),
    });
  },
  { name: 'tongze-bundles', fastify: '5.x', dependencies: ['tongze-bodies'] },
);
