/** Bodies: exactly `application/json` in UTF-8, read strictly, never coerced. Fastify's own validation stays unused. */
import type { FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { checkPlaces, type DivisionTable } from '../contract/places.ts';
import { type ProblemItem, validate } from '../contract/validate.ts';
import { parseJson } from '../kernel/json.ts';
import { httpProblem } from './errors.ts';
import type { Service } from './service.ts';

const JSON_TYPE = /^application\/json[ \t]*(;[ \t]*charset[ \t]*=[ \t]*("utf-8"|utf-8)[ \t]*)?$/i;

export const bodies = fastifyPlugin(
  async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
      async (request: FastifyRequest, body: Buffer) => {
        if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) throw httpProblem('unsupported-media-type');
        if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
          throw httpProblem('unsupported-media-type');
        // An empty body is the route's business: OPA allows it.
        return body.length === 0 ? undefined : parseJson(body);
      },
    );
  },
  { name: 'tongze-bodies', fastify: '5.x' },
);

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
  refuseFor(items.length > 0 || facts === undefined ? items : checkPlaces(facts, divisionsOf(service), factsAt));
}

function refuseFor(errors: readonly ProblemItem[]): void {
  const [first, ...others] = errors;
  if (first === undefined) return;
  const more = others.length > 0 ? `另有 ${others.length} 处，见 errors。` : '';
  throw httpProblem('schema-violation', { detail: `${first.message}${first.remedy}${more}`.slice(0, 2000), errors });
}
