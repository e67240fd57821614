/** `/health` answers while the worst admissible body of each class is evaluated; nothing here depends on a clock. */
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { readConfiguration } from '../../src/contract/configuration.ts';
import { isSmall } from '../../src/engine/pool.ts';
import { buildApp } from '../../src/http/app.ts';
import { canonicalBytes } from '../../src/kernel/canonical.ts';
import { createService } from '../../src/service.ts';
import { filled, listsOfFacts, most, worstWithin } from '../support/worst.ts';

const service = await createService();
const limits = { maxEventLoopDelayMs: 0 };
const app = buildApp(service, { ...readConfiguration({ PORT: '0', LOG_LEVEL: 'silent' }), limits });
const url = await app.listen({ host: '127.0.0.1', port: 0 });
t.teardown(async () => {
  await app.close();
  await service.close();
});

/** Making the facts has held up the event loop, for which requests would be shed. */
const SETTLE_MS = 1_200;

async function ask(facts: unknown): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ input: { facts } });
  const path = '/v1/data/questions/addressees/decision';
  return (await fetch(`${url}${path}`, { method: 'POST', headers, body })).status;
}

/** Asks for health, one request after another, until the evaluations are done; how often it was answered meanwhile. */
async function healthDuring(evaluations: readonly Promise<number>[]): Promise<number> {
  let open = evaluations.length;
  for (const evaluation of evaluations) void evaluation.then(() => (open -= 1));
  let answered = 0;
  while (open > 0) {
    const { status } = await fetch(`${url}/health`);
    if (status !== 200) return 0;
    if (open > 0) answered += 1;
  }
  return answered;
}

t.test('while the largest body that is admitted is evaluated in a worker', async (t) => {
  const facts = worstWithin(250 * 1024);
  t.equal(isSmall(canonicalBytes({ facts, options: {} })), false);

  // A worker that starts compiles its validators, which on a busy machine takes most of the deadline.
  await ask(facts);
  await sleep(SETTLE_MS);
  const evaluation = ask(facts);

  t.ok((await healthDuring([evaluation])) > 0);
  t.equal(await evaluation, 200);
});

t.test('between bodies of the largest size that stays on the calling thread', async (t) => {
  const bodies = listsOfFacts().map(({ group, name, maxItems }) => {
    const of = (items: number) => filled({ [`/${group}/${name}`]: items }, [group]);
    return of(most(maxItems, (items) => isSmall(canonicalBytes({ facts: of(items), options: {} }))));
  });

  await sleep(SETTLE_MS);
  const evaluations = [...bodies, ...bodies, ...bodies].map((facts) => ask(facts));

  t.ok((await healthDuring(evaluations)) > 0);
  t.same([...new Set(await Promise.all(evaluations))], [200]);
});
