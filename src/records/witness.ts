/**
 * Checkpoints go to a file outside the database, for the auditor. Who holds an old one can prove that history was
 * rewritten; without it, an insider with database and key can rewrite everything.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { CUT_OFF, isWholeSignature, notesIn, statedCheckpoint } from './note.ts';

/** Milliseconds between two checkpoints in the file: each receipt has one of its own. */
const INTERVAL_MS = 1_000;

export interface Witness {
  /** Has the checkpoint written soon; a later one takes its place. */
  note(checkpoint: string): void;
  /** Writes what waits. */
  close(): void;
}

/** @param onFailure told when the file cannot be written, once until it can be again; meanwhile it is tried again */
export function createWitness(path: string, onFailure: (error: unknown) => void): Witness {
  let waiting: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isFailing = false;
  let isClosed = false;

  const write = () => {
    timer = undefined;
    if (waiting === undefined) return;
    try {
      append(path, waiting);
      waiting = undefined;
      isFailing = false;
    } catch (error) {
      // Nothing may be recorded for a long time, and the last checkpoint must get out all the same.
      if (!isClosed) writeSoon();
      const isTold = isFailing;
      isFailing = true;
      if (!isTold) onFailure(error);
    }
  };

  const writeSoon = () => {
    timer ??= setTimeout(write, INTERVAL_MS).unref();
  };

  return {
    note: (checkpoint) => {
      waiting = checkpoint;
      writeSoon();
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      write();
    },
  };
}

/** Node's own `recursive` never returns where the system refuses a folder with ENOENT, as in /proc. */
export function makeFolderOfCheckpoints(path: string): void {
  if (existsSync(path)) return;
  makeFolderOfCheckpoints(dirname(path));
  mkdirSync(path);
}

function append(path: string, checkpoint: string): void {
  makeFolderOfCheckpoints(dirname(path));
  const file = openSync(path, 'a+', 0o644);
  try {
    // Short writes are gone on with.
    writeFileSync(file, `${separation(endOf(file))}${checkpoint}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Bytes at the end of a file in which its last line lies: a signature with the name of its key. */
const END_BYTES = 4096;

function endOf(file: number): string {
  const { size } = fstatSync(file);
  const end = Buffer.alloc(Math.min(size, END_BYTES));
  readSync(file, end, 0, end.length, size - end.length);
  return end.toString().replaceAll('\r\n', '\n');
}

/** What makes the next checkpoint stand by itself behind such an end, which an auditor may have saved in another way. */
function separation(end: string): string {
  const last = end.trimEnd().split('\n').at(-1) ?? '';
  if (last === '' || end.endsWith(`\n${CUT_OFF}\n\n`)) return '';
  if (!isWholeSignature(last)) return `\n${CUT_OFF}\n\n`;
  if (end.endsWith('\n\n')) return '';
  return end.endsWith('\n') ? '\n' : '\n\n';
}

/**
 * The checkpoints of a file, and what else is in it, which no key has signed; what was cut off is left out. A log that
 * has none yet has an empty file, or none.
 *
 * @throws with the remedy when a file that is not empty has no checkpoint: it would measure nothing
 */
export function readWitness(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const text = textOf(path);
  const { notes, others } = notesIn(text);
  const found = [...notes, ...others];
  if (text === '' || found.some((note) => statedCheckpoint(note) !== undefined)) return found;
  throw new Error(
    `${path} 不是空的，却读不出一个检查点：换上原来的文件；没有了的，先把它交给审计人、移往别处 ` +
      '(no checkpoint can be read in this file)',
  );
}

/** The checkpoints of a file that somebody has given to measure by. @throws when it has none */
export function readGivenWitness(path: string): readonly string[] {
  const found = readWitness(path);
  if (found.length === 0) throw new Error(`没有 ${path}，或者它是空的：没有检查点可以核对 (no checkpoint is given)`);
  return found;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (thrown) {
    // Not every message of the system says which file.
    throw new Error(
      `读不出检查点的文件 ${path}：${(thrown as Error).message} (the file of checkpoints cannot be read)`,
    );
  }
}
