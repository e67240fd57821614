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
import { notesIn } from './note.ts';

/** Milliseconds between two checkpoints in the file: each receipt has one of its own. */
const INTERVAL_MS = 1_000;

export interface Witness {
  /** Has the checkpoint written soon; a later one takes its place. */
  note(checkpoint: string): void;
  /** Writes what waits. */
  close(): void;
}

/** @param onFailure told when the file cannot be written; the next checkpoint tries again */
export function createWitness(path: string, onFailure: (error: unknown) => void): Witness {
  let waiting: string | undefined;
  let timer: NodeJS.Timeout | undefined;

  const write = () => {
    timer = undefined;
    if (waiting === undefined) return;
    try {
      append(path, waiting);
      waiting = undefined;
    } catch (error) {
      onFailure(error);
    }
  };

  return {
    note: (checkpoint) => {
      waiting = checkpoint;
      timer ??= setTimeout(write, INTERVAL_MS).unref();
    },
    close: () => {
      clearTimeout(timer);
      write();
    },
  };
}

/** What is written behind a checkpoint that a power cut or a full disk has cut off, so that the next stands by itself. */
const CUT_OFF = '\n(cut off)\n\n';

function append(path: string, checkpoint: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'a+', 0o644);
  try {
    // Short writes are gone on with.
    writeFileSync(file, `${isWhole(file) ? '' : CUT_OFF}${checkpoint}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Each checkpoint ends in an empty line. */
function isWhole(file: number): boolean {
  const { size } = fstatSync(file);
  const end = Buffer.alloc(Math.min(size, 2));
  readSync(file, end, 0, end.length, size - end.length);
  return size === 0 || end.toString() === '\n\n';
}

/** The checkpoints of a file, in its order; what was cut off is left out. */
export function readWitness(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  return notesIn(text.slice(0, text.lastIndexOf('\n\n') + 2));
}
