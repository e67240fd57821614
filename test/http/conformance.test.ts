/**
 * Clients and a server that others wrote. The npm client and the Python client of OPA work with every method that they
 * have; stock OPA with the Rego bundle answers the same requests alike, but for the differences that docs/opa.md lists.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { OPAClient } from '@open-policy-agent/opa';
import canonicalize from 'canonicalize';
import t from 'tap';
import { findTool } from '../../scripts/tools.mjs';
import { readConfiguration } from '../../src/contract/configuration.ts';
import { buildApp } from '../../src/http/app.ts';
import { createService } from '../../src/service.ts';
import { startOpa } from '../support/opa-server.ts';

const { facts } = JSON.parse(readFileSync('src/http/example.json', 'utf8')) as { facts: Record<string, unknown> };
// Stock OPA evaluates each of these twice as slowly as anything else here, and more so on a busy machine.
t.setTimeout(600_000);

const service = await createService();
const app = await buildApp(service, readConfiguration({ PORT: '0', LOG_LEVEL: 'silent' }));
const url = await app.listen({ host: '127.0.0.1', port: 0 });
t.teardown(async () => {
  await app.close();
  await service.close();
});

const GRADE = 'questions/grade/answer';
const small = { facts: { accident: { deaths: 12 } } };

t.test('the npm client of OPA gets the decision of the native route, less what the host adds', async (t) => {
  const headers = { 'content-type': 'application/json' };
  const asked = { method: 'POST', headers, body: JSON.stringify({ question: 'addressees', facts }) };
  const decision = (await (await fetch(`${url}/api/v1/evaluations`, asked)).json()) as Record<string, unknown>;
  for (const key of ['sensitivity', 'provenance', 'versions', 'counterfactual']) delete decision[key];

  const result = await new OPAClient(url).evaluate('questions/addressees/decision', { facts, options: {} } as never);

  t.equal(canonicalize(result), canonicalize(decision));
});

t.test('the npm client of OPA: evaluate, evaluateDefault, evaluateBatch, and their errors', async (t) => {
  const client = new OPAClient(url, { headers: { 'x-client': 'conformance' } });
  interface Graded {
    readonly grade: { readonly least: string };
  }
  class Accident {
    toInput() {
      return small as never;
    }
  }

  const grade = await client.evaluate<never, Graded>(GRADE, small as never);
  t.equal(grade.grade.least, '重大');
  t.equal(await client.evaluate<never, string>(`${GRADE}/grade/least`, small as never), '重大');
  t.same(await client.evaluate(GRADE, new Accident()), grade);
  const fromResult = (result: unknown) => (result as Graded).grade.least === '重大';
  t.equal(await client.evaluate(GRADE, small as never, { fromResult }), true);
  t.equal(await client.evaluate(GRADE), undefined, 'nothing asked, nothing answered');
  await t.rejects(client.evaluate('questions/none', small as never), { name: 'ClientError' });
  await t.rejects(client.evaluate(GRADE, { facts: { accident: { deaths: '12' } } } as never), {
    name: 'ClientError',
    code: 'invalid_parameter',
  });

  const byDefault = await client.evaluateDefault<never, { question: string }>({ facts } as never);
  t.equal(byDefault.question, 'addressees');
  await t.rejects(client.evaluateDefault(), { name: 'ClientError' });

  const batch = { a: small, b: { facts: { accident: { deaths: 3 } } } } as never;
  const least = (result: unknown) => (result as Graded).grade.least;
  t.same(await client.evaluateBatch<never, string>(GRADE, batch, { fromResult: least }), { a: '重大', b: '较大' });
  t.same(await client.evaluateBatch<never, string>(GRADE, batch, { fromResult: least, rejectMixed: true }), {
    a: '重大',
    b: '较大',
  });
  await t.rejects(client.evaluateBatch(GRADE, { a: { facts: 1 } } as never), { name: 'ClientError' });
  await t.rejects(client.getFilters('questions/grade', small as never, { target: 'postgresql' }), {
    name: 'ClientError',
  });
});

const python = ['build/python/bin/python'].find((path) => existsSync(path));
const NO_PYTHON =
  '缺少 Python 客户端：python3 -m venv build/python && build/python/bin/pip install opa-python-client==3.0.0';

t.test('the Python client of OPA: every method that it has', { skip: python === undefined && NO_PYTHON }, async (t) => {
  const { port } = new URL(url);
  const args = ['test/http/opa_python_client.py', port, JSON.stringify(small)];
  // The service answers in this process, so the client must not block it.
  const run = await new Promise<{ code: unknown; output: string }>((resolve) => {
    execFile(python as string, args, { timeout: 120_000 }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, output: `${stdout}${stderr}` }),
    );
  });
  t.equal(run.code, 0, run.output);
});

const opa = findTool('opa');

interface Asked {
  readonly what: string;
  readonly method?: string;
  readonly path: string;
  readonly body?: string | Buffer;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The row of docs/opa.md that says why the answers differ. */
  readonly differs?: string;
  /** Stock OPA answers now one way, now another: it checks types once, and a panic may reach the client or not. */
  readonly sometimes?: true;
}

