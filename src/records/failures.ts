/** What can go wrong with records: why a request is refused, and what a store fails in, apart from its driver. */

import { messageOf } from '../kernel/system-error.ts';

/** Why a request about records is refused; nothing was recorded. */
export type RecordRefusal =
  | 'unknown-record'
  | 'idempotency-conflict'
  | 'idempotency-in-progress'
  | 'already-superseded'
  | 'not-a-decision';

export class RecordRefused extends Error {
  override readonly name = 'RecordRefused';
  readonly refusal: RecordRefusal;

  constructor(refusal: RecordRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/**
 * - `full`: no room; nothing was written, reading goes on
 * - `broken`: the disk did not do what was asked; what it holds is unknown, so the process must end
 * - `unavailable`: not reached or busy; whether the last write happened may be unknown
 * - `corrupt`: what was read is not what was written
 */
export type StoreFailure = 'full' | 'broken' | 'unavailable' | 'corrupt';

const SAID: Readonly<Record<StoreFailure, string>> = {
  full: '存储没有空间，先腾出 (the store is full)',
  broken: '存储没有照做，或者不是签过的那一个 (the store is broken)',
  unavailable: '存储打不开、连不上或者正忙，稍后再试 (the store is unavailable)',
  corrupt: '从存储读出的不是写入的，从备份恢复 (the store is corrupt)',
};

export class StoreFailed extends Error {
  override readonly name = 'StoreFailed';
  readonly failure: StoreFailure;

  constructor(failure: StoreFailure, cause: unknown) {
    super(SAID[failure], { cause });
    this.failure = failure;
  }
}

export const DAMAGED = 'TZ_DAMAGED';

/** What the store gives back is not what was recorded, or is not there any more. Its code crosses threads. */
class Damaged extends Error {
  override readonly name = 'Damaged';
  readonly code = DAMAGED;
}

/** @param what is damaged, in words that anybody may read: places and ids, nothing of the contents */
export function damaged(what: string): StoreFailed {
  return new StoreFailed('corrupt', new Damaged(what));
}

export const NOT_OURS = 'TZ_NOT_OURS';

/**
 * The records are not those that the log has signed; to go on would sign the change, or begin a second history under one
 * key. Its code crosses threads.
 */
export class NotOurs extends Error {
  override readonly name = 'NotOurs';
  readonly code = NOT_OURS;
}

export const NOT_SIGNED = 'TZ_NOT_SIGNED';

/**
 * The command that signs did not. Its message names the command and the reason, for whoever runs the program, and has
 * nothing of a record in it. Its code crosses threads.
 */
export class NotSigned extends Error {
  override readonly name = 'NotSigned';
  readonly code = NOT_SIGNED;
}

/** What to tell whoever runs the program: the driver's or the log's reason is the useful one. */
export function toldOf(thrown: unknown): string {
  const error = thrown as Error;
  return error.cause instanceof Error ? `${messageOf(error)}：${messageOf(error.cause)}` : messageOf(error);
}

/** Extended result codes of SQLite, as better-sqlite3 gives them. */
export function sqliteFailure(error: unknown): StoreFailed | undefined {
  const code = codeOf(error);
  if (!code.startsWith('SQLITE_')) return undefined;
  if (code === 'SQLITE_FULL') return new StoreFailed('full', error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new StoreFailed('unavailable', error);
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return new StoreFailed('corrupt', error);
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_READONLY_DBMOVED') return new StoreFailed('broken', error);
  if (code.startsWith('SQLITE_CANTOPEN')) return new StoreFailed('unavailable', error);
  return undefined;
}

/**
 * SQLSTATE classes of PostgreSQL and errors of the connection. PostgreSQL itself ends on a failed fsync of its
 * journal, which is seen here as a lost connection.
 */
export function postgresFailure(error: unknown): StoreFailed | undefined {
  const code = codeOf(error);
  if (code === '53100') return new StoreFailed('full', error);
  if (code === 'XX001' || code === 'XX002') return new StoreFailed('corrupt', error);
  const unreachable = /^(08|53|57P|58|40|55P03|25006|E[A-Z]{3,})/;
  if (unreachable.test(code)) return new StoreFailed('unavailable', error);
  // pg gives no code where the server closes the connection or a pool waits in vain.
  const lost = error instanceof Error && code === '' && /connection|timeout|terminated/i.test(error.message);
  return lost ? new StoreFailed('unavailable', error) : undefined;
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
