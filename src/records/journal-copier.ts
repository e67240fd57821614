/**
 * Copies SQLite's journal into the database in a thread of its own. To sync some hundred pages at their places takes
 * the disk longer than many commits; records are written meanwhile.
 */
import { Worker } from 'node:worker_threads';
import { errorIn, type SentError } from './crossing.ts';

/** Pages that the journal had when the copy began, or why there is none. */
export type Copied = { readonly pages: number } | { readonly why: SentError };

export interface JournalCopier {
  /**
   * Copies what is in the journal now; one at a time.
   *
   * @returns the pages of the journal: it begins anew only when nothing came meanwhile
   * @throws what SQLite threw, or that the thread has ended
   */
  copy(): Promise<number>;
  close(): Promise<void>;
}

/** @param path of the database. The thread starts with the first copy: most services never write so much. */
export function createJournalCopier(path: string): JournalCopier {
  let thread: Worker | undefined;

  const started = (): Worker => {
    if (thread !== undefined) return thread;
    const made = new Worker(new URL('./journal-thread.ts', import.meta.url), { workerData: path });
    // Another is started for the next copy.
    made
      .on('error', () => undefined)
      .on('exit', () => {
        if (thread === made) thread = undefined;
      });
    thread = made;
    return made;
  };

  return {
    copy: async () => {
      const worker = started();
      return await new Promise<number>((resolve, reject) => {
        const ended = () => reject(new Error('the thread that copies the journal has ended'));
        worker.once('exit', ended).once('message', (said: Copied) => {
          worker.off('exit', ended).unref();
          if ('why' in said) reject(errorIn(said.why));
          else resolve(said.pages);
        });
        worker.postMessage('copy');
        // What is under way keeps the process alive; a thread that waits does not.
        worker.ref();
      });
    },
    close: async () => {
      const worker = thread;
      if (worker === undefined) return;
      await new Promise<void>((resolve) => {
        worker.once('exit', () => resolve()).ref();
        worker.postMessage('close');
      });
    },
  };
}
