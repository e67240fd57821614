/** Runs in a thread of its own: see `verifying.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { yieldToOthers } from '../kernel/priority.ts';
import { sentError } from './crossing.ts';
import { damaged } from './failures.ts';
import { parseVerifier, type Verifier } from './note.ts';
import { openStoreToRead, pathsOf } from './open-log.ts';
import { verifyStore } from './verify-store.ts';
import type { Verified, VerifyingParts } from './verifying.ts';
import { readWitness } from './witness.ts';

const { configuration, keys } = workerData as VerifyingParts;

yieldToOthers();

async function verified(): Promise<Verified> {
  try {
    const store = await openStoreToRead(configuration);
    try {
      return { found: await verifyStore(store, keys.map(parseVerifier) as Verifier[], witness()) };
    } finally {
      await store.close();
    }
  } catch (thrown) {
    return { why: sentError(thrown) };
  }
}

function witness(): readonly string[] {
  try {
    return readWitness(pathsOf(configuration).checkpoints);
  } catch {
    // Its own reason names a path, which is for who runs the machine.
    throw damaged(
      '数据库以外的检查点的文件读不出检查点：请管理员在服务器上运行 verify (the file of checkpoints cannot be read)',
    );
  }
}

parentPort?.postMessage(await verified());
