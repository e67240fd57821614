/** The OpenAPI 3.1 document: 3.1 speaks JSON Schema 2020-12, so the files of `schemas/` serve as they are. */
import type { Schema } from '../../../src/contract/schemas.ts';
import { httpProblem, problemBody } from '../../../src/http/errors.ts';
import { PROBLEMS, type ProblemCode } from '../../../src/http/problems.ts';
import { bundlePaths } from './bundles.ts';
import type { Examples } from './examples.ts';
import { nativePaths } from './native.ts';
import { opaPaths } from './opa.ts';
import { content, type Json, schema } from './operation.ts';
import { operationsPaths } from './operations.ts';
import { recordPaths } from './records.ts';

/** Files that describe no part of the HTTP interface. */
const INTERNAL = new Set([
  'api-keys.schema.json',
  'configuration.schema.json',
  'legal-case.schema.json',
  'read-audit.schema.json',
  'territory-edition.schema.json',
]);

/** The component that a file becomes: evaluation-request.schema.json → EvaluationRequest. */
function componentOf(file: string): string {
  return file
    .replace('.schema.json', '')
    .split('-')
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join('');
}

/** Shapes that a generator makes a type of. */
const TYPES = ['properties', 'enum', 'anyOf', 'oneOf'];

/**
 * Generators name a type by its title where it has one, and two types of one name shut each other out. So where a type
 * is made the Chinese title moves aside, and the type is called by its component and its property.
 */
function nameable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => nameable(item));
  if (typeof value !== 'object' || value === null) return value;
  const isType = TYPES.some((key) => key in value);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      isType && key === 'title' && typeof inner === 'string' ? ['x-title', inner] : [key, nameable(inner)],
    ),
  );
}

function localised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => localised(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== '$schema' && key !== '$id');
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, key === '$ref' ? localReference(inner as string) : localised(inner)]),
  );
}

function localReference(ref: string): string {
  const [file = '', path = ''] = ref.split('#');
  return `#/components/schemas/${path === '' ? componentOf(file) : path.split('/').at(-1)}`;
}

function schemaComponents(schemas: ReadonlyMap<string, Schema>): Json {
  const all: Record<string, unknown> = {};
  const add = (name: string, schema: unknown) => {
    if (name in all) throw new Error(`two schemas are called ${name}`);
    all[name] = nameable(localised(schema));
  };
  for (const [file, { $defs = {}, ...rest }] of schemas) {
    if (INTERNAL.has(file)) continue;
    for (const [name, definition] of Object.entries($defs)) add(name, definition);
    // A file may hold definitions only.
    if (rest.type !== undefined) add(componentOf(file), rest);
  }
  return all;
}

/** The id that an example names instead of that of a request. */
const INSTANCE = '00000000-0000-4000-8000-000000000000';

/** For each surface and status one response, with an example of every code that has that status. */
function problemResponses(): Json {
  const responses: Record<string, Json> = {};
  for (const [kind, isNative] of [
    ['Problem', true],
    ['OpaProblem', false],
  ] as const) {
    const bodies = (Object.keys(PROBLEMS) as ProblemCode[]).map(
      (code) => [code, problemBody(httpProblem(code), isNative, INSTANCE)] as const,
    );
    for (const status of new Set(bodies.map(([, body]) => body.status))) {
      const own = bodies.filter(([, body]) => body.status === status);
      const examples = Object.fromEntries(own.map(([code, value]) => [code, { summary: value.title, value }]));
      responses[`${kind}${status}`] = {
        description: own.map(([code, { title }]) => `${title}（${code}）`).join('；'),
        ...headersOf(status),
        ...content(schema('Problem'), isNative ? 'application/problem+json' : 'application/json', examples),
      };
    }
  }
  return responses;
}

const seconds = { type: 'integer', minimum: 0, maximum: 86_400 };

function headersOf(status: number): Json {
  if (status === 503 || status === 429)
    return { headers: { 'Retry-After': { description: '多少秒以后再试。', schema: seconds } } };
  if (status === 401)
    return { headers: { 'WWW-Authenticate': { description: 'Bearer', schema: { type: 'string', maxLength: 200 } } } };
  return {};
}

/**
 * The document, a function of its arguments and the table of problems only, so that it can be committed and compared.
 *
 * @param schemas the files of `schemas/` by name
 * @param version of the program
 */
export function openapiDocument(schemas: ReadonlyMap<string, Schema>, version: string, examples: Examples): Json {
  const paths = {
    ...nativePaths(examples),
    ...recordPaths(),
    ...bundlePaths(),
    ...opaPaths(examples),
    ...operationsPaths(),
  };
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: '同责 Tongze',
      version,
      description:
        '按《湖北省安全生产党政同责实施办法》评估一起生产安全事故：等级、追责对象、从重情形，逐条给出理由和尚缺的事实。' +
        '只作建议，不作决定；没有填写的事实一律是“尚未查明”，不是“否”，也不是 0。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'evaluation', description: '评估，不留记录' },
      { name: 'decisions', description: '留有记录的决定' },
      { name: 'log', description: '日志的检查点和证明' },
      { name: 'law', description: '条款' },
      { name: 'contract', description: '契约、规则包' },
      { name: 'opa', description: '与 OPA 相容的接口，只读' },
      { name: 'operations', description: '健康、指标、说明页' },
    ],
    paths,
    components: {
      schemas: schemaComponents(schemas),
      responses: used(paths, problemResponses()),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: '密钥或者 JWT。列在要求里的是角色，有其一即可；没有列角色的，任何角色都可以。',
        },
      },
    },
  };
}

/** Those responses that an operation refers to: a surface has no use for every status. */
function used(paths: Json, responses: Json): Json {
  const names = [...JSON.stringify(paths).matchAll(/#\/components\/responses\/(\w+)/g)].map(
    ([, name]) => name as string,
  );
  const missing = names.filter((name) => !(name in responses));
  if (missing.length > 0) throw new Error(`no problem has the status of ${[...new Set(missing)].join(', ')}`);
  return Object.fromEntries(Object.entries(responses).filter(([name]) => names.includes(name)));
}
