/** Runs in a thread of its own: see `writer.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { createAppending } from './appending.ts';
import { type Asked, draftsIn, type Said, sentError, sentResults } from './crossing.ts';
import { type OpenedLog, openLog, type RecordsConfiguration } from './open-log.ts';

const port = parentPort as NonNullable<typeof parentPort>;

function say(said: Said, move: readonly ArrayBuffer[] = []): void {
  port.postMessage(said, move);
}

function serve({ store, log, verifier, key, close }: OpenedLog): void {
  const appending = createAppending({ store, log });
  port.on('message', async (asked: Asked) => {
    if (asked.kind === 'append') {
      const made = await Promise.allSettled(draftsIn(asked.drafts).map((draft) => appending.append(draft)));
      const results = sentResults(made);
      say({ kind: 'appended', id: asked.id, results }, [results.answers.bytes.buffer]);
    } else if (asked.kind === 'check')
      await log.check().then(
        () => say({ kind: 'checked', id: asked.id }),
        (error: unknown) => say({ kind: 'checked', id: asked.id, why: sentError(error) }),
      );
    else
      await close().then(
        () => say({ kind: 'closed' }),
        (error: unknown) => say({ kind: 'closed', why: sentError(store.failure(error)) }),
      );
  });
  say({ kind: 'opened', verifier: verifier.text, key });
}

await openLog(workerData as RecordsConfiguration, {
  onBroken: (error) => say({ kind: 'broken', why: sentError(error) }),
  onWitnessFailure: (error) => say({ kind: 'witness-failed', why: sentError(error) }),
}).then(serve, (error: unknown) => say({ kind: 'not-opened', why: sentError(error) }));
