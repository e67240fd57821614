/**
 * Checkpoints go to a file outside the database, for the auditor. Who holds an old one can prove that history was
 * rewritten; without it, an insider with database and key can rewrite everything.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

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

function append(path: string, checkpoint: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'a', 0o644);
  try {
    writeSync(file, `${checkpoint}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The checkpoints of a file, in its order; a last one that was cut off is left out. */
export function readWitness(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const notes: string[] = [];
  let lines: string[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const signed = lines.some((earlier) => earlier.startsWith('— '));
    if (line === '' && signed) {
      notes.push(`${lines.join('\n')}\n`);
      lines = [];
    } else lines.push(line);
  }
  return notes;
}
