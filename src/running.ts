/**
 * The bundle that decides, changed while requests are answered: whoever changes it, here or on the command line, writes
 * the list of activations, and this follows it.
 */
import { isDeepStrictEqual } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { ChangeRefused, type Desk } from './bundles.ts';
import type { BundleActivation } from './contract/generated/types.ts';
import type { BundleOperations, Refused } from './http/bundles.ts';
import { createFront } from './http/front.ts';
import { BundleRefused } from './policy/refused.ts';
import { BUILT_IN } from './policy/shelf.ts';
import type { Activation } from './records/recording.ts';
import type { TongzeService } from './service.ts';

/** Milliseconds between looks at the list of activations. */
const LOOK_MS = 500;

export interface RunningOptions {
  readonly desk: Desk;
  /** The service that was loaded at the start, and the activations until then, which are on record. */
  readonly service: TongzeService;
  readonly activations: readonly BundleActivation[];
  /** Makes the whole of HTTP for a service. */
  readonly appOf: (service: TongzeService, operations: BundleOperations) => FastifyInstance;
  /** Records an activation after which the bundle of a service decides. Twice does no harm. */
  readonly record: (service: TongzeService, activation: BundleActivation) => Promise<void>;
  readonly onChange: (service: TongzeService) => void;
  /** A change that could not be followed; the bundle that runs goes on. */
  readonly onFault: (error: Error) => void;
}

export interface Running {
  /** Its server listens. */
  readonly app: FastifyInstance;
  readonly service: () => TongzeService;
  close(): Promise<void>;
}

/** What a record of an activation keeps beside its leaf. */
export function activationOf({ time, actor, action, bundle, sequence, reason }: BundleActivation): Activation {
  return {
    actor,
    identity: [time, action, bundle, sequence],
    said: { time, action, bundle, sequence, reason },
  };
}

export function createRunning(options: RunningOptions): Running {
  const { desk, appOf, record, onChange, onFault } = options;
  let service = options.service;
  let running = options.activations.at(-1)?.bundle ?? BUILT_IN;
  let followed = options.activations;
  let following: Promise<void> = Promise.resolve();
  let failed: string | undefined;

  /** @throws {ChangeRefused} where what was followed, and is on record, does not stand there any more */
  const unaltered = (): readonly BundleActivation[] => {
    const activations = desk.activations();
    const at = followed.findIndex((one, index) => !isDeepStrictEqual(one, activations[index]));
    if (at === -1) return activations;
    throw new ChangeRefused(
      `规则包的更换（数据目录的 bundles/activations.ndjson）第 ${at + 1} 行在运行中被改动，与日志不符：查明是谁改的，按日志改回 ` +
        '(an activation that is on record was altered)',
    );
  };
  /**
   * Takes the bundle of the last activation into operation: recorded before the first request meets it. Those that came
   * and went since the last look are recorded too.
   */
  const follow = async (): Promise<void> => {
    const activations = unaltered();
    const wanted = activations.at(-1)?.bundle ?? running;
    const recordThem = async (by: TongzeService) => {
      for (const activation of activations.slice(followed.length)) await record(by, activation);
      followed = activations;
    };
    if (wanted === running) return recordThem(service);
    const next = await desk.load(wanted);
    try {
      await recordThem(next);
      const old = service;
      await front.swap(appOf(next, operations), () => next.close());
      service = next;
      running = wanted;
      if (old !== next) onChange(next);
    } catch (thrown) {
      if (service !== next) await next.close();
      throw thrown;
    }
  };
  /** One change at a time. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = following.then(work);
    following = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  };
  const changing = (change: () => Promise<BundleActivation>): Promise<BundleActivation | Refused> =>
    inTurn(() =>
      orRefused(async () => {
        unaltered();
        const activation = await change();
        await follow();
        return activation;
      }),
    );
  const operations: BundleOperations = {
    list: () =>
      orRefused(async () => {
        unaltered();
        return { ...(await desk.list()), running };
      }),
    activate: (bundle, actor, reason) => changing(() => desk.activate(bundle, actor, reason)),
    rollback: (bundle, actor, reason) => changing(() => desk.rollback(bundle, actor, reason)),
  };

  const app = appOf(service, operations);
  const first = service;
  const front = createFront(app, () => first.close(), onFault);
  const looking = setInterval(() => {
    inTurn(follow).then(
      () => {
        failed = undefined;
      },
      (error: Error) => {
        // Said once, not twice a second.
        if (failed !== error.message) onFault(error);
        failed = error.message;
      },
    );
  }, LOOK_MS).unref();

  return {
    app,
    service: () => service,
    close: async () => {
      clearInterval(looking);
      await following;
      await front.close();
    },
  };
}

async function orRefused<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof BundleRefused || thrown instanceof ChangeRefused) return { refused: thrown.message };
    throw thrown;
  }
}