const body = (value: unknown) => JSON.stringify(value);
const data = (path: string) => `/v1/data/${path}`;
const FORM = 'application/x-www-form-urlencoded';
const YAML = 'input:\n  facts:\n    accident:\n      deaths: 12\n      occurredOn: 2021-06-13\n';

const REQUESTS: readonly Asked[] = [
  ...service.entrypoints.flatMap((entrypoint) => [
    { what: `${entrypoint}, all facts`, path: data(entrypoint), body: body({ input: { facts } }) },
    { what: `${entrypoint}, no facts`, path: data(entrypoint), body: body({ input: { facts: {} } }) },
  ]),
  {
    what: 'a reading',
    path: data('questions/addressees/answer'),
    body: body({ input: { facts, options: { gate: 'presumed' } } }),
  },
  { what: 'a part of the answer', path: data(`${GRADE}/grade`), body: body({ input: small }) },
  { what: 'a leaf of the answer', path: data(`${GRADE}/grade/least`), body: body({ input: small }) },
  { what: 'an element of a list', path: data(`${GRADE}/grade/drivers/0`), body: body({ input: small }) },
  { what: 'beyond a list', path: data(`${GRADE}/grade/drivers/99`), body: body({ input: small }) },
  {
    what: 'an undefined part',
    path: data(`${GRADE}/none/at/all`),
    body: body({ input: small }),
    differs: 'undefined',
    sometimes: true,
  },
  { what: 'a slash at the end', path: `${data(GRADE)}/`, body: body({ input: small }), differs: 'slash' },
  {
    what: 'Chinese in the path',
    path: data(`${GRADE}/grade/${encodeURIComponent('等级')}`),
    body: body({ input: small }),
    differs: 'undefined',
    sometimes: true,
  },
  { what: 'other keys beside the input', path: data(GRADE), body: body({ input: small, labels: { a: 1 } }) },
  { what: 'no input', path: data(GRADE), body: '{}' },
  { what: 'an empty body', path: data(GRADE), body: '' },
  { what: 'pretty', path: `${data(GRADE)}?pretty=true`, body: body({ input: small }) },
  {
    what: 'pretty=TRUE and strict errors',
    path: `${data(GRADE)}?pretty=TRUE&strict-builtin-errors`,
    body: body({ input: small }),
  },
  { what: 'explain=off', path: `${data(GRADE)}?explain=off`, body: body({ input: small }) },
  { what: 'broken JSON', path: data(GRADE), body: '{"input": ' },
  { what: 'GET with an input', method: 'GET', path: `${data(GRADE)}?input=${encodeURIComponent(body(small))}` },
  { what: 'GET with broken input', method: 'GET', path: `${data(GRADE)}?input=%7B` },
  { what: 'YAML', path: data(GRADE), type: 'application/yaml', body: YAML },
  { what: 'broken YAML', path: data(GRADE), type: 'application/x-yaml', body: 'input: [1' },
  {
    what: 'a packed body',
    path: data(GRADE),
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(body({ input: small })),
  },
  {
    what: 'a packed answer',
    path: data('questions/addressees/decision'),
    headers: { 'accept-encoding': 'gzip' },
    body: body({ input: { facts } }),
  },
  {
    what: 'broken gzip',
    path: data(GRADE),
    headers: { 'content-encoding': 'gzip' },
    body: body({ input: small }),
    differs: 'gzip',
    sometimes: true,
  },
  { what: 'v0', path: `/v0/data/${GRADE}`, body: body(small) },
  { what: 'v0, a leaf', path: `/v0/data/${GRADE}/grade/most`, body: body(small) },
  { what: 'v0, undefined', path: `/v0/data/${GRADE}/none`, body: body(small), differs: 'undefined', sometimes: true },
  { what: 'health', method: 'GET', path: '/health' },
  { what: 'health of bundles', method: 'GET', path: '/health?bundles' },
  { what: 'health of plugins', method: 'GET', path: '/health?bundles=true&plugins&exclude-plugin=status' },
  { what: 'writing a policy', method: 'PUT', path: '/v1/policies/a', type: 'text/plain', body: 'package a' },
  { what: 'removing a policy', method: 'DELETE', path: '/v1/policies/a', differs: 'read-only' },
  { what: 'a policy that is not there', method: 'GET', path: '/v1/policies/none' },
  { what: 'writing data', method: 'PUT', path: data('a'), body: '{}' },
  { what: 'patching data', method: 'PATCH', path: data('a'), body: '[{"op":"add","path":"/b","value":1}]' },
  { what: 'removing data', method: 'DELETE', path: data('a') },
  { what: 'HEAD', method: 'HEAD', path: data(GRADE) },
  { what: 'PUT on a query', method: 'PUT', path: '/v1/query', body: '{}', differs: 'json-errors' },
  {
    what: 'a wrong type',
    path: data(GRADE),
    body: body({ input: { facts: { accident: { deaths: '12' } } } }),
    differs: 'validated',
  },
  {
    what: 'a misspelt fact',
    path: data(GRADE),
    body: body({ input: { facts: { accident: { death: 12 } } } }),
    differs: 'validated',
  },
  {
    what: 'a key given twice',
    path: data(GRADE),
    body: '{"input":{"facts":{"accident":{"deaths":1,"deaths":12}}}}',
    differs: 'strict-json',
  },
  {
    what: 'JSON called text',
    path: data(GRADE),
    type: 'text/plain',
    body: body({ input: small }),
    differs: 'strict-json',
  },
  { what: 'no entrypoint', path: data('facts'), body: body({ input: small }), differs: 'entrypoints' },
  {
    what: 'an encoded slash',
    path: data('questions%2Fgrade/answer'),
    body: body({ input: small }),
    differs: 'entrypoints',
  },
  { what: 'the root', method: 'GET', path: '/v1/data', differs: 'entrypoints' },
  { what: 'the default decision', path: '/', body: body({ facts }), differs: 'default' },
  { what: 'the default decision of nothing', path: '/', body: '{}' },
  { what: 'a query', path: '/v1/query', body: body({ query: 'x = 1' }), differs: 'no-partial' },
  { what: 'a compilation', path: '/v1/compile', body: body({ query: 'x = 1' }), differs: 'no-partial' },
  { what: 'a batch', path: `/v1/batch/data/${GRADE}`, body: body({ inputs: { a: small } }), differs: 'batch' },
  { what: 'liveness', method: 'GET', path: '/health/live', differs: 'probes' },
  { what: 'readiness', method: 'GET', path: '/health/ready', differs: 'probes' },
  { what: 'the status', method: 'GET', path: '/v1/status', differs: 'status' },
  { what: 'the policies', method: 'GET', path: '/v1/policies', differs: 'own-ids' },
  { what: 'the configuration', method: 'GET', path: '/v1/config', differs: 'own-ids' },
  { what: 'provenance', path: `${data(GRADE)}?provenance`, body: body({ input: small }), differs: 'versions' },
  { what: 'metrics', path: `${data(GRADE)}?metrics`, body: body({ input: small }), differs: 'versions' },
  { what: 'notes', path: `${data(GRADE)}?explain=notes`, body: body({ input: small }), differs: 'notes' },
  { what: 'GET without an input', method: 'GET', path: data(GRADE) },
  { what: 'v0 without a body', path: `/v0/data/${GRADE}`, body: '' },
  { what: 'the input as a parameter of POST', path: `${data(GRADE)}?input=%7B%7D`, body: body({ input: small }) },
  { what: 'a parameter of others', path: `${data(GRADE)}?colour=red&metrics=false`, body: body({ input: small }) },
  { what: 'explain=other', path: `${data(GRADE)}?explain=other`, body: body({ input: small }) },
  { what: 'rule_labels', path: `${data(GRADE)}?rule_labels=true`, body: body({ input: small }) },
  { what: 'pretty, broken JSON', path: `${data(GRADE)}?pretty=true`, body: '{"input": ' },
  { what: 'a list as a body', path: data(GRADE), body: '[]' },
  { what: 'a text as a body', path: data(GRADE), body: '"x"' },
  { what: 'a number with a point', path: data(GRADE), body: '{"input":{"facts":{"accident":{"deaths":12.0}}}}' },
  {
    what: 'a type with a charset',
    path: data(GRADE),
    type: 'application/json; charset=UTF-8',
    body: body({ input: small }),
  },
  { what: 'YAML as text', path: data(GRADE), type: 'text/yaml', body: YAML },
  {
    what: 'v0 in YAML',
    path: `/v0/data/${GRADE}`,
    type: 'application/x-yaml',
    body: 'facts: {accident: {deaths: 12}}',
  },
  {
    what: 'v0, packed',
    path: `/v0/data/${GRADE}`,
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(body(small)),
  },
  {
    what: 'any encoding',
    path: data('questions/addressees/answer'),
    headers: { 'accept-encoding': '*' },
    body: body({ input: { facts: {} } }),
  },
  { what: 'no gzip', path: data(GRADE), headers: { 'accept-encoding': 'gzip;q=0' }, body: body({ input: small }) },
  { what: 'a text wanted', path: data(GRADE), headers: { accept: 'text/plain' }, body: body({ input: small }) },
  { what: 'two slashes', path: `//v1/data/${GRADE}`, body: body({ input: small }) },
  { what: 'dotted segments', path: data('questions/./x/../grade/answer'), body: body({ input: small }) },
  { what: 'health of no part', method: 'GET', path: '/health?plugins&exclude-plugin=bundle&exclude-plugin=store' },
  { what: 'health, bundles=false', method: 'GET', path: '/health?bundles=false&pretty' },
  { what: 'no query', method: 'GET', path: '/v1/query' },
  { what: 'HEAD of the page', method: 'HEAD', path: '/' },
  { what: 'HEAD of health', method: 'HEAD', path: '/health' },
  { what: 'a rule that does not parse', method: 'PUT', path: '/v1/policies/a', type: 'text/plain', body: 'no rego' },
  { what: 'writing all data', method: 'PUT', path: '/v1/data', body: '{}' },
  { what: 'writing an entrypoint', method: 'PUT', path: data(GRADE), body: '{}' },
  { what: 'writing where nothing is', method: 'PUT', path: data('a'), headers: { 'if-none-match': '*' }, body: '{}' },
  { what: 'a broken patch', method: 'PATCH', path: data('a'), body: '{' },
  { what: 'removing all data', method: 'DELETE', path: '/v1/data', differs: 'read-only' },
  { what: 'patching a policy', method: 'PATCH', path: '/v1/policies/a', body: '[]', differs: 'read-only' },
  { what: 'making a policy by POST', path: '/v1/policies', body: '{}', differs: 'json-errors' },
  { what: 'OPTIONS', method: 'OPTIONS', path: data(GRADE), differs: 'json-errors' },
  { what: 'GET of v0', method: 'GET', path: `/v0/data/${GRADE}`, differs: 'json-errors' },
  { what: 'POST to health', path: '/health', body: '{}', differs: 'json-errors' },
  { what: 'an input of null', path: data(GRADE), body: body({ input: null }), differs: 'validated' },
  { what: 'a body of null', path: data(GRADE), body: 'null', differs: 'validated' },
  { what: 'an input without facts', path: data(GRADE), body: body({ input: {} }), differs: 'validated' },
  { what: 'a list as the input', path: data(GRADE), body: body({ input: [] }), differs: 'validated' },
  {
    what: 'a form, as curl sends it',
    path: data(GRADE),
    type: FORM,
    body: body({ input: small }),
    differs: 'strict-json',
  },
  { what: 'all documents', path: '/v1/data', body: body({ input: small }), differs: 'entrypoints' },
  { what: 'a package', path: data('questions/grade'), body: body({ input: small }), differs: 'entrypoints' },
  {
    what: 'a path with dots',
    path: data('questions.grade.answer'),
    body: body({ input: small }),
    differs: 'entrypoints',
  },
  { what: 'a slash behind the policies', method: 'GET', path: '/v1/policies/', differs: 'slash' },
  { what: 'GET of a query', method: 'GET', path: '/v1/query?q=data.questions', differs: 'no-partial' },
  {
    what: 'a filter of data',
    path: '/v1/compile/questions/grade',
    headers: { accept: 'application/vnd.opa.sql.postgresql+json' },
    body: body({ input: small }),
    differs: 'no-partial',
  },
  { what: 'instrument', path: `${data(GRADE)}?instrument`, body: body({ input: small }), differs: 'versions' },
  { what: 'the metrics', method: 'GET', path: '/metrics', differs: 'versions' },
  { what: 'explain=full', path: `${data(GRADE)}?explain=full`, body: body({ input: small }), differs: 'notes' },
  { what: 'pretty notes', path: `${data(GRADE)}?explain=notes&pretty`, body: body({ input: small }), differs: 'notes' },
  { what: 'the page', method: 'GET', path: '/', differs: 'default' },
  {
    what: 'GZIP in capitals',
    path: data(GRADE),
    headers: { 'content-encoding': 'GZIP' },
    body: gzipSync(body({ input: small })),
    differs: 'gzip',
  },
  {
    what: 'another encoding',
    path: data(GRADE),
    headers: { 'content-encoding': 'deflate' },
    body: deflateSync(body({ input: small })),
    differs: 'gzip',
  },
  {
    what: 'a token that nobody gave out',
    path: data(GRADE),
    headers: { authorization: 'Bearer a.b.c' },
    body: body({ input: small }),
    differs: 'credentials',
  },
  { what: 'an address that does not exist', method: 'GET', path: '/v2', differs: 'json-errors' },
];

