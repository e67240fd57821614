/** A log with decisions, and the evidence that comes out of it; what an auditor keeps of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { createEvidence } from '../../src/kept.ts';
import type { Signer } from '../../src/records/note.ts';
import { findRecord } from '../../src/records/reading.ts';
import type { Recording } from '../../src/records/recording.ts';
import type { Store } from '../../src/records/store.ts';
import { keptIn } from './kept.ts';
import { dataFolder } from './process.ts';
import { callerOf, gradeOf, recordedOf, recordingOn, signer } from './records.ts';
import { STORES, type StoreKind } from './stores.ts';

const DATA = keptIn(dataFolder(t));

/** The auditor's key, as he gives it to the verifier. */
export const KEY = ['--key', signer.verifier.text];

export interface Desk {
  readonly store: Store;
  readonly recording: Recording;
  readonly checkpoints: readonly string[];
  /** Records a decision and gives its id. */
  decide(payload?: object): Promise<string>;
  evidence(id: string, first?: number): Promise<Uint8Array>;
}

/** A log on a store of its own. */
export async function desk(
  t: Test,
  kind: StoreKind = STORES[0] as StoreKind,
  signers?: readonly Signer[],
): Promise<Desk> {
  const store = await kind.open(await kind.make(t));
  t.teardown(() => store.close());
  const { recording, checkpoints } = recordingOn(store, undefined, signers);
  return { store, recording, checkpoints, ...using(store, recording) };
}

let calls = 0;

/** @param data the folder in which is kept what decisions were made with */
export function using(store: Store, recording: Recording, data = DATA): Pick<Desk, 'decide' | 'evidence'> {
  const made = createEvidence(data, store, [signer.verifier]);
  return {
    decide: async (payload: object = gradeOf(26)) => {
      calls += 1;
      return recordedOf(await recording.decide(callerOf(`k${calls}`), payload as never)).id;
    },
    evidence: async (id: string, first?: number) => {
      const evidence = await made((await findRecord(store, id)) as never, first);
      if ('refused' in evidence) throw new Error(evidence.refused);
      return evidence.bytes;
    },
  };
}

/** A file beside the package, as the auditor keeps it. */
export function kept(folder: string, name: string, text: string | Buffer): string {
  mkdirSync(join(folder, 'own'), { recursive: true });
  writeFileSync(join(folder, 'own', name), text);
  return join(folder, 'own', name);
}

export const checkpointAt = (checkpoints: readonly string[], size: number) =>
  checkpoints.find((note) => note.split('\n')[1] === String(size)) ?? '';
