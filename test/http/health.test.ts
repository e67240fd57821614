import { test } from 'tap';
import type { Part } from '../../src/http/health.ts';
import { matchLists } from '../support/lists.ts';
import { fakeApp } from './fake.ts';

const part = (name: string, isReady: Part['isReady']): Part => ({ name, isReady });

async function answers(parts: readonly Part[], url: string) {
  const app = fakeApp([], {}, { parts });
  const { statusCode, json, headers } = await app.inject(url);
  await app.close();
  return { statusCode, body: json(), caching: headers['cache-control'] };
}

const UP = [part('bundle', () => true), part('store', async () => true)];

test('a service whose parts are all up is healthy by every question of OPA', async (t) => {
  for (const url of ['/health', '/health?bundles', '/health?bundles=true&plugins', '/health/live', '/health/ready'])
    t.strictSame(await answers(UP, url), { statusCode: 200, body: {}, caching: 'no-store' }, url);
});

test('a part that is down makes the service unready but not dead', async (t) => {
  const parts = [part('bundle', () => true), part('store', () => false)];

  for (const url of ['/health', '/health?bundles', '/health/live'])
    t.equal((await answers(parts, url)).statusCode, 200);
  matchLists(t, await answers(parts, '/health/ready'), {
    statusCode: 500,
    body: { error: 'not ready', failing: ['store'] },
  });
  matchLists(t, await answers(parts, '/health?plugins'), {
    statusCode: 500,
    body: { error: 'one or more plugins are not up', failing: ['store'] },
  });
});

test('exclude-plugin leaves the named parts out, however many', async (t) => {
  const parts = [part('store', () => false), part('drain', () => false)];

  t.equal((await answers(parts, '/health?plugins&exclude-plugin=store')).statusCode, 500);
  t.equal((await answers(parts, '/health?plugins&exclude-plugin=store&exclude-plugin=drain')).statusCode, 200);
});

test('a bundle that is not there is named as OPA names it', async (t) => {
  t.match(await answers([part('bundle', () => false)], '/health?bundles'), {
    statusCode: 500,
    body: { error: 'not all configured bundles have been activated' },
  });
});

test('a part that throws or never answers is not ready', async (t) => {
  const parts = [part('thrown', () => Promise.reject(new Error('secret'))), part('hung', () => new Promise(() => {}))];

  const { statusCode, body } = await answers(parts, '/health/ready');

  t.equal(statusCode, 500);
  t.strictSame(body, { error: 'not ready', failing: ['thrown', 'hung'] });
});