interface Answered {
  readonly status: number;
  readonly text: string;
  /** What is compared: the answer, or of an error its code. */
  readonly told: string;
}

/** A connection of its own for each: what refuses a request before its body may close it. */
async function answered(base: string, asked: Asked): Promise<Answered> {
  const { method = 'POST', path, body: content, type = 'application/json', headers = {} } = asked;
  const { status, bytes, encoding } = await new Promise<{ status: number; bytes: Buffer; encoding?: string }>(
    (resolve, reject) => {
      const typed = content === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(content) };
      request(`${base}${path}`, { method, agent: false, headers: { ...typed, ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const encoding = response.headers['content-encoding'];
          const bytes = Buffer.concat(chunks);
          resolve({ status: response.statusCode ?? 0, bytes, ...(encoding === undefined ? {} : { encoding }) });
        });
      })
        .once('error', reject)
        .end(content);
    },
  );
  const text = (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
  let value: unknown = text;
  try {
    value = text === '' ? '' : JSON.parse(text);
  } catch {
    // Not JSON: the text itself is compared.
  }
  const told = status < 400 ? value : ((value as { code?: string }).code ?? text);
  return { status, text, told: `${status} ${encoding ?? ''} ${canonicalize(told as object)}` };
}

const HUNG_UP: Answered = { status: 0, text: '', told: 'the connection was closed' };

