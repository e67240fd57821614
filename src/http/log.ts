/** The log for auditors: its latest checkpoint, its keys, and proofs of inclusion and consistency. */
import type { FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { ROLES, type Role } from '../access/identity.ts';
import type { ConsistencyProof, InclusionProof, LogVerification } from '../contract/generated/types.ts';
import { NotKept } from '../policy/shelf.ts';
import { DAMAGED, NOT_OURS, RecordRefused, StoreFailed, type StoreFailure } from '../records/failures.ts';
import { keysOf, textOfKeys } from '../records/known-keys.ts';
import type { Verifier } from '../records/note.ts';
import {
  checkpointAt,
  consistencyProof,
  findRecord,
  inclusionProof,
  type LatestCheckpoint,
  latestCheckpoint,
  leafHashAt,
} from '../records/reading.ts';
import type { Store } from '../records/store.ts';
import type { Later } from '../records/verify-record.ts';
import { allow, identityOf } from './access.ts';
import { evaluationProblem, httpProblem } from './errors.ts';
import type { ProblemCode } from './problems.ts';
import { distinctQueryOf, serve } from './routes.ts';

export interface LogKeys {
  /** The key that signs now. */
  readonly verifier: Verifier;
  /** Verifies everything that the store holds. */
  readonly verifyAll: () => Promise<LogVerification>;
}

const FAILURES: Readonly<Record<StoreFailure, ProblemCode>> = {
  full: 'store-full',
  broken: 'store-damaged',
  unavailable: 'store-unavailable',
  corrupt: 'store-damaged',
};

/** Runs what touches records; what they refuse or fail with becomes a problem. */
export async function onRecords<T>(store: Store, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const error = store.failure(thrown);
    if (error instanceof RecordRefused) throw httpProblem(error.refusal);
    if (error instanceof NotKept) throw httpProblem('not-kept', { detail: error.message });
    if (error instanceof StoreFailed) throw storeProblem(error);
    // The engine is behind the records, and its errors are known here by name only.
    if (error instanceof Error && error.name === 'EvaluationFailed') throw evaluationProblem(error);
    throw error;
  }
}

/** Our own finding of a damage is told; what a driver says may hold anything. */
function storeProblem({ failure, cause }: StoreFailed): Error {
  const { code, message } = (cause ?? {}) as { readonly code?: unknown; readonly message?: string };
  const told = code === DAMAGED && message !== undefined ? { detail: message } : {};
  // A key that was replaced, or a database that was put back: nothing tells of damage, and the service is to start anew.
  return httpProblem(code === NOT_OURS ? 'store-unavailable' : FAILURES[failure], { ...told, cause });
}

/** The proof that the latest tree begins with the one of that size. */
export async function consistencyWithLatest(store: Store, size: number, latest: LatestCheckpoint): Promise<Later> {
  return { checkpoint: latest.note, proof: await consistencyProof(store, size, latest.size) };
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** A count in the query. */
export function countOf(request: FastifyRequest, name: string): number | undefined {
  const text = distinctQueryOf(request).get(name);
  if (text === undefined) return undefined;
  if (!/^(0|[1-9][0-9]{0,14})$/.test(text))
    throw httpProblem('invalid-request', { detail: `参数 ${name} 应为非负整数。` });
  return Number(text);
}

async function inclusion(store: Store, request: FastifyRequest): Promise<InclusionProof> {
  const id = distinctQueryOf(request).get('id');
  const record = id === undefined ? undefined : await findRecord(store, id);
  if (id !== undefined && record?.tenant !== identityOf(request).tenant) throw httpProblem('unknown-record');
  const latest = await latestCheckpoint(store);
  const index = record?.index ?? countOf(request, 'index');
  const size = countOf(request, 'size') ?? latest?.size ?? 0;
  if (index === undefined) throw httpProblem('invalid-request', { detail: '给出参数 index 或者 id。' });
  if (index >= size || size > (latest?.size ?? 0)) throw httpProblem('unknown-tree');
  const leafHash = await leafHashAt(store, index);
  if (leafHash === undefined) throw httpProblem('store-damaged');
  const proof = (await inclusionProof(store, index, size)).map(base64);
  return { index, size, leafHash: base64(leafHash), proof, checkpoint: (await checkpointAt(store, size)) ?? null };
}

async function consistency(store: Store, request: FastifyRequest): Promise<ConsistencyProof> {
  const latest = await latestCheckpoint(store);
  const first = countOf(request, 'first');
  const second = countOf(request, 'second') ?? latest?.size ?? 0;
  if (first === undefined) throw httpProblem('invalid-request', { detail: '给出参数 first。' });
  if (first < 1 || first > second || second > (latest?.size ?? 0)) throw httpProblem('unknown-tree');
  return { first, second, proof: (await consistencyProof(store, first, second)).map(base64) };
}

const TEXT_TYPE = 'text/plain; charset=utf-8';

export const log = fastifyPlugin(
  async (app, { store, verifier, verifyAll }: LogKeys & { readonly store: Store }) => {
    // Hashes tell nothing of a record; who may see any of them may see all.
    const everybody = ROLES as unknown as [Role, ...Role[]];
    const reading = (
      read: (request: FastifyRequest) => Promise<unknown>,
      roles: readonly [Role, ...Role[]] = everybody,
    ) =>
      allow(roles, async (request, reply) => {
        const body = await onRecords(store, () => read(request));
        reply.header('cache-control', 'no-store');
        return typeof body === 'string' ? reply.type(TEXT_TYPE).send(body) : reply.send(body);
      });

    serve(app, '/api/v1/log/checkpoint', {
      GET: reading(async () => {
        const latest = await latestCheckpoint(store);
        if (latest === undefined) throw httpProblem('unknown-tree');
        return latest.note;
      }),
    });
    serve(app, '/api/v1/log/keys', {
      GET: reading(async () => textOfKeys(await keysOf(store, [verifier]))),
    });
    // Places and ids of all tenants, and minutes of work where the log is long.
    serve(app, '/api/v1/log/verification', { GET: reading(verifyAll, ['auditor', 'administrator']) });
    serve(app, '/api/v1/log/proof/inclusion', { GET: reading((request) => inclusion(store, request)) });
    serve(app, '/api/v1/log/proof/consistency', { GET: reading((request) => consistency(store, request)) });
  },
  { name: 'tongze-log', fastify: '5.x' },
);
