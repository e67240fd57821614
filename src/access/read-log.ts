/**
 * The audit of reads: one line for each record that somebody read, appended and on disk before the answer leaves.
 * A file a month, `access/reads-2026-11.ndjson` in the data folder, of mode 0600.
 */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadAudit } from '../contract/generated/types.ts';

export interface ReadLog {
  /** Resolves when the line is on disk; rejects when it could not be written. */
  append(line: Readonly<ReadAudit>): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  readonly line: Readonly<ReadAudit>;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Lines that come while others are being written go to disk together. */
export function createReadLog(dataFolder: string): ReadLog {
  const folder = join(dataFolder, 'access');
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let current: { readonly month: string; readonly file: FileHandle } | undefined;

  async function fileOf(month: string): Promise<FileHandle> {
    if (current?.month === month) return current.file;
    await current?.file.close();
    current = undefined;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    current = { month, file: await open(join(folder, `reads-${month}.ndjson`), 'a', 0o600) };
    return current.file;
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        for (const [month, lines] of Map.groupBy(batch, ({ line }) => line.at.slice(0, 7))) {
          const file = await fileOf(month);
          await file.appendFile(lines.map(({ line }) => `${JSON.stringify(line)}\n`).join(''));
          await file.datasync();
        }
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    writing = undefined;
  }

  return {
    append: (line) =>
      new Promise((done, failed) => {
        waiting.push({ line, done, failed });
        writing ??= writeAll();
      }),
    close: async () => {
      await writing;
      await current?.file.close();
      current = undefined;
    },
  };
}