t.test('stock OPA answers the same requests alike', { skip: opa === null && '缺少 opa：npm run setup' }, async (t) => {
  const theirs = await startOpa(t, opa as string);
  const page = readFileSync('docs/opa.md', 'utf8');
  const listed = [...page.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, id]) => id as string);

  for (const asked of REQUESTS) {
    const ours = await answered(url, asked);
    const stock = await answered(theirs, asked).catch(() => HUNG_UP);
    const name = `${asked.method ?? 'POST'} ${asked.path}: ${asked.what}`;
    if (asked.differs === undefined) t.equal(ours.told, stock.told, name);
    else {
      if (asked.sometimes === undefined) t.not(ours.told, stock.told, `${name} differs as ${asked.differs}`);
      t.ok(listed.includes(asked.differs), `docs/opa.md lists ${asked.differs}`);
    }
    if (ours.status >= 400 && asked.method !== 'HEAD')
      t.match(JSON.parse(ours.text), { code: /^[a-z_]+$/, message: /./ }, `${name} is refused in JSON`);
  }

  t.same(
    listed.toSorted(),
    [...new Set(REQUESTS.flatMap(({ differs = [] }) => differs))].toSorted(),
    'every row is met',
  );
});

t.test(
  'the policies have the text and the heads of rules that stock OPA tells',
  { skip: opa === null && 'opa' },
  async (t) => {
    interface Listed {
      readonly result: readonly {
        readonly raw: string;
        readonly ast: { readonly package: object; readonly rules?: readonly { readonly head: { name: string } }[] };
      }[];
    }
    const theirs = await startOpa(t, opa as string);
    const [ours, stock] = await Promise.all(
      [url, theirs].map(async (base) => (await (await fetch(`${base}/v1/policies`)).json()) as Listed),
    );
    const told = ({ result }: Listed) =>
      result
        .map(({ raw, ast }) => ({ raw, package: ast.package, names: (ast.rules ?? []).map(({ head }) => head.name) }))
        .sort((a, b) => (a.raw < b.raw ? -1 : 1));

    t.same(told(ours as Listed), told(stock as Listed));
  },
);
