/**
 * When requests are shed: when as many are under way as can be answered in good time, when the service lags behind for
 * two samples in a row, or when its memory is at its bound.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpProblem } from './errors.ts';

/** Milliseconds between two samples of the lag. */
export const SAMPLE_MS = 500;

/** What is taken for the lag of a sample in which no turn of the loop was measured at all: under-pressure gives infinity. */
const UNMEASURED_MS = 10_000;

/**
 * Decides for each request that meets a service under pressure. One late sample is a machine that paused (another
 * program, a sleeping laptop), and the work that waits is done at once; two in a row are more work than can be done.
 *
 * @param now milliseconds of a clock that never goes back
 * @returns what under-pressure calls: a promise that rejects sheds the request
 */
export function createShedding(now: () => number = () => performance.now()) {
  let sample = 0;
  let sampledAt = 0;
  let seenAt = Number.NEGATIVE_INFINITY;
  let isLasting = false;
  return (_request: FastifyRequest, _reply: FastifyReply, type: string, value: number | undefined) => {
    if (type === 'eventLoopDelay' && value !== undefined) {
      const isMeasured = Number.isFinite(value);
      // Two samples without a measure are told apart by their time alone.
      if (value !== sample || (!isMeasured && now() - sampledAt >= SAMPLE_MS)) {
        // Samples of a service that lags come late themselves.
        isLasting = now() - seenAt <= 2 * (isMeasured ? value : UNMEASURED_MS) + 1_000;
        sample = value;
        sampledAt = now();
      }
      seenAt = now();
      if (!isLasting) return undefined;
    }
    return Promise.reject(httpProblem('overloaded'));
  };
}

/** Milliseconds after which a turn of the loop should end: others want to be heard, if only to be told to come back. */
const TURN_MS = 8;

/**
 * Requests that begin in one turn at most. With few, those that are evaluated, those that are recorded and those that are
 * answered take turns, and no thread waits until another is done with all of them.
 */
const MAX_A_TURN = 8;

/**
 * Sheds what would only wait. A turn of the loop reads all that clients have sent and would evaluate it all before it
 * hears anybody again; so requests wait here, in order, a few begin in each turn, and those that are too many know at
 * once.
 *
 * A request counts from when its body is here, so that stalled bodies take nobody's place, until its answer begins, so
 * that streams, which have a pace of their own, do not either.
 */
export function boundUnderWay(app: FastifyInstance, most: number): void {
  const underWay = new Set<FastifyRequest>();
  const waiting: (() => void)[] = [];
  let aTurn = 1;
  let began = 0;

  function turn(): void {
    const took = performance.now() - began;
    aTurn = took > TURN_MS ? Math.max(1, aTurn >> 1) : Math.min(MAX_A_TURN, aTurn * 2);
    began = performance.now();
    for (const begin of waiting.splice(0, aTurn)) begin();
    if (waiting.length > 0) setImmediate(turn);
  }

  app.addHook('preHandler', async (request, reply) => {
    if (request.is404 || request.routeOptions.config.access === 'public') return;
    if (underWay.size >= most) throw httpProblem('overloaded');
    underWay.add(request);
    // A client that went away may never get an answer begun.
    reply.raw.once('close', () => underWay.delete(request));
    if (underWay.size === 1) return;
    await new Promise<void>((begin) => {
      if (waiting.push(begin) > 1) return;
      began = performance.now();
      setImmediate(turn);
    });
  });
  app.addHook('onSend', async (request, _reply, payload) => {
    underWay.delete(request);
    return payload;
  });
}
