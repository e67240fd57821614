/** Our own paths: the decision with its sensitivity and provenance, the text of the law, the contract, the bundle. */

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { nearestName } from '../contract/nearest.ts';
import { schemas } from '../contract/schemas.ts';
import { eIdOf } from '../kernel/citation.ts';
import { sha256 } from '../kernel/sha256.ts';
import { stateless } from './access.ts';
import { isObject, requireValid } from './bodies.ts';
import { httpProblem } from './errors.ts';
import { decided } from './opa-answer.ts';
import { segmentsAfter, sendTagged, serve } from './routes.ts';
import type { Service } from './service.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const OBJECT = '{'.charCodeAt(0);

interface Unit {
  readonly eId: string;
  readonly kind?: string;
  readonly text?: string;
}

interface PolicyData {
  readonly catalogue: {
    readonly provisions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly order?: readonly string[];
    readonly questions?: Readonly<Record<string, readonly string[]>>;
    readonly groups?: Readonly<Record<string, readonly string[]>>;
    readonly titles?: Readonly<Record<string, string>>;
  };
}

type Versions = Readonly<Record<string, { readonly text?: { readonly units?: readonly Unit[] } }>>;

/** Each instrument has a text by version: `data.order_493.v2007.text`. The measures come first. */
function unitsOf(data: PolicyData): readonly Unit[] {
  const { hubei_joint_accountability: measures, ...others } = data as unknown as Readonly<Record<string, Versions>>;
  return [measures, ...Object.values(others)].flatMap((versions) =>
    Object.values(versions ?? {}).flatMap((version) => version?.text?.units ?? []),
  );
}

interface Provision extends Readonly<Record<string, unknown>> {
  readonly eId: string;
}

/** Every unit of all texts, with what the catalogue says of those that have rules. */
function provisionsOf(data: PolicyData): ReadonlyMap<string, Provision> {
  const provisions = new Map<string, Provision>();
  for (const { eId, kind, text } of unitsOf(data))
    provisions.set(eId, {
      eId,
      ...(kind === undefined ? {} : { kind }),
      ...(text === undefined ? {} : { text }),
      ...data.catalogue.provisions[eId],
    });
  for (const [eId, entry] of Object.entries(data.catalogue.provisions))
    if (!provisions.has(eId)) provisions.set(eId, { eId, ...entry });
  return provisions;
}

/** Whether an article has a single 款, so that citations leave it out. */
function hasOneParagraph(provisions: ReadonlyMap<string, Provision>): (article: number) => boolean {
  return (article) => provisions.has(`art_${article}__para_1`) && !provisions.has(`art_${article}__para_2`);
}

/** A question that is no text is left to the contract. */
function requireQuestion({ questions }: Service, question: unknown): void {
  if (typeof question !== 'string' || questions.includes(question)) return;
  const meant = nearestName(question, questions);
  const hint = meant === undefined ? '' : `，是不是 ${meant}`;
  throw httpProblem('unknown-entrypoint', { detail: `没有这个问题${hint}；可问的有：${questions.join('、')}。` });
}

/** What a request asks: a known question, facts and options that fit the contract, of the rules that are expected. */
export interface Asked {
  readonly question: string;
  readonly facts: unknown;
  readonly options: unknown;
  readonly about?: string;
}

/** @throws {HttpProblem} when the request is none that can be answered */
export function askedOf(service: Service, request: FastifyRequest, schemaId: string): Asked {
  const { body } = request;
  if (body === undefined) throw httpProblem('malformed-json', { detail: '请求体为空；提交一个 JSON 对象。' });
  requireQuestion(service, isObject(body) ? body['question'] : undefined);
  requireValid(service, schemaId, body, isObject(body) ? body['facts'] : undefined, '/facts');
  const { options = {}, expectBundle, ...asked } = body as Asked & { readonly expectBundle?: string };
  if (expectBundle !== undefined && expectBundle !== service.revision)
    throw httpProblem('bundle-mismatch', { detail: `运行的规则版本是 ${service.revision}，与 expectBundle 不同。` });
  return { ...asked, options };
}

async function evaluation(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { question, facts, options } = askedOf(service, request, 'evaluation-request.schema.json');
  const { bytes } = await decided(() => service.decideJson(question, facts, options));
  if (bytes[0] !== OBJECT) throw httpProblem('evaluation-error');
  return reply.header('cache-control', 'no-store').type(JSON_TYPE).send(bytes);
}

async function bundleDownload(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const [revision] = segmentsAfter('/api/v1/bundles', request);
  if (revision !== service.revision) throw httpProblem('unknown-bundle');
  let bytes: Buffer;
  try {
    bytes = await readFile(service.bundles.rego.path);
  } catch (cause) {
    throw httpProblem('bundle-damaged', { cause });
  }
  if (sha256(bytes) !== service.bundles.rego.sha256) throw httpProblem('bundle-damaged');
  reply.header('content-disposition', `attachment; filename="tongze-${revision.slice(0, 12)}.rego.tar.gz"`);
  return sendTagged(request, reply, 'application/gzip', bytes);
}

export const native = fastifyPlugin(
  async (app, { service }: { readonly service: Service }) => {
    const data = service.data as PolicyData;
    const provisions = provisionsOf(data);
    const single = hasOneParagraph(provisions);

    serve(app, '/api/v1/evaluations', { POST: stateless((request, reply) => evaluation(service, request, reply)) });

    const questions = JSON.stringify({
      revision: service.revision,
      questions: service.questions.map((id) => ({
        id,
        title: data.catalogue.titles?.[id] ?? id,
        facts: data.catalogue.groups?.[id] ?? [],
        provisions: data.catalogue.questions?.[id] ?? [],
        entrypoints: service.entrypoints.filter((entrypoint) => entrypoint.startsWith(`questions/${id}/`)),
      })),
    });
    serve(app, '/api/v1/questions', {
      GET: stateless((request, reply) => sendTagged(request, reply, JSON_TYPE, questions)),
    });

    const list = JSON.stringify({ revision: service.revision, provisions: [...provisions.values()] });
    serve(app, '/api/v1/provisions', {
      GET: stateless((request, reply) => sendTagged(request, reply, JSON_TYPE, list)),
    });
    serve(app, '/api/v1/provisions/:eId', {
      GET: stateless((request, reply) => {
        const [text = ''] = segmentsAfter('/api/v1/provisions', request);
        const eId = text.length > 80 ? undefined : eIdOf(text, single);
        const provision = eId === undefined ? undefined : provisions.get(eId);
        if (provision === undefined) throw httpProblem('unknown-provision');
        return sendTagged(request, reply, JSON_TYPE, JSON.stringify(provision));
      }),
    });

    serve(app, '/api/v1/schemas/:name', {
      GET: stateless((request, reply) => {
        const [name = ''] = segmentsAfter('/api/v1/schemas', request);
        const schema = schemas.get(name) ?? schemas.get(`${name}.schema.json`);
        if (schema === undefined) throw httpProblem('unknown-schema');
        return sendTagged(request, reply, 'application/schema+json; charset=utf-8', JSON.stringify(schema, null, 2));
      }),
    });

    serve(app, '/api/v1/bundles/:revision', {
      GET: stateless((request, reply) => bundleDownload(service, request, reply)),
    });

    const openapi = readFileSync(new URL('../contract/generated/openapi.json', import.meta.url), 'utf8');
    for (const url of ['/openapi.json', '/api/v1/openapi.json'])
      serve(app, url, { GET: stateless((request, reply) => sendTagged(request, reply, JSON_TYPE, openapi)) });
  },
  { name: 'tongze-native', fastify: '5.x', dependencies: ['tongze-bodies'] },
);
