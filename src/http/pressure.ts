/** When requests are shed: when the service lags behind for two samples in a row, or its memory is at its bound. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { httpProblem } from './errors.ts';

/**
 * Decides for each request that meets a service under pressure. One late sample is a machine that paused (another
 * program, a sleeping laptop), and the work that waits is done at once; two in a row are more work than can be done.
 *
 * @param now milliseconds of a clock that never goes back
 * @returns what under-pressure calls: a promise that rejects sheds the request
 */
export function createShedding(now: () => number = () => performance.now()) {
  let sample = 0;
  let seenAt = Number.NEGATIVE_INFINITY;
  let isLasting = false;
  return (_request: FastifyRequest, _reply: FastifyReply, type: string, value: number | undefined) => {
    if (type === 'eventLoopDelay' && value !== undefined) {
      if (value !== sample) {
        // Samples of a service that lags come late themselves.
        isLasting = now() - seenAt <= 2 * value + 1_000;
        sample = value;
      }
      seenAt = now();
      if (!isLasting) return undefined;
    }
    return Promise.reject(httpProblem('overloaded'));
  };
}
