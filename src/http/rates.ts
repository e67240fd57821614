/** How often somebody may ask: by subject, because offices sit behind one address. Each process counts for itself. */
import rateLimit, { type FastifyRateLimitStore } from '@fastify/rate-limit';
import LocalStore from '@fastify/rate-limit/store/LocalStore.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ANONYMOUS } from '../access/identity.ts';
import { httpProblem } from './errors.ts';

/** Requests a minute. */
export interface Rates {
  /** Of one subject, where its key says nothing else. */
  readonly subject: number;
  /** Of one address that does not say who it is; 0: as many as it likes. */
  readonly anonymous: number;
  /** Of one address with credentials that are refused; those that are accepted are served all the same. */
  readonly refused: number;
}

/** Counts a request. @throws {HttpProblem} `too-many-requests` when it is one too many */
export type Count = (request: FastifyRequest) => Promise<void>;

/**
 * The library's store gives every request of a key the same object, which it reads a turn later: of a burst each would
 * see the count of the last, and all be refused. Here each gets the count that it was.
 */
class OwnCounts extends LocalStore implements FastifyRateLimitStore {
  // biome-ignore lint/complexity/noUselessConstructor: the library hands its settings to a store, which would take them for its first flag
  constructor() {
    super();
  }

  override incr(...[key, told, timeWindow, max]: Parameters<FastifyRateLimitStore['incr']>): void {
    super.incr(key, (error, found) => told(error, found && { ...found }), timeWindow, max);
  }

  override child(): FastifyRateLimitStore {
    return new OwnCounts();
  }
}

export async function countRequests(
  app: FastifyInstance,
  rates: Rates,
): Promise<{ readonly served: Count; readonly refused: Count }> {
  await app.register(rateLimit, { global: false, timeWindow: 60_000, store: OwnCounts });
  const served = app.createRateLimit({
    // No tenant is empty: an address is never taken for somebody's name.
    keyGenerator: ({ identity, ip }) =>
      identity === null || identity === ANONYMOUS ? ` ${ip}` : `${identity.tenant} ${identity.subject}`,
    max: ({ identity }) => (identity === ANONYMOUS ? rates.anonymous : (identity?.perMinute ?? rates.subject)),
    allowList: ({ identity }) => identity === ANONYMOUS && rates.anonymous === 0,
  });
  const refused = app.createRateLimit({ max: rates.refused });
  return { served: throwing(served), refused: throwing(refused) };
}

function throwing(limit: ReturnType<FastifyInstance['createRateLimit']>): Count {
  return async (request) => {
    const found = await limit(request);
    if (found.isAllowed || !found.isExceeded) return;
    throw httpProblem('too-many-requests', {
      headers: { 'retry-after': String(Math.max(1, found.ttlInSeconds)) },
    });
  };
}
