/** Work shared among threads: what waits travels together, one that hangs is ended alone, nobody waits for ever. */
import { setTimeout as pause } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { type Batches, createBatches } from '../../src/engine/batches.ts';
import { EvaluationFailed } from '../../src/engine/instance.ts';
import type { Milliseconds, Slept } from './sleeping-worker.ts';

interface Opened {
  readonly batches: Batches<Milliseconds, Slept>;
  /** Tasks that ran on the calling thread. */
  readonly here: number[];
}

const WORKER = './sleeping-worker.ts';

const never = (_: Milliseconds): boolean => false;

function opened(
  t: Test,
  { deadlineMs = 30_000, threads = 2, isLarge = never, isHandedOn = never, worker = WORKER, hasHere = true } = {},
): Opened {
  const here: number[] = [];
  const batches = createBatches<Milliseconds, Slept>({
    filename: new URL(worker, import.meta.url).href,
    workerData: undefined,
    threads,
    deadlineMs,
    expectedMs: (milliseconds) => milliseconds,
    isLarge,
    isHandedOn,
    ...(hasHere
      ? {
          here: async (task) => {
            here.push(task);
            return { bytes: Buffer.from(String(task)), thread: 0, together: 1 };
          },
        }
      : {}),
  });
  t.teardown(() => batches.close());
  return { batches, here };
}

/** Until the threads have started, tasks run on the calling thread. */
async function warm({ batches, here }: Opened): Promise<void> {
  for (let before = -1; before < here.length; await pause(20)) {
    before = here.length;
    await Promise.all([batches.run(0.1), batches.run(0.1)]);
  }
  here.length = 0;
}

t.test('a task that is alone runs on the calling thread and starts no other', async (t) => {
  const { batches, here } = opened(t);

  for (const task of [1, 2, 3]) t.equal(Buffer.from((await batches.run(task)).bytes).toString(), String(task));

  t.strictSame(here, [1, 2, 3]);
  t.strictSame(batches.usage(), { threads: 0, waiting: 0 });
});

t.test('a long task that is alone wakes the threads, which do the next', async (t) => {
  const { batches, here } = opened(t);
  let thread = 0;

  // Until they have started, it is done on the calling thread.
  for (let tries = 0; tries < 500 && thread === 0; tries += 1, await pause(20)) ({ thread } = await batches.run(30));

  t.not(thread, 0);
  t.ok(here.length > 0);
});

t.test('tasks that come together travel together, and each gets its own result', async (t) => {
  const one = opened(t, { threads: 1 });
  await warm(one);

  const results = await Promise.all(Array.from({ length: 8 }, (_, at) => one.batches.run((at + 1) / 10)));

  t.strictSame(one.here, []);
  t.ok(results.every(({ thread, together }) => thread > 0 && together === 8));
  t.strictSame(
    results.map(({ bytes }) => Buffer.from(bytes).toString()),
    Array.from({ length: 8 }, (_, at) => String((at + 1) / 10)),
  );
});

t.test('on few cores a short task that is handed on stays with the calling thread, a crowd of them too', async (t) => {
  for (const threads of [2, 3]) {
    // Those of the warming are not: they wake the threads.
    const isHandedOn = (task: Milliseconds) => task !== 0.1;
    const one = opened(t, { threads, isLarge: (task) => task === 0.4, isHandedOn });
    await warm(one);

    // The third is not short, the last may take until its deadline.
    const results = await Promise.all([0.15, 0.2, 30, 0.3, 0.4].map((task) => one.batches.run(task)));

    t.strictSame(one.here, threads === 2 ? [0.15, 0.2, 0.3] : [], `${threads} threads`);
    t.equal(results.filter(({ thread }) => thread > 0).length, threads === 2 ? 2 : 5);
  }
});

t.test('a little work is not divided among the threads', async (t) => {
  const one = opened(t);
  await warm(one);

  const results = await Promise.all([0.1, 0.2, 0.3].map((task) => one.batches.run(task)));

  t.strictSame(one.here, []);
  t.ok(results.every(({ together }) => together === 3));
});

t.test('a short task does not wait for a thread that is busy: it is done on the calling thread', async (t) => {
  for (const threads of [1, 2]) {
    const one = opened(t, { threads });
    await warm(one);
    const hanging = -1;
    const stuck = Promise.allSettled([hanging, 3].map((task) => one.batches.run(task)));
    await pause(1);

    const shorts = await Promise.all([0.1, 0.2].map((task) => one.batches.run(task)));

    t.ok(shorts.every(({ thread }) => thread === 0));
    t.strictSame(one.here, [0.1, 0.2], `${threads}`);
    await one.batches.close();
    await stuck;
  }
});

t.test('short tasks stay with the thread that does short ones', async (t) => {
  const one = opened(t);
  await warm(one);
  const threads = async () => {
    const first = [0.1, 0.1, 0.1].map((task) => one.batches.run(task));
    await new Promise((resolve) => setImmediate(resolve));
    const results = await Promise.all([...first, ...Array.from({ length: 30 }, () => one.batches.run(0.1))]);
    return new Set(results.map(({ thread }) => thread)).size;
  };

  // A machine that stands still for long wakes the other: not each of five times.
  const used = [];
  for (let times = 0; times < 5; times += 1) used.push(await threads());
  t.ok(used.includes(1), `${used}`);
});

