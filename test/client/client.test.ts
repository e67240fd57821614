/** The client that others get, against the real service over a real connection. */
import { readFileSync } from 'node:fs';
import t from 'tap';
import { type Model, tongzeClient } from '../../src/client/client.ts';
import { buildApp } from '../../src/http/app.ts';
import { createService } from '../../src/service.ts';
import { knowing } from '../http/fake.ts';
import { matchLists } from '../support/lists.ts';

const service = await createService();
const app = buildApp(service, {
  authentication: knowing({ token: { roles: ['submitter'] } }, false),
  // A busy machine is no failure of what is tested.
  limits: { maxEventLoopDelayMs: 0, maxRssBytes: 8 * 1024 ** 3 },
});
const address = await app.listen({ host: '127.0.0.1', port: 0 });
t.teardown(async () => {
  await app.close();
  await service.close();
});

const tongze = tongzeClient(address, { token: 'token' });
const example = JSON.parse(readFileSync('src/http/example.json', 'utf8')) as Model<'EvaluationRequest'>;

t.test('a decision comes back with the shape of the contract', async (t) => {
  const { data, response } = await tongze.POST('/api/v1/evaluations', { body: example });

  t.equal(response.status, 200);
  t.equal(data?.grade?.least, '重大');
  t.equal(data?.findings['art_11__para_1__item_3']?.applies.is, null);
});

t.test('what is wrong comes back as a problem, without an exception', async (t) => {
  const body = { question: 'grade', facts: { accident: { deaths: -1 } } } as const;

  const { data, error, response } = await tongze.POST('/api/v1/evaluations', { body });

  t.equal(data, undefined);
  t.equal(response.status, 422);
  matchLists(t, error, { code: 'schema-violation', errors: [{ code: 'negative', pointer: '/facts/accident/deaths' }] });
});

t.test('path and query parameters are written as the service reads them', async (t) => {
  const provision = await tongze.GET('/api/v1/provisions/{eId}', {
    params: { path: { eId: '第十一条第一款第三项' } },
  });
  const answer = await tongze.POST('/v1/data/{path}', {
    params: { path: { path: 'questions/grade/answer' }, query: { provenance: 'true' } },
    pathSerializer: (path, parameters) => path.replace('{path}', String(parameters['path'])),
    body: { input: { facts: { accident: { deaths: 3 } } } },
  });

  t.equal(provision.data?.eId, 'art_11__para_1__item_3');
  t.match(answer.data, { result: { grade: { least: '较大' } }, provenance: { bundles: { tongze: {} } } });
});

t.test('an explanation, a memo, the questions and the law come back as the document has them', async (t) => {
  const explained = await tongze.POST('/api/v1/explanations', { body: example });
  const memo = await tongze.POST('/api/v1/memos', { body: example, parseAs: 'text' });
  const questions = await tongze.GET('/api/v1/questions');
  const provisions = await tongze.GET('/api/v1/provisions');

  t.ok(explained.data?.deciding.some(({ fact }) => fact === '/accident/seriousNature'));
  t.match(String(memo.data), '第十一条第一款第三项');
  t.ok(questions.data?.questions.some(({ id }) => id === 'addressees'));
  t.ok((provisions.data?.provisions.length ?? 0) > 60);
});

t.test('without the token the same call is refused', async (t) => {
  const { error, response } = await tongzeClient(address).GET('/api/v1/questions');

  t.equal(response.status, 401);
  t.equal(error?.code, 'missing-credentials');
});
