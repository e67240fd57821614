/** The library's own store in memory, which its types leave out. */
declare module '@fastify/rate-limit/store/LocalStore.js' {
  import type { FastifyRateLimitStore } from '@fastify/rate-limit';

  export default class LocalStore {
    incr(...asked: Parameters<FastifyRateLimitStore['incr']>): void;
    child(): FastifyRateLimitStore;
  }
}
