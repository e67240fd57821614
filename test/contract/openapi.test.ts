/** The OpenAPI document against its standard, its schemas, and the routes that are served. */
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020.js';
import type { RouteOptions } from 'fastify';
import t from 'tap';
import openapi from '../../src/contract/generated/openapi.json' with { type: 'json' };
import type { BundleOperations } from '../../src/http/bundles.ts';
import { readCases } from '../support/cases.ts';
import { service } from '../support/records.ts';
import { appWithRecords } from '../support/records-app.ts';

t.teardown(() => service.close());

type Json = Readonly<Record<string, unknown>>;

interface Operation {
  readonly operationId: string;
  readonly security: readonly Json[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

interface Media {
  readonly schema?: Json;
  readonly examples?: Readonly<Record<string, { readonly value: unknown; readonly summary?: string }>>;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const operations = Object.entries(openapi.paths as unknown as Readonly<Record<string, Json>>).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => METHODS.includes(method))
    .map(([method, operation]) => ({ path, method, operation: operation as Operation })),
);

t.test('the document conforms to OpenAPI 3.1', async (t) => {
  const { valid, errors } = await new Validator().validate(structuredClone(openapi));

  t.ok(valid, JSON.stringify(errors));
});

t.test('every reference of the document resolves within it', async (t) => {
  const references = [...JSON.stringify(openapi).matchAll(/"\$ref":"([^"]+)"/g)].map(([, found]) => found as string);

  t.ok(references.length > 50);
  for (const reference of new Set(references)) {
    let found: unknown = openapi;
    for (const step of reference.split('/').slice(1)) found = (found as Json | undefined)?.[step];
    t.ok(reference.startsWith('#/components/') && found !== undefined, reference);
  }
  t.notMatch(JSON.stringify(openapi), /"\$id"|schema\.json#/);
});

t.test('every operation has an id of its own that a generator can make a name of', async (t) => {
  const ids = operations.map(({ operation }) => operation.operationId);

  t.equal(new Set(ids).size, ids.length);
  for (const id of ids) t.match(id, /^[a-z][A-Za-z0-9]{2,40}$/);
});

t.test('every example conforms to the schema beside it', async (t) => {
  const ajv = new Ajv2020.default({ strict: false, formats: { date: true } });
  ajv.addSchema(openapi, 'openapi');
  const medias: [string, Media][] = [];
  const gather = (of: string, contents: Readonly<Record<string, Media>> = {}) =>
    medias.push(...Object.entries(contents).map(([type, media]): [string, Media] => [`${of} ${type}`, media]));
  for (const { operation } of operations) {
    gather(operation.operationId, operation.requestBody?.content);
    for (const [status, { content }] of Object.entries(operation.responses))
      gather(`${operation.operationId} ${status}`, content);
  }
  for (const [name, response] of Object.entries(openapi.components.responses)) gather(name, response.content);

  let count = 0;
  for (const [name, { schema, examples = {} }] of medias)
    for (const [key, { value }] of Object.entries(examples)) {
      const at = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/'));
      const conforms = ajv.compile(at);
      t.ok(conforms(value), `${name} ${key} ${JSON.stringify(conforms.errors)}`);
      count += 1;
    }
  t.ok(count > 30, `${count} examples`);
});

t.test('the facts of every example of an evaluation are those of a legal case, which its summary names', async (t) => {
  const cases = readCases().map(({ body }) => body);
  const { examples = {} } = openapi.paths['/api/v1/evaluations'].post.requestBody.content['application/json'] as Media;

  t.ok(Object.keys(examples).length >= 3);
  for (const [id, { value, summary }] of Object.entries(examples)) {
    const found = cases.find((one) => one.id === id);
    const { question, facts } = value as { readonly question: string; readonly facts: unknown };
    t.strictSame([question, facts, summary], [found?.question, found?.facts, found?.title], id);
  }
});

/** Routes that are served and deliberately not in the document. */
const UNDOCUMENTED = new Map([
  ['GET /v1/data', 'no entrypoint is at the root: always 400'],
  ['POST /v1/data', 'the same'],
  ['POST /v0/data', 'the same'],
  ['GET /api/v1/openapi.json', 'the same as /openapi.json'],
]);

/** `/v1/data/*` → `/v1/data/{path}`; the name of a wildcard is the document’s own. */
function pathOf(url: string): string {
  if (!url.endsWith('*')) return url.replace(/:(\w+)/g, '{$1}');
  const base = url.slice(0, -1);
  return Object.keys(openapi.paths).find((path) => path.startsWith(`${base}{`)) ?? url;
}

t.test('the routes that are served are those of the document, each for whom it says', async (t) => {
  // Only declared here, never called.
  const { app } = await appWithRecords(t, { bundles: {} as BundleOperations });
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  await app.ready();
  // A route that refuses its method refuses it in `onRequest` already.
  const served = new Map(
    routes
      .filter(({ onRequest }) => onRequest === undefined)
      .map(({ method, url, config }) => [`${method} ${url}`, { url, access: config?.access }]),
  );
  for (const known of UNDOCUMENTED.keys()) t.ok(served.delete(known), `${known} is served`);

  const actual = [...served].map(([key, { url, access }]) => [key.split(' ')[0], pathOf(url), access]);
  const documented = operations.map(({ path, method, operation }) => [
    method.toUpperCase(),
    path,
    accessOf(operation.security),
  ]);

  const sorted = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();
  t.strictSame(sorted(documented), sorted(actual));
});

function accessOf(security: readonly Json[]): unknown {
  if (security.length === 0) return 'public';
  return security.some((alternative) => Object.keys(alternative).length === 0) ? 'stateless' : security[0]?.['bearer'];
}
