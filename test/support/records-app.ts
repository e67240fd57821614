/** The HTTP service with records on disk, the real engine, and a caller of every role. */
import { join } from 'node:path';
import type { Test } from 'tap';
import { ROLES } from '../../src/access/identity.ts';
import type { ReadAudit } from '../../src/contract/generated/types.ts';
import { type AppOptions, buildApp } from '../../src/http/app.ts';
import { createEvidence, replayerOf } from '../../src/kept.ts';
import { openSqlite } from '../../src/records/sqlite.ts';
import type { Store } from '../../src/records/store.ts';
import { verifyStore } from '../../src/records/verify-store.ts';
import { knowing } from '../http/fake.ts';
import { keptIn } from './kept.ts';
import { recordingOn, service, signer } from './records.ts';

/** Whoever sends `Bearer <role>` has that role in the tenant wuhan; `stranger` has every role in another. */
const CALLERS = {
  ...Object.fromEntries(ROLES.map((role) => [role, { roles: [role], tenant: 'wuhan' }])),
  stranger: { roles: [...ROLES], tenant: 'shiyan' },
};

export interface Call {
  readonly as?: string;
  readonly key?: string;
  readonly payload?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** @param wrapped what a test needs of the store to be otherwise */
export async function appWithRecords(t: Test, options: AppOptions = {}, wrapped: (store: Store) => Store = (s) => s) {
  const store = await openSqlite(join(t.testdir(), 'tongze.db'));
  const { recording, checkpoints } = recordingOn(wrapped(store));
  const data = keptIn(t.testdirName);
  const reads: ReadAudit[] = [];
  const app = buildApp(service, {
    // A busy machine is no failure of what is tested.
    limits: { maxEventLoopDelayMs: 0, maxRssBytes: 8 * 1024 ** 3 },
    authentication: knowing(CALLERS),
    readLog: { append: async (line) => void reads.push(line), close: async () => undefined },
    records: {
      store: wrapped(store),
      recording,
      verifier: signer.verifier,
      replayer: replayerOf(service),
      replaying: (_leaf, work) => work(replayerOf(service)),
      evidence: createEvidence(data, store, [signer.verifier]),
      verifyAll: () => verifyStore(store, [signer.verifier], checkpoints),
    },
    ...options,
  });
  t.teardown(async () => {
    await app.close();
    await store.close();
  });
  let calls = 0;
  const call = (method: 'GET' | 'POST', url: string, { as = 'submitter', key, payload, headers = {} }: Call = {}) => {
    calls += 1;
    return app.inject({
      method,
      url: `/api/v1/${url}`,
      headers: {
        authorization: `Bearer ${as}`,
        ...(method === 'POST' ? { 'idempotency-key': key ?? `call-${calls}` } : {}),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
  };
  return { app, store, reads, call, checkpoints, data };
}
