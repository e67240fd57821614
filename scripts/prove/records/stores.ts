/** The stores that a proof runs on, and what must hold of each afterwards. */
import type { LogVerification } from '../../../src/contract/generated/types.ts';
import { readKey } from '../../../src/records/keys.ts';
import { openStore, pathsOf } from '../../../src/records/open-log.ts';
import { findRecord, receiptOf } from '../../../src/records/reading.ts';
import { verifyStore } from '../../../src/records/verify-store.ts';
import { readWitness } from '../../../src/records/witness.ts';
import { type Postgres, startPostgres } from '../../postgres.mjs';
import { inFolder, type Load } from './service.ts';

export interface Place {
  readonly kind: 'sqlite' | 'postgres';
  readonly folder: string;
  /** What tells the service where its store is. */
  readonly environment: Readonly<Record<string, string>>;
  readonly server?: Postgres;
}

/** Runs a proof on a store of its own. */
export async function onEach(kinds: readonly Place['kind'][], work: (place: Place) => Promise<void>): Promise<void> {
  for (const kind of kinds)
    await inFolder(async (folder) => {
      if (kind === 'sqlite') return work({ kind, folder, environment: {} });
      const server = await startPostgres();
      try {
        return await work({ kind, folder, environment: { TONGZE_DATABASE: server.address }, server });
      } finally {
        await server.stop();
      }
    });
}

export interface Checked extends LogVerification {
  /** Acknowledged and not there, or there with another leaf or receipt. */
  readonly missing: readonly string[];
}

/** Verifies everything, and that each acknowledged record is there with the receipt that was given. */
export async function check({ folder, environment }: Place, { acknowledged }: Load): Promise<Checked> {
  const configuration = { TONGZE_DATA: folder, ...environment };
  const store = await openStore(configuration);
  try {
    const { key, checkpoints } = pathsOf(configuration);
    const verified = await verifyStore(store, [readKey(key).verifier], readWitness(checkpoints));
    const missing: string[] = [];
    for (const { id, receipt } of acknowledged.values()) {
      const found = await findRecord(store, id);
      const same =
        found !== undefined && Buffer.concat(await receiptOf(store, found)).toString() === JSON.stringify(receipt);
      if (!same) missing.push(id);
    }
    return { ...verified, missing };
  } finally {
    await store.close();
  }
}

/** Lines for what does not hold. */
export function failuresOf(kind: string, { findings, missing }: Checked): readonly string[] {
  return [
    ...findings.map((finding) => `${kind}：${JSON.stringify(finding)}`),
    ...missing.map((id) => `${kind}：已答复的 ${id} 不在或者不同`),
  ];
}
