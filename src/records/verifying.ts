/** The verification of everything in a thread of its own, with connections of its own: others are answered meanwhile. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LogVerification } from '../contract/generated/types.ts';
import { errorIn, type SentError } from './crossing.ts';
import { StoreFailed } from './failures.ts';
import type { Verifier } from './note.ts';
import type { RecordsConfiguration } from './open-log.ts';

/** What the thread is started with. */
export interface VerifyingParts {
  readonly configuration: RecordsConfiguration;
  /** Public keys to trust. */
  readonly keys: readonly string[];
}

/** What the thread says, once. */
export type Verified = { readonly found: LogVerification } | { readonly why: SentError };

export interface Verifying {
  /**
   * Verifies by the key of the service and by the file of its checkpoints. Who asks while one runs gets what that finds.
   *
   * @throws {StoreFailed} when the store is not reached, and when it is ended
   */
  verify(): Promise<LogVerification>;
  /** Ends what runs; nothing is begun any more. */
  close(): Promise<void>;
}

export function createVerifying(configuration: RecordsConfiguration, { text }: Verifier): Verifying {
  let running: { readonly thread: Worker; readonly found: Promise<LogVerification> } | undefined;
  let isClosed = false;

  const start = () => {
    const parts: VerifyingParts = { configuration, keys: [text] };
    const thread = new Worker(new URL('./verifying-thread.ts', import.meta.url), { workerData: parts });
    const found = foundBy(thread).finally(() => {
      running = undefined;
    });
    return { thread, found };
  };

  return {
    verify: async () => {
      if (isClosed) throw new StoreFailed('unavailable', new Error('the service stops'));
      running ??= start();
      return running.found;
    },
    close: async () => {
      isClosed = true;
      await running?.thread.terminate();
    },
  };
}

async function foundBy(thread: Worker): Promise<LogVerification> {
  const silent = once(thread, 'exit').then(([code]) => {
    throw new StoreFailed('unavailable', new Error(`the thread that verifies ended with ${code}`));
  });
  const [said] = (await Promise.race([once(thread, 'message'), silent])) as [Verified];
  silent.catch(() => undefined);
  if ('found' in said) return said.found;
  throw errorIn(said.why);
}
