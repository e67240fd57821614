/** Bundles in operation: what could decide, and a change of it by a named administrator with a reason. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import type { Role } from '../access/identity.ts';
import type { BundleActivation, BundleChangeRequest, BundleList } from '../contract/generated/types.ts';
import type { Store } from '../records/store.ts';
import { allow, type Handler, identityOf } from './access.ts';
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

const NOT_OPERATING =
  '规则包由全部租户共用，只有运营的租户（TONGZE_OPERATOR_TENANT）的人可以查看和更换。请向运营者申请。';

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

interface BundlesParts {
  readonly operations: BundleOperations;
  readonly store: Store | undefined;
  /** Whose administrators change the bundle of all tenants. */
  readonly operator: string;
}

export const bundles = fastifyPlugin(
  async (app, { operations, store, operator }: BundlesParts) => {
    /** One bundle decides for every tenant: who administers another tenant has no say in it. */
    const operating = (roles: readonly [Role, ...Role[]], handler: Handler) =>
      allow(roles, (request, reply) => {
        if (identityOf(request).tenant !== operator) throw httpProblem('role-missing', { detail: NOT_OPERATING });
        return handler(request, reply);
      });
    /** A change is recorded: what the store could not do is told as for every record. */
    const told = <T>(work: () => Promise<T>) => (store === undefined ? work() : onRecords(store, work));
    serve(app, BASE, {
      GET: operating(['author', 'auditor', 'administrator'], async (_request, reply) =>
        sendOrRefuse(reply, await operations.list()),
      ),
    });
    serve(app, `${BASE}/activation`, {
      POST: operating(['administrator'], async (request, reply) => {
        const { bundle, reason } = changeOf(request);
        if (bundle === undefined)
          throw httpProblem('schema-violation', {
            detail: '写明 bundle：要启用的规则包的 SHA-256，见 /api/v1/bundles。',
          });
        return sendOrRefuse(reply, await told(() => operations.activate(bundle, actorOf(request), reason)));
      }),
    });
    serve(app, `${BASE}/rollback`, {
      POST: operating(['administrator'], async (request, reply) => {
        const { bundle, reason } = changeOf(request);
        return sendOrRefuse(reply, await told(() => operations.rollback(bundle, actorOf(request), reason)));
      }),
    });
  },
  { name: 'tongze-bundles', fastify: '5.x', dependencies: ['tongze-bodies'] },
);
