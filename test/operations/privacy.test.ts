/** A name submitted anywhere in a request is found in no log line, no metric and no error. */
import t from 'tap';
import { buildApp } from '../../src/http/app.ts';
import { createMetrics } from '../../src/operations/metrics.ts';
import { createService } from '../../src/service.ts';

const CANARY = '金丝雀王某';
const ASCII = 'canary-wang-4711';

const metrics = createMetrics(true);
const service = await createService({ evaluated: metrics.evaluated });
const lines: string[] = [];
const app = buildApp(service, { LOG_LEVEL: 'trace', metrics, logStream: { write: (line) => void lines.push(line) } });
t.teardown(async () => {
  await app.close();
  await service.close();
});

const evaluation = {
  value: true,
  evaluator: { organ: '十堰市人民政府', post: CANARY, reference: ASCII },
  on: '2021-09-30',
  evidence: [{ number: CANARY }],
};
const facts = { accident: { deaths: 3, severeSocialImpact: evaluation } };
const post = (url: string, payload: unknown, headers: Readonly<Record<string, string>> = {}) =>
  app.inject({
    method: 'POST',
    url,
    payload: JSON.stringify(payload),
    headers: { 'content-type': 'application/json', ...headers },
  });

const encoded = encodeURIComponent(CANARY);

t.test('the requests are answered, and none of it is repeated where it does not belong', async (t) => {
  const answered = [
    await post('/api/v1/evaluations', { question: 'addressees', facts }),
    await post('/v1/data/questions/grade/answer', { input: { facts } }),
  ];
  const refused = [
    await post('/api/v1/evaluations', { question: ASCII, facts }),
    await post('/api/v1/evaluations', { question: 'grade', facts: { [CANARY]: 1, accident: { deaths: CANARY } } }),
    await post('/api/v1/evaluations', { question: 'grade', facts: { accident: { divisionCode: ASCII } } }),
    await post(`/v1/data/${encoded}`, { input: { facts } }),
    await post(`/api/v1/nothing/${encoded}?name=${encoded}`, {}),
    await app.inject(`/v1/data/questions/grade/answer?input=${encoded}`),
    await app.inject(`/api/v1/provisions/${encoded}`),
    await app.inject({ url: '/api/v1/questions', headers: { authorization: `Bearer ${ASCII}`, 'x-name': ASCII } }),
    await post('/api/v1/evaluations', {}, { 'content-type': ASCII }),
  ];

  const scraped = await app.inject('/metrics');

  t.strictSame(
    answered.map(({ statusCode }) => statusCode),
    [200, 200],
  );
  for (const [index, { statusCode, body }] of refused.entries()) {
    t.ok(statusCode >= 400 && statusCode < 500, `refusal ${index}: ${statusCode}`);
    t.notMatch(body, CANARY, `refusal ${index}`);
    t.notMatch(body, ASCII, `refusal ${index}`);
  }
  t.ok(lines.length > 2 * (answered.length + refused.length));
  t.match(scraped.body, 'tongze_evaluations_total{question="grade"');
  for (const text of [lines.join(''), scraped.body])
    for (const canary of [CANARY, encoded, ASCII]) t.notMatch(text, canary);
});

t.test('a log line is JSON with the time, the id, the route and the code, and no address', async (t) => {
  const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);

  t.match(
    parsed.find(({ msg }) => msg === 'request completed'),
    {
      level: 'info',
      time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
      reqId: /^[0-9a-f-]{36}$/,
      res: { statusCode: 200 },
      responseTime: Number,
    },
  );
  t.match(
    parsed.find(({ msg }) => msg === 'incoming request'),
    { req: { method: 'POST', route: '/api/v1/evaluations' } },
  );
  t.match(
    parsed.find(({ msg }) => msg === 'refused'),
    { code: /^[a-z-]+$/ },
  );
  t.notMatch(lines.join(''), /remoteAddress|127\.0\.0\.1|user-agent/i);
});
