/**
 * Bodies: exactly `application/json` in UTF-8, read strictly, never coerced; on OPA's paths YAML too, as OPA has it.
 * Either may be packed with gzip. Fastify's own validation stays unused.
 */
import { gunzipSync } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { checkFacts } from '../contract/facts.ts';
import type { DivisionTable } from '../contract/places.ts';
import { type ProblemItem, validate } from '../contract/validate.ts';
import { parseJson } from '../kernel/json.ts';
import { parseYaml } from '../kernel/yaml.ts';
import { httpProblem, isNative } from './errors.ts';
import type { Service } from './service.ts';

const JSON_TYPE = /^application\/json[ \t]*(;[ \t]*charset[ \t]*=[ \t]*("utf-8"|utf-8)[ \t]*)?$/i;

/** As in OPA, any type that names it. Never seen together with JSON. */
const YAML_TYPE = /^(?!application\/json\b)[^;]*yaml/i;

/** Bytes of YAML: its parser takes a hundred times longer than that of JSON, and writing by hand needs no more. */
const MAX_YAML_BYTES = 16 * 1024;

export const bodies = fastifyPlugin(
  async (app) => {
    const limit = app.initialConfig.bodyLimit as number;
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
      async (request: FastifyRequest, body: Buffer) => {
        if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) throw httpProblem('unsupported-media-type');
        const bytes = unpacked(request, body, limit);
        // An empty body is the route's business: OPA allows it.
        return bytes.length === 0 ? undefined : parseJson(bytes);
      },
    );
    app.addContentTypeParser(YAML_TYPE, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
      if (isNative(request.raw.url ?? '')) throw httpProblem('unsupported-media-type');
      const bytes = unpacked(request, body, MAX_YAML_BYTES);
      if (bytes.length > MAX_YAML_BYTES)
        throw httpProblem('too-large', { detail: 'YAML 最大 16 KiB；更大的改用 JSON 提交。' });
      return bytes.length === 0 ? undefined : parseYaml(bytes);
    });
  },
  { name: 'tongze-bodies', fastify: '5.x' },
);

/**
 * The body without its gzip, at most `limit` bytes of it.
 *
 * @throws {HttpProblem} for another encoding, for what is no gzip, and for what unpacks to more
 */
function unpacked(request: FastifyRequest, body: Buffer, limit: number): Uint8Array {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return body;
  if (encoding !== 'gzip') throw httpProblem('unsupported-media-type', { headers: { 'accept-encoding': 'gzip' } });
  try {
    const { buffer, engine } = gunzipSync(body, { maxOutputLength: limit, info: true }) as unknown as Unpacked;
    // Anything behind the packed body would be lost without a word.
    if (engine.bytesWritten === body.length) return buffer;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw httpProblem('too-large', { detail: `解压以后超过 ${limit / 1024} KiB。` });
  }
  throw httpProblem('malformed-json', { detail: '请求体不是完整的 gzip；检查 Content-Encoding，或者不压缩提交。' });
}

interface Unpacked {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The table of places in the bundle's data. */
export function divisionsOf(service: Service): DivisionTable {
  return (service.data as { readonly territory: DivisionTable }).territory;
}

/**
 * Refuses a body that does not conform to the contract or whose places no table knows.
 *
 * @param factsAt the pointer of the facts within the body
 * @throws {HttpProblem} `schema-violation`
 */
export function requireValid(service: Service, schemaId: string, body: unknown, facts: unknown, factsAt: string): void {
  const items = validate(schemaId, body);
  refuseFor(items.length > 0 || facts === undefined ? items : checkFacts(facts, divisionsOf(service), factsAt));
}

/**
 * Refuses a body without facts that does not conform to the contract.
 *
 * @throws {HttpProblem} `schema-violation`
 */
export function requireConforming(schemaId: string, body: unknown): void {
  refuseFor(validate(schemaId, body));
}

/** @throws {HttpProblem} `schema-violation` where there is anything wrong */
export function refuseFor(errors: readonly ProblemItem[]): void {
  const [first, ...others] = errors;
  if (first === undefined) return;
  const more = others.length > 0 ? `另有 ${others.length} 处，见 errors。` : '';
  throw httpProblem('schema-violation', { detail: `${first.message}${first.remedy}${more}`.slice(0, 2000), errors });
}
