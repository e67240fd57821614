/** Who may call which route: every route and method declares it, and a route that does not fails at start. */
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { ANONYMOUS, type Authentication, type Identity, type Refusal, type Role } from '../access/identity.ts';
import { httpProblem } from './errors.ts';

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
}

declare module 'fastify' {
  interface FastifyRequest {
    /** `null` on public routes only; handlers of others take `identityOf(request)`. */
    identity: Identity | null;
  }
  interface FastifyContextConfig {
    access?: Access;
  }
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
    const undeclared = routes.filter(({ config }) => config?.access === undefined);
    const [first] = undeclared;
    if (first === undefined) return;
    throw new Error(`${first.method} ${first.url} 没有声明谁可以使用 (the route declares no access)`);
  });
}

/** Tells who asks and refuses who may not, before a body is read. */
export const access = fastifyPlugin(
  async (app, { authentication }: { readonly authentication: Authentication }) => {
    app.addHook('onRequest', async (request) => {
      if (request.is404) return;
      const needed = request.routeOptions.config.access;
      if (needed === undefined) throw new Error('a route without a declaration of access');
      if (needed === 'public') return;
      request.identity = await identified(request, needed, authentication);
    });
  },
  { name: 'tongze-access', fastify: '5.x' },
);

const BEARER = /^Bearer +([\x21-\x7e]{1,8192}) *$/i;

async function identified(
  request: FastifyRequest,
  needed: Exclude<Access, 'public'>,
  { anonymous, identify }: Authentication,
): Promise<Identity> {
  const { authorization } = request.headers;
  if (authorization === undefined) {
    if (needed === 'stateless' && anonymous) return ANONYMOUS;
    throw httpProblem('missing-credentials', { headers: { 'www-authenticate': 'Bearer realm="tongze"' } });
  }
  const credential = BEARER.exec(authorization)?.[1];
  if (credential === undefined)
    throw httpProblem('missing-credentials', { headers: { 'www-authenticate': 'Bearer realm="tongze"' } });
  const found = await identify(credential);
  if (typeof found === 'string') throw refused(found);
  const may = needed === 'stateless' ? found.roles.length > 0 : needed.some((role) => found.roles.includes(role));
  if (may) return found;
  throw httpProblem('role-missing', {
    headers: { 'www-authenticate': 'Bearer realm="tongze", error="insufficient_scope"' },
    ...(needed === 'stateless'
      ? {}
      : { detail: `这个接口须有下列角色之一：${needed.join('、')}；请向管理员申请相应的密钥或者令牌。` }),
  });
}

/** RFC 6750: a credential that is not accepted, whatever the reason, is an invalid token. */
function refused(refusal: Refusal): Error {
  return httpProblem(refusal, { headers: { 'www-authenticate': 'Bearer realm="tongze", error="invalid_token"' } });
}
