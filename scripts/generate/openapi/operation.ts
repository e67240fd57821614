/** How an operation of the OpenAPI document is written: every answer that it can give, every way to fail included. */

export type Json = Readonly<Record<string, unknown>>;

/** Who may call it, as the route declares it. */
export type Access = 'public' | 'stateless' | readonly string[];

export interface Operation {
  readonly operationId: string;
  readonly tag: 'evaluation' | 'decisions' | 'log' | 'law' | 'contract' | 'opa' | 'operations';
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly parameters?: readonly Json[];
  readonly body?: Json;
  /** Answers by status. */
  readonly answers: Readonly<Record<number, Json>>;
  /** Statuses of problems that only this operation has. */
  readonly problems?: readonly number[];
}

/** Problems that any request can meet. */
const ANY = [400, 408, 414, 429, 431, 500, 503];
/** Problems of a request that has to say who asks. */
const IDENTIFIED = [401, 403];
/** Problems of a request with a body. */
const BODY = [413, 415];

/** An operation of our own surface: a body that does not conform is 422. */
export function native(operation: Operation): Json {
  return written(operation, 'Problem', operation.body === undefined ? [] : [422]);
}

/** An operation of OPA's surface: whatever a client does wrong is 400. */
export function opa(operation: Operation): Json {
  return written(operation, 'OpaProblem', []);
}

function written(
  { tag, access, parameters = [], body, answers, problems = [], ...texts }: Operation,
  kind: string,
  more: readonly number[],
): Json {
  const statuses = [
    ...ANY,
    ...(access === 'public' ? [] : IDENTIFIED),
    ...(body === undefined ? [] : BODY),
    ...problems,
    ...more,
  ];
  const failures = [...new Set(statuses)].filter((status) => !(status in answers));
  return {
    ...texts,
    tags: [tag],
    security: securityOf(access),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined ? {} : { requestBody: body }),
    responses: {
      ...answers,
      ...Object.fromEntries(failures.map((status) => [status, { $ref: `#/components/responses/${kind}${status}` }])),
    },
  };
}

/** An empty alternative means that no credential is needed; a service may be configured to need one nevertheless. */
function securityOf(access: Access): readonly Json[] {
  if (access === 'public') return [];
  return access === 'stateless' ? [{}, { bearer: [] }] : [{ bearer: access }];
}

export const schema = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

export const anyObject: Json = { type: 'object' };

export function content(body: Json, type = 'application/json', examples?: Json): Json {
  return { content: { [type]: { schema: body, ...(examples === undefined ? {} : { examples }) } } };
}

export function ok(description: string, body: Json, type?: string, examples?: Json): Json {
  return { description, ...content(body, type, examples) };
}

export function parameter(name: string, where: 'path' | 'query', description: string, body: Json): Json {
  return { name, in: where, required: where === 'path', description, schema: body };
}

export const text = (maxLength: number): Json => ({ type: 'string', minLength: 1, maxLength });

/** An answer that changes only with its content. */
export const unchanged: Json = { description: '与 If-None-Match 的相同，没有变化。' };
