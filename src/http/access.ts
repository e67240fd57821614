/** Who may call which route: every route and method declares it, and a route that does not fails at start. */
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { ANONYMOUS, type Authentication, type Identity, type Refusal, type Role } from '../access/identity.ts';
import { type HttpProblem, httpProblem } from './errors.ts';
import { PROBLEMS } from './problems.ts';
import { countRequests, type Rates } from './rates.ts';

export type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;

/**
 * What a route asks of whoever calls it:
 * - `public`: nothing, anywhere (health: a probe has no credential);
 * - `stateless`: it records nothing and reads no record. Open where the service allows it (on loopback), else any role;
 * - roles: an identity with at least one of them, always.
 */
export type Access = 'public' | 'stateless' | readonly [Role, ...Role[]];

/** A handler with who may call it. */
export interface Endpoint {
  readonly access: Access;
  readonly handler: Handler;
  /** Whether every call is written into the audit of reads. */
  readonly audited?: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** `null` on public routes; handlers of others take `identityOf(request)`. */
    identity: Identity | null;
  }
  interface FastifyContextConfig {
    access?: Access;
    audited?: boolean;
    /** Whether the route only says that its method is not served. */
    refused?: boolean;
  }
  interface FastifyInstance {
    /** What every route that serves something asks, once the service is ready. */
    declaredAccess(): readonly Declared[];
  }
}

/** What one method of one route asks. */
export interface Declared {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
  readonly audited: boolean;
}

/** Serves anybody, everywhere. */
export function open(handler: Handler): Endpoint {
  return { access: 'public', handler };
}

/** Records nothing and reads no record. */
export function stateless(handler: Handler): Endpoint {
  return { access: 'stateless', handler };
}

/** Serves an identity that has one of the roles. */
export function allow(roles: readonly [Role, ...Role[]], handler: Handler): Endpoint {
  return { access: roles, handler };
}

/** As `allow`, for a route that shows records: each call goes into the audit of reads before its answer leaves. */
export function readsRecords(roles: readonly [Role, ...Role[]], handler: Handler): Endpoint {
  return { access: roles, handler, audited: true };
}

/** Whoever asks, on a route that is not public. Records are read and written in `identityOf(request).tenant` only. */
export function identityOf(request: FastifyRequest): Identity {
  if (request.identity === null) throw new Error('the route declares no access, or is public');
  return request.identity;
}

/** Declares the access of routes that a plugin of others adds within this context. */
export function declareForAll(app: FastifyInstance, access: Access): void {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, access: route.config?.access ?? access };
  });
}

/** Makes the start fail for a route without a declaration. Call it before the first route. */
export function denyByDefault(app: FastifyInstance): void {
  app.decorateRequest('identity', null);
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  app.addHook('onReady', async () => {
    const first = routes.find(({ config }) => config?.access === undefined);
    if (first === undefined) return;
    throw new Error(`${first.method} ${first.url} 没有声明谁可以使用 (the route declares no access)`);
  });
  app.decorate('declaredAccess', () =>
    routes.flatMap(({ method, url, config: { access, audited = false, refused = false } = {} }) =>
      access === undefined || refused ? [] : [method].flat().map((one) => ({ method: one, url, access, audited })),
    ),
  );
}

interface AccessOptions {
  readonly authentication: Authentication;
  /** Says of the address of a connection that is not encrypted whether it may be used; absent: every one may. */
  readonly isTrustedPeer?: ((address: string) => boolean) | undefined;
  /** Whether proxies are declared: else a request that one forwarded is not from this machine, whatever its address. */
  readonly behindProxy: boolean;
  readonly rates: Rates;
}

/** Tells who asks and refuses who may not, before a body is read. */
export const access = fastifyPlugin(
  async (app, { authentication, isTrustedPeer, behindProxy, rates }: AccessOptions) => {
    const count = await countRequests(app, rates);
    app.addHook('onRequest', async (request) => {
      if (request.is404) return;
      const needed = request.routeOptions.config.access;
      if (needed === undefined) throw new Error('a route without a declaration of access');
      if (needed === 'public') return;
      if (isTrustedPeer?.(request.socket.remoteAddress ?? '') === false) throw httpProblem('not-through-proxy');
      const anonymous = authentication.anonymous && needed === 'stateless' && (behindProxy || !isForwarded(request));
      const found = await identified(request, anonymous, authentication);
      if (typeof found === 'string') {
        await count.refused(request);
        throw refused(found);
      }
      request.identity = found;
      await count.served(request);
      if (found !== ANONYMOUS) requireRole(found, needed);
    });
  },
  { name: 'tongze-access', fastify: '5.x' },
);

function isForwarded({ headers }: FastifyRequest): boolean {
  return headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
}

const BEARER = /^Bearer +([\x21-\x7e]{1,8192}) *$/i;
const CHALLENGE = 'Bearer realm="tongze"';

async function identified(
  request: FastifyRequest,
  anonymous: boolean,
  { identify }: Authentication,
): Promise<Identity | Refusal | 'missing-credentials'> {
  const { authorization } = request.headers;
  if (authorization === undefined && anonymous) return ANONYMOUS;
  const credential = BEARER.exec(authorization ?? '')?.[1];
  return credential === undefined ? 'missing-credentials' : identify(credential);
}

/** RFC 6750: a credential that is not accepted, whatever the reason, is an invalid token; none at all is no error. */
function refused(refusal: Refusal | 'missing-credentials'): HttpProblem {
  if (PROBLEMS[refusal].status !== 401) return httpProblem(refusal);
  const error = refusal === 'missing-credentials' ? '' : ', error="invalid_token"';
  return httpProblem(refusal, { headers: { 'www-authenticate': `${CHALLENGE}${error}` } });
}

function requireRole({ roles }: Identity, needed: Exclude<Access, 'public'>): void {
  if (needed === 'stateless' ? roles.length > 0 : needed.some((role) => roles.includes(role))) return;
  throw httpProblem('role-missing', {
    headers: { 'www-authenticate': `${CHALLENGE}, error="insufficient_scope"` },
    ...(needed === 'stateless'
      ? {}
      : { detail: `这个接口须有下列角色之一：${needed.join('、')}。${PROBLEMS['role-missing'].remedy}` }),
  });
}