t.test('one that hangs though it should be short keeps no other from being answered', async (t) => {
  const one = opened(t, { threads: 1 });
  await warm(one);
  const hanging = -1;
  const stuck = Promise.allSettled([hanging, 0.1].map((task) => one.batches.run(task)));
  await pause(1);

  const { thread } = await one.batches.run(0.2);

  t.equal(thread, 0);
  await one.batches.close();
  await stuck;
});

t.test('where only threads work, a little work waits for one, but not until the end of one that hangs', async (t) => {
  const { batches } = opened(t, { hasHere: false });
  await Promise.all([3, 3].map((task) => batches.run(task)));
  const hanging = -1;
  const stuck = Promise.allSettled([hanging, 3].map((task) => batches.run(task)));
  await pause(1);

  const { thread } = await batches.run(0.1);

  t.ok(thread > 0);
  await batches.close();
  await stuck;
});

t.test('long tasks are shared among the threads', async (t) => {
  const one = opened(t);
  await warm(one);

  const results = await Promise.all([6, 6, 6, 6].map((task) => one.batches.run(task)));

  t.ok(results.every(({ together }) => together === 1));
  t.equal(new Set(results.map(({ thread }) => thread)).size, 2);
});

t.test('one that hangs is ended by itself; those that travelled with it are answered', async (t) => {
  // More than a thread takes to start on a busy machine: one is ended, and another starts.
  const one = opened(t, { deadlineMs: 6_000, threads: 1 });
  await warm(one);
  const hanging = -1;

  const ends = await Promise.allSettled([1, 2, hanging, 3].map((task) => one.batches.run(task)));

  t.strictSame(
    ends.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  );
  t.match((ends[2] as PromiseRejectedResult).reason, new EvaluationFailed('no answer within 6000 ms'));
});

t.test('a large task waits for a worker, however cold, and has it for itself', async (t) => {
  const { batches, here } = opened(t, { isLarge: (task) => task >= 5 });

  const results = await Promise.all([5, 6].map((task) => batches.run(task)));

  t.strictSame(here, []);
  t.ok(results.every(({ together, thread }) => together === 1 && thread > 0));
});

t.test('while large tasks hold all threads, small ones run on the calling thread', async (t) => {
  const one = opened(t, { isLarge: (task) => task >= 500 });
  await warm(one);
  let isDone = false;
  const large = Promise.all([500, 600, 700].map((task) => one.batches.run(task))).then(() => {
    isDone = true;
  });

  await Promise.all([1, 3].map((task) => one.batches.run(task)));
  await pause(10);
  await one.batches.run(4);

  t.equal(isDone, false);
  t.strictSame(one.here, [1, 3, 4]);
  await large;
});

t.test('tasks on the calling thread run one after the other, of a crowd and those that are handed on', async (t) => {
  let underWay = 0;
  const batches = createBatches<Milliseconds, Slept>({
    filename: new URL(WORKER, import.meta.url).href,
    workerData: undefined,
    threads: 1,
    deadlineMs: 30_000,
    expectedMs: (milliseconds) => milliseconds,
    isLarge: () => false,
    isHandedOn: (milliseconds) => milliseconds < 1,
    here: async () => {
      underWay += 1;
      const together = underWay;
      await undefined;
      underWay -= 1;
      return { bytes: new Uint8Array(), thread: 0, together };
    },
  });
  t.teardown(() => batches.close());

  const results = await Promise.all([1, 2, 0.1, 0.2, 3].map((task) => batches.run(task)));

  t.strictSame(
    results.map(({ together }) => together),
    [1, 1, 1, 1, 1],
  );
});

t.test('threads that cannot start end a large task at its deadline, and nothing else', async (t) => {
  const { batches, here } = opened(t, { deadlineMs: 1_500, isLarge: (task) => task >= 5, worker: './no-worker.ts' });
  // As a server does: a deadline by itself keeps no process alive.
  const alive = setInterval(() => undefined, 1_000);
  t.teardown(() => clearInterval(alive));

  const ends = await Promise.allSettled([1, 2, 5].map((task) => batches.run(task)));
  // The next crowd tries to start them once more.
  await Promise.all([1, 2].map((task) => batches.run(task)));

  t.strictSame(
    ends.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected'],
  );
  t.strictSame(here, [1, 2, 1, 2]);
  t.ok(batches.usage().threads > 0);
  await pause(500);
});

t.test('what is not answered when the threads end has no room any more, nor has what comes later', async (t) => {
  const one = opened(t, { threads: 1 });
  await warm(one);

  const under = [300, 3, 3].map((task) => one.batches.run(task));
  setTimeout(() => void one.batches.close(), 50);
  const ends = await Promise.allSettled([...under, pause(100).then(() => one.batches.run(1))]);

  t.strictSame(
    ends.map((end) => (end as PromiseRejectedResult).reason?.code),
    Array(4).fill('TZ_BUSY'),
  );
});
