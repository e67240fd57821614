/**
 * One listening server before applications of which one serves at a time: each is the whole of HTTP for one bundle. A
 * request ends in the application, and so on the revision, in which it began, however long it streams.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

export interface Front {
  /** Sends every request that begins from now on to another application. */
  swap(app: FastifyInstance, retire: () => Promise<void>): Promise<void>;
  /** Serves what has begun to its end and stops. */
  close(): Promise<void>;
}

interface Serving {
  readonly app: FastifyInstance;
  readonly retire: () => Promise<void>;
  /** Requests that have begun and not ended. */
  open: number;
  retired?: Promise<void>;
}

/**
 * @param first   its server listens
 * @param retire  gives back what only that application used, once its last request has ended
 * @param onFault told of what failed in giving back; nobody waits for it
 */
export function createFront(
  first: FastifyInstance,
  retire: () => Promise<void>,
  onFault: (error: Error) => void,
): Front {
  let current: Serving = { app: first, retire, open: 0 };
  const all = new Set<Serving>([current]);

  const end = (serving: Serving): Promise<void> => {
    serving.retired ??= (async () => {
      // The first one keeps the server that everybody came through.
      if (serving.app !== first) await serving.app.close();
      await serving.retire();
      all.delete(serving);
    })();
    return serving.retired;
  };
  const endIfIdle = (serving: Serving) => {
    if (serving !== current && serving.open === 0) end(serving).catch(onFault);
  };

  first.server.removeAllListeners('request');
  first.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const serving = current;
    serving.open += 1;
    response.once('close', () => {
      serving.open -= 1;
      endIfIdle(serving);
    });
    serving.app.routing(request, response);
  });

  return {
    swap: async (app, retireIt) => {
      await app.ready();
      const before = current;
      current = { app, retire: retireIt, open: 0 };
      all.add(current);
      endIfIdle(before);
    },
    close: async () => {
      // Whoever asks now is told to go elsewhere, by the application that serves.
      if (current.app !== first) await current.app.close();
      await first.close();
      await Promise.all([...all].map((serving) => end(serving)));
    },
  };
}
