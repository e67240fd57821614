/** Runs in a thread of its own: see `journal-copier.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { yieldToOthers } from '../kernel/priority.ts';
import { sentError } from './crossing.ts';
import type { Copied } from './journal-copier.ts';

const port = parentPort as NonNullable<typeof parentPort>;

yieldToOthers();

let database: Database.Database | undefined;

function open(): Database.Database {
  const opened = new Database(workerData as string, { fileMustExist: true });
  try {
    // The database is synced before the journal may begin anew.
    opened.pragma('synchronous = FULL');
    opened.pragma('wal_autocheckpoint = 0');
    return opened;
  } catch (error) {
    opened.close();
    throw error;
  }
}

function copied(): Copied {
  try {
    database ??= open();
    const [row] = database.pragma('wal_checkpoint(PASSIVE)') as readonly { readonly log: number }[];
    return { pages: row?.log ?? 0 };
  } catch (error) {
    return { why: sentError(error) };
  }
}

port.on('message', (asked: 'copy' | 'close') => {
  if (asked === 'copy') port.postMessage(copied());
  else {
    database?.close();
    port.close();
  }
});
