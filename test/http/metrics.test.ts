import { readFileSync } from 'node:fs';
import { test } from 'tap';
import { createMetrics } from '../../src/operations/metrics.ts';
import { example, fakeApp, REVISION } from './fake.ts';

/** A line of the text form → its labels and value. */
function samples(text: string, name: string): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
}

test('requests are counted by route, code and method as OPA names them', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());
  await app.inject({ method: 'POST', url: '/v1/data/questions/grade/answer', payload: { input: { facts: {} } } });
  await app.inject('/api/v1/provisions/art_11__para_1');
  await app.inject('/api/v1/provisions/none');
  await app.inject('/nothing/here');
  await app.inject('/');

  const { body, headers } = await app.inject('/metrics');

  const counts = samples(body, 'http_request_duration_seconds_count');
  t.match(headers['content-type'], /^text\/plain; version=0\.0\.4/);
  for (const [handler, method, code] of [
    ['v1/data', 'post', 200],
    ['api/v1/provisions/:eId', 'get', 200],
    ['api/v1/provisions/:eId', 'get', 404],
    ['catchall', 'get', 404],
    ['index', 'get', 200],
  ])
    t.ok(
      counts.includes(`http_request_duration_seconds_count{handler="${handler}",method="${method}",code="${code}"} 1`),
      `${handler} ${code}`,
    );
  t.match(body, `tongze_info{version="0.0.0",revision="${REVISION}"} 1`);
});

test('every refusal is counted by its code', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());
  await app.inject({ method: 'POST', url: '/api/v1/evaluations', payload: { ...example, facts: { deaths: 1 } } });
  await app.inject({ method: 'DELETE', url: '/api/v1/evaluations' });
  await app.inject({ method: 'DELETE', url: '/api/v1/evaluations' });

  const { body } = await app.inject('/metrics');

  t.strictSame(samples(body, 'tongze_refusals_total'), [
    'tongze_refusals_total{problem="schema-violation"} 1',
    'tongze_refusals_total{problem="method-not-allowed"} 2',
  ]);
});

test('a thousand different requests make no more series than one', async (t) => {
  const app = fakeApp();
  t.teardown(() => app.close());
  const series = async () => (await app.inject('/metrics')).body.split('\n').length;
  const ask = async (i: number) => {
    await app.inject(`/api/v1/provisions/art_${i}`);
    await app.inject(`/v1/data/unknown/${i}`);
    await app.inject({ url: `/x${i}`, headers: { host: `h${i}` } });
  };
  await ask(0);
  await series();
  const before = await series();

  for (let i = 1; i <= 300; i++) await ask(i);

  t.equal(await series(), before);
});

test('the documentation lists exactly the metrics of the service', async (t) => {
  const text = await createMetrics().text();
  const served = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name as string);

  const page = readFileSync('docs/operations.md', 'utf8');
  const documented = [...page.matchAll(/^\| `([a-z_]+)(?:\{[^}]*\})?` +\|/gm)].map(([, name]) => name as string);

  t.strictSame(documented.sort(), served.sort());
});
