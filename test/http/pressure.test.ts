import type { FastifyReply, FastifyRequest } from 'fastify';
import t from 'tap';
import { createShedding } from '../../src/http/pressure.ts';
import { example, fakeApp } from './fake.ts';

/** Meets the service at a time, with a sample of its lag; says whether the request was shed. */
function meeting() {
  let time = 0;
  const shed = createShedding(() => time);
  return async (at: number, type: string, value: number) => {
    time = at;
    const verdict = shed({} as FastifyRequest, {} as FastifyReply, type, value);
    return (
      verdict !== undefined &&
      (await verdict.then(
        () => false,
        ({ problem }) => problem === 'overloaded',
      ))
    );
  };
}

t.test('a service that paused once sheds nobody', async (t) => {
  const meet = meeting();

  t.equal(await meet(0, 'eventLoopDelay', 1500), false);
  t.equal(await meet(400, 'eventLoopDelay', 1500), false, 'the same sample is no second one');
  t.equal(await meet(60_000, 'eventLoopDelay', 1600), false, 'nor is one a minute later');
});

t.test('one sample in which no turn was measured sheds nobody, as at a start on a busy machine; two do', async (t) => {
  const meet = meeting();
  const unmeasured = Number.POSITIVE_INFINITY;

  t.equal(await meet(0, 'eventLoopDelay', unmeasured), false);
  t.equal(await meet(400, 'eventLoopDelay', unmeasured), false, 'the same sample is no second one');
  t.equal(await meet(600, 'eventLoopDelay', unmeasured), true);
  t.equal(await meet(60_000, 'eventLoopDelay', unmeasured), false);
  t.equal(await meet(60_600, 'eventLoopDelay', 1_500), true, 'and one after another of either kind');
});

t.test('a service that lags for two samples in a row sheds, however late the second comes', async (t) => {
  const quick = meeting();
  const slow = meeting();

  await quick(0, 'eventLoopDelay', 1500);
  await slow(0, 'eventLoopDelay', 5000);

  t.equal(await quick(600, 'eventLoopDelay', 1400), true);
  t.equal(await slow(10_000, 'eventLoopDelay', 6000), true);
});

t.test('memory at its bound sheds at once', async (t) => {
  t.equal(await meeting()(0, 'rssBytes', 2 ** 31), true);
});

t.test(
  'more requests than can be answered in good time are told to come back, and the others are answered',
  async (t) => {
    const { promise: gate, resolve: go } = Promise.withResolvers<void>();
    const decideJson = async () => {
      await gate;
      return { bytes: Buffer.from('{}') };
    };
    const app = fakeApp([], { decideJson }, { limits: { maxUnderWay: 2 } });
    t.teardown(() => app.close());
    await app.ready();
    const ask = async () => app.inject({ method: 'POST', url: '/api/v1/evaluations', payload: example });

    const first = [ask(), ask()];
    const third = await ask();
    const live = await app.inject('/health/live');
    go();

    t.equal(third.statusCode, 503);
    t.equal(third.headers['retry-after'], '10');
    t.equal(live.statusCode, 200);
    for (const answer of await Promise.all(first)) t.equal(answer.statusCode, 200);
    t.equal((await ask()).statusCode, 200, 'their places are free again');
  },
);
