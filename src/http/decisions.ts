/** Recorded decisions: made, read, found, confirmed, corrected, erased, replayed, verified. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import type { Role } from '../access/identity.ts';
import type {
  ConfirmationRequest,
  CorrectionRequest,
  DecisionRequest,
  ErasureRequest,
} from '../contract/generated/types.ts';
import { answerOf, type Made } from '../records/appending.ts';
import { assertErasedOnRecord, unprovenErasures } from '../records/erasures.ts';
import { keysOf } from '../records/known-keys.ts';
import type { Leaf } from '../records/leaf.ts';
import {
  damagedParts,
  describe,
  type FoundRecord,
  findRecord,
  latestCheckpoint,
  placeOf,
  search,
} from '../records/reading.ts';
import type { Caller, Recording } from '../records/recording.ts';
import { type Replayer, replay } from '../records/replay.ts';
import type { Store } from '../records/store.ts';
import { verifyRecord } from '../records/verify-record.ts';
import { allow, identityOf, readsRecords } from './access.ts';
import { isObject, requireConforming } from './bodies.ts';
import { httpProblem } from './errors.ts';
import { consistencyWithLatest, countOf, type LogKeys, onRecords } from './log.ts';
import { askedOf } from './native.ts';
import { distinctQueryOf, segmentsAfter, serve } from './routes.ts';
import type { Service } from './service.ts';

/** What the routes of records need; `src/records/open.ts` makes it. */
export interface RecordsParts extends LogKeys {
  readonly store: Store;
  readonly recording: Recording;
  /** Of the rules in operation. */
  readonly replayer: Replayer;
  /** Runs `work` with the rules that a record was made with. */
  readonly replaying: <T>(leaf: Leaf, work: (replayer: Replayer) => Promise<T>) => Promise<T>;
  /** The evidence of a decision as `.tar.gz`. @param first leaves of the old checkpoint that it is to be tied to */
  readonly evidence: (record: FoundRecord, first?: number) => Promise<Evidence>;
}

/** Bytes with the name of their file, or why there are none. */
export type Evidence =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly refused: 'not-a-decision' | 'unknown-tree' };

const BASE = '/api/v1/decisions';
const JSON_TYPE = 'application/json; charset=utf-8';
const PAGE = 50;

/** Whoever may read a record; replaying and verifying change nothing. */
const READERS: readonly [Role, ...Role[]] = ['submitter', 'reviewer', 'author', 'auditor'];

/** The draft of the IETF writes the key as a quoted string; most clients leave the quotes out. */
const KEY = /^"?([\x21\x23-\x7e]{1,128})"?$/;

/** @param roles those of the route, so that the record says in which the caller acted */
function callerOf(request: FastifyRequest, roles: readonly Role[]): Caller {
  const { subject, tenant, roles: held } = identityOf(request);
  const key = KEY.exec(String(request.headers['idempotency-key'] ?? ''))?.[1];
  if (key === undefined) throw httpProblem('missing-idempotency-key');
  return { subject, tenant, role: roles.find((role) => held.includes(role)) as Role, key };
}

/** Material that may not be here is refused before anything else is looked at. */
function requireUnclassified(body: unknown): void {
  const places = isObject(body) ? [body, body['facts']].filter(isObject) : [];
  const given = places.flatMap((place) => ('classification' in place ? [place['classification']] : []));
  const isOpen = given.length > 0 && given.every((value) => value === '公开' || value === '内部');
  if (isObject(body) && !isOpen) throw httpProblem('classified-material');
}

function sendMade(reply: FastifyReply, made: Made): FastifyReply {
  if (made.isRepetition) reply.header('idempotency-replayed', 'true');
  return reply
    .code(201)
    .headers({ location: `${BASE}/${made.id}`, 'cache-control': 'private, no-store' })
    .type(JSON_TYPE)
    .send(answerOf(made));
}

