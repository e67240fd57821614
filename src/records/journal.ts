/**
 * When SQLite's journal (WAL) is copied into the database, and by whom: SQLite's own copying keeps its errors to itself,
 * and holds up whoever writes.
 */
import type Database from 'better-sqlite3';
import { sqliteFailure } from './failures.ts';
import { createJournalCopier } from './journal-copier.ts';

/**
 * Pages that were written since the journal was copied into the database, after which it is copied again. Commits wait
 * for a disk that syncs what was copied, so it is not done often: with a quarter of this one decision in a hundred took
 * half as long again.
 */
const JOURNAL_PAGES = 16_000;

/** Pages of the journal after which the writer finishes a copy, so that it begins anew: it grows to about 250 MiB. */
const MAX_JOURNAL_PAGES = 48_000;

/**
 * Pages that are written while a copy is made after which commits wait for it: where others take the machine, the thread
 * that copies comes last.
 */
const PAGES_BESIDE_A_COPY = 4 * MAX_JOURNAL_PAGES;

/** Milliseconds after which erased contents that are still in the journal are tried to be removed again. */
const REMAINDER_MS = 3_000;

export const PAGE_BYTES = 4_096;

/** Pages that every transaction writes, whatever is in it: the ends of the tables and of the indexes that grow in order. */
const PAGES_OF_A_COMMIT = 11;

export interface Journal {
  /**
   * What went wrong with a copy when nobody waited for it, told once: what is wrong with the disk shows again with the
   * next copy.
   *
   * @throws what SQLite threw
   */
  throwUnheard(): void;
  /**
   * After each commit.
   *
   * @param bytes     that it wrote, about
   * @param hasErased whether contents were erased, which must not stay in the journal
   * @throws what SQLite threw
   */
  committed(bytes: number, hasErased: boolean): Promise<void>;
  /** Empties the journal; the connection is still open, those that read are closed. */
  close(): Promise<void>;
}

/**
 * @param path   of the database
 * @param writer the one connection of this process that writes
 * @param busyMs milliseconds that it waits for other processes
 */
export function createJournal(path: string, writer: Database.Database, busyMs: number): Journal {
  const copier = createJournalCopier(path);
  let pagesSinceCopy = 0;
  let copying: Promise<void> | undefined;
  // What the copier leaves is the writer's to copy, after its next commit.
  let isRestDue = false;
  let resting: NodeJS.Immediate | undefined;
  // Erased contents are in the journal until it is emptied; a process that ended before may have left some.
  let hasRemainder = true;
  let retry: NodeJS.Timeout | undefined;
  let unheard: unknown;

  /**
   * What is in the journal is durable already; without room it stays there, and the next copy tries again.
   *
   * @returns whether all of it was copied
   */
  const copyHere = (mode: 'PASSIVE' | 'TRUNCATE'): boolean => {
    try {
      const [copied] = writer.pragma(`wal_checkpoint(${mode})`) as readonly { readonly busy: number }[];
      pagesSinceCopy = 0;
      return copied?.busy === 0;
    } catch (error) {
      if (!canWait(error)) throw error;
      return false;
    }
  };

  /**
   * Empties the journal. Whoever reads in another process may keep that from being done: it is tried again, with every
   * later write and while none comes.
   *
   * @param patience milliseconds to wait for who reads
   */
  const removeRemainder = (patience: number) => {
    clearTimeout(retry);
    hasRemainder = true;
    writer.pragma(`busy_timeout = ${patience}`);
    try {
      hasRemainder = !copyHere('TRUNCATE');
    } finally {
      writer.pragma(`busy_timeout = ${busyMs}`);
    }
    if (hasRemainder) retryLater();
  };

  const retryLater = () => {
    retry = setTimeout(() => {
      if (writer.inTransaction) return retryLater();
      try {
        removeRemainder(0);
      } catch (error) {
        unheard = error;
      }
    }, REMAINDER_MS).unref();
  };

  /** @returns pages of the journal */
  const copiedBeside = async (): Promise<number> => {
    try {
      return await copier.copy();
    } catch (error) {
      if (sqliteFailure(error) !== undefined && !canWait(error)) throw error;
      // No thread, or none that can open the database: the writer has it open.
      isRestDue = true;
      return 0;
    }
  };

  /** What is written while a copy is made is left in the journal, which would grow for ever where writing never rests. */
  const copyAll = async () => {
    pagesSinceCopy = 0;
    if ((await copiedBeside()) < MAX_JOURNAL_PAGES) return;
    // Now little is left.
    await copiedBeside();
    isRestDue = true;
  };

  const copySoon = () => {
    copying ??= copyAll()
      .catch((error: unknown) => {
        unheard = error;
      })
      .finally(() => {
        copying = undefined;
      });
  };

  /** Between two transactions; whoever waits for the first is answered before. */
  const copyRestSoon = () => {
    clearImmediate(resting);
    resting = setImmediate(() => {
      if (writer.inTransaction) return;
      isRestDue = false;
      try {
        copyHere('PASSIVE');
      } catch (error) {
        unheard = error;
      }
    });
  };

  return {
    throwUnheard: () => {
      const heard = unheard;
      unheard = undefined;
      if (heard !== undefined) throw heard;
    },
    committed: async (bytes, hasErased) => {
      pagesSinceCopy += PAGES_OF_A_COMMIT + Math.ceil(bytes / PAGE_BYTES);
      if (hasErased) {
        // Two cannot copy at once.
        await copying;
        removeRemainder(busyMs);
      } else if (hasRemainder) removeRemainder(0);
      else if (isRestDue) copyRestSoon();
      else if (pagesSinceCopy > JOURNAL_PAGES) copySoon();
      if (pagesSinceCopy > PAGES_BESIDE_A_COPY) await copying;
    },
    close: async () => {
      clearTimeout(retry);
      clearImmediate(resting);
      await copying;
      await copier.close();
      // Another process may be writing: what is left to copy while it must wait is little.
      copyHere('PASSIVE');
      copyHere('TRUNCATE');
    },
  };
}

/** Whether a copy of the journal that failed so is only made later. */
function canWait(error: unknown): boolean {
  const known = sqliteFailure(error)?.failure;
  return known === 'full' || known === 'unavailable';
}
