/** A typed client of the HTTP interface: paths, bodies and answers are those of the OpenAPI document. */
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './generated/api.ts';

export type TongzeClient = Client<paths>;
/** A shape of the contract: `Model<'Decision'>`. */
export type Model<Name extends keyof components['schemas']> = components['schemas'][Name];

export interface ClientOptions {
  /** A key or a token; without one only what the service offers to anybody. */
  readonly token?: string;
  /** In place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * Makes a client.
 *
 *     const tongze = tongzeClient('http://127.0.0.1:8181');
 *     const { data, error } = await tongze.POST('/api/v1/evaluations', { body: { question: 'grade', facts } });
 *
 * Either `data` or `error` is there: `error` is an RFC 9457 problem. Only a network that fails makes a call throw.
 *
 * @param baseUrl of the service, without a path
 */
export function tongzeClient(baseUrl: string, { token, fetch }: ClientOptions = {}): TongzeClient {
  return createClient<paths>({
    baseUrl,
    ...(fetch === undefined ? {} : { fetch }),
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  });
}