function sendPrivate(reply: FastifyReply, body: unknown): FastifyReply {
  return reply.header('cache-control', 'private, no-store').type(JSON_TYPE).send(JSON.stringify(body));
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function idOf(request: FastifyRequest): string {
  const [id = ''] = segmentsAfter(BASE, request);
  if (!ID.test(id)) throw httpProblem('unknown-record');
  return id;
}

/** A record of the caller's tenant; one of another does not exist. */
async function recordOf(store: Store, request: FastifyRequest): Promise<FoundRecord> {
  const record = await findRecord(store, idOf(request));
  if (record === undefined || record.tenant !== identityOf(request).tenant) throw httpProblem('unknown-record');
  return record;
}

async function list(store: Store, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const query = Object.fromEntries(distinctQueryOf(request));
  requireConforming('record-search.schema.json', query);
  const { limit, cursor, since, until, ...by } = query;
  const before = cursor === undefined ? undefined : placeOf(cursor);
  if (cursor !== undefined && before === undefined)
    throw httpProblem('invalid-request', { detail: '游标（cursor）不是上一页给出的 next。' });
  const page = await search(store, {
    ...by,
    ...(since === undefined ? {} : { since: instant(since) }),
    ...(until === undefined ? {} : { until: instant(until) }),
    ...(before === undefined ? {} : { before }),
    limit: limit === undefined ? PAGE : Number(limit),
    tenant: identityOf(request).tenant,
  });
  return sendPrivate(reply, page);
}

/** With which rules a replay is asked for: those in operation unless said otherwise. */
function rulesOf(request: FastifyRequest): 'current' | 'recorded' {
  const { rules = 'current', ...others } = Object.fromEntries(distinctQueryOf(request));
  const [other] = Object.keys(others);
  if (other !== undefined)
    throw httpProblem('invalid-request', { detail: `没有查询参数 ${other.slice(0, 40)}；可给的是 rules。` });
  if (rules === 'current' || rules === 'recorded') return rules;
  throw httpProblem('invalid-request', {
    detail: '参数 rules 只可填 current（正在运行的规则）或者 recorded（作出决定时的规则）。',
  });
}

/** Times are compared as text, so all have milliseconds. */
function instant(text: string): string {
  const time = new Date(text);
  const day = text.slice(0, 'yyyy-mm-dd'.length);
  const midnight = new Date(`${day}T00:00:00Z`);
  const isReal = [time, midnight].every((one) => !Number.isNaN(one.getTime()));
  // The 30th of February would be read as a day of March.
  if (!isReal || !midnight.toISOString().startsWith(day))
    throw httpProblem('invalid-request', {
      detail:
        'since、until 的时刻不是实有的：写 UTC 的时刻，例如 2026-11-30T00:00:00Z，秒在 00 至 59 之间（不收闰秒）。',
    });
  return time.toISOString();
}

export const decisions = fastifyPlugin(
  async (app, { service, records }: { readonly service: Service; readonly records: RecordsParts }) => {
    const { store, recording, replayer, replaying, evidence } = records;
    /** A route that leaves a record. */
    const making = (
      roles: readonly [Role, ...Role[]],
      make: (caller: Caller, request: FastifyRequest, body: unknown) => Promise<Made>,
    ) =>
      allow(roles, (request, reply) =>
        onRecords(store, async () => {
          if (request.body === undefined)
            throw httpProblem('malformed-json', { detail: '请求体为空；提交一个 JSON 对象。' });
          return sendMade(reply, await make(callerOf(request, roles), request, request.body));
        }),
      );
    const reading = (read: (record: FoundRecord, request: FastifyRequest) => Promise<unknown>) =>
      readsRecords(READERS, (request, reply) =>
        onRecords(store, async () => sendPrivate(reply, await read(await recordOf(store, request), request))),
      );

    serve(app, BASE, {
      GET: readsRecords(READERS, (request, reply) => onRecords(store, () => list(store, request, reply))),
      POST: making(['submitter'], async (caller, request, body) => {
        requireUnclassified(body);
        askedOf(service, request, 'decision-request.schema.json');
        return recording.decide(caller, body as DecisionRequest);
      }),
    });
    serve(app, `${BASE}/:id`, {
      GET: reading(async (record) => {
        await assertErasedOnRecord(store, record, [records.verifier]);
        return describe(store, record);
      }),
    });
    serve(app, `${BASE}/:id/correction`, {
      POST: making(['reviewer'], async (caller, request, body) => {
        requireUnclassified(body);
        askedOf(service, request, 'correction-request.schema.json');
        return recording.correct(caller, idOf(request), body as CorrectionRequest);
      }),
    });
    serve(app, `${BASE}/:id/confirmation`, {
      POST: making(['reviewer'], async (caller, request, body) => {
        requireConforming('confirmation-request.schema.json', body);
        return recording.confirm(caller, idOf(request), body as ConfirmationRequest);
      }),
    });
    serve(app, `${BASE}/:id/erasure`, {
      POST: making(['administrator'], async (caller, request, body) => {
        requireConforming('erasure-request.schema.json', body);
        return recording.erase(caller, idOf(request), body as ErasureRequest);
      }),
    });
    serve(app, `${BASE}/:id/replay`, {
      POST: reading(async (record, request) => {
        await assertErasedOnRecord(store, record, [records.verifier]);
        const again = (by: Replayer) => replay(record, by);
        const replayed = await (rulesOf(request) === 'recorded' ? replaying(record.leaf, again) : again(replayer));
        if (typeof replayed === 'string') throw httpProblem(replayed);
        return replayed;
      }),
    });
    serve(app, `${BASE}/:id/evidence`, {
      GET: readsRecords(READERS, (request, reply) =>
        onRecords(store, async () => {
          const record = await recordOf(store, request);
          const made = await evidence(record, countOf(request, 'first'));
          if ('refused' in made) throw httpProblem(made.refused);
          return reply
            .headers({ 'cache-control': 'private, no-store' })
            .header('content-disposition', `attachment; filename="${made.name}"`)
            .type('application/gzip')
            .send(Buffer.from(made.bytes));
        }),
      ),
    });
    serve(app, `${BASE}/:id/verification`, {
      GET: reading(async (record) => {
        const known = await keysOf(store, [records.verifier]);
        const damaged = new Set([...damagedParts(record), ...(await unprovenErasures(store, record, known))]);
        const given = await describe(store, record, damaged);
        const latest = await latestCheckpoint(store);
        const later = latest === undefined ? undefined : await consistencyWithLatest(store, record.size, latest);
        return verifyRecord(given, known, later, damaged);
      }),
    });
  },
  { name: 'tongze-decisions', fastify: '5.x', dependencies: ['tongze-bodies'] },
);
